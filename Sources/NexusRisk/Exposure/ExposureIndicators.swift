private import Foundation

extension ExposureModel {
  /// The raw indicators of every region.
  ///
  /// With a_ir the confidence that actor i is active in r, c the confidence of a claim, tie or transfer, and
  /// touch = 1 − (1 − a)(1 − b) of the ends of a link:
  ///
  ///     actors       Σ_i κ_i a_ir
  ///     crime types  Σ_k [1 − Π_i (1 − a_ir c_ik) · Π_{transfers of k} (1 − c · touch)]
  ///     momentum     max(0, (n₁ − n₀) / (n₁ + n₀ + 2)), n = Σ c · touch of the dated items of a window
  ///     cross ties   Σ c · touch over ties of organised crime with terrorists; 1 in the places of a tie that has some
  ///     brokerage    Σ_i a_ir b_i
  ///     throughput   log₁₀(1 + Σ c · amount · touch / 10⁴)
  ///     transit      log₁₀(1 + Σ_k min(in_rk, out_rk) / 10⁴)
  ///
  /// in_rk sums c · amount · a_payee (1 − a_payer), what is expected to cross into r, out_rk likewise: a transfer
  /// with both ends in r does neither. One of several crimes counts under each; those without a crime are one
  /// group of their own. With ``FlowMeasure/counts`` an amount is 1 and there is neither logarithm nor unit.
  ///
  /// - Returns: one profile per region, nil for indicators not in use.
  /// - Complexity: O(links · regions they touch + presences · crimes of an actor).
  public func rawIndicators() -> [RawIndicators] { rawIndicators(ExposureLayout(self)) }

  func rawIndicators(_ layout: ExposureLayout) -> [RawIndicators] {
    var sums = [Sums](repeating: Sums(), count: containers.count)
    var absent = CrimeTable(1.0)
    addActors(layout, to: &sums, &absent)
    addTies(layout, to: &sums)
    addTransfers(layout, to: &sums, &absent)
    for (region, value) in absent.entries { sums[region].crimeTypes += 1 - value }
    return sums.map { finish($0) }
  }

  private func addActors(_ layout: ExposureLayout, to sums: inout [Sums], _ absent: inout CrimeTable<Double>)
  {
    for (actor, party) in parties.enumerated() {
      let (weight, brokerage) = (party.weight, layout.brokerage[actor])
      for (region, presence) in zip(layout.presences.columns(actor), layout.presences.confidences(actor)) {
        sums[Int(region)].actors += weight * presence
        sums[Int(region)].brokerage += presence * brokerage
        for (crime, confidence) in zip(layout.crimes.columns(actor), layout.crimes.confidences(actor)) {
          absent[Int(region), crime] *= 1 - presence * confidence
        }
      }
    }
  }

  private func addTies(_ layout: ExposureLayout, to sums: inout [Sums]) {
    for tie in ties {
      addDate(of: tie, layout, to: &sums)
      guard isCross(tie) else { continue }
      layout.forEachRegion(ofCrossTie: tie) { sums[$0].crossTies += tie.confidence * $1 }
    }
  }

  private func addTransfers(
    _ layout: ExposureLayout, to sums: inout [Sums], _ absent: inout CrimeTable<Double>
  ) {
    var flows = CrimeTable((incoming: 0.0, outgoing: 0.0))
    for transfer in transfers {
      addDate(of: transfer, layout, to: &sums)
      let worth = transfer.confidence * (measure == .counts ? 1 : transfer.amount)
      let groups = transfer.crimes.isEmpty ? [CrimeTable<Double>.none] : transfer.crimes
      layout.forEachRegion(touchedBy: transfer) { region, payer, payee in
        let touch = 1 - (1 - payer) * (1 - payee)
        sums[region].throughput += worth * touch
        for crime in transfer.crimes { absent[region, crime] *= 1 - transfer.confidence * touch }
        // Expected to cross into and out of the region; with both ends inside it does neither.
        for group in groups {
          flows[region, group].incoming += worth * payee * (1 - payer)
          flows[region, group].outgoing += worth * payer * (1 - payee)
        }
      }
    }
    for (region, flow) in flows.entries { sums[region].transit += min(flow.incoming, flow.outgoing) }
  }

  private func addDate(of link: Link, _ layout: ExposureLayout, to sums: inout [Sums]) {
    guard link.window != .undated, link.confidence > 0 else { return }
    layout.forEachRegion(touchedBy: link) { region, source, target in
      let weight = link.confidence * (1 - (1 - source) * (1 - target))
      sums[region].isDated = true
      switch link.window {
      case .latest: sums[region].latest += weight
      case .previous: sums[region].previous += weight
      case .undated, .outside: break
      }
    }
  }

  /// Whether a tie joins organised crime with a terrorist actor.
  func isCross(_ tie: Link) -> Bool {
    switch (parties[Int(tie.source)], parties[Int(tie.target)]) {
    case (.organisedCrime, .terrorist), (.terrorist, .organisedCrime): true
    default: false
    }
  }

  private func finish(_ sums: Sums) -> RawIndicators {
    func scaled(_ flow: Double) -> Double {
      measure == .counts ? flow : log1p(flow / ExposureModel.amountUnit) / log(10)
    }
    var values = Profile<Indicator>()
    for indicator in indicators {
      values[indicator] =
        switch indicator {
        case .actors: sums.actors
        case .crimeTypes: sums.crimeTypes
        case .momentum: max(0, (sums.latest - sums.previous) / (sums.latest + sums.previous + 2))
        case .crossTies: sums.crossTies
        case .brokerage: sums.brokerage
        case .throughput: scaled(sums.throughput)
        case .transit: scaled(sums.transit)
        }
    }
    return RawIndicators(values: values, isDated: sums.isDated)
  }
}

/// The raw indicators of one region.
public struct RawIndicators: Hashable, Sendable {
  public let values: Profile<Indicator>
  /// Whether any dated tie or transfer touches the region.
  public let isDated: Bool
}

/// What is added up for one region.
private struct Sums {
  var actors = 0.0
  var crimeTypes = 0.0
  var latest = 0.0
  var previous = 0.0
  var isDated = false
  var crossTies = 0.0
  var brokerage = 0.0
  var throughput = 0.0
  var transit = 0.0
}

/// A value for each region and crime that occur together, in order of first occurrence.
private struct CrimeTable<Value> {
  /// The group of transfers without a crime.
  static var none: Int32 { -1 }

  private let initial: Value
  private var slots: [UInt64: Int] = [:]
  private(set) var entries: [(region: Int, value: Value)] = []

  init(_ initial: Value) { self.initial = initial }

  subscript(region: Int, crime: Int32) -> Value {
    get { slot(region, crime).map { entries[$0].value } ?? initial }
    _modify {
      let slot = slot(region, crime) ?? entries.count
      if slot == entries.count {
        entries.append((region, initial))
        slots[key(region, crime)] = slot
      }
      yield &entries[slot].value
    }
  }

  private func slot(_ region: Int, _ crime: Int32) -> Int? { slots[key(region, crime)] }

  private func key(_ region: Int, _ crime: Int32) -> UInt64 {
    UInt64(region) << 32 | UInt64(UInt32(bitPattern: crime))
  }
}

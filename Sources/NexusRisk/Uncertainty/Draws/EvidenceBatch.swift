private import Foundation

/// Sixty-four draws of the evidence and the raw indicators of every region in each: the working memory of a thread.
///
/// In a draw each presence, crime, tie and transfer is there or not, with its confidence; the raw indicators are
/// then those of ``ExposureModel/rawIndicators()`` for a model whose confidences are 0 and 1.
struct EvidenceBatch {
  static let size = 64

  private let plan: DrawPlan
  private var presenceClaims: [UInt64]
  /// Words of crime claims, then those of links.
  private var crimeSources: [UInt64]
  private var links: [UInt64]
  /// By slot; then never and always.
  private var presences: [UInt64]
  private var crimeTies: [UInt64]
  private var crimeCells: [UInt64]
  private var counters: LaneCounters
  /// What comes into each region and crime, then what goes out, where transfers are counted.
  private var crossings: LaneCounters
  /// The same by draw, counted or added up.
  private var incoming: [Double]
  private var outgoing: [Double]
  /// The raw indicators: by indicator, region, draw.
  private(set) var raw: [Double]

  private enum Counter: Int, CaseIterable {
    case full, half, crimeTypes, latest, previous, crossTies, transfers
  }

  init(_ plan: DrawPlan) {
    self.plan = plan
    let model = plan.model
    presenceClaims = Array(repeating: 0, count: model.presences.count)
    links = Array(repeating: 0, count: model.ties.count + model.transfers.count)
    crimeSources = Array(repeating: 0, count: model.crimes.count + model.ties.count + model.transfers.count)
    presences = Array(repeating: 0, count: plan.presenceRegions.count + 2)
    crimeTies = Array(repeating: 0, count: plan.crimeTies.count)
    crimeCells = Array(repeating: 0, count: plan.crimeCells.count)
    let most = max(model.parties.count, plan.crimeCells.count, links.count)
    counters = LaneCounters(count: Counter.allCases.count * plan.regionCount, limit: most)
    crossings = LaneCounters(count: 2 * plan.transitCells.count, limit: model.transfers.count)
    incoming = Array(repeating: 0, count: plan.transitCells.count * EvidenceBatch.size)
    outgoing = incoming
    raw = Array(repeating: 0, count: Indicator.allCases.count * plan.regionCount * EvidenceBatch.size)
  }

  /// The number of a raw indicator of a region in the first draw; the other draws follow it.
  func position(_ indicator: Indicator, _ region: Int) -> Int {
    (indicator.rawValue * plan.regionCount + region) * EvidenceBatch.size
  }

  /// Takes the same raw indicators for all draws, instead of drawing.
  mutating func hold(_ indicators: [RawIndicators]) {
    for (region, values) in indicators.enumerated() {
      for (indicator, value) in values.values.present {
        let start = position(indicator, region)
        for lane in 0..<EvidenceBatch.size { raw[start + lane] = value }
      }
    }
  }

  /// Draws anew. The same seed gives the same draws.
  mutating func draw(seed: UInt64, detection: Double?) {
    drawClaims(seed)
    joinClaims()
    count()
    for index in raw.indices { raw[index] = 0 }
    for region in 0..<plan.regionCount { finishCounts(region) }
    if let detection { addUndetected(detection, seed: seed) }
    finishMomentum()
    addBrokerage()
    addFlows()
  }

  private mutating func drawClaims(_ seed: UInt64) {
    func fill(
      _ words: inout [UInt64], _ thresholds: [UInt64?], from start: Int, _ kind: EvidenceWord.Kind
    ) {
      let base = EvidenceWord.seed(seed, kind.rawValue, 0)
      for (number, threshold) in thresholds.enumerated() {
        words[start + number] = EvidenceWord.bernoulli(
          below: threshold, seed: base ^ UInt64(number) &* 0xE703_7ED1_A0B4_28DB)
      }
    }
    let (ties, crimes) = (plan.tieThresholds.count, plan.crimeThresholds.count)
    fill(&presenceClaims, plan.presenceThresholds, from: 0, .presence)
    fill(&links, plan.tieThresholds, from: 0, .tie)
    fill(&links, plan.transferThresholds, from: ties, .transfer)
    fill(&crimeSources, plan.crimeThresholds, from: 0, .crime)
    for (number, word) in links.enumerated() { crimeSources[crimes + number] = word }
  }

  private mutating func joinClaims() {
    for slot in 0..<plan.presences.count { presences[slot] = plan.presences.joined(slot, presenceClaims) }
    presences[Int(plan.always)] = ~0
    for slot in 0..<plan.crimeTies.count { crimeTies[slot] = plan.crimeTies.joined(slot, crimeSources) }
    for cell in crimeCells.indices { crimeCells[cell] = 0 }
    for item in plan.crimePresences {
      crimeCells[Int(item.cell)] |= presences[Int(item.presence)] & crimeTies[Int(item.crime)]
    }
    for (position, cell) in plan.crimeTransfers {
      crimeCells[Int(cell)] |= word(of: plan.flows[Int(position)])
    }
  }

  /// Whether the link is there and touches the region.
  private func word(of touch: DrawPlan.Touch) -> UInt64 {
    links[Int(touch.link)] & (presences[Int(touch.source)] | presences[Int(touch.target)])
  }

  private mutating func count() {
    func counter(_ counter: Counter, _ region: Int32) -> Int {
      counter.rawValue * plan.regionCount + Int(region)
    }
    counters.reset()
    for slot in plan.fullActors {
      counters.add(presences[Int(slot)], to: counter(.full, plan.presenceRegions[Int(slot)]))
    }
    for slot in plan.halfActors {
      counters.add(presences[Int(slot)], to: counter(.half, plan.presenceRegions[Int(slot)]))
    }
    for (cell, region) in plan.crimeCells.enumerated() {
      counters.add(crimeCells[cell], to: counter(.crimeTypes, region))
    }
    for touch in plan.latest { counters.add(word(of: touch), to: counter(.latest, touch.region)) }
    for touch in plan.previous { counters.add(word(of: touch), to: counter(.previous, touch.region)) }
    for touch in plan.crossTies { counters.add(word(of: touch), to: counter(.crossTies, touch.region)) }
    guard plan.model.measure == .counts else { return }
    for touch in plan.flows { counters.add(word(of: touch), to: counter(.transfers, touch.region)) }
  }

  /// Unpacks the counters of a region. Those of the two windows wait in momentum and transit.
  private mutating func finishCounts(_ region: Int) {
    func unpack(_ counter: Counter, _ indicator: Indicator, worth: Double) {
      counters.unpack(
        counter.rawValue * plan.regionCount + region, worth: worth, into: &raw,
        from: position(indicator, region))
    }
    unpack(.full, .actors, worth: 1)
    unpack(.half, .actors, worth: 0.5)
    unpack(.crimeTypes, .crimeTypes, worth: 1)
    unpack(.latest, .momentum, worth: 1)
    unpack(.previous, .transit, worth: 1)
    unpack(.crossTies, .crossTies, worth: 1)
    unpack(.transfers, .throughput, worth: 1)
  }

  /// What observation is expected to have missed, drawn for each count.
  private mutating func addUndetected(_ detection: Double, seed: UInt64) {
    let counted: [Indicator] =
      [.actors, .momentum, .transit, .crossTies]
      + (plan.model.measure == .counts ? [.throughput] : [])
    for region in 0..<plan.regionCount {
      for (number, indicator) in counted.enumerated() {
        var draws = VariateDraws(
          seed: EvidenceWord.seed(seed, 4, UInt64(region) << 3 | UInt64(number)))
        let start = position(indicator, region)
        for index in start..<start + EvidenceBatch.size {
          raw[index] += draws.undetected(beside: raw[index], detection: detection)
        }
      }
    }
  }

  private mutating func finishMomentum() {
    for region in 0..<plan.regionCount {
      let (latest, previous) = (position(.momentum, region), position(.transit, region))
      for lane in 0..<EvidenceBatch.size {
        let (n1, n0) = (raw[latest + lane], raw[previous + lane])
        raw[latest + lane] = max(0, (n1 - n0) / (n1 + n0 + 2))
        raw[previous + lane] = 0
      }
    }
  }

  /// b_i in each draw, added to the regions where the actor is.
  private mutating func addBrokerage() {
    var crime = [Int32](repeating: 0, count: EvidenceBatch.size)
    var terror = crime
    func countPairs(_ pairs: Range<Int32>, _ counts: inout [Int32]) {
      for lane in counts.indices { counts[lane] = 0 }
      for pair in pairs {
        let word = plan.brokerPairs.joined(Int(pair), links)
        for lane in counts.indices { counts[lane] &+= Int32(truncatingIfNeeded: word >> UInt64(lane) & 1) }
      }
    }
    for broker in plan.brokers {
      countPairs(broker.crimePairs, &crime)
      countPairs(broker.terrorPairs, &terror)
      for slot in broker.presences {
        let word = presences[Int(slot)]
        guard word != 0 else { continue }
        let start = position(.brokerage, Int(plan.presenceRegions[Int(slot)]))
        for lane in 0..<EvidenceBatch.size {
          let isThere = Double(word >> UInt64(lane) & 1)
          raw[start + lane] += isThere * Double(crime[lane]) * Double(terror[lane])
        }
      }
    }
  }

  private mutating func addFlows() {
    for index in incoming.indices { (incoming[index], outgoing[index]) = (0, 0) }
    if plan.model.measure == .counts { countCrossings() } else { addAmounts() }
    for (cell, region) in plan.transitCells.enumerated() {
      let (start, cellStart) = (position(.transit, Int(region)), cell * EvidenceBatch.size)
      for lane in 0..<EvidenceBatch.size {
        raw[start + lane] += min(incoming[cellStart + lane], outgoing[cellStart + lane])
      }
    }
    guard plan.model.measure != .counts else { return }
    for indicator in [Indicator.throughput, .transit] {
      let start = position(indicator, 0)
      for index in start..<start + plan.regionCount * EvidenceBatch.size where raw[index] > 0 {
        raw[index] = log1p(raw[index] / ExposureModel.amountUnit) / log(10)
      }
    }
  }

  private mutating func countCrossings() {
    crossings.reset()
    let cells = plan.transitCells.count
    for (position, cell) in plan.transits {
      let touch = plan.flows[Int(position)]
      let (payer, payee) = (presences[Int(touch.source)], presences[Int(touch.target)])
      let word = links[Int(touch.link)]
      crossings.add(word & payee & ~payer, to: Int(cell))
      crossings.add(word & payer & ~payee, to: cells + Int(cell))
    }
    for cell in 0..<cells {
      let start = cell * EvidenceBatch.size
      crossings.unpack(cell, worth: 1, into: &incoming, from: start)
      crossings.unpack(cells + cell, worth: 1, into: &outgoing, from: start)
    }
  }

  private mutating func addAmounts() {
    for touch in plan.flows {
      add(amount(of: touch), in: word(of: touch), to: &raw, from: position(.throughput, Int(touch.region)))
    }
    for (position, cell) in plan.transits {
      let touch = plan.flows[Int(position)]
      let (payer, payee) = (presences[Int(touch.source)], presences[Int(touch.target)])
      let (word, worth) = (links[Int(touch.link)], amount(of: touch))
      add(worth, in: word & payee & ~payer, to: &incoming, from: Int(cell) * EvidenceBatch.size)
      add(worth, in: word & payer & ~payee, to: &outgoing, from: Int(cell) * EvidenceBatch.size)
    }
  }

  private func amount(of touch: DrawPlan.Touch) -> Double {
    plan.model.transfers[Int(touch.link) - plan.model.ties.count].amount
  }

  private func add(_ worth: Double, in word: UInt64, to sums: inout [Double], from start: Int) {
    guard word != 0, worth > 0 else { return }
    var left = word
    while left != 0 {
      sums[start + left.trailingZeroBitCount] += worth
      left &= left - 1
    }
  }
}

import NexusGraph
import NexusModel

/// Items and origins behind the indicators of a region.
struct ItemCount: Hashable, Sendable {
  /// Distinct rows of ties, transfers and actors.
  var items = 0
  /// Distinct origins of these rows.
  var origins = 0
}

/// Counts, for each region, the distinct supporting rows that have a positive weight in one of its indicators.
///
/// A tie does by touching the region as a cross tie or with a date in a window of momentum, or through an end
/// that is active there: by its crime, or as a step of the end's brokerage. A transfer does by touching the
/// region or by its crime. A row of an actor does when the actor's presence or crime counts there.
struct ExposureEvidence {
  private let network: Network
  private let source: ExposureSource
  private let layout: ExposureLayout
  private let rule: ConfidenceRule
  /// Row and origin of every item of a region, with repetitions.
  private var items: [[(row: Int32, origin: Int32)]]
  /// The last link that was entered for a region.
  private var stamps: [Int]
  private var stamp = 0
  /// Actors whose presence decides where a counted link lies.
  private var locatesLinks: [Bool]

  /// O(links · (regions + rows of a link)).
  static func count(
    of network: Network, _ source: ExposureSource, _ layout: ExposureLayout, _ rule: ConfidenceRule
  ) -> [ItemCount] {
    var evidence = ExposureEvidence(network, source, layout, rule)
    evidence.addTies()
    evidence.addTransfers()
    evidence.addActors()
    return evidence.distinct()
  }

  /// The distinct rows behind each region, ascending.
  static func rows(
    of network: Network, _ source: ExposureSource, _ layout: ExposureLayout, _ rule: ConfidenceRule
  ) -> [[RowID]] {
    var evidence = ExposureEvidence(network, source, layout, rule)
    evidence.addTies()
    evidence.addTransfers()
    evidence.addActors()
    return evidence.items.map { Set($0.map(\.row)).sorted().map(RowID.init(rawValue:)) }
  }

  /// Each region stamps the rows and origins that it has seen.
  private func distinct() -> [ItemCount] {
    var (rowCount, originCount) = (0, 0)
    for row in items.lazy.joined() {
      rowCount = max(rowCount, Int(row.row) + 1)
      originCount = max(originCount, Int(row.origin) + 1)
    }
    var rowStamps = [Int32](repeating: -1, count: rowCount)
    var originStamps = [Int32](repeating: -1, count: originCount)
    return items.enumerated().map { region, rows in
      var count = ItemCount()
      for row in rows where rowStamps[Int(row.row)] != Int32(region) {
        rowStamps[Int(row.row)] = Int32(region)
        count.items += 1
      }
      for row in rows where originStamps[Int(row.origin)] != Int32(region) {
        originStamps[Int(row.origin)] = Int32(region)
        count.origins += 1
      }
      return count
    }
  }

  private init(
    _ network: Network, _ source: ExposureSource, _ layout: ExposureLayout, _ rule: ConfidenceRule
  ) {
    (self.network, self.source, self.layout, self.rule) = (network, source, layout, rule)
    items = Array(repeating: [], count: source.regions.count)
    stamps = Array(repeating: -1, count: source.regions.count)
    locatesLinks = Array(repeating: false, count: network.actors.count)
  }

  private mutating func addTies() {
    var regions: [Int] = []
    for (tie, position) in zip(source.model.ties, source.tiePositions) {
      regions.removeAll(keepingCapacity: true)
      let isCross = source.model.isCross(tie)
      let isInWindow = tie.window == .latest || tie.window == .previous
      if isCross { layout.forEachRegion(ofCrossTie: tie) { region, _ in regions.append(region) } }
      if isInWindow { layout.forEachRegion(touchedBy: tie) { region, _, _ in regions.append(region) } }
      for (end, other) in [(tie.source, tie.target), (tie.target, tie.source)] {
        let party = source.model.parties[Int(end)]
        let otherParty = source.model.parties[Int(other)]
        let isStep =
          layout.brokerage[Int(end)] > 0 && (otherParty == .terrorist || otherParty == .organisedCrime)
        guard isStep || (!tie.crimes.isEmpty && party != .other) else { continue }
        regions.append(contentsOf: layout.presences.columns(Int(end)).lazy.map(Int.init))
      }
      if isInWindow || (isCross && tie.places.isEmpty) { markEnds(of: tie) }
      add(network.evidence(of: network.ties[position]), to: regions)
    }
  }

  private mutating func addTransfers() {
    var regions: [Int] = []
    for (transfer, position) in zip(source.model.transfers, source.transferPositions) {
      regions.removeAll(keepingCapacity: true)
      layout.forEachRegion(touchedBy: transfer) { region, _, _ in regions.append(region) }
      if !transfer.crimes.isEmpty {
        for end in [transfer.source, transfer.target] where source.model.parties[Int(end)] != .other {
          regions.append(contentsOf: layout.presences.columns(Int(end)).lazy.map(Int.init))
        }
      }
      markEnds(of: transfer)
      add(CollectionOfOne(network.transfers[position].evidence), to: regions)
    }
  }

  private mutating func addActors() {
    for presence in network.scoredPresences {
      let actor = presence.actor.index
      let counts =
        source.model.parties[actor] != .other || !layout.crimes.isEmpty(actor) || layout.brokerage[actor] > 0
        || locatesLinks[actor]
      guard counts else { continue }
      let active = layout.presences.columns(actor)
      let containers = layout.containers[source.numbering[presence.region]]
      add([presence.evidence], to: containers.filter(active.contains).map(Int.init))
    }
    for claim in network.actors.crimes where !network.actors.roles[claim.actor.index].isProtected {
      let crimes = layout.crimes.columns(claim.actor.index)
      guard crimes.contains(Int32(source.numbering[claim.crime])) else { continue }
      add([claim.evidence], to: layout.presences.columns(claim.actor.index).map(Int.init))
    }
  }

  private mutating func markEnds(of link: ExposureModel.Link) {
    if link.sourceRegions.isEmpty { locatesLinks[Int(link.source)] = true }
    if link.targetRegions.isEmpty { locatesLinks[Int(link.target)] = true }
  }

  private mutating func add(_ evidence: some Sequence<Evidence>, to regions: [Int]) {
    stamp += 1
    for region in regions where stamps[region] != stamp {
      stamps[region] = stamp
      for item in evidence where item.stance == .supports && rule.support(item) > 0 {
        items[region].append((item.row.rawValue, item.origin))
      }
    }
  }
}

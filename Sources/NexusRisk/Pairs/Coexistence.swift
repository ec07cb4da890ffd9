public import NexusGraph
public import NexusModel

/// What an organised-crime actor and a terrorist actor without a direct tie have in common.
public struct CoexistingPair: Sendable {
  public let crime: ActorID
  public let terror: ActorID
  /// Where both are active, when they have a kind of crime in common as well; ascending.
  public let regions: [Region]
  /// The kinds of crime that both have, when they have a region in common as well; ascending.
  public let crimes: [Crime]
  /// Actors that both are tied to, ascending.
  public let neighbours: [ActorID]
}

extension Network {
  /// The pairs that coexist, active in one region with one kind of crime or with a common neighbour, but have no
  /// direct tie; by crime then terror actor. None of it says that the two know of each other.
  ///
  /// - Parameter rule: how evidence becomes confidence; what has none joins nobody.
  /// - Complexity: O(*c* · *t*) comparisons of short sets for *c* crime and *t* terrorist actors.
  public func coexistingPairs(
    _ rule: ConfidenceRule = ConfidenceRule(ungraded: 0.5)
  ) -> [CoexistingPair] {
    let source = ExposureSource(self, rule: rule, asOf: nil)
    let coexistence = Coexistence(source.model, ExposureLayout(source.model))
    let parties = source.model.parties
    let terrorists = parties.indices.filter { parties[$0] == .terrorist }
    return parties.indices.filter { parties[$0] == .organisedCrime }.flatMap { crime in
      terrorists.compactMap { terror in
        guard !coexistence.areTied(crime, terror), coexistence.holds(crime, terror) else { return nil }
        let places = coexistence.sharedPlaces(crime, terror)
        return CoexistingPair(
          crime: ActorID(crime), terror: ActorID(terror),
          regions: places.regions.map { source.numbering.regions[Int($0)] }.sorted(),
          crimes: places.crimes.map { source.numbering.crimes[Int($0)] }.sorted(),
          neighbours: coexistence.neighbours(crime, terror))
      }
    }
  }
}

/// Whether two actors share a region and crime type, or a neighbour.
struct Coexistence {
  private let regions: [Set<Int32>]
  private let crimes: [Set<Int32>]
  private let neighbours: [Set<Int32>]

  init(_ model: ExposureModel, _ layout: ExposureLayout) {
    var regions = [Set<Int32>](repeating: [], count: model.parties.count)
    for presence in model.presences { regions[Int(presence.actor)].insert(presence.region) }
    self.regions = regions
    crimes = model.parties.indices.map { Set(layout.crimes.columns($0)) }
    var neighbours = [Set<Int32>](repeating: [], count: model.parties.count)
    for tie in model.ties where tie.confidence > 0 {
      neighbours[Int(tie.source)].insert(tie.target)
      neighbours[Int(tie.target)].insert(tie.source)
    }
    self.neighbours = neighbours
  }

  func holds(_ first: Int, _ second: Int) -> Bool {
    if !regions[first].isDisjoint(with: regions[second]), !crimes[first].isDisjoint(with: crimes[second]) {
      return true
    }
    return !neighbours[first].isDisjoint(with: neighbours[second])
  }

  func areTied(_ first: Int, _ second: Int) -> Bool { neighbours[first].contains(Int32(second)) }

  /// The regions and crimes of both; none where one of the two kinds is not shared.
  func sharedPlaces(_ first: Int, _ second: Int) -> (regions: Set<Int32>, crimes: Set<Int32>) {
    let shared = (
      regions[first].intersection(regions[second]), crimes[first].intersection(crimes[second])
    )
    return shared.0.isEmpty || shared.1.isEmpty ? ([], []) : shared
  }

  func neighbours(_ first: Int, _ second: Int) -> [ActorID] {
    neighbours[first].intersection(neighbours[second]).sorted().map { ActorID(rawValue: $0) }
  }
}

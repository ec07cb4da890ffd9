public import NexusGraph
public import NexusModel

/// What a number is about.
public enum ExplanationSubject: Hashable, Sendable {
  case actor(ActorID)
  /// Two actors in any order.
  case pair(ActorID, ActorID)
  case region(Region)

  /// Finds what a text names: an actor by id or unique name, a region of the data by code or name, both tried
  /// whole; then a pair, two actors apart by `--`, else by a comma. `actor:`, `pair:` and `region:` decide.
  public init(_ text: String, in network: Network) throws(ExplanationError) {
    let names = SubjectNames(network)
    for (prefix, kinds) in [
      ("actor:", SubjectNames.Kinds.actor), ("region:", .region), ("pair:", .pair),
    ] where text.hasPrefix(prefix) {
      self = try names.subject(String(text.dropFirst(prefix.count)), kinds)
      return
    }
    self = try names.subject(text, .all)
  }
}

/// The names by which actors and regions of a network can be called.
private struct SubjectNames {
  enum Kinds { case actor, region, pair, all }

  let lookup: ActorLookup
  let actorNames: [String]
  let regions: Set<Region>

  init(_ network: Network) {
    lookup = ActorLookup(network.actors)
    actorNames = network.actors.ids + network.actors.names
    regions = network.regionsNamed
  }

  func subject(_ text: String, _ kinds: Kinds) throws(ExplanationError) -> ExplanationSubject {
    let actor = kinds == .actor || kinds == .all ? try self.actor(text) : nil
    let region = kinds == .region || kinds == .all ? self.region(text) : nil
    switch (actor, region) {
    case (.some, .some): throw .actorOrRegion(text)
    case (.some(let actor), nil): return .actor(actor)
    case (nil, .some(let region)): return .region(region)
    case (nil, nil): break
    }
    if kinds == .pair || kinds == .all {
      for separator in ["--", ","] {
        for split in text.ranges(of: separator) {
          let first = try self.actor(String(text[..<split.lowerBound]))
          let second = try self.actor(String(text[split.upperBound...]))
          if let first, let second { return .pair(first, second) }
        }
      }
    }
    throw .unknownSubject(text, near: near(text))
  }

  /// Nil when there is none. - Throws: when several bear the name.
  private func actor(_ text: String) throws(ExplanationError) -> ActorID? {
    do { return try lookup.actor(text) } catch {
      guard case .ambiguous(let name, let ids) = error else { return nil }
      throw .severalActors(name, ids: ids)
    }
  }

  private func region(_ text: String) -> Region? {
    guard let region = Region(resolving: text), regions.contains(region) else { return nil }
    return region
  }

  private func near(_ text: String) -> [String] {
    NearNames(text).among(actorNames + regions.flatMap { [$0.code, $0.name] })
  }
}

extension Network {
  /// Every region that the data name, and all that contain them.
  var regionsNamed: Set<Region> {
    var named = Set(actors.presences.map(\.region))
    for tie in ties { named.formUnion(tie.sourceRegions + tie.targetRegions + tie.places) }
    for transfer in transfers {
      named.formUnion([transfer.payerRegion, transfer.payeeRegion].compactMap { $0 })
    }
    return named.union(named.flatMap(\.ancestors))
  }
}

public import NexusAlgorithms
internal import NexusGraph
public import NexusModel

/// Who shares a kind of crime, and how much of it reaches into terrorism.
public struct CrimeMixing: Sendable {
  public let crime: Crime
  /// How many actors of each role the rows tie to the crime; roles without any are left out. Protected actors are
  /// not counted.
  public let actors: [Role: Int]
  /// Distinct pairs of actors with a tie or transfer of this crime.
  public let pairs: Int
  /// How many of these have a terrorist actor at one end or both.
  public let reaching: Int
  /// ``reaching`` ÷ ``pairs`` with its 95 % interval; nil without pairs.
  public let share: WilsonInterval?
}

extension Network {
  /// The table of crimes and roles, by crime.
  ///
  /// The share says how much of what is *recorded* of a crime touches a terrorist actor: who is watched decides it
  /// as well.
  ///
  /// - Complexity: O(rows · log rows).
  public func crimeMixing() -> [CrimeMixing] {
    var members: [Crime: Set<Int>] = [:]
    for claim in actors.crimes where claim.evidence.kind != .prediction && claim.evidence.stance == .supports
    {
      guard !actors.roles[claim.actor.index].isProtected else { continue }
      members[claim.crime, default: []].insert(claim.actor.index)
    }
    var pairs: [Crime: (all: Int, reaching: Int)] = [:]
    for pair in ActorPairs(self).pairs {
      let reaches = [pair.first, pair.second].contains { actors.roles[$0] == .terrorist }
      for crime in pair.crimes {
        members[crime, default: []].formUnion([pair.first, pair.second])
        let known = pairs[crime] ?? (0, 0)
        pairs[crime] = (known.all + 1, known.reaching + (reaches ? 1 : 0))
      }
    }
    return members.keys.sorted().map { crime in
      let (all, reaching) = pairs[crime] ?? (0, 0)
      return CrimeMixing(
        crime: crime,
        actors: (members[crime] ?? []).reduce(into: [:]) { $0[actors.roles[$1], default: 0] += 1 },
        pairs: all, reaching: reaching,
        share: WilsonInterval(successes: Double(reaching), trials: Double(all)))
    }
  }
}

internal import NexusAlgorithms
internal import NexusGraph
public import NexusModel

extension Network {
  /// Tests in each region whether its terrorist and organised-crime actors are joined more often than chance.
  ///
  /// A region's network is that of the actors active there and the pairs of them with a standing tie or transfer.
  /// Chance keeps it, so the region's size and each actor's degree, and deals the role labels out anew.
  ///
  /// - Parameters:
  ///   - level: countries, or what contains them; a region that the data give only more roughly stays as it is.
  ///   - seed: each region draws from a generator of this seed and its own code, so that one more region does not
  ///     change the others.
  /// - Returns: one group per region with an actor, by code.
  /// - Complexity: O(*n* + *m*) per region and permutation at most.
  ///
  /// Source: B. Phipson, G. K. Smyth, "Permutation p-values should never be zero", *Statistical Applications in
  /// Genetics and Molecular Biology* 9(1), 2010, art. 39, doi:10.2202/1544-6115.1585.
  public func crossTiesByRegion(level: Region.Level = .country, seed: UInt64) -> [ChanceGroup<Region>] {
    var members: [Region: Set<Int>] = [:]
    for presence in actors.presences where presence.evidence.kind != .prediction {
      guard presence.evidence.stance == .supports, !actors.roles[presence.actor.index].isProtected else {
        continue
      }
      members[presence.region.ancestor(at: level) ?? presence.region, default: []].insert(
        presence.actor.index)
    }
    let pairs = ActorPairs(self)
    var pairsByActor = [[Int]](repeating: [], count: actors.count)
    for (number, pair) in pairs.pairs.enumerated() { pairsByActor[pair.first].append(number) }
    return adjusted(
      members.keys.sorted().map { region in
        let inside = members[region] ?? []
        let edges = inside.sorted().flatMap { actor in
          pairsByActor[actor].lazy.map { pairs.pairs[$0] }.filter { inside.contains($0.second) }
        }
        return ChanceGroup(
          subject: region,
          test: test(of: inside.sorted(), edges, seed: seed ^ ChanceSeed.of(region.code)))
      })
  }

  /// Tests for each kind of crime whether terrorist and organised-crime actors share it more often than chance.
  ///
  /// The network of a crime is that of the pairs with a standing tie or transfer of it, and of the actors that rows
  /// tie to it. Labels are dealt out among these.
  ///
  /// - Returns: one group per crime, by word. See ``crossTiesByRegion(level:seed:)``.
  public func crossTiesByCrime(seed: UInt64) -> [ChanceGroup<Crime>] {
    var members: [Crime: Set<Int>] = [:]
    for claim in actors.crimes where claim.evidence.kind != .prediction && claim.evidence.stance == .supports
    {
      guard !actors.roles[claim.actor.index].isProtected else { continue }
      members[claim.crime, default: []].insert(claim.actor.index)
    }
    var edges: [Crime: [ActorPair]] = [:]
    for pair in ActorPairs(self).pairs {
      for crime in pair.crimes {
        edges[crime, default: []].append(pair)
        members[crime, default: []].formUnion([pair.first, pair.second])
      }
    }
    return adjusted(
      members.keys.sorted().map { crime in
        ChanceGroup(
          subject: crime,
          test: test(
            of: (members[crime] ?? []).sorted(), edges[crime] ?? [], seed: seed ^ ChanceSeed.of(crime.word)))
      })
  }

  /// - Parameter members: the actors of the group, ascending.
  private func test(of members: [Int], _ edges: [ActorPair], seed: UInt64) -> ChanceTest? {
    let roles = members.map { actors.roles[$0] }
    let (terrorists, criminals) = (roles.count { $0 == .terrorist }, roles.count { $0 == .organisedCrime })
    guard terrorists > 0, criminals > 0, !edges.isEmpty else { return nil }
    let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($0.element, $0.offset) })
    let graph = Graph(
      vertexCount: members.count,
      edges: edges.compactMap { pair in
        numbers[pair.first].flatMap { first in
          numbers[pair.second].map { Edge(VertexID(first), VertexID($0)) }
        }
      })
    var generator = SeededGenerator(seed: seed)
    let result = graph.crossTies(
      of: VertexMap(roles), between: .organisedCrime, and: .terrorist, permutations: ChanceTest.permutations,
      using: &generator)
    return result.map {
      ChanceTest(
        actors: members.count, terrorists: terrorists, organisedCrime: criminals, edges: $0.edgeCount,
        observed: $0.count, expected: $0.expectedShare * Double($0.edgeCount), pValue: $0.pValue)
    }
  }

  private func adjusted<Subject>(_ groups: [ChanceGroup<Subject>]) -> [ChanceGroup<Subject>] {
    let values = benjaminiHochberg(groups.map { $0.test?.pValue })
    return zip(groups, values).map { group, value in
      var group = group
      group.test = group.test.flatMap { test in value.map { test.adjusted(to: $0) } }
      return group
    }
  }
}

/// A number for a name, the same on every machine.
private enum ChanceSeed {
  /// FNV-1a.
  static func of(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

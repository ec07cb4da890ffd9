public import NexusGraph
public import NexusModel

/// What moves between places or actors, as a directed graph whose strengths are amounts.
public struct CorridorGraph: Sendable {
  /// What the vertices are.
  public enum Node: String, Hashable, Sendable, CaseIterable { case actor, region }
  /// What the strengths are.
  public enum Measure: Hashable, Sendable {
    /// What payers paid in one currency, or converted into one. What arrived does not count.
    case amounts(currency: String)
    /// The strengths of ties.
    case strengths
  }

  public let node: Node
  public let measure: Measure
  /// Codes of regions or ids of actors, ascending: the smaller vertex has the smaller name.
  public let names: [String]
  public let graph: Graph
  /// What stays inside one region, or whose end lies in no region that the data name. Of both, no corridor.
  public let within: Double
  public let unlocated: Double
  /// How many rows of ties or transfers it is made of, and how many of these speak of seizures.
  public let items: Int
  public let seizures: Int

  /// One thing that moves from one actor to another.
  struct Leg {
    var source: ActorID
    var target: ActorID
    var amount: Double
    var sourceRegions: [Region]
    var targetRegions: [Region]
    var isSeizure: Bool
  }

  init(_ legs: [Leg], by node: Node, _ measure: Measure, _ network: Network, _ shares: EndShares) {
    var sums: [String: [String: Double]] = [:]
    var (within, unlocated) = (0.0, 0.0)
    for leg in legs where leg.amount > 0 {
      guard node == .region else {
        let (source, target) = (network.actors.ids[leg.source.index], network.actors.ids[leg.target.index])
        sums[source, default: [:]][target, default: 0] += leg.amount
        continue
      }
      let (origins, ends) = (
        shares.of(leg.source, in: leg.sourceRegions), shares.of(leg.target, in: leg.targetRegions)
      )
      var located = 0.0
      for origin in origins {
        for end in ends {
          let amount = leg.amount * origin.share * end.share
          located += amount
          if origin.region == end.region {
            within += amount
            continue
          }
          sums[origin.region.code, default: [:]][end.region.code, default: 0] += amount
        }
      }
      unlocated += leg.amount - located
    }
    let names = Set(sums.keys).union(sums.values.flatMap(\.keys)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let edges = sums.flatMap { source, targets in
      targets.filter { $0.value > 0 }.map {
        Edge(VertexID(numbers[source, default: 0]), VertexID(numbers[$0.key, default: 0]), strength: $0.value)
      }
    }
    (self.node, self.measure, self.names) = (node, measure, names)
    graph = Graph(vertexCount: names.count, kind: .directed, edges: edges)
    (self.within, self.unlocated) = (within, max(0, unlocated))
    items = legs.count
    seizures = legs.count(where: \.isSeizure)
  }

  /// The vertex of a name.
  public func vertex(_ name: String) -> VertexID? {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low] == name ? VertexID(low) : nil
  }

  /// The vertices that are a region or lie in it.
  public func vertices(in region: Region) -> [VertexID] {
    names.indices.filter { index in
      names[index] == region.code
        || Region(resolving: names[index])?.ancestors.contains(region) == true
    }.map { VertexID($0) }
  }
}

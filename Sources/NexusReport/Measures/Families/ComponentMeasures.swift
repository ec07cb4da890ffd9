internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let components = MeasureFamily(
    "connectivity", "Connectivity",
    [
      Measure("component", "weak component, numbered from 1 by size"),
      Measure("strong_component", "strong component, numbered from 1 by size; undirected: component"),
      Measure("articulation", "1 where the actor alone holds parts of the network together, else 0"),
      Measure("blocks", "biconnected components that the actor lies in, without directions"),
      Measure("bridge", of: .tie, "1 where the tie alone holds two parts together, else 0"),
      Measure("block", of: .tie, "biconnected component of the tie, numbered from 1 by size"),
      Measure("components", of: .network, "how many weak components there are"),
      Measure("largest_component", of: .network, "actors of the largest weak component"),
    ]
  ) { input, names in
    let graph = input.graph
    let weak = graph.weakComponents()
    return names.map { name in
      switch name {
      case "component": return .actors(name, weak.labels.map { $0 + 1 })
      case "strong_component":
        let strong = Partition(labels: graph.strongComponents().values.map { Int($0) })
        return .actors(name, strong.labels.map { $0 + 1 })
      case "articulation":
        let points = Set(graph.articulationPoints())
        return .actors(name, graph.vertices.map { points.contains($0) ? 1 : 0 })
      case "blocks":
        let blocks = graph.biconnectedComponents()
        var counts = [Int](repeating: 0, count: graph.vertexCount)
        for block in 0..<blocks.count {
          for member in blocks.members(of: block) { counts[member.index] += 1 }
        }
        return .actors(name, counts)
      case "bridge":
        let bridges = Set(graph.bridges().map { UnorderedPair($0.source, $0.target) })
        return .ties(
          name, graph.edges.map { bridges.contains(UnorderedPair($0.source, $0.target)) ? 1 : 0 })
      case "block":
        return .ties(name, graph.biconnectedComponents().edgeComponents.map { Double($0) + 1 })
      case "components": return .network(name, Double(weak.count))
      default: return .network(name, Double(weak.sizes.first ?? 0))
      }
    }
  }
}

/// Two vertices, whichever comes first.
struct UnorderedPair: Hashable {
  let first: VertexID
  let second: VertexID

  init(_ one: VertexID, _ other: VertexID) { (first, second) = (min(one, other), max(one, other)) }
}

internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let components = MeasureFamily(
    "components", "Components",
    [
      Measure("component", "weak component, numbered from 1 by size"),
      Measure("strong_component", "strong component, numbered from 1 by size; undirected: component"),
      Measure("components", of: .network, "how many weak components there are"),
      Measure("largest_component", of: .network, "actors of the largest weak component"),
    ]
  ) { input, names in
    let weak = input.graph.weakComponents()
    return names.map { name in
      switch name {
      case "component": .actors(name, weak.labels.map { $0 + 1 })
      case "strong_component":
        .actors(
          name, Partition(labels: input.graph.strongComponents().values.map { Int($0) }).labels.map { $0 + 1 }
        )
      case "components": .network(name, Double(weak.count))
      default: .network(name, Double(weak.sizes.first ?? 0))
      }
    }
  }
}

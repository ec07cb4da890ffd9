internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let clustering = MeasureFamily(
    "closure", "Triangles",
    [
      Measure("triangles", "triangles through the actor, without directions"),
      Measure("clustering", "triangles ÷ pairs of neighbours, without directions; degree < 2: 0"),
      Measure("transitivity", of: .network, "3 · triangles ÷ two-paths"),
      Measure("mean_clustering", of: .network, "the mean of clustering"),
    ]
  ) { input, names in
    let clustering = input.skeleton.clustering(threads: input.options.threads)
    return names.map { name in
      switch name {
      case "triangles": .actors(name, clustering.triangles.values)
      case "clustering": .actors(name, clustering.local.values)
      case "transitivity": .network(name, clustering.transitivity)
      default: .network(name, clustering.mean)
      }
    }
  }
}

internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let communities = MeasureFamily(
    "communities", "Communities",
    [
      Measure("community", "Leiden, modularity on strengths, numbered from 1 by size"),
      Measure("participation", "1 − Σ (k_s/k)² over communities, k = strengths without directions"),
      Measure("modularity", of: .network, "Q of the communities, γ = --resolution"),
    ]
  ) { input, names in
    var generator = SeededGenerator(seed: input.options.seed)
    let leiden = LeidenOptions(quality: .modularity, resolution: input.options.resolution)
    let partition = try input.skeleton.leiden(leiden, using: &generator)
    return names.map { name in
      switch name {
      case "community": .actors(name, partition.labels.map { $0 + 1 })
      case "participation":
        MeasureResult(name, .actors(input.skeleton.participation(in: partition).values))
      default:
        .network(name, input.skeleton.modularity(of: partition, resolution: input.options.resolution))
      }
    }
  }
}

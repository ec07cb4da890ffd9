internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let cores = MeasureFamily(
    "cores", "Cores and trusses",
    [
      Measure(
        "core", "largest k such that the actor keeps k neighbours among those who do too (Batagelj–Zaveršnik)"
      ),
      Measure("truss", "the largest truss of its ties"),
      Measure(
        "edge_truss", of: .tie,
        "largest k of a subgraph with the tie in which every tie closes k − 2 triangles (Cohen 2008)"),
    ]
  ) { input, names in
    names.map { name in
      switch name {
      case "core": .actors(name, input.skeleton.coreness(threads: input.options.threads).values)
      case "truss": .actors(name, input.graph.trussness().vertices.values)
      default: .ties(name, input.graph.trussness().edges.map { Double($0) })
      }
    }
  }
}

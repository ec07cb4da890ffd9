internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let degrees = MeasureFamily(
    "degrees", "Degree and strength",
    [
      Measure("degree", "distinct neighbours in either direction"),
      Measure("in_degree", "distinct neighbours with a tie to the actor; undirected: degree"),
      Measure("out_degree", "distinct neighbours that the actor has a tie to; undirected: degree"),
      Measure("strength", "sum of the strengths of its ties; directed: in + out"),
      Measure("in_strength", "sum of the strengths of the ties to the actor; undirected: strength"),
      Measure("out_strength", "sum of the strengths of the ties from the actor; undirected: strength"),
      Measure("density", of: .network, "edges ÷ pairs; directed: arcs ÷ ordered pairs"),
    ]
  ) { input, names in
    let graph = input.graph
    return names.map { name in
      switch name {
      case "degree": .actors(name, graph.degrees().values)
      case "in_degree": .actors(name, (graph.isDirected ? graph.inDegrees() : graph.degrees()).values)
      case "out_degree": .actors(name, (graph.isDirected ? graph.outDegrees() : graph.degrees()).values)
      case "strength": .actors(name, graph.strengths().values)
      case "in_strength": .actors(name, graph.incoming.rowSums())
      case "out_strength": .actors(name, graph.outgoing.rowSums())
      default: .network(name, graph.density)
      }
    }
  }
}

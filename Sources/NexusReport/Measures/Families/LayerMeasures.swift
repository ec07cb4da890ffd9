internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

extension MeasureFamily {
  static let layers = MeasureFamily(
    "layers", "Layers: one a relation, or one a crime",
    [
      Measure("multiplex_participation", "L/(L−1) · [1 − Σ (k_r/o)²] over relations (Battiston 2014)"),
      Measure("overlap_degree", "o = Σ of degrees over relations"),
      Measure(
        "multilayer_pagerank", "PageRank over all relations at once, ω = 1 between layers (De Domenico 2015)"),
      Measure(
        "relation_agreement", of: .table, cost: .searches,
        "Kendall's τ-b between relations of degree, betweenness and PageRank, and shared edges (Jaccard)"),
      Measure("crime_agreement", of: .table, cost: .searches, "the same between kinds of crime"),
      Measure("relation_degrees", of: .table, "each actor's degree in each relation"),
    ]
  ) { input, names in
    let relations = input.layers(by: .relation)
    let multiplex = Multiplex(relations.map(\.graph))
    return try names.map { name in
      switch name {
      case "multiplex_participation": return MeasureResult(name, .actors(multiplex.participation().values))
      case "overlap_degree": return .actors(name, multiplex.overlapDegrees().values)
      case "multilayer_pagerank": return .actors(name, try multiplex.pageRank().vertices.values)
      case "relation_agreement": return MeasureResult(name, .table(try agreement(name, relations, input)))
      case "crime_agreement":
        return MeasureResult(name, .table(try agreement(name, input.layers(by: .crime), input)))
      default: return MeasureResult(name, .table(degrees(relations, input.network)))
      }
    }
  }

  private static func agreement(
    _ name: String, _ layers: [NetworkLayer], _ input: MeasureInput
  ) throws -> Table {
    let multiplex = Multiplex(layers.map(\.graph))
    var options = LayerAgreementOptions()
    options.paths = input.options.paths
    var table = Table(
      name, columns: ["layer", "other", "tau_degree", "tau_betweenness", "tau_pagerank", "shared_edges"])
    let taus = try [LayerMeasure.degree, .betweenness, .pageRank].map {
      try multiplex.agreement(by: $0, options)
    }
    let overlap = multiplex.edgeOverlap()
    for first in layers.indices {
      for second in layers.indices where first < second {
        table.append(
          [.text(layers[first].name), .text(layers[second].name)]
            + taus.map { .real($0[first][second]) } + [.real(overlap[first][second])])
      }
    }
    return table
  }

  private static func degrees(_ layers: [NetworkLayer], _ network: Network) -> Table {
    var table = Table("relation_degrees", columns: ["id"] + layers.map(\.name))
    let degrees = layers.map { $0.graph.degrees().values }
    for actor in 0..<network.actors.count {
      table.append([.text(network.actors.ids[actor])] + degrees.map { .whole($0[actor]) })
    }
    return table
  }
}

extension MeasureInput {
  fileprivate func layers(by dimension: LayerDimension) -> [NetworkLayer] {
    network.layers(by: dimension, weighedBy: options.strengths == .weighedByConfidence ? structural : nil)
  }
}

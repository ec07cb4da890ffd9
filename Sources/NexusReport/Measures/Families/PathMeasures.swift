internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let paths = MeasureFamily(
    "paths", "Shortest paths",
    [
      Measure(
        "betweenness", cost: .searches,
        "Σ σ(s,t|v)/σ(s,t) over pairs, ÷ (n−1)(n−2)/2, directed ÷ (n−1)(n−2) (Brandes 2001)"),
      Measure(
        "closeness", cost: .searches,
        "(r−1)/Σd · (r−1)/(n−1), r = actors that reach it, itself included (Wasserman–Faust)"),
      Measure("harmonic", cost: .searches, "Σ 1/d ÷ (n−1), d = distance from each actor that reaches it"),
      Measure("diameter", of: .network, cost: .searches, "the longest shortest path"),
    ]
  ) { input, names in
    let paths = input.graph.pathCentralities(input.options.paths)
    let estimate = paths.approximation.map {
      MeasureResult.Estimate(
        sample: "\($0.pivots) random sources", errorBound: $0.errorBound, confidence: $0.confidence)
    }
    return names.map { name in
      switch name {
      case "betweenness": .actors(name, paths.betweenness.values).estimated(estimate)
      case "closeness": .actors(name, paths.closeness.values)
      case "harmonic": .actors(name, paths.harmonic.values)
      default: .network(name, paths.diameter)
      }
    }
  }
}

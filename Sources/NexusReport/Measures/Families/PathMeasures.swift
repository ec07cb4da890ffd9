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
      Measure("eccentricity", cost: .searches, "distance to the farthest actor that can be reached"),
      Measure("local_efficiency", "mean 1/d among the neighbours, without the actor (Latora–Marchiori 2001)"),
      Measure("reach2", "share of the others that the actor reaches within two steps"),
      Measure("reach3", "share of the others that the actor reaches within three steps"),
      Measure(
        "edge_betweenness", of: .tie, cost: .searches,
        "Σ σ(s,t|e)/σ(s,t) over pairs, ÷ n(n−1)/2, directed ÷ n(n−1) (Girvan–Newman 2002)"),
      Measure("diameter", of: .network, cost: .searches, "the longest shortest path"),
      Measure("radius", of: .network, cost: .searches, "the smallest eccentricity of the largest component"),
      Measure(
        "global_efficiency", of: .network, cost: .searches, "mean 1/d over ordered pairs, 0 without a path"),
      Measure(
        "effective_diameter", of: .network, "hops within which 90 % of the pairs that have a path lie"),
      Measure(
        "betweenness_centralization", of: .network, cost: .searches,
        "Σ (largest − b_v) ÷ its most, which a star has (Freeman 1979)"),
      Measure(
        "degree_centralization", of: .network, "Σ (largest − d_v) ÷ its most, which a star has (Freeman 1979)"
      ),
    ]
  ) { input, names in
    let (graph, options) = (input.graph, input.options.paths)
    let searched = names.intersection(["betweenness", "closeness", "harmonic", "diameter"])
    var results = try searched.isEmpty ? [] : searchedPaths(graph, options, searched)
    for name in names.subtracting(searched) {
      switch name {
      case "eccentricity":
        let found = graph.eccentricities(by: options.lengths, threads: options.threads)
        results.append(.actors(name, found.values.values))
      case "radius":
        results.append(
          .network(name, graph.eccentricities(by: options.lengths, threads: options.threads).radius))
      case "global_efficiency":
        results.append(.network(name, graph.globalEfficiency(by: options.lengths, threads: options.threads)))
      case "local_efficiency":
        results.append(.actors(name, graph.localEfficiency(threads: options.threads).values))
      case "effective_diameter": results.append(try effectiveDiameter(name, graph, options))
      case "reach2": results.append(.actors(name, graph.reach(within: 2, threads: options.threads).values))
      case "reach3": results.append(.actors(name, graph.reach(within: 3, threads: options.threads).values))
      case "edge_betweenness": results.append(.ties(name, graph.edgeBetweenness(options)))
      case "betweenness_centralization":
        results.append(.network(name, graph.betweennessCentralization(options)))
      default: results.append(.network(name, graph.degreeCentralization()))
      }
    }
    return results
  }

  private static func effectiveDiameter(
    _ name: String, _ graph: Graph, _ options: PathOptions
  ) throws -> MeasureResult {
    var wanted = EffectiveDiameterOptions()
    (wanted.seed, wanted.threads) = (options.seed, options.threads)
    let found = try graph.effectiveDiameter(wanted)
    return MeasureResult.network(name, found.value).estimated(
      found.sources.map {
        MeasureResult.Estimate(
          sample: "\($0) random sources", errorBound: max(found.high - found.value, found.value - found.low),
          confidence: EffectiveDiameter.confidence)
      })
  }

  /// What one search from every actor gives.
  private static func searchedPaths(
    _ graph: Graph, _ options: PathOptions, _ names: Set<String>
  ) throws -> [MeasureResult] {
    let paths = graph.pathCentralities(options)
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

internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let walks = MeasureFamily(
    "walks", "Walks of every length (directions ignored, every tie 1)",
    [
      Measure(
        "subgraph", cost: .dense, "(e^A)_ii: closed walks, one of k steps counting 1/k! (Estrada 2005)"),
      Measure("total_communicability", "(e^A 1)_i: all walks from the actor (Benzi 2013)"),
      Measure(
        "communicability_betweenness", cost: .dense,
        "mean share of the walks between two others that pass through (Estrada 2009)"),
      Measure(
        "communicability", of: .tie, cost: .dense, "(e^A)_ij between the ends of the tie (Estrada 2008)"),
      Measure("natural_connectivity", of: .network, cost: .dense, "ln of the mean of subgraph (Wu 2010)"),
    ]
  ) { input, names in
    var options = CommunicabilityOptions()
    (options.denseLimit, options.threads) = (input.options.denseLimit, input.options.threads)
    let graph = input.graph
    try refuseAboveLimit(input, names.subtracting(["total_communicability", "natural_connectivity"]))
    return try names.map { name in
      switch name {
      case "subgraph": .actors(name, try graph.subgraphCentrality(options).values)
      case "total_communicability": .actors(name, try graph.totalCommunicability(options).values)
      case "communicability_betweenness": .actors(name, try graph.communicabilityBetweenness(options).values)
      case "communicability":
        .ties(
          name,
          try graph.communicability(
            between: graph.edges.map { (source: $0.source, target: $0.target) }, options))
      default: try naturalConnectivity(name, of: input, options)
      }
    }
  }

  /// Exact up to the dense limit, beyond it estimated.
  private static func naturalConnectivity(
    _ name: String, of input: MeasureInput, _ options: CommunicabilityOptions
  ) throws -> MeasureResult {
    guard input.graph.vertexCount > options.denseLimit else {
      return .network(name, try input.graph.naturalConnectivity(options))
    }
    var estimate = NaturalConnectivityEstimateOptions()
    estimate.seed = input.options.seed
    estimate.quadrature.threads = options.threads
    let found = try input.graph.naturalConnectivityEstimate(estimate)
    return MeasureResult.network(name, found?.value).estimated(
      found.map {
        MeasureResult.Estimate(
          sample: "\($0.probes) random vectors",
          errorBound: ($0.interval.upperBound - $0.interval.lowerBound) / 2,
          confidence: 0.95)
      })
  }

  static let currents = MeasureFamily(
    "currents", "Current flow (strengths as conductances, directions ignored)",
    [
      Measure(
        "current_flow_betweenness", cost: .dense,
        "mean current through the actor over all pairs of others (Newman 2005)"),
      Measure(
        "current_flow_closeness", cost: .dense,
        "(r−1)/Σ resistance · (r−1)/(n−1), r = actors of its component (Brandes–Fleischer 2005)"),
      Measure("information", cost: .dense, "actors of the component ÷ Σ resistance (Stephenson–Zelen 1989)"),
      Measure("resistance", of: .tie, cost: .dense, "effective resistance between the ends of the tie"),
      Measure(
        "spanning_edge", of: .tie, cost: .dense,
        "probability that a random spanning tree holds the tie; bridge: 1"),
      Measure(
        "kirchhoff", of: .network, cost: .dense,
        "Σ effective resistance over pairs; not connected: not defined"),
    ]
  ) { input, names in
    var options = CurrentFlowOptions()
    (options.denseLimit, options.threads) = (input.options.denseLimit, input.options.threads)
    let graph = input.graph
    try refuseAboveLimit(input, names)
    return try names.map { name in
      switch name {
      case "current_flow_betweenness": return .actors(name, try graph.currentFlowBetweenness(options).values)
      case "current_flow_closeness": return .actors(name, try graph.currentFlowCloseness(options).values)
      case "information": return .actors(name, try graph.informationCentrality(options).values)
      case "resistance":
        let resistances = try graph.effectiveResistances(options)
        return .ties(name, graph.edges.map { resistances[$0.source, $0.target] })
      case "spanning_edge": return .ties(name, try graph.spanningEdgeCentrality(options))
      default:
        let index = try graph.kirchhoffIndex(options)
        return .network(name, index.isFinite ? index : nil)
      }
    }
  }

  private static func refuseAboveLimit(_ input: MeasureInput, _ names: Set<String>) throws {
    guard !names.isEmpty, input.graph.vertexCount > input.options.denseLimit else { return }
    throw TooManyActors(count: input.graph.vertexCount, limit: input.options.denseLimit)
  }

  /// Why no dense matrix is made, in the words of the command.
  private struct TooManyActors: Error, CustomStringConvertible {
    let count: Int
    let limit: Int

    var description: String {
      let gigabytes = (3 * 8 * Double(count) * Double(count) / 1e9).formatted(decimals: 1)
      return
        "It holds a number for every pair, which for \(count) actors takes about \(gigabytes) GB; the limit is "
        + "\(limit) actors. Look at a part with --focus or another filter, or raise --dense-limit."
    }
  }
}

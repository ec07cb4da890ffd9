private import Foundation
public import NexusGraph

extension Graph {
  /// The map equation: how many bits a step of a random walker takes to describe when the communities have
  /// codebooks of their own, and there is one for the moves between them.
  ///
  ///     L = plogp(q) − 2 Σ_c plogp(q_c) − Σ_v plogp(p_v) + Σ_c plogp(q_c + p_c),   plogp(x) = x log₂ x
  ///
  /// p_v is the share of steps that end at vertex *v*, p_c the sum over community *c*, q_c the share of steps that
  /// leave *c*, and q = Σ q_c. Of an undirected graph, steps go along edges in proportion to strength, and p_v to the
  /// strength of *v*. Of a directed one the walker also teleports, and so settles: with probability τ, and always
  /// where no arc leaves, to any vertex alike. Such jumps are **recorded**: they count among the steps, as in the
  /// paper, so that the same formula holds and what leaves a community is what enters it; the price is that L
  /// depends somewhat on τ.
  /// - Returns: bits a step, the smaller, the better; nil when there are no edges or their strengths add up to
  ///   infinity.
  /// - Throws: ``InfomapError`` when the teleportation is out of range or the walker does not settle.
  /// - Complexity: O(*n* + *m*), for a directed graph per step of the power iteration.
  ///
  /// Source: M. Rosvall, C. T. Bergstrom, "Maps of random walks on complex networks reveal community structure",
  /// *PNAS* 105, 2008, pp. 1118–1123, doi:10.1073/pnas.0706851105; the formula: M. Rosvall, D. Axelsson,
  /// C. T. Bergstrom, "The map equation", *European Physical Journal Special Topics* 178, 2009, pp. 13–23,
  /// doi:10.1140/epjst/e2010-01179-1.
  public func codelength(
    of partition: Partition, _ options: InfomapOptions = InfomapOptions()
  ) throws(InfomapError) -> Double? {
    precondition(partition.vertexCount == vertexCount, "The partition is of another graph.")
    return try RandomWalkFlow(on: self, options)?.codelength(of: partition)
  }
}

/// x log₂ x, and 0 for 0; below 0 lies only what rounding left.
func plogp(_ x: Double) -> Double { x > 0 ? x * log2(x) : 0 }

/// How a random walker moves through a graph once it has settled.
struct RandomWalkFlow: Sendable {
  /// The flows of both directions together along edges, by vertex.
  let flows: CommunityLevel<FlowWeight>
  /// −Σ plogp(p_v): the bits a step would take in one codebook for all.
  let entropy: Double

  /// Nil when there is nothing to walk along: no edges, or strengths that add up to infinity.
  init?(on graph: Graph, _ options: InfomapOptions) throws(InfomapError) {
    try options.validate()
    let isDirected = graph.isDirected && options.directions == .kept
    let graph = isDirected ? graph : graph.undirectedSum()
    let leaving = graph.outgoing.rowSums()
    let total = leaving.reduce(0, +)
    guard total > 0, total.isFinite else { return nil }
    var weights: [FlowWeight]
    var links: [Edge] = []
    if isDirected {
      weights = try graph.teleportingVisits(options.teleportation, leaving: leaving)
      for edge in graph.edges {
        let (source, target) = (edge.source.index, edge.target.index)
        let followed = weights[source].visits - weights[source].teleports
        let flow = followed * (edge.strength / leaving[source])
        weights[source].surplus += flow
        weights[target].surplus -= flow
        links.append(Edge(edge.source, edge.target, strength: flow))
      }
    } else {
      weights = leaving.map { FlowWeight(visits: $0 / total) }
      links = graph.edges.map { Edge($0.source, $0.target, strength: 2 * ($0.strength / total)) }
    }
    // A flow too small for a number is none.
    let rows = Graph(vertexCount: graph.vertexCount, edges: links.filter { $0.strength > 0 }).outgoing
    flows = CommunityLevel(
      offsets: rows.offsets, targets: rows.targets, strengths: rows.strengths, weights: weights)
    entropy = -weights.reduce(0) { $0 + plogp($1.visits) }
  }

  func codelength(of partition: Partition) -> Double {
    var weights = [FlowWeight](repeating: .zero, count: partition.count)
    var crossing = [Double](repeating: 0, count: partition.count)
    for vertex in 0..<flows.vertexCount {
      let community = partition.labels[vertex]
      weights[community] += flows.weights[vertex]
      for arc in flows.row(vertex) where partition.labels[Int(flows.targets[arc])] != community {
        crossing[community] += flows.strengths[arc]
      }
    }
    var (exits, length) = (0.0, entropy)
    for (weight, crossing) in zip(weights, crossing) {
      let exit = weight.exit(crossing: crossing)
      exits += exit
      length += plogp(exit + weight.visits) - 2 * plogp(exit)
    }
    return length + plogp(exits)
  }
}

extension Graph {
  /// What a walker who teleports does at each vertex, steps along arcs left out.
  fileprivate func teleportingVisits(
    _ teleportation: Double, leaving: [Double]
  ) throws(InfomapError) -> [FlowWeight] {
    let visits: [Double]
    do {
      visits = try pageRank(PageRankOptions(damping: 1 - teleportation)).values
    } catch {
      throw .notSettled(teleportation: teleportation)
    }
    return zip(visits, leaving).map { visits, leaving in
      FlowWeight(
        visits: visits, teleports: visits * (leaving > 0 ? teleportation : 1),
        landings: 1 / Double(vertexCount))
    }
  }
}

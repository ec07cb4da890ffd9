internal import NexusGraph

extension CommunityLevel<Double> {
  /// The level of a graph whose directions are ignored. Nil when there is nothing to divide by: no edges, or
  /// strengths that add up to infinity.
  init?(undirected graph: Graph, _ quality: PartitionQuality, resolution: Double) {
    let rows = graph.undirectedSum().outgoing
    let strengths = rows.rowSums()
    let total = strengths.reduce(0, +)
    guard total > 0, total.isFinite else { return nil }
    let (weights, penalty) =
      switch quality {
      case .modularity: (strengths.map { $0 / total.squareRoot() }, resolution)
      case .cpm: ([Double](repeating: 1, count: graph.vertexCount), resolution)
      }
    self.init(
      offsets: rows.offsets, targets: rows.targets, strengths: rows.strengths, weights: weights,
      penalty: penalty)
  }
}

extension CommunityLevel<DirectedWeight> {
  /// The level of a graph whose directions count. Nil as for an undirected one.
  init?(directed graph: Graph, _ quality: PartitionQuality, resolution: Double) {
    let leaving = graph.outgoing.rowSums()
    let arriving = graph.incoming.rowSums()
    let total = leaving.reduce(0, +)
    guard total > 0, total.isFinite, arriving.reduce(0, +).isFinite else { return nil }
    let (weights, penalty) =
      switch quality {
      case .modularity:
        (
          zip(leaving, arriving).map {
            DirectedWeight(outgoing: $0 / total.squareRoot(), incoming: $1 / total.squareRoot())
          }, resolution
        )
      case .cpm:
        (
          [DirectedWeight](repeating: DirectedWeight(outgoing: 1, incoming: 1), count: graph.vertexCount),
          resolution
        )
      }
    let rows = graph.undirectedSum().outgoing
    self.init(
      offsets: rows.offsets, targets: rows.targets, strengths: rows.strengths, weights: weights,
      penalty: penalty)
  }
}

public import NexusGraph

extension Graph {
  /// Communities by the Louvain method: vertices move to better communities until none is left that would, and the
  /// same again on the graph of these communities, until nothing moves.
  ///
  /// Faster than ``leiden(_:using:)`` and of lower quality; published results rest on it. What the method itself
  /// does not promise holds here: every community is connected, since one that is not is split, which only
  /// improves it.
  ///
  /// Ties: as in ``leiden(_:using:)``.
  ///
  /// - Parameters:
  ///   - options: which quality, how fine, and whether directions count; the best of `starts` counts, nil for one.
  ///     There is no refinement, and so no use for its randomness.
  ///   - generator: gives one seed, on which all else depends.
  /// - Returns: the communities, the largest first; an isolate is its own.
  /// - Throws: ``LeidenError`` when an option is out of range.
  /// - Complexity: about O(*m*) per level, of which there are few; O(*n* + *m*) memory.
  ///
  /// Source: V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large
  /// networks", *Journal of Statistical Mechanics*, P10008, 2008, doi:10.1088/1742-5468/2008/10/P10008.
  public func louvain(
    _ options: LeidenOptions = LeidenOptions(), using generator: inout some RandomNumberGenerator
  ) throws(LeidenError) -> Partition {
    try options.validate()
    return bestPartition(
      options, starts: options.starts ?? 1, seed: generator.next(), by: LouvainSearch())
  }
}

private struct LouvainSearch: LevelSearch {
  func labels(_ base: CommunityLevel<some VertexWeight>, generator: SeededGenerator) -> [Int32] {
    var generator = generator
    var level = base
    var labels = (0..<Int32(base.vertexCount)).map { $0 }
    while true {
      var levelLabels = (0..<Int32(level.vertexCount)).map { $0 }
      guard level.moveVertices(&levelLabels, order: generator.permutation(level.vertexCount)) else { break }
      let count = renumber(&levelLabels)
      for vertex in labels.indices { labels[vertex] = levelLabels[Int(labels[vertex])] }
      guard count < level.vertexCount else { break }
      level = level.aggregated(by: levelLabels, count: count)
    }
    return labels
  }
}

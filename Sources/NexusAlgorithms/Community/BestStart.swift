internal import NexusGraph

/// A search for communities that goes by the worth of moves alone, whatever quality stands behind them.
protocol LevelSearch {
  /// A label for each vertex, numbered below the number of vertices.
  func labels(_ level: CommunityLevel<some VertexWeight>, generator: SeededGenerator) -> [Int32]
}

extension Graph {
  /// The best partition that several starts of a search find, the first of equals; singletons when none is better.
  func bestPartition(_ options: LeidenOptions, starts: Int, seed: UInt64, by search: some LevelSearch)
    -> Partition
  {
    if isDirected, options.directions == .kept {
      let level = CommunityLevel(directed: self, options.quality, resolution: options.resolution)
      return bestPartition(level, options, starts: starts, seed: seed, by: search)
    }
    let graph = undirectedSum()
    let level = CommunityLevel(undirected: graph, options.quality, resolution: options.resolution)
    return graph.bestPartition(level, options, starts: starts, seed: seed, by: search)
  }

  private func bestPartition(
    _ level: CommunityLevel<some VertexWeight>?, _ options: LeidenOptions, starts: Int, seed: UInt64,
    by search: some LevelSearch
  ) -> Partition {
    func quality(_ partition: Partition) -> Double {
      value(
        of: options.quality, for: partition, resolution: options.resolution, directions: options.directions)
    }
    let singletons = Partition(singletons: vertexCount)
    guard let level else { return singletons }
    var best = (partition: singletons, quality: quality(singletons))
    var seeds = SeededGenerator(seed: seed)
    for _ in 0..<starts {
      let labels = search.labels(level, generator: SeededGenerator(seed: seeds.next()))
      // Every community split into its connected parts: parting what no edge joins only improves either quality.
      let partition = components { labels[$0] == labels[$1] }
      let found = quality(partition)
      if found > best.quality { best = (partition, found) }
    }
    return best.partition
  }
}

import NexusGraph

extension BlockSplit {
  /// Betweenness before it is scaled: Σ σ(s, t | v) / σ(s, t) over ordered pairs, by vertex of the graph.
  ///
  /// - Complexity: O(*n* + *m*), and O(*n* · *m*) of each block of three or more vertices.
  func dependencies(threads: Int?) -> [Double] {
    var sums = separatedPairs
    let copies = sweep(sumCount: vertices.count, threads: threads) { search, sums in
      var squares: [Double] = []
      search.accumulate(into: &sums, squares: &squares)
    }
    for (copy, sum) in copies.enumerated() { sums[Int(vertices[copy])] += sum }
    return sums
  }

  /// What the shortest paths put on each arc of the split graph, over ordered pairs.
  func arcDependencies(threads: Int?) -> [Double] {
    sweep(sumCount: graph.outgoing.arcCount, threads: threads) { search, sums in
      search.accumulate(ontoArcs: &sums)
    }
  }

  /// One search from every copy through its block; what the chunks gather is added up in their order.
  private func sweep(
    sumCount: Int, threads: Int?, gather: @Sendable (borrowing HopSearch, inout [Double]) -> Void
  ) -> [Double] {
    let chunks = SourceChunks(sumCount: sumCount, threads: threads)
    let stage = WorkProgress.begin("betweenness", of: vertices.count)
    defer { stage?.finish() }
    let parts = chunks.map { chunk in
      var sums = [Double](repeating: 0, count: sumCount)
      graph.outgoing.withArcs { arcs in
        var search = HopSearch(arcs: arcs, weights: weights)
        var tally = WorkTally(stage)
        for source in stride(from: chunk, to: vertices.count, by: chunks.count) {
          _ = search.run(from: Int32(source), within: ranges[source])
          gather(search, &sums)
          search.reset()
          tally.add()
        }
      }
      return sums
    }
    return chunks.sum(parts)
  }
}

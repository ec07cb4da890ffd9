public import NexusGraph

extension Graph {
  /// Communities by the Leiden algorithm: a division of the vertices for which modularity, or another quality,
  /// is as large as the search can make it.
  ///
  /// Each iteration moves vertices to better communities until none is left, refines every community into
  /// well-connected parts, and repeats this on the graph of these parts; iterations go on until one moves
  /// nothing.
  ///
  /// The search starts anew several times from singletons, and the best result counts, the first of equals.
  /// How often depends on the size *s* = *n* + *m* alone, unless the options say: 60 000 / *s* starts, at least 1
  /// and at most 20, each of 3 000 000 / *s* iterations at most, but no fewer than 2 and no more than 50.
  ///
  /// Ties: a vertex whose best communities are equally good stays when its own is among them, else goes to that
  /// of its first neighbour in the order of vertices; one that would gain less than 1e-10 of its strength stays.
  ///
  /// - Parameters:
  ///   - options: which quality, how fine, and whether directions count.
  ///   - generator: gives one seed, on which all else depends.
  /// - Returns: the communities, the largest first. Every community is connected; an isolate is its own. The
  ///   quality is at least that of singletons.
  /// - Throws: ``LeidenError`` when an option is out of range.
  /// - Complexity: about O(*m*) per iteration, of which there are few; O(*n* + *m*) memory.
  ///
  /// Source: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
  /// communities", *Scientific Reports* 9, 5233, 2019, doi:10.1038/s41598-019-41695-z; for directed graphs: E. A.
  /// Leicht, M. E. J. Newman, *Physical Review Letters* 100, 118703, 2008, doi:10.1103/PhysRevLett.100.118703.
  public func leiden(
    _ options: LeidenOptions = LeidenOptions(), using generator: inout some RandomNumberGenerator
  ) throws(LeidenError) -> Partition {
    try options.validate()
    let size = vertexCount + undirectedSum().edgeCount
    guard size > 0 else { return Partition(singletons: 0) }
    let starts = options.starts ?? max(1, min(60_000 / size, 20))
    let iterations = options.iterations ?? max(2, min(3_000_000 / size, 50))
    // Most searches settle before their last iteration.
    let units = starts.multipliedReportingOverflow(by: iterations)
    let all = units.partialValue.multipliedReportingOverflow(by: vertexCount)
    let stage = WorkProgress.begin(
      "communities", of: units.overflow || all.overflow ? 0 : all.partialValue)
    defer { stage?.finish() }
    let start = LeidenStart(
      randomness: options.randomness, iterations: iterations, threads: options.threads, stage: stage)
    return bestPartition(options, starts: starts, seed: generator.next(), by: start)
  }
}

private struct LeidenStart: LevelSearch {
  let randomness: Double
  let iterations: Int
  let threads: Int?
  let stage: WorkStage?

  func labels(_ level: CommunityLevel<some VertexWeight>, generator: SeededGenerator) -> [Int32] {
    var search = LeidenSearch(
      level, randomness: randomness, threads: threads, stage: stage, generator: generator)
    return search.run(iterations: iterations)
  }
}

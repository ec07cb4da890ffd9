public import NexusGraph

extension Graph {
  /// Communities by Infomap: a division of the vertices in which a random walker stays long, so that its way takes
  /// few bits to describe. Two levels: communities of vertices.
  ///
  /// The search is that of ``leiden(_:using:)`` with the map equation for quality: vertices move to better
  /// communities, each community is divided anew from singletons by merges drawn by lot among those that shorten the
  /// code, and the same happens on the graph of these parts, until three iterations in a row gain nothing. It starts
  /// anew 300 000 / *s* times for *s* = *n* + *m*, at least 1 and at most 50, each of 3 000 000 / *s* iterations, at
  /// least 3 and at most 50, unless the options say; the best result counts, the first of equals. (Codes have many optima: on a network of 54 gang members one start in 15 finds the shortest.)
  ///
  /// Ties: a vertex stays when its own community is among the best, else goes to that of its first neighbour in the
  /// order of vertices.
  ///
  /// - Parameters:
  ///   - options: whether directions count, and how the walker teleports.
  ///   - generator: gives one seed, on which all else depends.
  /// - Returns: the communities, the largest first; an isolate is its own. One community of all when no division of a
  ///   connected graph takes fewer bits.
  /// - Throws: ``InfomapError`` when an option is out of range or the walker does not settle.
  /// - Complexity: about O(*m*) per iteration; O(*n* + *m*) memory.
  ///
  /// Source: as for ``codelength(of:_:)``.
  public func infomap(
    _ options: InfomapOptions = InfomapOptions(), using generator: inout some RandomNumberGenerator
  ) throws(InfomapError) -> Partition {
    let flow = try RandomWalkFlow(on: self, options)
    var seeds = SeededGenerator(seed: generator.next())
    guard let flow else { return Partition(singletons: vertexCount) }
    // What no edge joins shares no codebook: the walker only ever teleports between.
    var best = weakComponents()
    var shortest = flow.codelength(of: best)
    let size = vertexCount + edgeCount
    let iterations = options.iterations ?? max(3, min(3_000_000 / size, 50))
    for _ in 0..<(options.starts ?? max(1, min(300_000 / size, 50))) {
      var search = InfomapSearch(flow, generator: SeededGenerator(seed: seeds.next()))
      let found = search.run(iterations: iterations)
      if found.codelength < shortest { (best, shortest) = (found.partition, found.codelength) }
    }
    return best
  }
}

public import NexusGraph

extension Graph {
  /// Communities by the Leiden algorithm: a division of the vertices for which modularity, or another quality,
  /// is as large as the search can make it.
  ///
  /// Each iteration moves vertices to better communities until none is left, refines every community into
  /// well-connected parts, and repeats this on the graph of these parts; iterations go on until one moves
  /// nothing. Directions are ignored: the strengths of both add up.
  ///
  /// The search starts anew several times from singletons, and the best result counts, the first of equals.
  /// How often depends on the size *s* = *n* + *m* alone: 60 000 / *s* starts, at least 1 and at most 20, each of
  /// 3 000 000 / *s* iterations at most, but no fewer than 10 and no more than 50.
  ///
  /// Ties: a vertex whose best communities are equally good stays when its own is among them, else goes to that
  /// of its first neighbour in the order of vertices; one that would gain less than 1e-10 of its strength stays.
  ///
  /// - Parameters:
  ///   - options: which quality, and how fine.
  ///   - generator: gives one seed, on which all else depends.
  /// - Returns: the communities, the largest first. Every community is connected; an isolate is its own. The
  ///   quality is at least that of singletons.
  /// - Throws: ``LeidenError`` when an option is out of range.
  /// - Complexity: about O(*m*) per iteration, of which there are few; O(*n* + *m*) memory.
  ///
  /// Source: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
  /// communities", *Scientific Reports* 9, 5233, 2019, doi:10.1038/s41598-019-41695-z.
  public func leiden(
    _ options: LeidenOptions = LeidenOptions(), using generator: inout some RandomNumberGenerator
  ) throws(LeidenError) -> Partition {
    try options.validate()
    let seed = generator.next()
    let graph = undirectedSum()
    let singletons = Partition(singletons: vertexCount)
    guard let level = LeidenLevel(graph, options) else { return singletons }

    let size = vertexCount + graph.edgeCount
    let starts = max(1, min(60_000 / size, 20))
    let iterations = max(10, min(3_000_000 / size, 50))
    var best = (partition: singletons, quality: graph.quality(of: singletons, options))
    var seeds = SeededGenerator(seed: seed)
    for _ in 0..<starts {
      var search = LeidenSearch(level, options, generator: SeededGenerator(seed: seeds.next()))
      let labels = search.run(iterations: iterations)
      // Every community split into its connected parts: parting what no edge joins only improves either quality.
      let partition = graph.components { labels[$0] == labels[$1] }
      let quality = graph.quality(of: partition, options)
      if quality > best.quality { best = (partition, quality) }
    }
    return best.partition
  }

  fileprivate func quality(of partition: Partition, _ options: LeidenOptions) -> Double {
    switch options.quality {
    case .modularity: modularity(of: partition, resolution: options.resolution) ?? -.infinity
    case .cpm: cpmQuality(of: partition, resolution: options.resolution)
    }
  }
}

extension LeidenOptions {
  fileprivate func validate() throws(LeidenError) {
    guard resolution > 0, resolution.isFinite else { throw .invalidResolution(resolution) }
    guard randomness > 0, randomness.isFinite else { throw .invalidRandomness(randomness) }
  }
}

/// One start of the algorithm.
struct LeidenSearch {
  private let base: LeidenLevel
  /// θ in the unit of the strengths.
  let temperature: Double
  var generator: SeededGenerator

  init(_ base: LeidenLevel, _ options: LeidenOptions, generator: SeededGenerator) {
    self.base = base
    temperature = options.randomness * base.meanStrength
    self.generator = generator
  }

  /// The community of each vertex, by iterations from singletons until one moves nothing, or no more are left.
  mutating func run(iterations: Int) -> [Int32] {
    var labels = (0..<Int32(base.vertexCount)).map { $0 }
    for _ in 0..<iterations {
      guard iterate(&labels) else { break }
    }
    return labels
  }

  /// One iteration from the partition `labels`, which it improves. Returns whether it moved anything.
  private mutating func iterate(_ labels: inout [Int32]) -> Bool {
    var level = base
    var vertexOf = (0..<Int32(base.vertexCount)).map { $0 }
    var levelLabels = labels
    var moved = false
    while true {
      if moveVertices(of: level, &levelLabels) { moved = true }
      let count = renumber(&levelLabels)
      guard count < level.vertexCount else { break }
      var parts = refine(levelLabels, count: count, of: level)
      var partCount = renumber(&parts)
      if partCount == level.vertexCount {
        // No merge in the refinement: go on with whole communities, as they may still be worth joining.
        (parts, partCount) = (levelLabels, count)
      }
      var next = [Int32](repeating: 0, count: partCount)
      for vertex in 0..<level.vertexCount { next[Int(parts[vertex])] = levelLabels[vertex] }
      level = level.aggregated(by: parts, count: partCount)
      levelLabels = next
      for vertex in vertexOf.indices { vertexOf[vertex] = parts[Int(vertexOf[vertex])] }
    }
    for vertex in labels.indices { labels[vertex] = levelLabels[Int(vertexOf[vertex])] }
    return moved
  }

  /// Renumbers labels below their number of vertices from 0, in the order in which they are met, and returns
  /// how many there are.
  private func renumber(_ labels: inout [Int32]) -> Int {
    var numbers = [Int32](repeating: -1, count: labels.count)
    var count: Int32 = 0
    for vertex in labels.indices {
      let label = Int(labels[vertex])
      if numbers[label] < 0 {
        numbers[label] = count
        count += 1
      }
      labels[vertex] = numbers[label]
    }
    return Int(count)
  }
}

internal import NexusGraph

/// One start of the Leiden algorithm.
struct LeidenSearch<Weight: VertexWeight> {
  private let base: CommunityLevel<Weight>
  /// θ in the unit of the strengths.
  let temperature: Double
  let threads: Int?
  /// Each iteration is worth the vertices of the base, booked as they go up into larger ones.
  private let stage: WorkStage?
  var generator: SeededGenerator

  init(
    _ base: CommunityLevel<Weight>, randomness: Double, threads: Int? = nil, stage: WorkStage? = nil,
    generator: SeededGenerator
  ) {
    (self.base, self.threads, self.stage) = (base, threads, stage)
    temperature = randomness * base.meanStrength
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
    var booked = 0
    func book(_ units: Int) {
      stage?.advance(by: units)
      booked += units
    }
    while true {
      let order = generator.permutation(level.vertexCount)
      if level.moveVertices(&levelLabels, order: order) { moved = true }
      let count = renumber(&levelLabels)
      guard count < level.vertexCount else { break }
      var parts = refine(levelLabels, count: count, of: level)
      var partCount = renumber(&parts)
      if partCount == level.vertexCount {
        // No merge in the refinement: go on with whole communities, as they may still be worth joining.
        (parts, partCount) = (levelLabels, count)
      }
      let merged = level.vertexCount - partCount
      book(merged / 2)
      var next = [Int32](repeating: 0, count: partCount)
      for vertex in 0..<level.vertexCount { next[Int(parts[vertex])] = levelLabels[vertex] }
      level = level.aggregated(by: parts, count: partCount, threads: threads)
      levelLabels = next
      book(merged - merged / 2)
      for vertex in vertexOf.indices { vertexOf[vertex] = parts[Int(vertexOf[vertex])] }
    }
    for vertex in labels.indices { labels[vertex] = levelLabels[Int(vertexOf[vertex])] }
    book(base.vertexCount - booked)
    return moved
  }
}

internal import NexusGraph

/// One start of Infomap.
struct InfomapSearch {
  private let flow: RandomWalkFlow
  private var generator: SeededGenerator

  init(_ flow: RandomWalkFlow, generator: SeededGenerator) {
    self.flow = flow
    self.generator = generator
  }

  /// Iterations from singletons until three in a row gain nothing, or no more are left.
  mutating func run(iterations: Int) -> (partition: Partition, codelength: Double) {
    var best = Partition(singletons: flow.flows.vertexCount)
    var shortest = flow.codelength(of: best)
    var idle = 0
    for _ in 0..<iterations where idle < 3 {
      let partition = iterate(best)
      let codelength = flow.codelength(of: partition)
      guard codelength < shortest - 1e-12 else {
        idle += 1
        continue
      }
      (best, shortest, idle) = (partition, codelength, 0)
    }
    return (best, shortest)
  }

  private mutating func iterate(_ partition: Partition) -> Partition {
    var level = flow.flows
    var vertexOf = (0..<Int32(level.vertexCount)).map { $0 }
    var levelLabels = partition.labels.map { Int32($0) }
    while true {
      level.moveVertices(&levelLabels, order: generator.permutation(level.vertexCount))
      let count = renumber(&levelLabels)
      guard count < level.vertexCount else { break }
      var parts = level.refine(levelLabels, using: &generator)
      var partCount = renumber(&parts)
      if partCount == level.vertexCount { (parts, partCount) = (levelLabels, count) }
      var next = [Int32](repeating: 0, count: partCount)
      for vertex in 0..<level.vertexCount { next[Int(parts[vertex])] = levelLabels[vertex] }
      level = level.aggregated(by: parts, count: partCount)
      levelLabels = next
      for vertex in vertexOf.indices { vertexOf[vertex] = parts[Int(vertexOf[vertex])] }
    }
    return Partition(dense: vertexOf.map { levelLabels[Int($0)] }, count: level.vertexCount)
  }
}

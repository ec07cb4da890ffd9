internal import NexusGraph

extension LeidenSearch {
  /// Fast local moving: visits the vertices in random order, moves each to its best community, and visits
  /// again the neighbours that this may concern, until no vertex is left to visit.
  ///
  /// Labels are below the number of vertices, before and after. Returns whether a vertex was moved.
  mutating func moveVertices(of level: LeidenLevel, _ labels: inout [Int32]) -> Bool {
    let count = level.vertexCount
    var weightOf = level.weights(of: labels, count: count)
    var sizes = [Int32](repeating: 0, count: count)
    for label in labels { sizes[Int(label)] += 1 }
    var empty = (0..<Int32(count)).reversed().filter { sizes[Int($0)] == 0 }
    var queue = VisitQueue(generator.permutation(count))
    var tally = Tally(count: count)
    var moved = false

    while let vertex = queue.next() {
      let row = level.row(vertex)
      let own = labels[vertex]
      var strength = 0.0
      for arc in row {
        tally.add(level.strengths[arc], to: labels[Int(level.targets[arc])])
        strength += level.strengths[arc]
      }
      let weight = level.weights[vertex]
      let penalty = level.penalty * weight
      let slack = 1e-10 * (strength + penalty * level.totalWeight)

      var best = own
      var bestGain = tally[own] - penalty * (weightOf[Int(own)] - weight) + slack
      for community in tally.met where community != own {
        let gain = tally[community] - penalty * weightOf[Int(community)]
        if gain > bestGain { (best, bestGain) = (community, gain) }
      }
      if bestGain < 0, sizes[Int(own)] > 1, let alone = empty.last { best = alone }
      tally.clear()
      guard best != own else { continue }

      moved = true
      labels[vertex] = best
      if sizes[Int(best)] == 0 { empty.removeLast() }
      sizes[Int(best)] += 1
      weightOf[Int(best)] += weight
      sizes[Int(own)] -= 1
      weightOf[Int(own)] -= weight
      if sizes[Int(own)] == 0 {
        empty.append(own)
        weightOf[Int(own)] = 0  // exactly, whatever rounding left
      }
      for arc in row where labels[Int(level.targets[arc])] != best { queue.add(level.targets[arc]) }
    }
    return moved
  }
}

/// Vertices to visit, first come first served, each at most once at a time.
private struct VisitQueue {
  private var ring: [Int32]
  private var isWaiting: [Bool]
  private var head = 0
  private var waiting: Int

  init(_ order: [Int32]) {
    ring = order
    isWaiting = [Bool](repeating: true, count: order.count)
    waiting = order.count
  }

  mutating func next() -> Int? {
    guard waiting > 0 else { return nil }
    let vertex = Int(ring[head])
    head = head + 1 == ring.count ? 0 : head + 1
    waiting -= 1
    isWaiting[vertex] = false
    return vertex
  }

  mutating func add(_ vertex: Int32) {
    guard !isWaiting[Int(vertex)] else { return }
    isWaiting[Int(vertex)] = true
    let tail = head + waiting
    ring[tail < ring.count ? tail : tail - ring.count] = vertex
    waiting += 1
  }
}

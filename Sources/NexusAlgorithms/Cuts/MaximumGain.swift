extension FlowNetwork {
  /// The most that a flow from a source to a sink can carry over some arcs, where what passes several of them counts
  /// each time: max Σ *f*(a) over the gaining arcs *a*.
  ///
  /// With gaining arcs that no path passes twice and no path avoids, it is the maximum flow. It answers how much of
  /// an amount may have arrived somewhere when the same money can leave and come back.
  ///
  /// - Precondition: the network has no cycle.
  /// - Throws: ``FlowError`` as ``maximumFlow(from:to:)`` does.
  /// - Complexity: one maximum flow for each number of gaining arcs that a path can pass.
  ///
  /// Source: the primal–dual method of L. R. Ford, D. R. Fulkerson, *Flows in Networks*, 1962, with gains for costs.
  public func maximumGain(from source: Int, to sink: Int, over gaining: [Int]) throws(FlowError) -> Double {
    guard source != sink else { throw .sourceIsSink }
    if isUnbounded(from: source, to: sink) { throw .unbounded }
    var residual = ResidualNetwork(self)
    var gains = ArcGains(residual, gaining: gaining, to: sink)
    var total = 0.0
    while gains.best[source] > 0 {
      total += Double(gains.best[source]) * residual.augment(from: source, to: sink, along: gains)
      gains.update(residual, to: sink)
    }
    return total
  }
}

/// How many gaining arcs the best open path from each vertex to the sink passes.
struct ArcGains {
  /// By slot of the residual network: 1 gaining, -1 its twin, 0 all others.
  private let gains: [Int8]
  /// By vertex; ``unreachable`` where no open path leads to the sink.
  private(set) var best: [Int32]
  static let unreachable = Int32.min

  /// The longest paths in a network without cycles, before anything flows. O(*n* + *m*).
  init(_ residual: ResidualNetwork, gaining: [Int], to sink: Int) {
    var gains = [Int8](repeating: 0, count: residual.targets.count)
    for arc in gaining {
      gains[Int(residual.slots[arc])] = 1
      gains[Int(residual.twins[Int(residual.slots[arc])])] = -1
    }
    var best = [Int32](repeating: ArcGains.unreachable, count: residual.levels.count)
    var isArc = [Bool](repeating: false, count: gains.count)
    for slot in residual.slots { isArc[Int(slot)] = true }
    var waiting = [Int32](repeating: 0, count: best.count)  // arcs out of a vertex that are not yet settled
    for vertex in best.indices {
      for slot in Int(residual.offsets[vertex])..<Int(residual.offsets[vertex + 1]) where isArc[slot] {
        waiting[vertex] += 1
      }
    }
    best[sink] = 0
    var ready = best.indices.filter { waiting[$0] == 0 }
    while let vertex = ready.popLast() {
      for slot in Int(residual.offsets[vertex])..<Int(residual.offsets[vertex + 1]) where !isArc[slot] {
        let (source, arc) = (Int(residual.targets[slot]), Int(residual.twins[slot]))
        if best[vertex] != ArcGains.unreachable, residual.residuals[arc] > residual.tolerance {
          best[source] = max(best[source], best[vertex] + Int32(gains[arc]))
        }
        waiting[source] -= 1
        if waiting[source] == 0 { ready.append(source) }
      }
    }
    (self.gains, self.best) = (gains, best)
  }

  /// Whether an arc lies on a best path: best[v] = gain + best[w].
  func isTight(_ slot: Int, from vertex: Int, to target: Int) -> Bool {
    best[target] != ArcGains.unreachable && best[vertex] == best[target] + Int32(gains[slot])
  }

  /// The best paths after an augmentation: shortest paths in what each arc loses against the former ones, which is
  /// never negative, by buckets of equal loss (Dial 1969). O(*n* + *m* + the gain of the best path).
  mutating func update(_ residual: ResidualNetwork, to sink: Int) {
    let none = Int32.max
    var losses = [Int32](repeating: none, count: best.count)
    losses[sink] = 0
    var buckets: [[Int32]] = [[Int32(sink)]]
    var loss = 0
    while loss < buckets.count {
      while let vertex = buckets[loss].popLast().map(Int.init) {
        guard losses[vertex] == Int32(loss) else { continue }
        for slot in Int(residual.offsets[vertex])..<Int(residual.offsets[vertex + 1]) {
          let (source, arc) = (Int(residual.targets[slot]), Int(residual.twins[slot]))
          guard residual.residuals[arc] > residual.tolerance, best[source] != ArcGains.unreachable else {
            continue
          }
          let through = Int32(loss) + best[source] - Int32(gains[arc]) - best[vertex]
          guard through < losses[source] else { continue }
          losses[source] = through
          while buckets.count <= Int(through) { buckets.append([]) }
          buckets[Int(through)].append(Int32(source))
        }
      }
      loss += 1
    }
    for vertex in best.indices {
      best[vertex] = losses[vertex] == none ? ArcGains.unreachable : best[vertex] - losses[vertex]
    }
  }
}

/// What a flow leaves of the capacities, as arcs in both directions, in compressed sparse rows.
///
/// Each arc of the network has a slot at its source, whose residual is what still fits, and a twin at its target,
/// whose residual is what flows.
struct ResidualNetwork {
  let offsets: [Int32]
  let targets: [Int32]
  let twins: [Int32]
  var residuals: [Double]
  /// The slot of each arc of the network.
  let slots: [Int32]
  /// A residual up to here counts as none: 0 when all capacities are whole numbers, which then add up exactly, else
  /// 1e-12 of the largest finite one.
  let tolerance: Double
  /// Distance to the sink in open arcs; -1: the sink cannot be reached.
  var levels: [Int32]

  /// O(*n* + *m*). An unbounded arc gets more room than all others together.
  init(_ network: FlowNetwork) {
    let finite = network.capacities.lazy.filter(\.isFinite)
    let sum = finite.reduce(0, +)
    let isWhole = sum < 0x1p51 && finite.allSatisfy { $0 == $0.rounded() }
    tolerance = isWhole ? 0 : 1e-12 * (finite.max() ?? 0)
    let unbounded = sum + 1

    var next = [Int32](repeating: 0, count: network.vertexCount + 1)
    for vertex in network.sources { next[Int(vertex) + 1] += 1 }
    for vertex in network.targets { next[Int(vertex) + 1] += 1 }
    for vertex in 0..<network.vertexCount { next[vertex + 1] += next[vertex] }
    offsets = next
    var targets = [Int32](repeating: 0, count: 2 * network.arcCount)
    var twins = targets
    var residuals = [Double](repeating: 0, count: 2 * network.arcCount)
    var slots = [Int32](repeating: 0, count: network.arcCount)
    for arc in 0..<network.arcCount {
      let (source, target) = (Int(network.sources[arc]), Int(network.targets[arc]))
      let slot = next[source]
      next[source] += 1
      let twin = next[target]
      next[target] += 1
      (targets[Int(slot)], targets[Int(twin)]) = (Int32(target), Int32(source))
      (twins[Int(slot)], twins[Int(twin)]) = (twin, slot)
      residuals[Int(slot)] = min(network.capacities[arc], unbounded)
      slots[arc] = slot
    }
    (self.targets, self.twins, self.residuals, self.slots) = (targets, twins, residuals, slots)
    levels = [Int32](repeating: -1, count: network.vertexCount)
  }

  /// What flows through an arc of the network.
  func flow(_ arc: Int) -> Double { residuals[Int(twins[Int(slots[arc])])] }

  /// Raises the flow from source to sink until no open path is left, and returns by how much.
  ///
  /// Dinic's method: blocking flows in the network of shortest paths. O(*n*² *m*), in practice near linear.
  ///
  /// - Parameter potentials: where given, only arcs without reduced gain are open, see ``FlowNetwork/maximumGain``.
  mutating func augment(from source: Int, to sink: Int, along gains: ArcGains? = nil) -> Double {
    var total = 0.0
    var cursors = [Int32](repeating: 0, count: levels.count)
    while setLevels(from: source, to: sink, along: gains) {
      for vertex in cursors.indices { cursors[vertex] = offsets[vertex] }
      total += block(from: source, to: sink, along: gains, &cursors)
    }
    return total
  }

  /// Distances to the sink, by breadth-first search against the open arcs, until the source is met.
  mutating func setLevels(from source: Int?, to sink: Int, along gains: ArcGains? = nil) -> Bool {
    for vertex in levels.indices { levels[vertex] = -1 }
    levels[sink] = 0
    var queue = [Int32(sink)]
    var head = 0
    while head < queue.count {
      let vertex = Int(queue[head])
      head += 1
      if vertex == source { return true }
      for slot in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
        let neighbour = Int(targets[slot])
        guard levels[neighbour] < 0, residuals[Int(twins[slot])] > tolerance,
          gains?.isTight(Int(twins[slot]), from: neighbour, to: vertex) ?? true
        else { continue }
        levels[neighbour] = levels[vertex] + 1
        queue.append(Int32(neighbour))
      }
    }
    return false
  }

  /// A blocking flow: depth-first searches towards the sink that never try an arc twice.
  private mutating func block(
    from source: Int, to sink: Int, along gains: ArcGains?, _ cursors: inout [Int32]
  ) -> Double {
    var total = 0.0
    var path: [Int32] = []
    var vertex = source
    while true {
      if vertex == sink {
        total += push(&path)
        vertex = path.last.map { Int(targets[Int($0)]) } ?? source
        continue
      }
      if let slot = nextStep(from: vertex, along: gains, &cursors) {
        path.append(Int32(slot))
        vertex = Int(targets[slot])
      } else {
        levels[vertex] = -1
        guard let last = path.popLast() else { return total }
        vertex = Int(targets[Int(twins[Int(last)])])
      }
    }
  }

  /// The next open arc from a vertex to one nearer to the sink; the cursor stays on it while it is open.
  private func nextStep(from vertex: Int, along gains: ArcGains?, _ cursors: inout [Int32]) -> Int? {
    while cursors[vertex] < offsets[vertex + 1] {
      let slot = Int(cursors[vertex])
      let target = Int(targets[slot])
      if residuals[slot] > tolerance, levels[target] >= 0, levels[target] == levels[vertex] - 1,
        gains?.isTight(slot, from: vertex, to: target) ?? true
      {
        return slot
      }
      cursors[vertex] += 1
    }
    return nil
  }

  /// Fills a path up to its narrowest arc, and shortens it to where that one begins.
  private mutating func push(_ path: inout [Int32]) -> Double {
    var room = Double.infinity
    for slot in path { room = min(room, residuals[Int(slot)]) }
    var narrowest = 0
    for (position, slot) in path.enumerated().reversed() {
      residuals[Int(slot)] -= room
      residuals[Int(twins[Int(slot)])] += room
      if residuals[Int(slot)] <= tolerance { narrowest = position }
    }
    path.removeSubrange(narrowest...)
    return room
  }
}

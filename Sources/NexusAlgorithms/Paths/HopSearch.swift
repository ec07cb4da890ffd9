/// Breadth-first search with path counts, and the accumulation of dependencies (Brandes 2001).
///
/// Works level by level and in either direction, whichever looks at fewer arcs. Path counts of vertices not
/// yet placed are 0, so that a plain sum over neighbours needs no distances:
///
///     σ(w) = Σ σ(v) over v before w          δ(v) = σ(v) Σ (1 + δ(w)) / σ(w) over w after v
///
/// Counts grow exponentially on long ladders; a level whose counts pass 2²⁵⁶ is scaled down by it.
///
/// Source for the change of direction: S. Beamer, K. Asanović, D. Patterson, "Direction-optimizing
/// breadth-first search", *SC* 2012, doi:10.1109/SC.2012.50.
struct HopSearch: SourceSearch, ~Copyable {
  private let vertexCount: Int
  /// The arcs that lead away from the source, and the same arcs by their other end.
  private let away: Arcs
  private let back: Arcs
  private let isDirected: Bool

  /// σ, 0 while a vertex is not placed.
  private let paths: UnsafeMutablePointer<Double>
  /// What a level gathers before it takes effect: new σ on the way out, Σ (1 + δ) / σ on the way back.
  private let gathered: UnsafeMutablePointer<Double>
  /// (1 + δ) / σ, 0 until a vertex's level is complete.
  private let shares: UnsafeMutablePointer<Double>
  /// The vertices by level.
  private let order: UnsafeMutablePointer<Int32>
  /// How many vertices each stands for, as a source and as a target.
  private let weights: UnsafeMutablePointer<Double>
  private var levels: [Level] = []

  private struct Level {
    var range: Range<Int>
    var arcsAway = 0
    var arcsBack = 0
    /// What the σ of this level were multiplied by, on top of the level before.
    var scale = 1.0
  }

  init(vertexCount: Int, away: Arcs, back: Arcs) {
    self.vertexCount = vertexCount
    self.away = away
    self.back = back
    isDirected = away.targets != back.targets
    weights = .allocate(capacity: vertexCount)
    weights.initialize(repeating: 1, count: vertexCount)
    paths = .allocate(capacity: vertexCount)
    gathered = .allocate(capacity: vertexCount)
    shares = .allocate(capacity: vertexCount)
    order = .allocate(capacity: vertexCount)
    paths.initialize(repeating: 0, count: vertexCount)
    gathered.initialize(repeating: 0, count: vertexCount)
    shares.initialize(repeating: 0, count: vertexCount)
    order.initialize(repeating: 0, count: vertexCount)
  }

  /// Vertices that stand for others behind them, in an undirected graph.
  init(arcs: Arcs, weights: [Double]) {
    self.init(vertexCount: weights.count, away: arcs, back: arcs)
    for (vertex, weight) in weights.enumerated() { self.weights[vertex] = weight }
  }

  deinit {
    weights.deallocate()
    paths.deallocate()
    gathered.deallocate()
    shares.deallocate()
    order.deallocate()
  }

  /// Places every vertex that can be reached and counts the shortest paths to it.
  mutating func run(from source: Int32) -> SourceSummary { run(from: source, within: 0..<vertexCount) }

  /// The same where only vertices of a range can be reached.
  mutating func run(from source: Int32, within range: Range<Int>) -> SourceSummary {
    var summary = SourceSummary()
    order[0] = source
    paths[Int(source)] = 1
    levels.append(Level(range: 0..<1, arcsAway: away.degree(Int(source)), arcsBack: back.degree(Int(source))))
    var arcsIntoRest =
      back.offsets[range.upperBound] - back.offsets[range.lowerBound] - back.degree(Int(source))
    while let frontier = levels.last, frontier.arcsAway > 0 {
      // Pulling reads all arcs into the rest but hardly ever mispredicts a branch.
      let end =
        2 * frontier.arcsAway > arcsIntoRest + range.count
        ? pullLevel(after: frontier.range, into: range) : pushLevel(from: frontier.range)
      guard end > frontier.range.upperBound else { break }
      let level = completeLevel(frontier.range.upperBound..<end)
      arcsIntoRest -= level.arcsBack
      let distance = Double(levels.count)
      levels.append(level)
      summary.total += distance * Double(level.range.count)
      summary.harmonic += Double(level.range.count) / distance
      summary.farthest = distance
    }
    summary.reached = Int32(levels[levels.count - 1].range.upperBound)
    return summary
  }

  /// Every arc out of the frontier; returns where the next level ends in `order`.
  private func pushLevel(from frontier: Range<Int>) -> Int {
    var end = frontier.upperBound
    for position in frontier {
      let vertex = Int(order[position])
      let count = paths[vertex]
      for arc in away.row(vertex) {
        let target = Int(away.targets[arc])
        guard paths[target] == 0 else { continue }
        if gathered[target] == 0 {
          order[end] = Int32(truncatingIfNeeded: target)
          end &+= 1
        }
        gathered[target] += count
      }
    }
    return end
  }

  /// Every arc into a vertex not yet placed; only the frontier can be at its other end.
  private func pullLevel(after frontier: Range<Int>, into range: Range<Int>) -> Int {
    var end = frontier.upperBound
    for vertex in range where paths[vertex] == 0 {
      var sum = 0.0
      for arc in back.row(vertex) { sum += paths[Int(back.targets[arc])] }
      guard sum > 0 else { continue }
      gathered[vertex] = sum
      order[end] = Int32(truncatingIfNeeded: vertex)
      end &+= 1
    }
    return end
  }

  private func completeLevel(_ range: Range<Int>) -> Level {
    var level = Level(range: range)
    var peak = 0.0
    for position in range {
      let vertex = Int(order[position])
      paths[vertex] = gathered[vertex]
      peak = max(peak, gathered[vertex])
      gathered[vertex] = 0
      level.arcsAway &+= away.degree(vertex)
      level.arcsBack &+= back.degree(vertex)
    }
    if peak > 0x1p256 {
      level.scale = 0x1p-256
      // The floor keeps a placed vertex from looking unplaced; beside 2²⁵⁶ it is nothing.
      for position in range {
        let vertex = Int(order[position])
        paths[vertex] = max(paths[vertex] * level.scale, 0x1p-600)
      }
    }
    return level
  }

  /// Adds the dependency of the source on every vertex, times the weight of the source, and its square where
  /// `squares` is not empty.
  func accumulate(into dependencies: inout [Double], squares: inout [Double]) {
    let last = levels.count - 1
    guard last > 1 else { return }
    completeShares(levels[last])
    for depth in stride(from: last - 1, through: 1, by: -1) {
      let (level, next) = (levels[depth], levels[depth + 1])
      // Pushing also reaches vertices of later levels, which is harmless, as they are complete, and in
      // directed graphs vertices never placed, which `reset` then has to clear.
      if next.arcsBack + (isDirected ? vertexCount : 0) < level.arcsAway {
        pushShares(from: next.range)
      } else {
        pullShares(into: level.range)
      }
      completeShares(level, scale: next.scale, &dependencies, &squares)
    }
  }

  /// Adds what the shortest paths from the source put on each arc, times the weight of the source, by the arc's
  /// place in `away`. Shares are 0 except at the next level, so that all arcs of a vertex can be summed alike.
  func accumulate(ontoArcs sums: inout [Double]) {
    let last = levels.count - 1
    guard last > 0 else { return }
    let weight = weights[Int(order[0])]
    var (none, unused): ([Double], [Double]) = ([], [])
    completeShares(levels[last])
    sums.withUnsafeMutableBufferPointer { sums in
      for depth in stride(from: last - 1, through: 0, by: -1) {
        let scale = levels[depth + 1].scale
        for position in levels[depth].range {
          let vertex = Int(order[position])
          let count = weight * paths[vertex] * scale
          var sum = 0.0
          for arc in away.row(vertex) {
            let share = shares[Int(away.targets[arc])]
            sums[arc] += count * share
            sum += share
          }
          gathered[vertex] = sum
        }
        completeShares(levels[depth], scale: scale, &none, &unused)
      }
    }
  }

  private func pushShares(from range: Range<Int>) {
    for position in range {
      let vertex = Int(order[position])
      let share = shares[vertex]
      for arc in back.row(vertex) { gathered[Int(back.targets[arc])] += share }
    }
  }

  private func pullShares(into range: Range<Int>) {
    for position in range {
      let vertex = Int(order[position])
      var sum = 0.0
      for arc in away.row(vertex) { sum += shares[Int(away.targets[arc])] }
      gathered[vertex] = sum
    }
  }

  /// The farthest level, on which nothing depends.
  private func completeShares(_ level: Level) {
    for position in level.range {
      let vertex = Int(order[position])
      shares[vertex] = weights[vertex] / paths[vertex]
    }
  }

  private func completeShares(
    _ level: Level, scale: Double, _ dependencies: inout [Double], _ squares: inout [Double]
  ) {
    let (keepsDependencies, keepsSquares) = (!dependencies.isEmpty, !squares.isEmpty)
    let weight = weights[Int(order[0])]
    dependencies.withUnsafeMutableBufferPointer { dependencies in
      squares.withUnsafeMutableBufferPointer { squares in
        for position in level.range {
          let vertex = Int(order[position])
          let dependency = paths[vertex] * gathered[vertex] * scale
          if keepsDependencies { dependencies[vertex] += weight * dependency }
          if keepsSquares { squares[vertex] += dependency * dependency }
          shares[vertex] = (weights[vertex] + dependency) / paths[vertex]
        }
      }
    }
  }

  /// Makes ready for the next source.
  mutating func reset() {
    let reached = levels[levels.count - 1].range.upperBound
    for position in 0..<reached {
      let vertex = Int(order[position])
      paths[vertex] = 0
      gathered[vertex] = 0
      shares[vertex] = 0
    }
    if isDirected, reached < vertexCount { gathered.update(repeating: 0, count: vertexCount) }
    levels.removeAll(keepingCapacity: true)
  }
}

/// Dijkstra's search over lengths 1 / strength with path counts, and the accumulation of dependencies.
///
/// Distances come first. Then an arc v → w belongs to a shortest path when d(v) + length is d(w) within a
/// relative 1e-9 and v was settled before w, so that rounding never makes one of two equal paths the
/// shorter and counts are whole.
///
/// Sources: E. W. Dijkstra, *Numerische Mathematik* 1, 1959, doi:10.1007/BF01386390; Brandes 2001.
struct LengthSearch: SourceSearch, ~Copyable {
  private static let unsettled: Int32 = .max
  private static let tolerance = 1e-9

  private let vertexCount: Int
  private let away: Arcs
  private let back: Arcs
  /// 1 / strength of the arcs of `away`.
  private let lengths: UnsafeMutablePointer<Double>
  private let distance: UnsafeMutablePointer<Double>
  /// The position of a vertex in `order`.
  private let settled: UnsafeMutablePointer<Int32>
  private let order: UnsafeMutablePointer<Int32>
  private let paths: UnsafeMutablePointer<PathCount>
  private let dependency: UnsafeMutablePointer<Double>
  private var reached = 0
  private var queue: DistanceQueue

  init(vertexCount: Int, away: Arcs, back: Arcs) {
    self.vertexCount = vertexCount
    self.away = away
    self.back = back
    let arcCount = away.offsets[vertexCount]
    lengths = .allocate(capacity: arcCount)
    for arc in 0..<arcCount { (lengths + arc).initialize(to: 1 / away.strengths[arc]) }
    queue = DistanceQueue(capacity: arcCount + 1)  // at most one entry an arc
    distance = .allocate(capacity: vertexCount)
    settled = .allocate(capacity: vertexCount)
    order = .allocate(capacity: vertexCount)
    paths = .allocate(capacity: vertexCount)
    dependency = .allocate(capacity: vertexCount)
    distance.initialize(repeating: .infinity, count: vertexCount)
    settled.initialize(repeating: Self.unsettled, count: vertexCount)
    order.initialize(repeating: 0, count: vertexCount)
    paths.initialize(repeating: PathCount(), count: vertexCount)
    dependency.initialize(repeating: 0, count: vertexCount)
  }

  deinit {
    lengths.deallocate()
    distance.deallocate()
    settled.deallocate()
    order.deallocate()
    paths.deallocate()
    dependency.deallocate()
  }

  /// Settles every vertex that can be reached.
  mutating func run(from source: Int32) -> SourceSummary {
    var summary = SourceSummary()
    distance[Int(source)] = 0
    queue.insert(source, at: 0)
    while let (vertex, length) = queue.popNearest() {
      guard settled[Int(vertex)] == Self.unsettled else { continue }
      settled[Int(vertex)] = Int32(reached)
      order[reached] = vertex
      reached += 1
      if vertex != source {
        summary.total += length
        summary.harmonic += 1 / length
        summary.farthest = length
      }
      for arc in away.row(Int(vertex)) {
        let target = away.targets[arc]
        let candidate = length + lengths[arc]
        if candidate < distance[Int(target)] {
          distance[Int(target)] = candidate
          queue.insert(target, at: candidate)
        }
      }
    }
    summary.reached = Int32(reached)
    return summary
  }

  /// Adds the dependency of the source on every vertex, and its square where `squares` is not empty.
  mutating func accumulate(into dependencies: inout [Double], squares: inout [Double]) {
    countPaths()
    for position in stride(from: reached - 1, to: 0, by: -1) {
      let vertex = Int(order[position])
      let own = dependency[vertex]
      dependencies[vertex] += own
      if !squares.isEmpty { squares[vertex] += own * own }
      for arc in back.row(vertex) where isShortest(arc, into: vertex) {
        let before = Int(back.targets[arc])
        dependency[before] += paths[before].share(of: paths[vertex]) * (1 + own)
      }
    }
  }

  /// Adds what the shortest paths from the source put on each arc, by its place in `away`.
  mutating func accumulate(ontoArcs sums: inout [Double]) {
    countPaths()
    for position in stride(from: reached - 1, through: 0, by: -1) {
      let vertex = Int(order[position])
      var own = 0.0
      for arc in away.row(vertex) {
        let after = Int(away.targets[arc])
        guard isShortest(from: vertex, to: after, length: lengths[arc]) else { continue }
        let share = paths[vertex].share(of: paths[after]) * (1 + dependency[after])
        sums[arc] += share
        own += share
      }
      dependency[vertex] = own
    }
  }

  private mutating func countPaths() {
    paths[Int(order[0])] = .one
    for position in 1..<max(reached, 1) {
      let vertex = Int(order[position])
      var count = PathCount()
      for arc in back.row(vertex) where isShortest(arc, into: vertex) {
        count.add(paths[Int(back.targets[arc])])
      }
      paths[vertex] = count
    }
  }

  @inline(__always)
  private func isShortest(_ arc: Int, into vertex: Int) -> Bool {
    isShortest(from: Int(back.targets[arc]), to: vertex, length: 1 / back.strengths[arc])
  }

  @inline(__always)
  private func isShortest(from before: Int, to vertex: Int, length: Double) -> Bool {
    guard settled[before] < settled[vertex] else { return false }
    return distance[before] + length - distance[vertex] <= Self.tolerance * distance[vertex]
  }

  /// Makes ready for the next source.
  mutating func reset() {
    for position in 0..<reached {
      let vertex = Int(order[position])
      distance[vertex] = .infinity
      settled[vertex] = Self.unsettled
      dependency[vertex] = 0
    }
    reached = 0
  }
}

/// A number of paths, mantissa · 2^(256 · scale): ladders have more of them than a Double can hold.
private struct PathCount {
  private var mantissa = 0.0
  private var scale: Int32 = 0

  static let one = PathCount(mantissa: 1, scale: 0)

  init() {}

  private init(mantissa: Double, scale: Int32) {
    self.mantissa = mantissa
    self.scale = scale
  }

  @inline(__always)
  mutating func add(_ other: PathCount) {
    if other.scale == scale {
      mantissa += other.mantissa
    } else if other.scale > scale {
      mantissa = mantissa * PathCount.power(scale - other.scale) + other.mantissa
      scale = other.scale
    } else {
      mantissa += other.mantissa * PathCount.power(other.scale - scale)
    }
    if mantissa > 0x1p256 {
      mantissa *= 0x1p-256
      scale += 1
    }
  }

  /// This count divided by a larger one.
  @inline(__always)
  func share(of whole: PathCount) -> Double {
    let quotient = mantissa / whole.mantissa
    return scale == whole.scale ? quotient : quotient * PathCount.power(scale - whole.scale)
  }

  private static func power(_ steps: Int32) -> Double {
    Double(sign: .plus, exponent: 256 * max(-5, min(Int(steps), 3)), significand: 1)
  }
}

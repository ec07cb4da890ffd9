private import Foundation
internal import NexusGraph

/// Moves single symbols to where fewer lines cross and fewer run through symbols of others.
///
/// A symbol is tried at places near its neighbours; it moves where the product of stress and conflicts falls and where it
/// touches nobody. The number of comparisons is bounded by a constant, so the work depends on the input alone.
struct Untangling {
  private(set) var points: [Point]
  private let reaches: [Double]
  private let edges: [(Int, Int)]
  private let neighbours: Neighbours
  private let hops: HopDistances
  private let rules: Rules
  private let incident: [[Int]]
  /// Lines over symbols they do not join, and pairs of lines that cross.
  private var conflicts = 0
  private var unfit = 0.0
  private let scale: Double
  private let pairCount: Int
  private var comparisons = 0
  private let mostComparisons: Int
  private var generator: SeededGenerator

  /// Where symbols may stand.
  struct Rules {
    var area: Box
    /// What symbols keep clear around them.
    var gap: Double
    /// Room for names, and whose it is.
    var rooms: [(vertex: Int, box: Box)] = []
    /// Shapes behind groups, and of each vertex the number of its own.
    var hulls: [ConvexBody] = []
    var hullOf: [Int?] = []
  }

  /// Above so many lines or symbols the bound would be used up by the first few symbols.
  static let mostVertices = 700

  /// - Parameter mostComparisons: of a line with another line or with a symbol, after which nothing moves any more.
  init(
    _ points: [Point], reaches: [Double], edges: [(Int, Int)], rules: Rules, mostComparisons: Int = 4_000_000,
    seed: UInt64 = 1
  ) {
    self.mostComparisons = mostComparisons
    generator = SeededGenerator(seed: seed)
    (self.points, self.reaches, self.edges, self.rules) = (points, reaches, edges, rules)
    neighbours = Neighbours(vertexCount: points.count, edges: edges)
    hops = HopDistances(vertexCount: points.count, edges: edges)
    var incident = [[Int]](repeating: [], count: points.count)
    for (number, edge) in edges.enumerated() {
      incident[edge.0].append(number)
      incident[edge.1].append(number)
    }
    self.incident = incident
    let stress = hops.stress(of: points)
    (scale, pairCount) = (stress.scale, stress.pairs)
    unfit = stress.value * Double(stress.pairs)
  }

  /// Of the drawing as it is now.
  var cost: Double {
    LayoutCost(edgeCount: edges.count)
      .value(stress: unfit / Double(max(1, pairCount)), crossings: Double(max(0, conflicts)))
  }

  /// - Complexity: O(*m* + *n*) a place that is tried, at most some thousands of them.
  mutating func settle() {
    for _ in 0..<12 {
      let weights = points.indices.map { conflicts(of: $0, at: points[$0]) }
      // Every crossing is seen from four ends, every line over a symbol from three.
      conflicts = weights.reduce(0, +) / 4
      let order = points.indices.filter { weights[$0] > 0 }
        .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
      var hasMoved = false
      for vertex in order {
        guard comparisons < mostComparisons else { return }
        if move(vertex) { hasMoved = true }
      }
      if !hasMoved { return }
    }
  }

  private mutating func move(_ vertex: Int) -> Bool {
    guard !rules.rooms.contains(where: { $0.vertex == vertex }) else { return false }
    let before = conflicts(of: vertex, at: points[vertex])
    guard before > 0 else { return false }
    let unfitBefore = unfit(of: vertex, at: points[vertex])
    var best: (place: Point, conflicts: Int, unfit: Double, gain: Double)?
    for place in places(for: vertex) where isFree(place, for: vertex) {
      let after = conflicts(of: vertex, at: place)
      guard after < before else { continue }
      let unfitAfter = unfit(of: vertex, at: place)
      let gain = gain(after - before, unfitAfter - unfitBefore)
      if gain > best?.gain ?? 1e-6 { best = (place, after, unfitAfter, gain) }
    }
    guard let best else { return false }
    points[vertex] = best.place
    conflicts += best.conflicts - before
    unfit += best.unfit - unfitBefore
    return true
  }

  /// By how much the cost falls.
  private func gain(_ conflictChange: Int, _ unfitChange: Double) -> Double {
    let measure = LayoutCost(edgeCount: edges.count)
    func cost(_ conflicts: Int, _ unfit: Double) -> Double {
      measure.value(stress: unfit / Double(max(1, pairCount)), crossings: Double(max(0, conflicts)))
    }
    return cost(conflicts, unfit) - cost(conflicts + conflictChange, unfit + unfitChange)
  }

  /// Towards and beyond the middle of its neighbours, around each of them, around where it is, and anywhere.
  private mutating func places(for vertex: Int) -> [Point] {
    let here = points[vertex]
    let around = Set(neighbours[vertex].map(Int.init)).sorted()
    let middle = around.map { points[$0] }.reduce(Point(x: 0, y: 0), +) * (1 / Double(max(1, around.count)))
    var places = [0.0, 0.4, 0.7, -0.5].map { middle + (here - middle) * $0 }
    let step = scale > 0 ? 1 / scale : 40
    let centres = around.prefix(3).map { points[$0] } + [here]
    for centre in centres {
      for turn in 0..<8 {
        let angle = Double(turn) * Double.pi / 4 + Double(vertex % 8) * 0.1
        let distances = around.count == 1 ? [step, 0.55 * step] : [0.8 * step]
        places += distances.map { Point(x: centre.x + cos(angle) * $0, y: centre.y + sin(angle) * $0) }
      }
    }
    let bounds = Box(holding: points)
    for _ in 0..<8 {
      places.append(
        Point(
          x: Double.random(in: bounds.minX...bounds.maxX, using: &generator),
          y: Double.random(in: bounds.minY...bounds.maxY, using: &generator)))
    }
    return places
  }

  /// Whether a symbol there touches nobody and nothing that is not its own.
  private func isFree(_ place: Point, for vertex: Int) -> Bool {
    let reach = reaches[vertex]
    guard rules.area.insetBy(reach).contains(Box(around: place, radius: 0)) else { return false }
    for other in points.indices where other != vertex {
      let least = reach + reaches[other] + rules.gap
      if abs(points[other].x - place.x) < least, (points[other] - place).length < least { return false }
    }
    let own = rules.hullOf.isEmpty ? nil : rules.hullOf[vertex]
    if let own, !rules.hulls[own].contains(place) { return false }
    if own == nil, rules.hulls.contains(where: { $0.gap(to: ConvexBody([place], reach: reach)) < 2 }) {
      return false
    }
    let box = Box(around: place, radius: reach + 1.5)
    return rules.rooms.allSatisfy { !$0.box.intersects(box) }
  }

  private mutating func conflicts(of vertex: Int, at place: Point) -> Int {
    var count = 0
    for number in incident[vertex] {
      let (source, target) = edges[number]
      let far = source == vertex ? target : source
      let end = points[far]
      for other in edges.indices where other != number {
        let (first, second) = edges[other]
        if first == vertex || second == vertex || first == far || second == far { continue }
        if segmentsCross(place, end, points[first], points[second]) { count += 1 }
      }
      for symbol in points.indices where symbol != vertex && symbol != far {
        if passes(place, end, points[symbol], reaches[symbol]) { count += 1 }
      }
    }
    for (first, second) in edges where first != vertex && second != vertex {
      if passes(points[first], points[second], place, reaches[vertex]) { count += 1 }
    }
    comparisons += (incident[vertex].count + 1) * (edges.count + points.count)
    return count
  }

  /// Σ (s·|x_v − x_j| / d_vj − 1)² over all others.
  private func unfit(of vertex: Int, at place: Point) -> Double {
    var sum = 0.0
    for other in points.indices {
      guard let steps = hops[vertex, other] else { continue }
      let error = (points[other] - place).length * scale / steps - 1
      sum += error * error
    }
    return sum
  }
}

/// Whether the segment from `start` to `end` comes nearer to `center` than `reach`.
func passes(_ start: Point, _ end: Point, _ center: Point, _ reach: Double) -> Bool {
  if max(start.x, end.x) < center.x - reach || min(start.x, end.x) > center.x + reach { return false }
  if max(start.y, end.y) < center.y - reach || min(start.y, end.y) > center.y + reach { return false }
  let (x, y) = (end.x - start.x, end.y - start.y)
  let (toX, toY) = (center.x - start.x, center.y - start.y)
  let square = x * x + y * y
  let share = square > 0 ? max(0, min(1, (toX * x + toY * y) / square)) : 0
  let (awayX, awayY) = (toX - x * share, toY - y * share)
  return awayX * awayX + awayY * awayY < reach * reach
}

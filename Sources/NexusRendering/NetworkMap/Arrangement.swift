private import Foundation

/// A partition of 0..<n that only ever grows coarser (union by smaller member, path halving).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The member that stands for the set of `element`: its smallest. O(log n) amortised.
  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// Makes one set of two; false when they were one.
  mutating func unite(_ first: Int, _ second: Int) -> Bool {
    let (first, second) = (root(of: first), root(of: second))
    parents[max(first, second)] = min(first, second)
    return first != second
  }
}

/// The connected components of an undirected graph: larger first, then by smallest member; members ascend.
/// O((n + m) log n).
func connectedComponents(vertexCount: Int, edges: [(Int, Int)]) -> [[Int]] {
  var sets = DisjointSets(count: vertexCount)
  for (source, target) in edges { _ = sets.unite(source, target) }
  var members: [[Int]] = Array(repeating: [], count: vertexCount)
  for vertex in 0..<vertexCount { members[sets.root(of: vertex)].append(vertex) }
  return members.filter { !$0.isEmpty }.sorted { $0.count == $1.count ? $0[0] < $1[0] : $0.count > $1.count }
}

extension [Point] {
  /// Turned so that they can be drawn largest on a page of the given width to height. O(36 n).
  func turnedToFit(aspect: Double) -> [Point] {
    guard count > 1 else { return self }
    var best: (points: [Point], need: Double)?
    for turn in 0..<36 {
      let angle = Double(turn) * Double.pi / 36
      let (cosine, sine) = (cos(angle), sin(angle))
      let turned = map { Point(x: $0.x * cosine + $0.y * sine, y: $0.y * cosine - $0.x * sine) }
      let box = Box(holding: turned)
      let need = Swift.max(box.width / aspect, box.height)
      if need < (best?.need ?? .infinity) * (1 - 1e-9) { best = (turned, need) }
    }
    return best?.points ?? self
  }

  /// Scaled so that the median distance from a point to the nearest other one is 1. O(n log n) where points are
  /// spread from left to right.
  func scaledToUnitSpacing() -> [Point] {
    guard count > 1 else { return self }
    let sorted = sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let nearest = sorted.indices.map { position in
      var least = Double.infinity
      for direction in [-1, 1] {
        var other = position + direction
        while sorted.indices.contains(other), abs(sorted[other].x - sorted[position].x) < least {
          least = Swift.min(least, (sorted[other] - sorted[position]).length)
          other += direction
        }
      }
      return least
    }
    let median = nearest.sorted()[count / 2]
    return median > 1e-9 ? map { $0 * (1 / median) } : self
  }
}

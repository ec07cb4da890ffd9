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

/// `points` turned about their middle so that they spread most from left to right, as pages do.
func turnedFlat(_ points: [Point]) -> [Point] {
  let middle = points.reduce(Point(x: 0, y: 0), +) * (1 / Double(max(1, points.count)))
  var (xx, xy, yy) = (0.0, 0.0, 0.0)
  for point in points {
    let spread = point - middle
    xx += spread.x * spread.x
    xy += spread.x * spread.y
    yy += spread.y * spread.y
  }
  let angle = 0.5 * atan2(2 * xy, xx - yy)
  let (cosine, sine) = (cos(angle), sin(angle))
  return points.map { point in
    let spread = point - middle
    return Point(x: spread.x * cosine + spread.y * sine, y: spread.y * cosine - spread.x * sine)
  }
}

extension [Point] {
  /// Scaled so that the median distance from a point to the nearest other one is 1. O(n²).
  func scaledToUnitSpacing() -> [Point] {
    guard count > 1 else { return self }
    let nearest = indices.map { first in
      indices.reduce(Double.infinity) { least, second in
        first == second ? least : Swift.min(least, (self[first] - self[second]).length)
      }
    }
    let median = nearest.sorted()[count / 2]
    return median > 1e-9 ? map { $0 * (1 / median) } : self
  }
}

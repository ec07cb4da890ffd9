private import Foundation

/// The shape of one connected part of a network: of several attempts the one that reads best.
///
/// Attempts are descents of stress from several random starts, and the layout of sfdp, which
/// untangles trees well, as it is and descended from. How many there are depends on the size alone, so the same input gives the same shape on any machine.
struct ComponentLayout {
  private(set) var points: [Point]
  /// The method, for the note below the picture.
  private(set) var method: String

  /// With more vertices, the distances of all pairs are too many, and sfdp alone places them.
  static let mostVertices = 1_500
  /// Visits to pairs in all attempts together.
  private static let budget = 3_000_000
  private static let rounds = 15

  /// - Parameter groups: of each vertex what holds it to others; nil nothing.
  /// - Throws: ``RenderingError`` when Graphviz fails.
  /// - Complexity: O(*n*²) up to 1 500 vertices, above that of sfdp.
  init(vertexCount: Int, edges: [(Int, Int)], groups: [Int?], seed: UInt64) throws(RenderingError) {
    guard vertexCount > 2 else {
      (points, method) = ((0..<vertexCount).map { Point(x: Double($0), y: 0) }, "")
      return
    }
    guard vertexCount <= Self.mostVertices else {
      points = try graphvizLayout(vertexCount: vertexCount, edges: edges, engine: .sfdp, seed: seed)
      method = "Graphviz sfdp"
      return
    }
    method = "least stress"
    let hops = HopDistances(vertexCount: vertexCount, edges: edges)
    var descent = StressDescent(hops, groups: groups, seed: seed)
    let starts = max(1, min(10, Self.budget / max(1, descent.termCount * Self.rounds)))
    var attempts = (0..<starts).map { _ in descent.points(rounds: Self.rounds) }
    if groups.allSatisfy({ $0 == nil }), vertexCount > 12 {
      let start = try graphvizLayout(vertexCount: vertexCount, edges: edges, engine: .sfdp, seed: seed)
      attempts += [
        start, descent.refined(start, scale: hops.stress(of: start).scale, rounds: Self.rounds / 3),
      ]
    }
    points = Self.best(of: attempts, edges, hops, groups)
  }

  /// The attempt with the least cost, the first of equals. Without groups those with the least are untangled first.
  private static func best(
    of attempts: [[Point]], _ edges: [(Int, Int)], _ hops: HopDistances, _ groups: [Int?]
  ) -> [Point] {
    let costs = attempts.map { points in
      let pieces = edges.map { LinePiece(from: points[$0], to: points[$1], source: $0, target: $1) }
      return LayoutCost(edgeCount: edges.count)
        .value(stress: hops.stress(of: points).value, crossings: crossingCount(of: pieces))
    }
    let order = costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    guard groups.allSatisfy({ $0 == nil }), hops.count <= Untangling.mostVertices else {
      return attempts[order[0]]
    }
    var best: (points: [Point], cost: Double)?
    for attempt in order.prefix(hops.count <= 150 ? 3 : hops.count <= 400 ? 2 : 1) {
      var untangling = Untangling(
        attempts[attempt].scaledToUnitSpacing(), reaches: Array(repeating: 0.15, count: hops.count),
        edges: edges,
        rules: Untangling.Rules(area: Box(minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6), gap: 0.05),
        mostComparisons: 4_000_000)
      untangling.settle()
      if untangling.cost < best?.cost ?? .infinity { best = (untangling.points, untangling.cost) }
    }
    return best?.points ?? attempts[order[0]]
  }
}

/// What a drawing costs its reader: stress times crossings to the power of 1.5, where a twentieth of the lines may cross before
/// it matters.
struct LayoutCost {
  let edgeCount: Int

  /// Logarithmic, so that a hundredth less of either counts the same.
  func value(stress: Double, crossings: Double) -> Double {
    log(max(stress, 1e-4)) + 1.5 * log(crossings + Double(edgeCount) / 20 + 1)
  }
}

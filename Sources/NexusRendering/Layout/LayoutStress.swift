/// How far drawn distances are from the numbers of steps, at the scale that suits the drawing best.
///
///     stress = min over s of   Σ (s·|x_i − x_j| / d_ij − 1)² / pairs      over the pairs that a path joins
///
/// 0 is a perfect drawing, 1 one in which all vertices share a place. Turning, mirroring or scaling the drawing changes
/// nothing.
///
/// Source: T. Kamada, S. Kawai, "An algorithm for drawing general undirected graphs", *Information Processing
/// Letters* 31(1), 1989, pp. 7–15, doi:10.1016/0020-0190(89)90102-6, made free of scale as in E. R. Gansner, Y. Hu,
/// S. North, "A maxent-stress model for graph layout", *IEEE TVCG* 19(6), 2013, pp. 927–940,
/// doi:10.1109/TVCG.2012.299.
package struct LayoutStress: Sendable {
  private var first = 0.0
  private var second = 0.0
  package private(set) var pairs = 0

  package init() {}

  /// A pair that `steps` steps lie between, drawn at `distance`.
  package mutating func add(distance: Double, steps: Double) {
    let ratio = distance / steps
    first += ratio
    second += ratio * ratio
    pairs += 1
  }

  /// The scale that suits best: steps a unit of the drawing.
  package var scale: Double { second > 0 ? first / second : 1 }

  /// 0...1; 0 without pairs.
  package var value: Double {
    guard pairs > 0 else { return 0 }
    return second > 0 ? max(0, 1 - first * first / second / Double(pairs)) : 1
  }
}

extension HopDistances {
  /// The stress of a drawing of the whole graph. O(n²).
  func stress(of points: [Point]) -> LayoutStress {
    var stress = LayoutStress()
    for first in 0..<count {
      for second in (first + 1)..<max(count, first + 1) {
        guard let steps = self[first, second] else { continue }
        stress.add(distance: (points[first] - points[second]).length, steps: steps)
      }
    }
    return stress
  }
}

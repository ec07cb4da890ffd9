private import Foundation
internal import NexusGraph

/// A layout in which the distance of two vertices follows the number of steps between them.
///
///     minimise  Σ_{i<j} w_ij (|x_i − x_j| − d_ij)²,   w_ij = d_ij⁻²
///
/// Pairs are visited in random order; each moves its two vertices towards their distance by the share min(1, η w_ij),
/// with η falling exponentially from the largest d² to a tenth.
///
/// Source: J. X. Zheng, S. Pawar, D. F. M. Goodman, "Graph drawing by stochastic gradient descent", *IEEE TVCG* 25(9),
/// 2019, pp. 2738–2748, doi:10.1109/TVCG.2018.2859997.
struct StressDescent {
  private struct Term {
    var first: Int32
    var second: Int32
    var distance: Double
  }

  private let vertexCount: Int
  private var terms: [Term] = []
  private var longest = 1.0
  private var generator: SeededGenerator

  /// - Parameter groups: what holds a vertex to others, nil nothing: members of a group are drawn closer together and
  ///   farther from everybody else than their steps tell.
  init(_ hops: HopDistances, groups: [Int?], seed: UInt64) {
    vertexCount = hops.count
    generator = SeededGenerator(seed: seed)
    terms.reserveCapacity(vertexCount * max(0, vertexCount - 1) / 2)
    var diameter = 1.0
    for first in 0..<vertexCount {
      for second in (first + 1)..<max(vertexCount, first + 1) {
        diameter = max(diameter, hops[first, second] ?? 0)
      }
    }
    for first in 0..<vertexCount {
      for second in (first + 1)..<max(vertexCount, first + 1) {
        let isTogether = groups[first] != nil && groups[first] == groups[second]
        let steps = hops[first, second] ?? (isTogether ? 2 : diameter + 1)
        let distance = Self.distance(steps, groups[first], groups[second])
        longest = max(longest, distance)
        terms.append(Term(first: Int32(first), second: Int32(second), distance: distance))
      }
    }
  }

  private static func distance(_ steps: Double, _ first: Int?, _ second: Int?) -> Double {
    if first == nil, second == nil { return steps }
    return first == second ? (steps + 1) / 2 : steps + 2
  }

  /// How many pairs one round visits.
  var termCount: Int { terms.count }

  /// From a random start.
  mutating func points(rounds: Int) -> [Point] {
    var points = (0..<vertexCount).map { _ in
      Point(
        x: Double.random(in: 0...longest, using: &generator),
        y: Double.random(in: 0...longest, using: &generator))
    }
    descend(&points, from: longest * longest, rounds: rounds)
    return points
  }

  /// From given places, which are scaled to suit and moved no farther than a step or so.
  mutating func refined(_ points: [Point], scale: Double, rounds: Int) -> [Point] {
    var points = points.map { $0 * scale }
    descend(&points, from: 1, rounds: rounds)
    return points
  }

  /// - Complexity: O(n²) a round.
  private mutating func descend(_ points: inout [Point], from largest: Double, rounds: Int) {
    let smallest = 0.1
    let decay = rounds > 1 ? pow(smallest / largest, 1 / Double(rounds - 1)) : 1
    var step = largest
    for _ in 0..<rounds {
      terms.shuffle(using: &generator)
      move(&points, by: step)
      step *= decay
    }
  }

  /// One visit to every pair.
  private func move(_ points: inout [Point], by step: Double) {
    let terms = terms.span
    var points = points.mutableSpan
    for number in terms.indices {
      let term = terms[number]
      let (first, second) = (Int(term.first), Int(term.second))
      let share = min(1, step / (term.distance * term.distance))
      let x = points[first].x - points[second].x
      let y = points[first].y - points[second].y
      let length = max((x * x + y * y).squareRoot(), 1e-9)
      let shift = share * (length - term.distance) / (2 * length)
      points[first].x -= x * shift
      points[first].y -= y * shift
      points[second].x += x * shift
      points[second].y += y * shift
    }
  }
}

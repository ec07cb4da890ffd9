private import Foundation
internal import NexusAlgorithms
internal import NexusGraph

/// Draws from the distributions of the simulation, by methods that are fixed here.
struct VariateDraws {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Uniform on 0..<1.
  mutating func unit() -> Double { generator.unit() }

  /// Standard normal (Box–Muller, the cosine of the pair).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * Double.pi * unit())
  }

  /// Gamma with shape > 0 and scale 1.
  ///
  /// Source: G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", *ACM Transactions on
  /// Mathematical Software* 26(3), 2000, pp. 363–372, doi:10.1145/358407.358414.
  mutating func gamma(shape: Double) -> Double {
    guard shape >= 1 else {
      let above = gamma(shape: shape + 1)
      return above * pow(1 - unit(), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = 1 - unit()
      if log(u) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  /// Weights that sum to 1, Dirichlet with the given parameters; a parameter of 0 gives weight 0.
  mutating func dirichlet(_ parameters: [Double]) -> [Double] {
    let parts = parameters.map { $0 > 0 ? gamma(shape: $0) : 0 }
    let sum = parts.reduce(0, +)
    return sum > 0 ? parts.map { $0 / sum } : parameters
  }

  /// Poisson, by counting exponential waiting times in pieces that do not underflow. O(mean).
  mutating func poisson(mean: Double) -> Double {
    var (left, count) = (mean, 0.0)
    while left > 0 {
      let piece = min(left, 500)
      left -= piece
      let limit = exp(-piece)
      var product = 1 - unit()
      while product > limit {
        count += 1
        product *= 1 - unit()
      }
    }
    return count
  }

  /// NegBin(n + ½, d): how many were missed beside the n that observation with detection rate d found.
  mutating func undetected(beside count: Double, detection: Double) -> Double {
    detection < 1 ? poisson(mean: gamma(shape: count + 0.5) * (1 - detection) / detection) : 0
  }
}

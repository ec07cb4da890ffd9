private import Foundation

/// The beta distribution: what is believed of a share θ after *a* − ½ observations of one kind and *b* − ½ of
/// the other, when Jeffreys' prior stood before them.
///
///     density(θ) = θ^(a−1) (1 − θ)^(b−1) / B(a, b)
public struct BetaDistribution: Hashable, Sendable {
  public let a: Double
  public let b: Double

  /// - Precondition: both are positive and finite.
  public init(a: Double, b: Double) {
    precondition(
      a > 0 && b > 0 && a.isFinite && b.isFinite, "A beta distribution needs two positive numbers.")
    (self.a, self.b) = (a, b)
  }

  public var mean: Double { a / (a + b) }

  /// P(θ ≤ x), the regularised incomplete beta function I_x(a, b), to about 1e-14 relative for counts below a
  /// million. O(√max(a, b)).
  ///
  /// Source: the continued fraction of W. H. Press, S. A. Teukolsky, W. T. Vetterling, B. P. Flannery, *Numerical
  /// Recipes*, 3rd ed., Cambridge University Press, 2007, § 6.4.
  public func probability(atMost x: Double) -> Double { tails(at: x, complement: 1 - x).below }

  /// P(θ > x), without the cancellation of 1 − P(θ ≤ x).
  public func probability(above x: Double) -> Double { tails(at: x, complement: 1 - x).above }

  /// The x with P(θ ≤ x) = `probability`, to the last bits of a Double: bisection, which needs no start.
  ///
  /// - Precondition: `probability` lies in 0...1.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "A probability lies in 0...1.")
    if probability == 0 { return 0 }
    if probability == 1 { return 1 }
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if self.probability(atMost: middle) < probability { low = middle } else { high = middle }
    }
  }

  /// The interval that leaves (1 − `level`) / 2 outside at each end.
  public func interval(_ level: Double = 0.95) -> ClosedRange<Double> {
    let tail = (1 - level) / 2
    let low = quantile(tail)
    return low...max(low, 1 - BetaDistribution(a: b, b: a).quantile(tail))
  }

  private func tails(at x: Double, complement y: Double) -> (below: Double, above: Double) {
    guard x > 0 else { return (0, 1) }
    guard y > 0 else { return (1, 0) }
    // The fraction converges fast on the near side of the mean; the other side is the mirror image.
    if x <= (a + 1) / (a + b + 2) {
      let below = min(1, power(x, y) * fraction(a, b, x) / a)
      return (below, 1 - below)
    }
    let above = min(1, power(x, y) * fraction(b, a, y) / b)
    return (1 - above, above)
  }

  /// x^a y^b / B(a, b) as √(ab / 2π(a+b)) e^(δ(a+b) − δ(a) − δ(b) − D(a, (a+b)x) − D(b, (a+b)y)), whose terms
  /// stay small where x is likely: no large logarithms cancel.
  ///
  /// Source: C. Loader, "Fast and accurate computation of binomial probabilities", 2000.
  private func power(_ x: Double, _ y: Double) -> Double {
    let n = a + b
    let exponent =
      stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y)
    return (a * b / (2 * .pi * n)).squareRoot() * exp(exponent)
  }

  /// The continued fraction of I_x(a, b) by Lentz's method.
  private func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    let limit = 1_000 + Int(20 * max(a, b).squareRoot())
    for step in 1...limit {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result
  }
}

/// δ(z) = ln Γ(z) − (z − ½) ln z + z − ½ ln 2π
private func stirlingError(_ z: Double) -> Double {
  guard z >= 15 else { return lgamma(z) - (z - 0.5) * log(z) + z - 0.5 * log(2 * .pi) }
  let square = 1 / (z * z)
  return (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / z
}

/// D(z, m) = z ln(z / m) + m − z, as m times a series where z and m are close.
private func deviance(_ z: Double, _ m: Double) -> Double {
  guard abs(z - m) < 0.1 * (z + m) else { return z * log(z / m) + m - z }
  // With v = (z − m) / (z + m):  D = (z − m) v + 2 z Σ v^(2j+1) / (2j+1), j ≥ 1
  let v = (z - m) / (z + m)
  var (sum, term, j) = ((z - m) * v, 2 * z * v, 1.0)
  while true {
    term *= v * v
    let next = sum + term / (2 * j + 1)
    if next == sum { return sum }
    (sum, j) = (next, j + 1)
  }
}

private import Foundation

/// A weighted mean of normalised values x with weights w that sum to 1.
public enum Aggregation: String, Hashable, CaseIterable, Sendable {
  /// Σ w x: a low value is made up for in full by a high one.
  case arithmetic
  /// √Σ w x²: an extreme counts for more.
  case quadratic
  /// Π x^w: a value of 0 is not allowed.
  case geometric
  /// 1 / Σ (w / x): a low value is hardly made up for at all.
  case harmonic
  /// Π (x + δ)^w − δ with δ = 100/9: the mean of the Nexus Exposure Index.
  case shiftedGeometric = "shifted-geometric"

  public var name: String {
    self == .shiftedGeometric ? "shifted geometric" : rawValue
  }

  /// δ of ``shiftedGeometric``.
  public static let shift = 100.0 / 9

  /// The mean of some values.
  ///
  /// - Parameters:
  ///   - values: normalised values, at least one.
  ///   - weights: one weight ≥ 0 per value; their sum is above 0 and brought to 1.
  /// - Throws: ``CompositeError/valueTooSmall(aggregation:value:above:)``: the geometric and the harmonic mean need
  ///   values above 0, the shifted geometric mean above −δ, the quadratic mean none below 0.
  /// - Complexity: O(*k*).
  public func mean(of values: [Double], weights: [Double]) throws(CompositeError) -> Double {
    precondition(values.count == weights.count && !values.isEmpty, "There is one weight for each value.")
    let sum = weights.reduce(0, +)
    precondition(sum > 0 && weights.allSatisfy { $0 >= 0 }, "Weights are not negative and not all 0.")
    let least = zip(values, weights).lazy.filter { $0.1 > 0 }.map(\.0).min() ?? 0
    guard isDefined(least) else {
      throw .valueTooSmall(
        aggregation: self, value: least, above: self == .shiftedGeometric ? -Self.shift : 0)
    }
    func total(_ term: (Double) -> Double) -> Double {
      zip(values, weights).reduce(0) { $0 + ($1.1 > 0 ? $1.1 / sum * term($1.0) : 0) }
    }
    return switch self {
    case .arithmetic: total { $0 }
    case .quadratic: total { $0 * $0 }.squareRoot()
    case .geometric: exp(total(log))
    case .harmonic: 1 / total { 1 / $0 }
    case .shiftedGeometric: Self.shift * expm1(total { log1p($0 / Self.shift) })
    }
  }

  private func isDefined(_ value: Double) -> Bool {
    switch self {
    case .arithmetic: true
    case .quadratic: value >= 0
    case .geometric, .harmonic: value > 0
    case .shiftedGeometric: value > -Aggregation.shift
    }
  }
}

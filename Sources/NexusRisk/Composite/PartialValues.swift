/// The values that are there, with their weights brought back to a sum of 1: what is missing is never filled in.
public struct PartialValues: Hashable, Sendable {
  public let values: [Double]
  /// One per value that is there; they sum to 1.
  public let weights: [Double]
  /// The share of the weight whose values are there, 0...1.
  public let coverage: Double

  /// - Parameters:
  ///   - values: one value or nil for each weight.
  ///   - weights: not negative, their sum above 0.
  /// - Returns: nil when no value with a weight is there.
  public init?(_ values: [Double?], weights: [Double]) {
    precondition(values.count == weights.count, "There is one weight for each value.")
    let present = zip(values, weights).compactMap { value, weight in value.map { (value: $0, weight: weight) }
    }
    let sum = present.reduce(0) { $0 + $1.weight }
    guard sum > 0 else { return nil }
    self.values = present.map(\.value)
    self.weights = present.map { $0.weight / sum }
    coverage = min(sum / weights.reduce(0, +), 1)
  }
}

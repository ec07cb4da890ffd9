/// What share of flags is right, given how common the thing is that is looked for.
///
///     PPV = TPR · π ÷ (TPR · π + FPR · (1 − π))
public struct PredictiveValue: Hashable, Sendable {
  /// π, the share of all that are what is looked for.
  public var prevalence: Double
  public var truePositiveRate: Double
  public var falsePositiveRate: Double

  /// - Precondition: all three in 0...1.
  public init(prevalence: Double, truePositiveRate: Double = 0.9, falsePositiveRate: Double = 0.01) {
    precondition(
      [prevalence, truePositiveRate, falsePositiveRate].allSatisfy { (0...1).contains($0) },
      "Rates lie between 0 and 1.")
    self.prevalence = prevalence
    self.truePositiveRate = truePositiveRate
    self.falsePositiveRate = falsePositiveRate
  }

  /// The share of flags that are right; nil when nothing is flagged.
  public var value: Double? {
    let right = truePositiveRate * prevalence
    let wrong = falsePositiveRate * (1 - prevalence)
    return right + wrong > 0 ? right / (right + wrong) : nil
  }

  /// Wrong flags for each right one; nil when none is right.
  public var falsePerTrue: Double? { value.flatMap { $0 > 0 ? (1 - $0) / $0 : nil } }

  /// The largest false positive rate at which half of the flags are right.
  public var evenFalsePositiveRate: Double? {
    prevalence < 1 ? min(1, truePositiveRate * prevalence / (1 - prevalence)) : nil
  }
}

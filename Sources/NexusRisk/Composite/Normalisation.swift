/// How the values of one indicator over all regions are brought to a common scale.
public enum Normalisation: String, Hashable, CaseIterable, Sendable {
  /// 100 v / (v + h); momentum 100 v. The default: no region changes the score of another.
  case halfSaturation = "half-saturation"
  /// 100 (v − min) / (max − min)
  case minMax = "min-max"
  /// (v − mean) / s, with the sample standard deviation s (n − 1)
  case zScore = "z-score"
  /// 100 (r − 1) / (n − 1), r the rank from below, equal values sharing the lowest
  case percentileRank = "percentile-rank"
  /// 100 (v − low) / (high − low), cut to 0...100
  case goalposts
  /// 100 v / max
  case fractionOfMaximum = "fraction-of-maximum"
  /// r − 1: how many regions lie below
  case borda

  /// Whether one region's value depends on which others there are.
  public var dependsOnSample: Bool { self != .halfSaturation && self != .goalposts }

  /// Whether a few outliers decide the scale, so that they are drawn in first.
  public var needsTreatment: Bool { self == .minMax || self == .zScore }
}

/// The lower and upper value of an indicator that 0 and 100 stand for.
public struct Goalposts: Hashable, Sendable {
  public let low: Double
  public let high: Double

  public init(low: Double, high: Double) { (self.low, self.high) = (low, high) }
}

extension Normalisation {
  /// The normalised values of one indicator; nil stays nil and counts in no minimum, mean or rank.
  ///
  /// - Parameters:
  ///   - values: one value per region.
  ///   - halfValue: h of half-saturation, whose values are ≥ 0; nil: 100 v.
  ///   - posts: the goalposts.
  /// - Returns: nil throughout where the formula is not defined: no spread (min–max, z-score), one value
  ///   (percentile rank), no value above 0 (fraction of maximum), no goalposts.
  /// - Complexity: O(*n* log *n*).
  ///
  /// Source: OECD/JRC, *Handbook on Constructing Composite Indicators*, 2008, step 5, doi:10.1787/9789264043466-en.
  public func normalised(
    _ values: [Double?], halfValue: Double? = nil, posts: Goalposts? = nil
  ) -> [Double?] {
    let present = values.compactMap { $0 }
    guard let least = present.min(), let most = present.max() else { return values }
    let undefined = [Double?](repeating: nil, count: values.count)
    switch self {
    case .halfSaturation:
      guard let halfValue else { return values.map { $0.map { 100 * $0 } } }
      return values.map { $0.map { $0 > 0 ? 100 * $0 / ($0 + halfValue) : 0 } }
    case .minMax:
      return most > least ? values.map { $0.map { 100 * ($0 - least) / (most - least) } } : undefined
    case .zScore:
      let mean = present.reduce(0, +) / Double(present.count)
      let squares = present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      guard most > least, squares > 0 else { return undefined }
      let deviation = (squares / Double(present.count - 1)).squareRoot()
      return values.map { $0.map { ($0 - mean) / deviation } }
    case .percentileRank:
      guard present.count > 1 else { return undefined }
      return ranksFromBelow(values).map { $0.map { 100 * Double($0) / Double(present.count - 1) } }
    case .goalposts:
      guard let posts, posts.high > posts.low else { return undefined }
      return values.map { $0.map { min(max(100 * ($0 - posts.low) / (posts.high - posts.low), 0), 100) } }
    case .fractionOfMaximum:
      return most > 0 ? values.map { $0.map { 100 * $0 / most } } : undefined
    case .borda:
      return ranksFromBelow(values).map { $0.map(Double.init) }
    }
  }
}

/// How many of the values are smaller; nil for nil.
private func ranksFromBelow(_ values: [Double?]) -> [Int?] {
  let sorted = values.compactMap { $0 }.sorted()
  var firsts: [Double: Int] = [:]
  for (position, value) in sorted.enumerated() where firsts[value] == nil { firsts[value] = position }
  return values.map { $0.flatMap { firsts[$0] } }
}

private import Foundation
public import NexusModel

/// Whether scores follow how much was reported rather than what: the check for information bias.
///
/// Scores are held against the number of items of each region of a level: Spearman's rank correlation, and the line
///
///     score = intercept + slope · ln(items)
///
/// by least squares. What is left of a score above or below the line is its residual; the order of residuals tells
/// which regions stand out for the amount that was reported of them.
///
/// Source for the concern: Global Initiative Against Transnational Organized Crime, *Global Organized Crime Index
/// 2023*, appendix on information bias.
public struct ReportingBias: Hashable, Sendable {
  /// ρ over the regions, equal values sharing their mean rank; nil when one of the two does not vary.
  public let rankCorrelation: Double?
  /// Pearson's correlation of score and ln(items); nil when one of the two does not vary.
  public let correlation: Double?
  /// Nil when the number of items does not vary.
  public let slope: Double?
  public let intercept: Double?
  /// score − (intercept + slope · ln(items)), by region; nil without a line.
  public let residuals: [Double]?

  /// Above this, scores are said to track reporting volume.
  public static let warningAbove = 0.7
  public var tracksReporting: Bool { (rankCorrelation ?? 0) > ReportingBias.warningAbove }

  /// - Parameters:
  ///   - items: how many reports there are of each region, from 1.
  ///   - scores: as many scores.
  /// - Returns: nil for fewer than three regions, of which nothing can be said.
  /// - Complexity: O(*n* log *n*).
  public init?(items: [Int], scores: [Double]) {
    guard items.count == scores.count, items.count >= 3, items.allSatisfy({ $0 > 0 }) else { return nil }
    let volumes = items.map { log(Double($0)) }
    rankCorrelation = ReportingBias.correlation(ReportingBias.ranks(volumes), ReportingBias.ranks(scores))
    correlation = ReportingBias.correlation(volumes, scores)
    let n = Double(items.count)
    let (meanVolume, meanScore) = (volumes.reduce(0, +) / n, scores.reduce(0, +) / n)
    let spread = volumes.reduce(0) { $0 + ($1 - meanVolume) * ($1 - meanVolume) }
    guard spread > 1e-12 else {
      (slope, intercept, residuals) = (nil, nil, nil)
      return
    }
    let slope = zip(volumes, scores).reduce(0) { $0 + ($1.0 - meanVolume) * ($1.1 - meanScore) } / spread
    let intercept = meanScore - slope * meanVolume
    (self.slope, self.intercept) = (slope, intercept)
    residuals = zip(volumes, scores).map { $1 - (intercept + slope * $0) }
  }

  /// Ranks from 1, equal values sharing their mean rank.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for position in order[start..<end] { ranks[position] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
    let n = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
      xx += (a - meanX) * (a - meanX)
      yy += (b - meanY) * (b - meanY)
      xy += (a - meanX) * (b - meanY)
    }
    return xx > 1e-12 && yy > 1e-12 ? xy / (xx * yy).squareRoot() : nil
  }
}

extension RegionalExposure {
  /// The check for information bias over the scored regions of a level, and their positions in ``regions``; nil for
  /// fewer than three.
  public func reportingBias(at level: Region.Level = .country) -> (regions: [Int], bias: ReportingBias)? {
    let positions = regions.indices.filter { regions[$0].region.level == level && regions[$0].score != nil }
    return ReportingBias(
      items: positions.map { regions[$0].items }, scores: positions.map { regions[$0].score?.score ?? 0 }
    ).map { (positions, $0) }
  }
}

private import Foundation

/// How items of evidence become the confidence of what they speak of.
///
///     support s_j = grading_j · 2^(−age / halfLife)
///     confidence  = [1 − Π over origins (1 − max supporting s_j)] · Π over origins (1 − max refuting s_j)
///
/// Items of one origin repeat each other, so only the strongest counts. A combination never exceeds 0.99, unless one
/// of its items alone does: that one is taken as given, so that further support never lowers a confidence.
/// Predictions have no weight.
public struct ConfidenceRule: Hashable, Sendable {
  /// What a row with neither grade nor confidence counts.
  public var ungraded: Double
  /// Years in which a support loses half its weight; nil: evidence does not age.
  public var halfLife: Double?
  /// The day on which ages are measured.
  public var asOf: Instant?

  public init(ungraded: Double, halfLife: Double? = nil, asOf: Instant? = nil) {
    self.ungraded = ungraded
    self.halfLife = halfLife
    self.asOf = asOf
  }

  /// Structural measures, ties.csv and flows.csv: an ungraded row counts 1.
  public static func structural(halfLife: Double? = nil, asOf: Instant? = nil) -> ConfidenceRule {
    ConfidenceRule(ungraded: 1, halfLife: halfLife, asOf: asOf)
  }

  /// The weight of one item, 0...1.
  public func support(_ item: Evidence) -> Double {
    guard item.kind != .prediction else { return 0 }
    let grading = (item.grading ?? ungraded) * (item.hasUngradedPartner ? ungraded : 1)
    guard let halfLife, let asOf, let date = item.date, date < asOf else { return grading }
    return grading * exp2(-asOf.years(since: date) / halfLife)
  }

  /// The confidence of what a list of items speaks of, 0...1; 0 for no item. O(items · log items).
  public func confidence(of items: some Sequence<Evidence>) -> Double {
    var supporting: [(origin: Int32, support: Double)] = []
    var refuting: [(origin: Int32, support: Double)] = []
    for item in items where item.kind != .prediction {
      switch item.stance {
      case .supports: supporting.append((item.origin, support(item)))
      case .refutes: refuting.append((item.origin, support(item)))
      }
    }
    let perOrigin = strongest(supporting)
    let strongest = perOrigin.max() ?? 0
    let combined = perOrigin.count > 1 ? min(1 - missing(perOrigin), max(0.99, strongest)) : strongest
    return refuting.isEmpty ? combined : combined * missing(self.strongest(refuting))
  }

  /// The strongest support of each origin, by origin.
  private func strongest(_ supports: [(origin: Int32, support: Double)]) -> [Double] {
    guard supports.count > 1 else { return supports.map(\.support) }
    var strongest: [Double] = []
    var last: Int32?
    for (origin, support) in supports.sorted(by: { $0.origin < $1.origin }) {
      if origin == last {
        strongest[strongest.count - 1] = max(strongest[strongest.count - 1], support)
      } else {
        strongest.append(support)
        last = origin
      }
    }
    return strongest
  }

  /// Π (1 − s) over origins.
  private func missing(_ supports: [Double]) -> Double { supports.reduce(1) { $0 * (1 - $1) } }
}

/// A Recommendation of the Financial Action Task Force, one of the 40 that the declaration commits to. Their subjects
/// are general knowledge: check before quoting.
public struct FATFRecommendation: Hashable, Sendable {
  public let number: Int
  public let subject: String

  public static let all = [
    FATFRecommendation(number: 1, subject: "assessing risks and applying a risk-based approach"),
    FATFRecommendation(number: 5, subject: "terrorist financing offence"),
    FATFRecommendation(number: 6, subject: "targeted financial sanctions"),
    FATFRecommendation(number: 8, subject: "non-profit organisations"),
    FATFRecommendation(number: 15, subject: "new technologies and virtual assets"),
    FATFRecommendation(number: 16, subject: "wire transfers"),
    FATFRecommendation(number: 20, subject: "reporting of suspicious transactions"),
    FATFRecommendation(number: 29, subject: "financial intelligence units"),
    FATFRecommendation(number: 32, subject: "cash couriers"),
  ]

  /// Which Recommendations the finding of a pattern of payments speaks to, by the pattern's name. A convention of
  /// nexus: no pattern is evidence of a breach, and no channel is a risk by itself.
  ///
  /// Every pattern is a reason to look at reporting (20) and at the unit that analyses it (29); what moves through
  /// several accounts in turn concerns wire transfers (16), what is deposited in many places cash (32), what peels
  /// off a balance step by step virtual assets (15).
  public static let byPattern: [String: [Int]] = [
    "fan-in": [16, 20, 29], "fan-out": [16, 20, 29], "gather-scatter": [16, 20, 29],
    "scatter-gather": [16, 20, 29], "cycle": [16, 20, 29], "bipartite": [16, 20, 29],
    "stack": [16, 20, 29], "random": [16, 20, 29], "structuring": [20, 29, 32], "pass-through": [16, 20, 29],
    "funnel": [20, 29, 32], "mirror": [16, 20, 29], "price": [1, 20, 29], "peel": [15, 20, 29],
  ]
}

/// Whether a graph has more community structure than its degrees alone bring about.
public struct CommunitySignificance: Hashable, Sendable {
  /// Q, the modularity that the method reaches on the graph.
  public let modularity: Double
  /// The mean of what it reaches on rewired graphs.
  public let rewiredMean: Double
  /// The standard deviation of that.
  public let rewiredDeviation: Double
  /// How many graphs were rewired.
  public let rewirings: Int
  /// (b + 1) / (B + 1): *b* of *B* rewired graphs reach as much.
  public let pValue: Double

  /// How many standard deviations Q lies above the mean of rewired graphs; nil when they all have the same.
  public var zScore: Double? {
    rewiredDeviation > 0 ? (modularity - rewiredMean) / rewiredDeviation : nil
  }

  /// What may be said of it at a level of 5 %.
  public var verdict: CommunityVerdict { pValue <= 0.05 ? .significant : .notSignificant }
}

public enum CommunityVerdict: String, Hashable, Sendable, CustomStringConvertible {
  case significant
  case notSignificant = "not-significant"

  public var description: String {
    switch self {
    case .significant: "significant community structure"
    case .notSignificant: "no significant community structure"
    }
  }
}

extension CommunitySignificance: CustomStringConvertible {
  /// One line for a report: "no significant community structure: modularity 0.34, …".
  public var description: String {
    func rounded(_ value: Double, _ unit: Double) -> Double { (value * unit).rounded() / unit }
    let z = zScore.map { ", z = \(rounded($0, 100))" } ?? ""
    return """
      \(verdict): modularity \(rounded(modularity, 1_000)), networks with the same degrees \
      \(rounded(rewiredMean, 1_000)) ± \(rounded(rewiredDeviation, 1_000)) \
      (p = \(rounded(pValue, 10_000))\(z), \(rewirings) rewirings)
      """
  }
}

extension CommunitySignificance {
  /// - Precondition: at least one graph was rewired.
  init(modularity: Double, rewired: [Double]) {
    precondition(!rewired.isEmpty, "No graph was rewired.")
    let count = Double(rewired.count)
    let mean = rewired.reduce(0, +) / count
    let squares = rewired.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.modularity = modularity
    rewiredMean = mean
    // Values that differ by rounding alone are the same.
    let deviation = count > 1 ? (squares / (count - 1)).squareRoot() : 0
    rewiredDeviation = deviation > 1e-12 ? deviation : 0
    rewirings = rewired.count
    let asLarge = rewired.count { $0 >= modularity - 1e-12 }
    pValue = Double(asLarge + 1) / (count + 1)
  }
}

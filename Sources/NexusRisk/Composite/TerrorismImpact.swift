/// Counts of one year's terrorist incidents in a region, as incident tables give them.
public struct IncidentCounts: Hashable, Sendable {
  public var incidents: Double
  public var deaths: Double
  public var injuries: Double
  public var hostages: Double

  public init(incidents: Double, deaths: Double, injuries: Double, hostages: Double) {
    (self.incidents, self.deaths) = (incidents, deaths)
    (self.injuries, self.hostages) = (injuries, hostages)
  }

  /// The raw score of the Global Terrorism Index: 1 · incidents + 3 · deaths + ½ · injuries + ½ · hostages.
  ///
  /// A column that an analyst may use as an external indicator; it enters no index of nexus.
  ///
  /// Source: Institute for Economics and Peace, *Global Terrorism Index*, methodology; the weights from general
  /// knowledge of it.
  public var impact: Double { incidents + 3 * deaths + 0.5 * injuries + 0.5 * hostages }
}

/// The five-year weighted mean of yearly scores in the Global Terrorism Index, the newest year first:
///
///     Σ_t 2^(4 − t) s_t ÷ 31,   t = 0…4
///
/// - Parameter scores: up to five years, the newest first; years that are not given count 0.
public func fiveYearImpact(_ scores: [Double]) -> Double {
  precondition(scores.count <= 5, "The weighted mean covers five years.")
  return zip(scores, [16.0, 8, 4, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 } / 31
}

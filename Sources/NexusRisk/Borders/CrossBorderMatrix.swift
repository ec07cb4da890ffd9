public import NexusAlgorithms
public import NexusModel

/// Which regions the recorded ties and transfers join, and how much of a region's ties crosses its borders.
///
/// Expected numbers: each tie counts with its confidence c, split over the regions of its ends by shares s.
/// Between r and q it adds c (s_ir s_jq + s_iq s_jr), inside r it adds c s_ir s_jr; so a region's part of the ties is
/// c (½ s_ir + ½ s_jr), and all parts together are Σ c less what lies in no known region. Nothing is counted twice,
/// unlike in the indicators of exposure, which may not sink when evidence is added.
public struct CrossBorderMatrix: Sendable {
  /// Cross ties, organised crime with terrorist actors, between two regions or inside one.
  public struct Pair: Hashable, Sendable {
    public let first: Region
    /// The same as ``first`` for ties inside a region; else the later code.
    public let second: Region
    /// Expected number.
    public let crossTies: Double
    /// Whether a border lies between: not inside one region, nor between a region and an area around it.
    public let crosses: Bool
  }

  /// Transfers from one region to another, in one currency.
  public struct Corridor: Hashable, Sendable {
    public let from: Region
    public let to: Region
    public let currency: String
    /// Expected number.
    public let transfers: Double
    /// Expected sum.
    public let amount: Double
    public let crosses: Bool
  }

  /// How much of a region's ties, of whatever actors, crosses its borders.
  public struct Exposure: Hashable, Sendable {
    public let region: Region
    /// Expected number of ties that touch the region and whose other end is known.
    public let ties: Double
    /// How many of these cross a border.
    public let crossing: Double
    /// ``crossing`` ÷ ``ties`` with its 95 % interval; nil without ties.
    public let share: WilsonInterval?
    /// The region's part of the cross ties: each split ½ + ½ over its ends.
    public let crossTies: Double
  }

  public let level: Region.Level
  /// The strongest first, then by codes.
  public let pairs: [Pair]
  /// By currency, the largest amount first, then the most transfers, then by codes.
  public let corridors: [Corridor]
  /// By region.
  public let exposures: [Exposure]
  /// Cross ties, as an expected number, of which an end has no known region.
  public let unlocatedCrossTies: Double
  /// All cross ties, as an expected number.
  public let allCrossTies: Double
}

extension Network {
  /// The regions that ties and transfers join.
  ///
  /// Protected actors and all that hangs on them are left out, as are predictions.
  ///
  /// - Parameters:
  ///   - rule: how evidence becomes confidence; an ungraded row counts ½.
  ///   - level: countries, or what contains them. A region that the data give only more roughly stays as it is.
  /// - Complexity: O(links · regions of their ends²).
  public func crossBorderMatrix(
    _ rule: ConfidenceRule = ConfidenceRule(ungraded: 0.5), level: Region.Level = .country
  ) -> CrossBorderMatrix {
    let source = ExposureSource(self, rule: rule, asOf: nil)
    var sums = BorderSums(source, level: level)
    for tie in source.model.ties { sums.add(tie) }
    for (transfer, position) in zip(source.model.transfers, source.transferPositions) {
      sums.add(transfer, currency: transfers[position].currency)
    }
    return sums.matrix(level: level)
  }
}

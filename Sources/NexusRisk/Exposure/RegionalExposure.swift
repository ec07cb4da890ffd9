public import NexusModel

extension Network {
  /// The Nexus Exposure Index (NEI) of every region that the data name and of all that contain them.
  ///
  /// It measures observed exposure to the meeting of terrorism and organised crime, from the network alone; it
  /// is not overall risk. Every level is computed anew from the rows, never summed: an actor in two countries
  /// is one actor of their region. See ``ExposureModel/rawIndicators()`` for the indicators and
  /// ``ExposureScale`` for the index.
  ///
  /// Adding supporting evidence never lowers a score while the day of reference, the indicators in use and the
  /// places of ties and transfers stay as they are, and the older window of momentum apart.
  ///
  /// - Returns: one entry per region: by level from countries to the world, then groups; ranked ones first.
  /// - Complexity: O(*n* + *m* log *m*) for *m* rows that each touch few regions.
  public func regionalExposure(_ options: ExposureOptions = ExposureOptions()) -> RegionalExposure {
    regionalExposure(
      ExposureSource(
        self, rule: options.rule, asOf: options.asOf ?? newestDate, grouping: options.grouping), options)
  }

  func regionalExposure(_ source: ExposureSource, _ options: ExposureOptions) -> RegionalExposure {
    let layout = ExposureLayout(source.model)
    let raw = source.model.rawIndicators(layout)
    let counts = ExposureEvidence.count(of: self, source, layout, options.rule)
    let hasRoles = source.model.hasRoles
    let isMomentumInUse = source.model.indicators.contains(.momentum)
    var regions = source.regions.indices.map { number in
      let isObserved = counts[number].items > 0
      return RegionExposure(
        region: source.regions[number], items: counts[number].items, origins: counts[number].origins,
        raw: raw[number].values,
        score: hasRoles && isObserved
          ? options.scale.score(of: raw[number].values, measure: source.model.measure) : nil,
        missing: !hasRoles ? .rolesMissing : isObserved ? nil : .noObservations,
        isUndated: isMomentumInUse && !raw[number].isDated)
    }
    rank(&regions)
    return RegionalExposure(
      regions: regions,
      method: ExposureMethod(
        scale: options.scale, rule: options.rule, asOf: options.asOf ?? newestDate,
        measure: source.model.measure,
        indicators: source.model.indicators))
  }
}

/// How exposure is computed.
public struct ExposureOptions: Hashable, Sendable {
  /// How evidence becomes confidence; an ungraded row counts ½.
  public var rule = ConfidenceRule(ungraded: 0.5)
  /// The end of the latest window of momentum; nil: the newest date of the data.
  public var asOf: Instant?
  public var scale = ExposureScale()
  /// Groups of regions to be scored as one more level.
  public var grouping: RegionGrouping?

  public init() {}
}

/// The exposure of all regions and how it was computed.
public struct RegionalExposure: Sendable {
  public let regions: [RegionExposure]
  public let method: ExposureMethod
}

/// Everything that a score depends on besides the data; printed with every score.
public struct ExposureMethod: Hashable, Sendable {
  public let scale: ExposureScale
  public let rule: ConfidenceRule
  /// The end of the latest window of momentum; nil when the data have no dates.
  public let asOf: Instant?
  /// The length of a window of momentum, in calendar years.
  public var windowYears: Int { 2 }
  /// What throughput and transit are measured in.
  public let measure: FlowMeasure
  /// The amount that one unit of throughput and transit stands for before the logarithm.
  public var amountUnit: Double { ExposureModel.amountUnit }
  /// The indicators that the data can tell of; the others are dropped for all regions.
  public let indicators: [Indicator]
  /// Share of the seven indicators that are in use.
  public var coverage: Double { Double(indicators.count) / Double(Indicator.allCases.count) }
}

/// How much evidence stands behind a score.
public enum EvidenceGrade: String, Hashable, Comparable, CaseIterable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"

  /// A: 20 items of 3 origins; B: 10 of 3; C: 5 of 2; D: less, which is not ranked.
  init(items: Int, origins: Int) {
    self =
      switch (items, origins) {
      case (20..., 3...): .a
      case (10..., 3...): .b
      case (5..., 2...): .c
      default: .d
      }
  }

  /// A comes first.
  public static func < (left: EvidenceGrade, right: EvidenceGrade) -> Bool { left.rawValue < right.rawValue }
}

/// Why a region has no score.
public enum MissingScore: String, Hashable, Sendable {
  /// No actor of the data is terrorist, of organised crime or a facilitator.
  case rolesMissing = "roles missing"
  /// No evidence touches the region. Not the same as a score of 0.
  case noObservations = "no observations"
}

/// The exposure of one region.
public struct RegionExposure: Sendable {
  public let region: Region
  /// Distinct rows of ties, transfers and actors behind the indicators, and their distinct origins.
  public let items: Int
  public let origins: Int
  /// Indicators before they are normalised; nil for those not in use.
  public let raw: Profile<Indicator>
  /// The index and its decomposition; nil when ``missing`` says why there is none.
  public let score: ExposureScore?
  public let missing: MissingScore?
  /// Momentum is in use and no dated item touches the region: its momentum is 0.
  public let isUndated: Bool
  /// From 1 within the level; equal scores share the better rank; nil for grade D and without a score.
  public fileprivate(set) var rank: Int?

  public var grade: EvidenceGrade { EvidenceGrade(items: items, origins: origins) }
}

/// Orders regions by level, ranked before others, score and code, and numbers those that are ranked.
private func rank(_ regions: inout [RegionExposure]) {
  func isRanked(_ region: RegionExposure) -> Bool { region.score != nil && region.grade != .d }
  func key(_ region: RegionExposure) -> (Region.Level, Int, Double, Region) {
    (region.region.level, isRanked(region) ? 0 : 1, -(region.score?.score ?? -1), region.region)
  }
  regions = regions.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  var position = 0
  for index in regions.indices {
    let isFirst = index == 0 || regions[index - 1].region.level != regions[index].region.level
    position = isFirst ? 1 : position + 1
    guard isRanked(regions[index]) else { continue }
    let isEqual = !isFirst && regions[index - 1].score?.score == regions[index].score?.score
    regions[index].rank = isEqual ? regions[index - 1].rank : position
  }
}

/// What is weighed: the dimensions or, with weights by indicator, the indicators; normalised, region by region.
struct CompositeElements {
  let names: [String]
  /// By region, then by name.
  let values: [[Double?]]
  /// What was done to the values, for the reader.
  private(set) var notes: [String] = []

  /// - Throws: ``CompositeError`` when goalposts are missing or reversed.
  init(
    _ regions: [RegionExposure], _ method: ExposureMethod, _ options: CompositeOptions, byIndicator: Bool
  ) throws(CompositeError) {
    var columns: [Indicator: [Double?]] = [:]
    for indicator in method.indicators {
      columns[indicator] = try CompositeElements.column(indicator, regions, method, options, &notes)
    }
    if byIndicator {
      names = method.indicators.map(\.name)
      values = regions.indices.map { region in method.indicators.map { columns[$0]?[region] ?? nil } }
      return
    }
    let dimensions = Dimension.allCases.filter { dimension in
      method.indicators.contains { $0.dimension == dimension }
    }
    names = dimensions.map(\.name)
    values = regions.indices.map { region in
      dimensions.map { dimension in
        let parts = method.indicators.filter { $0.dimension == dimension }.map { columns[$0]?[region] ?? nil }
        return PartialValues(parts, weights: parts.map { _ in 1 }).map { present in
          zip(present.values, present.weights).reduce(0) { $0 + $1.0 * $1.1 }
        }
      }
    }
  }

  private static func column(
    _ indicator: Indicator, _ regions: [RegionExposure], _ method: ExposureMethod,
    _ options: CompositeOptions,
    _ notes: inout [String]
  ) throws(CompositeError) -> [Double?] {
    if options.normalisation == .halfSaturation {
      return regions.map { $0.score?.indicators[indicator] }
    }
    var raw = regions.map { $0.raw[indicator] }
    if !OutlierCheck(raw.compactMap { $0 }).passes {
      notes.append(treat(&raw, indicator, options.normalisation))
    }
    var posts: Goalposts?
    if options.normalisation == .goalposts {
      guard let given = options.goalposts[indicator.name] else { throw .goalpostsMissing(indicator.name) }
      guard given.high > given.low, given.low.isFinite, given.high.isFinite else {
        throw .goalpostsReversed(indicator.name, low: given.low, high: given.high)
      }
      posts = given
    }
    let column = options.normalisation.normalised(raw, posts: posts)
    if column.allSatisfy({ $0 == nil }), raw.contains(where: { $0 != nil }) {
      notes.append("\(indicator.name) is alike in all regions, so it is left out and the other weights grow.")
    }
    return column
  }

  private static func treat(_ raw: inout [Double?], _ indicator: Indicator, _ by: Normalisation) -> String {
    guard by.needsTreatment else {
      return "\(indicator.name) may hold outliers (skewness and kurtosis); nothing was changed."
    }
    guard let treated = Winsorised(raw) else {
      return "\(indicator.name) holds more outliers than winsorising five values mends; nothing was changed."
    }
    raw = treated.values
    let values =
      treated.points == 1
      ? "1 outlier of \(indicator.name) was" : "\(treated.points) outliers of \(indicator.name) were"
    return "\(values) drawn in to the next value (winsorised)."
  }
}

internal import NexusModel
public import NexusRendering

/// The scores of regions over the sides of a comparison, as a picture.
public struct ScoreTrend: Sendable {
  private let chart: TrendChart

  /// Over the windows of a data set.
  public init(_ comparison: WindowComparison, of name: String) {
    let steps = comparison.steps
    let regions = Set(steps.flatMap { $0.regions.map(\.region) })
    chart = ScoreTrend.chart(
      title: "Observed exposure by window: \(name)", labels: comparison.windows.map { "to \($0.end)" },
      regions.sorted().map { region in
        let first = steps.first?.regions.first { $0.region == region }?.before
        let later = steps.map { step in step.regions.first { $0.region == region }?.after }
        return (region, [first] + later)
      })
  }

  /// Over two data sets.
  public init(_ comparison: NetworkComparison) {
    chart = ScoreTrend.chart(
      title: "Observed exposure: \(comparison.before) and \(comparison.after)",
      labels: [comparison.before, comparison.after],
      comparison.regions.map { ($0.region, [$0.before, $0.after]) })
  }

  private static func chart(
    title: String, labels: [String], _ regions: [(region: Region, scores: [NetworkComparison.RegionScore?])]
  ) -> TrendChart {
    TrendChart(
      title: title, labels: labels,
      series: regions.filter { $0.region.level == .country }.map { region, scores in
        TrendChart.Series(
          name: region.name,
          points: scores.map { score in
            score.map { TrendChart.Point(value: $0.score, low: $0.low, high: $0.high) }
          })
      },
      notes: [
        "Source: nexus, from the rows of the data. Nexus Exposure Index, 0–100, of countries; half-values, weights and indicators are frozen.",
        "A gap is a window in which nothing was observed, which does not mean low.",
      ])
  }

  public func svg() throws(RenderingError) -> String { try chart.svg() }
}

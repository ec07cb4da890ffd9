import NexusModel
import NexusReport
import NexusRisk

/// The course of exposure over windows of time.
struct TrendReport {
  private let trend: ExposureTrend
  private let options: RiskOptions
  private let level: Region.Level?

  init(_ trend: ExposureTrend, _ options: RiskOptions, level: Region.Level?) {
    (self.trend, self.options, self.level) = (trend, options, level)
  }

  /// What the terminal has room for.
  private static let mostWindows = 6

  func text(_ style: TerminalStyle) -> String {
    let heading = style.heading("Nexus Exposure Index (0–100) by window: observed exposure, not overall risk")
    guard !trend.windows.isEmpty else {
      return heading + "\nNo scored row bears a date, so there is no course over time."
    }
    let windows = trend.windows.suffix(TrendReport.mostWindows)
    let positions = trend.regions.indices.filter { trend.regions[$0].level == level ?? .country }
    var table = TextTable(
      [.init(head: "region", canShrink: true)]
        + windows.map { .init(head: "to \($0.end)", alignment: .right) })
    for position in positions {
      table.append([trend.regions[position].name] + windows.map { cell($0.regions[position]) })
    }
    table.append(["dated ties and transfers"] + windows.map { "\($0.links)" })
    return
      ([heading, "", table.text(style), ""]
      + notes(windows.count).map { TerminalLines.wrapped($0, to: style.width) })
      .joined(separator: "\n")
  }

  private func cell(_ value: (score: Double, interval: ScoreInterval?)?) -> String {
    guard let value else { return "not observed" }
    let interval = value.interval.map {
      " [\($0.low.formatted(decimals: 0))–\($0.high.formatted(decimals: 0))]"
    }
    return value.score.formatted(decimals: 1) + (interval ?? "")
  }

  private func notes(_ shown: Int) -> [String] {
    var notes = [
      "Half-values, weights and indicators (\(trend.indicators.map { $0.name.replacing("_", with: " ") }.joined(separator: ", "))) "
        + "are the same in every window; momentum is left out. Presence and crimes from tables of actors bear no date and "
        + "count in every window. A difference between windows may be one of reporting."
    ]
    if options.uncertainty.draws > 0 {
      notes.append(
        "In brackets 90 % of \(options.uncertainty.draws) draws, seed \(options.uncertainty.seed).")
    }
    if trend.undated > 0 {
      notes.append(
        "\(trend.undated.counted("tie or transfer", "ties and transfers")) without a date \(trend.undated == 1 ? "lies" : "lie") in no window."
      )
    }
    if shown < trend.windows.count {
      notes.append("The latest \(shown) of \(trend.windows.count) windows; --json has all.")
    }
    return notes
  }

  var document: JSONValue {
    let positions = trend.regions.indices.filter { level == nil || trend.regions[$0].level == level }
    return [
      "windows": .list(
        trend.windows.map { window in
          [
            "start": .text(window.start.description), "end": .text(window.end.description),
            "links": .whole(window.links),
            "regions": .list(
              positions.map { position in
                let value = window.regions[position]
                return [
                  "region": .text(trend.regions[position].code),
                  "level": .text(trend.regions[position].level.rawValue),
                  "score": .real(value?.score), "low": .real(value?.interval?.low),
                  "high": .real(value?.interval?.high), "mean": .real(value?.interval?.mean),
                ]
              }),
          ]
        }),
      "undated": .whole(trend.undated), "indicators": .texts(trend.indicators.map(\.name)),
      "draws": .whole(options.uncertainty.draws), "seed": .seed(options.uncertainty.seed),
    ]
  }
}

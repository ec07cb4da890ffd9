/// The rows of a ``RegionChart`` from top to bottom.
enum RegionRow: Sendable {
  /// The name of a level, with the scale.
  case level(String)
  case bar(RegionChart.Bar, rank: Int?)
  /// What stands below this line is not ranked.
  case divider(String)
  /// How many bars of the level are not drawn.
  case more(Int)

  var height: Double {
    switch self {
    case .level: 46
    case .bar: 25
    case .divider: 28
    case .more: 24
    }
  }

  /// Countries first, then what they lie in, then levels that nexus does not know, by name.
  static func rows(of chart: RegionChart) -> [RegionRow] {
    let known = ["country", "subregion", "region", "world"]
    let others = Set(chart.bars.map(\.level)).subtracting(known).sorted()
    return (known + others).flatMap { level -> [RegionRow] in
      let bars = chart.bars.filter { $0.level == level }
      return bars.isEmpty ? [] : [.level(level)] + rows(of: bars, limit: max(0, chart.maximumBarsPerLevel))
    }
  }

  private static func rows(of bars: [RegionChart.Bar], limit: Int) -> [RegionRow] {
    let observed = bars.filter { $0.score != nil }
    let ranked = sorted(observed.filter(\.isRanked))
    let unranked = sorted(observed.filter { !$0.isRanked }) + bars.filter { $0.score == nil }
    var rows: [RegionRow] = []
    for (position, bar) in ranked.prefix(limit).enumerated() {
      // Equal scores share a rank.
      let rank = ranked.firstIndex { $0.score == bar.score } ?? position
      rows.append(.bar(bar, rank: rank + 1))
    }
    let left = unranked.prefix(limit - min(limit, ranked.count))
    if !left.isEmpty {
      rows.append(.divider("Not ranked: too little evidence to compare, or nothing observed"))
      rows += left.map { .bar($0, rank: nil) }
    }
    if bars.count > limit { rows.append(.more(bars.count - limit)) }
    return rows
  }

  /// By falling score, then by name.
  private static func sorted(_ bars: [RegionChart.Bar]) -> [RegionChart.Bar] {
    bars.sorted { first, second in
      let (left, right) = (first.score ?? 0, second.score ?? 0)
      return left == right ? first.name < second.name : left > right
    }
  }
}

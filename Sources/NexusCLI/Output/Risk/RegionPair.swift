import NexusModel
import NexusReport
import NexusRisk

/// Two regions side by side: what each score is made of, and whether the two can be told apart.
struct RegionPair {
  private let risk: RegionalRisk
  private let a: Int
  private let b: Int

  /// - Throws: ``RegionLookupError`` when a name is no region of the data, or the two are of different levels.
  init(_ names: [String], in risk: RegionalRisk) throws(RegionLookupError) {
    self.risk = risk
    a = try RegionPair.position(of: names[0], in: risk)
    b = try RegionPair.position(of: names[1], in: risk)
    let (first, second) = (risk.exposure.regions[a].region, risk.exposure.regions[b].region)
    guard first != second else { throw .same(first.name) }
    guard first.level == second.level else {
      throw .differentLevels(first.name, first.level, second.name, second.level)
    }
  }

  private static func position(of name: String, in risk: RegionalRisk) throws(RegionLookupError) -> Int {
    let regions = risk.exposure.regions
    let region = Region(resolving: name)
    if let position = regions.firstIndex(where: { $0.region == region }) { return position }
    let near = Region.names(near: name, among: Set(regions.map(\.region)))
      .filter { near in regions.contains { $0.region.name == near } }
    throw .unknown(name, near: near)
  }

  private var regions: (RegionExposure, RegionExposure) {
    (risk.exposure.regions[a], risk.exposure.regions[b])
  }

  func text(_ style: TerminalStyle) -> String {
    let (first, second) = regions
    var table = TextTable([
      .init(head: "", canShrink: true), .init(head: first.region.name, alignment: .right, canShrink: true),
      .init(head: second.region.name, alignment: .right, canShrink: true),
      .init(head: "difference", alignment: .right),
    ])
    for (name, left, right) in rows {
      table.append([name, cell(left), cell(right), left.flatMap { l in right.map { signed(l - $0) } } ?? "–"])
    }
    table.append(["grade (items, origins)", grade(first), grade(second), ""])
    table.append(["90 % interval", interval(risk.regions[a]), interval(risk.regions[b]), ""])
    return [
      style.heading(RiskDocument(risk).heading), "", table.text(style), "",
      TerminalLines.wrapped(verdict, to: style.width),
      TerminalLines.wrapped(RiskMethodText(risk).sentence, to: style.width),
    ].joined(separator: "\n")
  }

  private func grade(_ region: RegionExposure) -> String {
    region.score == nil ? "–" : "\(region.grade.rawValue) (\(region.items), \(region.origins))"
  }

  private func interval(_ region: RegionRisk) -> String {
    region.exposureInterval.map { "\($0.low.formatted(decimals: 1))–\($0.high.formatted(decimals: 1))" }
      ?? "–"
  }

  /// Name and value of each line, contributions under the score that they add up to.
  private var rows: [(String, Double?, Double?)] {
    let (first, second) = regions
    var rows: [(String, Double?, Double?)] = [("score", first.score?.score, second.score?.score)]
    for dimension in Dimension.allCases
    where risk.exposure.method.indicators.contains(where: { $0.dimension == dimension }) {
      rows.append(
        (
          "  \(dimension.name)", first.score?.dimensionContributions[dimension],
          second.score?.dimensionContributions[dimension]
        ))
      for indicator in risk.exposure.method.indicators where indicator.dimension == dimension {
        rows.append(
          (
            "    \(indicator.name.replacing("_", with: " "))", first.score?.indicatorContributions[indicator],
            second.score?.indicatorContributions[indicator]
          ))
      }
    }
    guard risk.hasRisk else { return rows }
    let (left, right) = (risk.regions[a].risk, risk.regions[b].risk)
    rows.append(("risk", left?.score, right?.score))
    for dimension in RiskDimension.allCases {
      rows.append(("  \(dimension.name)", left?.contributions[dimension], right?.contributions[dimension]))
    }
    return rows
  }

  private func cell(_ value: Double?) -> String { value.map { $0.formatted(decimals: 1) } ?? "–" }

  private func signed(_ value: Double) -> String {
    (value < 0 ? "−" : "+") + abs(value).formatted(decimals: 1)
  }

  /// The comparison in words.
  var verdict: String {
    let (first, second) = regions
    guard first.score != nil, second.score != nil else {
      let missing = first.score == nil ? first : second
      return
        "\(missing.region.name) has no score (\(missing.missing?.rawValue ?? "")), so the two cannot be compared."
    }
    guard let comparison = risk.comparison(a, b) else {
      return "Without draws the two cannot be compared; see --draws."
    }
    let probability = comparison.aboveProbability
    let higher = probability >= 0.5 ? first : second
    let lower = probability >= 0.5 ? second : first
    let share = max(probability, 1 - probability)
    var sentence =
      "P(\(first.region.name) > \(second.region.name)) = \(probability.formatted(decimals: 3)): "
      + (comparison.isDistinguishable
        ? "\(higher.region.name) lies above \(lower.region.name) in \((100 * share).formatted(decimals: 0)) % of the draws; the two are distinguishable."
        : "the two are not distinguishable, since neither lies above the other in 90 % of the draws.")
    if first.grade == .d || second.grade == .d {
      sentence += " At least one is of grade D: too little evidence for a rank."
    }
    return sentence
  }

  var document: JSONValue {
    let (first, second) = regions
    let comparison = risk.comparison(a, b)
    return [
      "regions": .table(Table.regions(risk).rows { $0 == a || $0 == b }),
      "comparisons": comparison.map { comparison in
        .list([
          [
            "a": .text(first.region.code), "b": .text(second.region.code),
            "p_a_above_b": .real(comparison.aboveProbability),
            "distinguishable": .flag(comparison.isDistinguishable),
          ]
        ])
      } ?? .list([]),
      "contributions": .list(
        rows.map { name, left, right in
          ["name": .text(name.replacing("  ", with: "")), "a": .real(left), "b": .real(right)]
        }),
      "verdict": .text(verdict), "method": RiskDocument(risk).method,
    ]
  }
}

/// Why two names cannot be compared.
enum RegionLookupError: Error, CustomStringConvertible {
  case unknown(String, near: [String])
  case same(String)
  case differentLevels(String, Region.Level, String, Region.Level)

  var description: String {
    switch self {
    case .unknown(let name, let near):
      "--compare: the data name no region \"\(name)\"."
        + (near.isEmpty ? "" : " Did you mean \(near.map { "\"\($0)\"" }.joined(separator: " or "))?")
    case .same(let name): "--compare: \(name) was given twice. Give two regions."
    case .differentLevels(let first, let level, let second, let other):
      "--compare: \(first) is a \(level.rawValue) and \(second) a \(other.rawValue). Give two regions of one level."
    }
  }
}

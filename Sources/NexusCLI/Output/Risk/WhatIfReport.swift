import NexusModel
import NexusReport
import NexusRisk

/// Scores under other weights and half-values beside those of the default.
struct WhatIfReport {
  let before: RegionalRisk
  let after: RegionalRisk
  let level: Region.Level

  func text(_ style: TerminalStyle) -> String {
    var columns: [TextTable.Column] = [
      .init(head: "region", canShrink: true), .init(head: "score", alignment: .right),
      .init(head: "what if", alignment: .right), .init(head: "90 %", alignment: .right),
      .init(head: "rank", alignment: .right), .init(head: "what if", alignment: .right),
    ]
    if after.hasRisk {
      columns += [.init(head: "risk", alignment: .right), .init(head: "what if", alignment: .right)]
    }
    var table = TextTable(columns)
    for (position, region) in after.exposure.regions.enumerated() where region.region.level == level {
      guard let old = before.exposure.regions.firstIndex(where: { $0.region == region.region }) else {
        continue
      }
      let interval = after.regions[position].exposureInterval
      var cells = [
        region.region.name, cell(before.exposure.regions[old].score?.score), cell(region.score?.score),
        interval.map { "\($0.low.formatted(decimals: 1))–\($0.high.formatted(decimals: 1))" } ?? "–",
        before.exposure.regions[old].rank.map(String.init) ?? "–", region.rank.map(String.init) ?? "–",
      ]
      if after.hasRisk {
        cells += [cell(before.regions[old].risk?.score), cell(after.regions[position].risk?.score)]
      }
      table.append(cells)
    }
    let method = RiskMethodText(after).sentence
    return [
      style.heading(RiskDocument(after).heading + ", under other weights and half-values"), "",
      table.text(style), "", TerminalLines.wrapped(method, to: style.width),
    ].joined(separator: "\n")
  }

  private func cell(_ value: Double?) -> String { value.map { $0.formatted(decimals: 1) } ?? "–" }

  var document: JSONValue {
    [
      "what_if": RiskDocument(after).document(), "regions": .table(Table.regions(after)),
      "baseline": RiskDocument(before).document(),
    ]
  }
}

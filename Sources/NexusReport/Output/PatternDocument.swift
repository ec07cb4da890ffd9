internal import NexusFlows

extension PatternReport {
  /// `nexus flows patterns --json`
  public var document: JSONValue {
    .object([
      "patterns": .list(hits.map(PatternReport.value)),
      "counts": .object(byPattern { .whole(findings.counts[$0, default: 0]) }),
      "expected": .object(byPattern { pattern in .real(expected.map { $0[pattern, default: 0] }) }),
      "left_out": .object([
        "undated": .whole(ledger.leftOut.undated), "to_oneself": .whole(ledger.leftOut.toOneself + folded),
        "without_amount": .whole(ledger.leftOut.withoutAmount),
        "protected": .whole(findings.setAside), "recurring_hubs": .whole(findings.recurring),
      ]),
      "kept": .object([
        "unknown_currency": .whole(ledger.leftOut.unknownCurrency),
        "repeated": .whole(ledger.leftOut.repeated),
      ]),
      "cut_short": .object(
        Dictionary(uniqueKeysWithValues: findings.guarded.map { ($0.key.rawValue, .whole($0.value)) })),
      "transfers": .whole(ledger.count),
      "predictive_value": .object([
        "prevalence": .real(predictive.prevalence),
        "true_positive_rate": .real(predictive.truePositiveRate),
        "false_positive_rate": .real(predictive.falsePositiveRate), "value": .real(predictive.value),
        "false_per_true": .real(predictive.falsePerTrue),
      ]),
      "method": method,
    ])
  }

  private func byPattern(_ value: (FlowPattern) -> JSONValue) -> [String: JSONValue] {
    let searched = FlowPattern.allCases.filter(options.patterns.contains)
    return Dictionary(uniqueKeysWithValues: searched.map { ($0.rawValue, value($0)) })
  }

  private static func value(_ hit: Hit) -> JSONValue {
    .object([
      "pattern": .text(hit.pattern.rawValue), "actors": .texts(hit.actors),
      "protected_actors": .whole(hit.protectedActors), "transfers": .texts(hit.transfers),
      "start": .text(hit.start), "end": .text(hit.end), "currency": .text(hit.currency),
      "amount_in": .real(hit.amountIn), "amount_out": .real(hit.amountOut),
      "amount_checked": .flag(hit.isAmountChecked),
    ])
  }

  private var method: JSONValue {
    .object([
      "short_window_days": .real(options.shortWindow.days),
      "long_window_days": .real(options.longWindow.days), "fan_counterparties": .whole(options.fanCount),
      "gather_payers": .whole(options.gatherCount), "scatter_payees": .whole(options.scatterCount),
      "intermediaries": .whole(options.intermediaryCount), "least_return": .real(options.leastReturn),
      "cycle_hops": .whole(options.cycleHops), "chain_hops": .whole(options.chainHops),
      "sources": .whole(options.sourceCount), "sinks": .whole(options.sinkCount),
      "density": .real(options.density), "threshold": .real(options.reportingThreshold),
      "structuring_floor": .real(options.structuringFloor),
      "structuring_transfers": .whole(options.structuringCount),
      "structuring_window_days": .real(options.structuringWindow.days),
      "pass_through_share": .real(options.passThroughShare),
      "pass_through_window_days": .real(options.passThroughWindow.days),
      "funnel_places": .whole(options.funnelPlaces), "mirror_legs": .whole(options.mirrorLegs),
      "mirror_tolerance": .real(options.mirrorTolerance), "corridor_transfers": .whole(options.corridorCount),
      "price_deviation": .real(options.priceDeviation), "peel_links": .whole(options.peelLinks),
      "recurring_hubs": .text(options.recurringHubs == .excluded ? "excluded" : "included"),
      "shuffles": .whole(shuffles), "seed": .seed(seed),
    ])
  }
}

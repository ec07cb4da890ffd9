internal import NexusModel
public import NexusRisk

extension Table {
  /// `regions.csv`: exposure and risk by region with what they are made of.
  ///
  /// `low` and `high` are the 5 % and 95 % quantiles of the score over the draws, `rank_low` and `rank_high` those of
  /// its rank among the ranked regions of its level. Grade D has score and interval but no rank.
  public static func regions(_ risk: RegionalRisk) -> Table {
    var table = Table(
      "regions",
      columns: [
        "region", "name", "level", "rank", "score", "low", "high", "rank_low", "rank_high", "grade", "items",
        "origins",
      ] + Indicator.allCases.map(\.name) + Dimension.allCases.map(\.name)
        + Dimension.allCases.map { "c_" + $0.name } + [
          "vulnerability", "consequence", "risk", "mean", "p_first", "risk_low", "risk_high",
          "c_risk_threat", "c_risk_nexus", "c_risk_flow", "c_risk_vulnerability", "c_risk_consequence",
          "undated", "missing", "black_hole", "black_hole_conditions",
        ])
    for (region, risk) in zip(risk.exposure.regions, risk.regions) {
      table.append(head(region, risk) + parts(of: region) + tail(region, risk))
    }
    return table
  }

  private static func head(_ region: RegionExposure, _ risk: RegionRisk) -> [Cell] {
    [
      .text(region.region.code), .text(region.region.name), .text(region.region.level.rawValue),
      .whole(region.rank), .real(region.score?.score), .real(risk.exposureInterval?.low),
      .real(risk.exposureInterval?.high), .whole(risk.rankInterval?.low), .whole(risk.rankInterval?.high),
      region.score == nil ? .empty : .text(region.grade.rawValue), .whole(region.items),
      .whole(region.origins),
    ]
  }

  private static func parts(of region: RegionExposure) -> [Cell] {
    let score = region.score
    return Indicator.allCases.map { .real(score?.indicators[$0]) }
      + Dimension.allCases.map { .real(score?.dimensions[$0]) }
      + Dimension.allCases.map { .real(score?.dimensionContributions[$0]) }
  }

  private static func tail(_ region: RegionExposure, _ risk: RegionRisk) -> [Cell] {
    [
      .real(risk.vulnerability), .real(risk.consequence), .real(risk.risk?.score),
      .real(risk.exposureInterval?.mean), .real(risk.rankInterval?.first), .real(risk.riskInterval?.low),
      .real(risk.riskInterval?.high),
    ] + RiskDimension.allCases.map { .real(risk.risk?.contributions[$0]) } + [
      region.score == nil ? .empty : .flag(region.isUndated), .text(region.missing?.rawValue),
      risk.blackHole.map { .flag($0.holds) } ?? .empty,
      risk.blackHole.map { state in
        .list(BlackHoleState.Condition.allCases.filter(state.met.contains).map(\.rawValue))
      } ?? .empty,
    ]
  }
}

private import Foundation
internal import NexusAlgorithms
internal import NexusGraph
internal import NexusInterchange
internal import NexusModel
internal import NexusRendering
internal import NexusRisk

extension Analysis {
  /// `network.svg`: everyone and every line, sized by betweenness.
  var networkMap: NetworkMap {
    let largest = MapScale(measures)
    let actors = (0..<network.actors.count).map { actor in
      NetworkMap.Actor(
        name: network.actors.names[actor], role: network.actors.roles[actor],
        type: network.actors.types[actor],
        size: measures.betweenness[actor], labelPriority: labelPriority(of: actor, largest),
        detail: detail(of: actor))
    }
    return NetworkMap(
      title: "Network map: \(network.name)",
      subtitle: [figures.actors.counted("actor"), figures.ties.counted("tie")].joined(separator: ", ")
        + (figures.transfers > 0 ? ", \(figures.transfers.counted("transfer"))" : ""),
      notes: part.filter.isEmpty ? [] : [part.sentence], actors: actors,
      ties: network.mapTies(bundles, options.structuralRule(for: network)).map(\.tie))
  }

  /// Actors that matter come first: the more between and the better tied, the earlier.
  private func labelPriority(of actor: Int, _ largest: MapScale) -> Double? {
    guard !network.actors.roles[actor].isProtected, measures.degree[actor] > 0 else { return nil }
    return measures.betweenness[actor] / largest.betweenness
      + 0.5 * (measures.brokerage[actor] ?? 0) / largest.brokerage
      + 0.25 * Double(measures.degree[actor]) / largest.degree
  }

  /// What the map does not say of itself: it names role and type.
  private func detail(of actor: Int) -> String {
    guard !network.actors.roles[actor].isProtected else { return "Not scored." }
    return "\(measures.degree[actor].counted("neighbour")), betweenness "
      + "\(measures.betweenness[actor].formatted(decimals: 4)), community \(measures.community[actor])."
  }

  /// `regions.svg`: the ranked scores with what they are made of.
  var regionChart: RegionChart {
    let bars = zip(exposure.regions, risk.regions).map { region, risk in
      RegionChart.Bar(
        name: region.region.name, level: region.region.level.rawValue, score: region.score?.score,
        low: risk.exposureInterval?.low, high: risk.exposureInterval?.high,
        grade: region.score == nil ? "" : region.grade.rawValue, isRanked: region.rank != nil,
        contributions: Dimension.allCases.compactMap { dimension in
          region.score?.dimensionContributions[dimension].map { (name: dimension.name, value: $0) }
        }, note: note(on: region))
    }
    return RegionChart(title: "Exposure by region: \(network.name)", notes: regionNotes, bars: bars)
  }

  private func note(on region: RegionExposure) -> String {
    if let missing = region.missing { return missing.rawValue }
    let evidence = "\(region.items) items, \(region.origins) \(region.origins == 1 ? "origin" : "origins")"
    return region.rank == nil ? "too few to rank: \(evidence)" : evidence
  }

  var regionNotes: [String] {
    let method = exposure.method
    guard exposure.regions.contains(where: { $0.score != nil }) else { return [] }
    let used = method.indicators.map { $0.name.replacing("_", with: " ") }.joined(separator: ", ")
    return [
      "Indicators in use: \(used.isEmpty ? "none" : used) (\(method.indicators.count) of "
        + "\(Indicator.allCases.count)). An ungraded row counts \(options.defaultConfidence).",
      "Half-values: "
        + method.scale.halfValues.present.map { key, value in
          let half = method.measure == .counts && key.dimension == .flow ? method.scale.countHalfValue : value
          return "\(key.name.replacing("_", with: " ")) \(half.formatted(decimals: 1))"
        }.joined(separator: ", ") + ". They are conventions of nexus.",
    ]
  }
}

extension Double {
  /// A fixed number of decimals, for people; files hold the full number.
  package func formatted(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}

/// The largest values of the measures that decide size and label, 1 where all are 0.
private struct MapScale {
  let betweenness: Double
  let brokerage: Double
  let degree: Double

  init(_ measures: ActorMeasures) {
    func orOne(_ value: Double?) -> Double { value.map { $0 > 0 ? $0 : 1 } ?? 1 }
    betweenness = orOne(measures.betweenness.max())
    brokerage = orOne(measures.brokerage.compactMap { $0 }.max())
    degree = orOne(measures.degree.max().map(Double.init))
  }
}

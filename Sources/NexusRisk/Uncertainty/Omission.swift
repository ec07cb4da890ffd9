public import NexusModel

/// The exposure of regions when one indicator or one dimension is left out for all of them.
public struct Omission: Sendable {
  public enum Part: Hashable, Sendable {
    case indicator(Indicator)
    case dimension(Dimension)

    public var name: String {
      switch self {
      case .indicator(let indicator): indicator.name
      case .dimension(let dimension): dimension.name
      }
    }
  }

  public let part: Part
  /// In the order of ``RegionalExposure/regions``; nil for those without a score.
  public let scores: [Double?]
  /// The mean over the ranked regions of a level of |rank without the part − rank|; nil where none is ranked.
  public let meanRankShifts: [Region.Level: Double]
}

extension RegionalExposure {
  /// Leaves out each indicator and each dimension in use, one at a time; the weights of the others are scaled up.
  ///
  /// - Returns: indicators, then dimensions. Empty where leaving the part out would leave nothing.
  /// - Complexity: O(parts · regions · log regions).
  public func omissions() -> [Omission] {
    let dimensions = Dimension.allCases.filter { dimension in
      method.indicators.contains { $0.dimension == dimension }
    }
    let parts =
      method.indicators.map(Omission.Part.indicator)
      + (dimensions.count > 1 ? dimensions.map(Omission.Part.dimension) : [])
    return method.indicators.count > 1 ? parts.map(omission) : []
  }

  private func omission(of part: Omission.Part) -> Omission {
    let scores = regions.map { region -> Double? in
      guard region.score != nil else { return nil }
      var raw = region.raw
      for indicator in Indicator.allCases {
        switch part {
        case .indicator(indicator), .dimension(indicator.dimension): raw[indicator] = nil
        default: break
        }
      }
      return method.scale.score(of: raw, measure: method.measure).score
    }
    var shifts: [Region.Level: Double] = [:]
    for level in Region.Level.allCases {
      let ranked = regions.indices.filter { regions[$0].region.level == level && regions[$0].rank != nil }
      guard !ranked.isEmpty else { continue }
      let without = RankDraws(ranked.map { [scores[$0] ?? 0][...] })
      shifts[level] = without.meanShifts(nominal: ranked.compactMap { regions[$0].rank })[0]
    }
    return Omission(part: part, scores: scores, meanRankShifts: shifts)
  }
}

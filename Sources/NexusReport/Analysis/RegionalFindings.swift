public import NexusModel
public import NexusRisk

/// What an analysis says of regions and crimes beside the exposure: where ties cross borders, and where crime and
/// terror meet more than chance would have it.
public struct RegionalFindings: Sendable {
  public let borders: CrossBorderMatrix
  public let chanceByRegion: [ChanceGroup<Region>]
  public let chanceByCrime: [ChanceGroup<Crime>]
  public let crimeMixing: [CrimeMixing]

  public init(of network: Network, _ rule: ConfidenceRule, seed: UInt64) {
    borders = network.crossBorderMatrix(rule)
    chanceByRegion = network.crossTiesByRegion(seed: seed)
    chanceByCrime = network.crossTiesByCrime(seed: seed)
    crimeMixing = network.crimeMixing()
  }

  /// Their members of `analysis.json`.
  var members: [String: JSONValue] {
    [
      "borders": borders.document,
      "chance": [
        "permutations": .whole(ChanceTest.permutations), "adjusted_by": "Benjamini-Hochberg",
        "regions": .table(.chance(byRegion: chanceByRegion)),
        "crimes": .table(.chance(byCrime: chanceByCrime)),
      ],
      "crime_mixing": .table(.crimeMixing(crimeMixing)),
    ]
  }
}

extension CrossBorderMatrix {
  /// As a part of a JSON document.
  public var document: JSONValue {
    [
      "level": .text(level.rawValue), "cross_ties": .real(allCrossTies),
      "cross_ties_without_region": .real(unlocatedCrossTies), "pairs": .table(.regionPairs(self)),
      "corridors": .table(.regionCorridors(self)), "exposure": .table(.borderExposure(self)),
    ]
  }
}

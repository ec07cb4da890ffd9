import NexusGraph
import NexusModel
import NexusRisk
import NexusTestSupport
import Testing

@Suite("Alternatives to the Nexus Exposure Index")
struct CompositeScoresTests {
  private func exposure(seed: UInt64) -> RegionalExposure {
    RandomNetwork(seed: seed).sketch.build().regionalExposure()
  }

  private func options(
    _ normalisation: Normalisation = .halfSaturation, _ weighting: Weighting = .equal,
    _ aggregation: CompositeAggregation = .mean(.shiftedGeometric)
  ) -> CompositeOptions {
    var options = CompositeOptions()
    (options.normalisation, options.weighting, options.aggregation) = (normalisation, weighting, aggregation)
    return options
  }

  @Test("The defaults give the index itself, rank for rank")
  func defaults() throws {
    for seed in UInt64(1)...40 {
      for level in [Region.Level.country, .world] {
        let scores = try exposure(seed: seed).alternative(CompositeOptions(), level: level)
        for row in scores.rows {
          #expect(isClose(row.score ?? .nan, row.exposure), "seed \(seed)")
          #expect(row.rank == row.exposureRank && row.coverage == 1, "seed \(seed)")
        }
        #expect(scores.caveats.isEmpty)
      }
    }
  }

  @Test("Equal weights by indicator are not equal weights by dimension")
  func byIndicator() throws {
    let exposure = exposure(seed: 7)
    let sevenths = Dictionary(uniqueKeysWithValues: Indicator.allCases.map { ($0.name, 1.0 / 7) })
    let scores = try exposure.alternative(options(.halfSaturation, .given(sevenths), .mean(.arithmetic)))
    #expect(scores.names == Indicator.allCases.map(\.name))
    for row in scores.rows {
      let region = try #require(exposure.regions.first { $0.region == row.region })
      let values = region.score?.indicators.present.map(\.value) ?? []
      #expect(isClose(row.score ?? .nan, values.reduce(0, +) / 7))
    }
  }

  @Test("One dimension alone gives that dimension")
  func oneDimension() throws {
    let exposure = exposure(seed: 3)
    let scores = try exposure.alternative(
      options(.halfSaturation, .given(["threat": 0, "nexus": 1, "flow": 0]), .mean(.quadratic)))
    for row in scores.rows {
      let region = exposure.regions.first { $0.region == row.region }
      #expect(isClose(row.score ?? .nan, region?.score?.dimensions[.nexus] ?? .nan))
    }
  }

  @Test("Comparisons weigh as the weights that they mean")
  func comparisons() throws {
    let exposure = exposure(seed: 5)
    let matrix = [[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1.0]]
    let compared = try exposure.alternative(
      options(.minMax, .comparisons(names: ["threat", "nexus", "flow"], matrix: matrix), .mean(.arithmetic)))
    let given = try exposure.alternative(
      options(.minMax, .given(["threat": 4.0 / 7, "nexus": 2.0 / 7, "flow": 1.0 / 7]), .mean(.arithmetic)))
    for (first, second) in zip(compared.rows, given.rows) {
      #expect(first.region == second.region && isClose(first.score ?? .nan, second.score ?? .nan))
    }
    #expect(compared.caveats.contains { $0.contains("consistency ratio") })
  }

  @Test("Every normalisation that may meets every aggregation, and the order is by falling score")
  func combinations() throws {
    for seed in UInt64(1)...8 {
      let exposure = exposure(seed: seed)
      for normalisation in Normalisation.allCases where normalisation != .goalposts {
        for aggregation in [CompositeAggregation.mean(.arithmetic), .copeland, .mazziottaPareto(.adjusted)] {
          let scores = try exposure.alternative(options(normalisation, .equal, aggregation))
          let values = scores.rows.map { $0.score ?? -.infinity }
          #expect(values == values.sorted(by: >), "seed \(seed)")
          #expect(
            scores.rows.allSatisfy { ($0.rank == nil) == ($0.exposureRank == nil || $0.score == nil) },
            "seed \(seed)")
        }
      }
      let doubt = try exposure.alternative(options(.halfSaturation, .benefitOfTheDoubt))
      #expect(
        doubt.rows.allSatisfy { (0...100.000001).contains($0.score ?? -1) && $0.ownWeights?.count == 3 })
    }
  }

  @Test("Goalposts are asked for, and checked")
  func goalposts() throws {
    var options = options(.goalposts)
    #expect(throws: CompositeError.goalpostsMissing("actors")) { try exposure(seed: 1).alternative(options) }
    for indicator in Indicator.allCases { options.goalposts[indicator.name] = Goalposts(low: 0, high: 4) }
    #expect(try exposure(seed: 1).alternative(options).rows.allSatisfy { $0.score != nil })
    options.goalposts["transit"] = Goalposts(low: 2, high: 2)
    #expect(throws: CompositeError.goalpostsReversed("transit", low: 2, high: 2)) {
      try exposure(seed: 1).alternative(options)
    }
  }

  @Test("Weights that are wrong are refused with the name and the sum")
  func refusals() {
    let exposure = exposure(seed: 1)
    func refused(_ weighting: Weighting, _ error: CompositeError) {
      #expect(throws: error) { try exposure.alternative(options(.halfSaturation, weighting)) }
    }
    refused(.given(["threat": 0.5, "nexus": 0.3, "flow": 0.3]), .weightSum(1.1))
    refused(.given(["threat": 1.5, "nexus": -0.5, "flow": 0]), .weightOutOfRange(name: "nexus", value: -0.5))
    refused(.given(["threat": 0.5, "nexus": 0.5]), .missingWeight("flow"))
    refused(
      .given(["threat": 0.5, "Fear": 0.5]), .unknownName("Fear", expected: Indicator.allCases.map(\.name)))
    refused(.given([:]), .missingWeight("actors"))
    let countries = exposure.regions.count { $0.region.level == .country && $0.score != nil }
    refused(.principalComponent, .tooFewForComponents(units: countries, values: 3))
    #expect(throws: CompositeError.self, "some z-score lies below 0") {
      try exposure.alternative(options(.zScore, .equal, .mean(.geometric)))
    }
  }

  @Test("Without regions there is nothing to score")
  func empty() throws {
    let network = NetworkSketch().build()
    #expect(try network.regionalExposure().alternative(CompositeOptions()).rows.isEmpty)
    #expect(
      try network.regionalExposure().alternative(options(.minMax, .benefitOfTheDoubt)).meanRankShift == nil)
  }
}

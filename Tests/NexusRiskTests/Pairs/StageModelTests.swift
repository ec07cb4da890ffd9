import NexusGraph
import NexusModel
import NexusRisk
import NexusTestSupport
import Testing

@Suite("Stages by Bayes' rule")
struct StageModelTests {
  private func close(_ values: [Double], _ expected: [Double]) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) < 0.00005001 }
  }

  // METHOD § 2.5, to the four decimals given there.
  @Test("The numbers of the method")
  func golden() {
    let model = StageModel()
    let three = model.posterior([.sharedRegion: 1, .financeTie: 1, .repeated: 1])
    #expect(close(three, [0.0003, 0.0026, 0.0946, 0.5449, 0.3576]))
    #expect(close(model.posterior([.sharedRegion: 1]), [0.2771, 0.3695, 0.1617, 0.1293, 0.0624]))
  }

  @Test("What is not observed leaves the prior, and a half-sure indicator the square root of its factor")
  func tempering() {
    let model = StageModel()
    #expect(isClose(model.posterior([:]), model.prior))
    #expect(isClose(model.posterior([.financeTie: 0, .sharedMember: 0]), model.prior))
    let half = model.posterior([.financeTie: 0.5])
    let twice = zip(half, model.prior).map { $0 / $1 }
    #expect(isClose((twice[4] * twice[4]) / (twice[0] * twice[0]), 70))
    #expect(isClose(half.reduce(0, +), 1))
  }

  @Test("Each row of the table is a probability, the prior sums to 1")
  func table() {
    let model = StageModel()
    #expect(isClose(model.prior.reduce(0, +), 1))
    for indicator in StageModel.Indicator.allCases {
      let row = model.likelihoods[indicator] ?? []
      #expect(row.count == PairStage.allCases.count && row.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test("Indicators come from regions, relations and years")
  func indicators() throws {
    var sketch = NetworkSketch()
    let crime = sketch.actor("c", .organisedCrime)
    let terror = sketch.actor("t", .terrorist)
    sketch.tie(crime, terror, 0.8, origin: 1, relation: "finance", date: Instant(year: 2017))
    sketch.tie(crime, terror, 0.5, origin: 2, relation: "finance", date: Instant(year: 2018))
    sketch.tie(crime, terror, 0.4, origin: 2, relation: "kinship", date: Instant(year: 2018))
    sketch.tie(crime, terror, 0.9, origin: 3, relation: "shared-member")
    sketch.presence(crime, "AF", 0.5)
    sketch.presence(terror, "AF", 0.8)
    sketch.presence(crime, "TJ", 0.9)
    let network = sketch.build()
    let indicators = try #require(network.stageIndicators(of: network.crimeTerrorPairs()).first)
    #expect(isClose(try #require(indicators[.sharedRegion]), 0.4))
    #expect(isClose(try #require(indicators[.financeTie]), 0.9))
    #expect(isClose(try #require(indicators[.repeated]), 0.8 * 0.7), "2018 is true with 1 − .5 · .6")
    #expect(isClose(try #require(indicators[.sharedMember]), 0.9))
  }
}

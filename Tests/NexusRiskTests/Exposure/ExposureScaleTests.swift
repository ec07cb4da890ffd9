import NexusGraph
import NexusRisk
import Testing

@Suite("Scale of the exposure index")
struct ExposureScaleTests {
  let scale = ExposureScale()

  func score(_ values: [Double?]) -> ExposureScore { scale.score(of: Profile(values)) }

  // METHOD §3.1 and §3.2: shifted geometric means of two dimensions.
  @Test("Two dimensions of 50 give 50; 80 and 0 give 20.7063")
  func shiftedGeometricMean() {
    #expect(abs(score([3, nil, nil, 1, nil, nil, nil]).score - 50) < 1e-12)
    let uneven = score([12, nil, nil, 0, nil, nil, nil])
    #expect(abs(uneven.score - 20.7063) < 5e-5)
    #expect(uneven.dimensionContributions[.nexus] == 0)
    #expect(uneven.dimensionContributions[.threat] == uneven.score)
  }

  // METHOD §3.1: (90, 40, 20) gives 43.2652 with contributions 20.0551, 13.8593, 9.3508.
  @Test("Three dimensions give the published mean and contributions")
  func threeDimensions() throws {
    let score = score([27, nil, nil, 2.0 / 3, nil, 0.5, nil])
    #expect(abs(score.score - 43.2652) < 5e-5)
    #expect(abs(try #require(score.dimensionContributions[.threat]) - 20.0551) < 5e-5)
    #expect(abs(try #require(score.dimensionContributions[.nexus]) - 13.8593) < 5e-5)
    #expect(abs(try #require(score.dimensionContributions[.flow]) - 9.3508) < 5e-5)
  }

  @Test("Nothing gives exactly 0, everything 100, and no indicator at all 0")
  func bounds() {
    let nothing = score([0, 0, 0, 0, 0, 0, 0])
    #expect(nothing.score == 0)
    #expect(nothing.indicatorContributions.present.allSatisfy { $0.value == 0 })
    let infinite = Double.infinity
    #expect(abs(score([infinite, infinite, 1, infinite, infinite, infinite, infinite]).score - 100) < 1e-9)
    #expect(score([nil, nil, nil, nil, nil, nil, nil]).score == 0)
  }

  @Test("Each half-value is worth 50")
  func halfValues() {
    for indicator in Indicator.allCases where indicator != .momentum {
      var raw = Profile<Indicator>()
      raw[indicator] = scale.halfValues[indicator]
      #expect(abs(scale.score(of: raw).score - 50) < 1e-12)
    }
    var counts = Profile<Indicator>()
    counts[.throughput] = 5
    counts[.transit] = 5
    #expect(abs(scale.score(of: counts, measure: .counts).score - 50) < 1e-12)
  }

  @Test("Scores lie in 0...100, rise with each indicator, and their contributions add up", arguments: 0..<100)
  func properties(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values: [Double?] = Indicator.allCases.map { indicator in
      guard Bool.random(using: &generator) || indicator == .actors else { return nil }
      let value = Double.random(in: 0...1, using: &generator)
      return indicator == .momentum ? value : value * value * 50
    }
    let base = score(values)
    #expect((0...100).contains(base.score))
    #expect(abs(base.dimensionContributions.present.reduce(0) { $0 + $1.value } - base.score) < 1e-9)
    #expect(abs(base.indicatorContributions.present.reduce(0) { $0 + $1.value } - base.score) < 1e-9)
    for indicator in Indicator.allCases {
      guard let value = values[indicator.rawValue] else { continue }
      var more = values
      more[indicator.rawValue] = indicator == .momentum ? min(value + 0.1, 1) : value + 1
      #expect(score(more).score >= base.score)
    }
  }

  @Test("Weights are scaled to the dimensions in use")
  func weights() {
    var doubled = scale
    doubled.dimensionWeights = Profile([2, 2, 2])
    let raw = Profile<Indicator>([1, 2, 0.5, 3, nil, nil, nil])
    #expect(abs(doubled.score(of: raw).score - scale.score(of: raw).score) < 1e-12)
    doubled.dimensionWeights = Profile([1, 0, 0])
    var threat = raw
    threat[.crossTies] = nil
    #expect(abs(doubled.score(of: raw).score - scale.score(of: threat).score) < 1e-12)
  }
}

import Foundation
import NexusGraph
import NexusRisk
import Testing

@Suite("Risk index")
struct RiskScoreTests {
  func risk(_ region: Int, _ vulnerability: Double, _ consequence: Double) -> (ExposureScore, RiskScore) {
    let exposure = ExposureScale().score(of: WorkedExampleTests.model.rawIndicators()[region].values)
    return (
      exposure,
      ExposureScale().risk(
        of: exposure, ExternalRisk(vulnerability: vulnerability, consequence: consequence))
    )
  }

  // METHOD §3.2, worked example, "External".
  @Test("Alpha with V 70 and C 60 has 53.672, Beta with 40 and 50 has 43.804")
  func workedExample() {
    let (alpha, beta) = (risk(0, 70, 60).1, risk(1, 40, 50).1)
    #expect(abs(alpha.score - 53.672) < 5.1e-4)
    #expect(abs(beta.score - 43.804) < 5.1e-4)
    for (found, expected) in [
      (alpha, [5.302, 5.400, 3.962, 20.172, 18.836]), (beta, [4.054, 5.134, 5.093, 13.945, 15.578]),
    ] {
      #expect(found.contributions.present.count == 5)
      for (value, expected) in zip(found.contributions.present.map(\.value), expected) {
        #expect(abs(value - expected) < 5.1e-4)
      }
    }
  }

  @Test(
    "It is the shifted geometric mean of exposure, V and C, in range, and its parts add up", arguments: 0..<60
  )
  func properties(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var raw = Profile<Indicator>()
    for indicator in Indicator.allCases where indicator == .actors || Bool.random(using: &generator) {
      raw[indicator] = Double.random(in: 0...1, using: &generator) * (indicator == .momentum ? 1 : 9)
    }
    let (v, c) = (
      Double.random(in: 0...100, using: &generator), Double.random(in: 0...100, using: &generator)
    )
    var scale = ExposureScale()
    scale.dimensionWeights = Profile([1, 2, 0.5])
    let exposure = scale.score(of: raw)
    let found = scale.risk(of: exposure, ExternalRisk(vulnerability: v, consequence: c))
    #expect((0...100).contains(found.score), "seed \(seed)")
    #expect(
      abs(found.contributions.present.reduce(0) { $0 + $1.value } - found.score) < 1e-9, "seed \(seed)")
    // Nesting: three equal weights on the index itself.
    let nested = NestedMean.shiftedGeometric([exposure.score, v, c])
    #expect(abs(found.score - nested) < 1e-9, "seed \(seed)")
    let higher = scale.risk(of: exposure, ExternalRisk(vulnerability: min(v + 1, 100), consequence: c))
    #expect(higher.score >= found.score, "seed \(seed)")
  }

  @Test("Nothing at all gives 0, and 0 contributions")
  func nothing() {
    var raw = Profile<Indicator>()
    raw[.actors] = 0
    let risk = ExposureScale().risk(
      of: ExposureScale().score(of: raw), ExternalRisk(vulnerability: 0, consequence: 0))
    #expect(risk.score == 0)
    #expect(risk.contributions.present.allSatisfy { $0.value == 0 })
  }
}

/// The mean of METHOD §3.2 written down once more, by powers.
enum NestedMean {
  static func shiftedGeometric(_ values: [Double]) -> Double {
    let shift = 100.0 / 9
    return pow(values.reduce(1) { $0 * ($1 + shift) }, 1 / Double(values.count)) - shift
  }
}

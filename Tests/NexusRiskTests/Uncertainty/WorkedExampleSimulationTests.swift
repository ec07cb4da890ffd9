import NexusGraph
import NexusModel
import Testing

@testable import NexusRisk

/// The paragraph "Monte Carlo" of METHOD §3.2, whose numbers come from 20 000 draws of another implementation, with
/// its tolerance: ±1.0 of a score, ±.02 of a probability.
@Suite("Simulation of the worked example")
struct WorkedExampleSimulationTests {
  func simulation(_ change: (inout UncertaintyOptions) -> Void = { _ in }) -> ExposureSimulation {
    var options = UncertaintyOptions()
    options.draws = 20_000
    options.sensitivity = .none
    change(&options)
    return ExposureSimulation(
      of: WorkedExampleTests.model, regions: [0, 1, 2], external: [nil, nil, nil], scale: ExposureScale(),
      weights: RiskWeights(), options)
  }

  func aboveShare(_ simulation: ExposureSimulation, _ a: Int, _ b: Int) -> Double {
    let pairs = zip(simulation.scores(.exposure, a), simulation.scores(.exposure, b))
    return Double(pairs.count { $0 > $1 }) / Double(simulation.draws)
  }

  func expect(
    _ simulation: ExposureSimulation, _ expected: [(low: Double, high: Double, mean: Double)],
    _ location: SourceLocation = #_sourceLocation
  ) {
    for (region, expected) in expected.enumerated() {
      let interval = ScoreInterval(simulation.scores(.exposure, region))
      #expect(abs(interval.low - expected.low) <= 1, "region \(region)", sourceLocation: location)
      #expect(abs(interval.high - expected.high) <= 1, "region \(region)", sourceLocation: location)
      #expect(abs(interval.mean - expected.mean) <= 1, "region \(region)", sourceLocation: location)
    }
  }

  @Test("Everything varied")
  func full() {
    let simulation = simulation()
    expect(simulation, [(18.1, 46.1, 33.8), (17.5, 52.1, 37.3), (3.5, 26.1, 15.3)])
    #expect(abs(aboveShare(simulation, 1, 0) - 0.715) <= 0.02)
    let ranks = RankDraws((0..<3).map { simulation.scores(.exposure, $0) })
    for (region, expected) in [0.282, 0.708, 0.009].enumerated() {
      #expect(abs(ranks.interval(region, nominal: 1).first - expected) <= 0.02)
    }
    let beta = RegionComparison(a: 1, b: 0, aboveProbability: aboveShare(simulation, 1, 0))
    #expect(!beta.isDistinguishable)
  }

  @Test("Only the evidence varied")
  func evidenceOnly() {
    let simulation = simulation { $0.sources = [.evidence] }
    expect(simulation, [(16.0, 40.7, 31.7), (15.0, 48.2, 35.1), (2.9, 25.0, 12.6)])
    #expect(abs(aboveShare(simulation, 1, 0) - 0.734) <= 0.02)
  }

  @Test("With the evidence fixed the order hardly depends on the method, but the level does")
  func methodOnly() {
    let joint = simulation {
      $0.sources = [.halfValues]
      $0.halfValueDraws = .joint
    }
    #expect(aboveShare(joint, 1, 0) == 1)
    let interval = ScoreInterval(joint.scores(.exposure, 1))
    #expect(abs(interval.low - 29.0) <= 1 && abs(interval.high - 55.1) <= 1)
    #expect(abs(aboveShare(simulation { $0.sources = [.halfValues] }, 1, 0) - 1) <= 0.02)
    #expect(abs(aboveShare(simulation { $0.sources = [.weights] }, 1, 0) - 0.986) <= 0.02)
    #expect(aboveShare(simulation { $0.sources = [.aggregation] }, 1, 0) == 1)
  }

  @Test("With the evidence fixed, half-values drive the level: .964, weights .023, aggregation .007")
  func drivers() {
    let simulation = simulation {
      $0.sources = [.halfValues, .weights, .aggregation]
      $0.halfValueDraws = .joint
      $0.sensitivity = .indices(resamples: 20)
    }
    var generator = SeededGenerator(seed: 1)
    let indices = sobolIndices(
      a: simulation.scores(.exposure, 1).map { $0 }, b: simulation.scores(.other, 1).map { $0 },
      exchanged: [.halfValues, .weights, .aggregation].map {
        simulation.scores(.exchanged($0), 1).map { $0 }
      }, resamples: 20, using: &generator)
    for (index, expected) in zip(indices, [0.964, 0.023, 0.007]) {
      #expect(abs(index.first - expected) <= 0.02)
      #expect(index.firstError > 0 && index.firstError < 0.02)
    }
  }

  @Test("Without anything varied every draw is the score itself")
  func nothingVaried() {
    let simulation = simulation {
      $0.sources = []
      $0.draws = 70
    }
    let raw = WorkedExampleTests.model.rawIndicators()
    for region in 0..<3 {
      let score = ExposureScale().score(of: raw[region].values).score
      #expect(simulation.scores(.exposure, region).allSatisfy { abs($0 - score) < 1e-12 })
    }
  }
}

import NexusGraph
import NexusModel
import Testing

@testable import NexusRisk

@Suite("Draws of the evidence")
struct EvidenceBatchTests {
  /// The model whose confidences are what a lane of a batch drew.
  static func model(_ model: ExposureModel, _ lane: Int, seed: UInt64) -> ExposureModel {
    func drawn(_ confidence: Double, _ kind: EvidenceWord.Kind, _ number: Int) -> Double {
      let base = EvidenceWord.seed(seed, kind.rawValue, 0)
      let word = EvidenceWord.bernoulli(
        below: EvidenceWord.threshold(confidence), seed: base ^ UInt64(number) &* 0xE703_7ED1_A0B4_28DB)
      return Double(word >> UInt64(lane) & 1)
    }
    var drawnModel = model
    for index in model.presences.indices {
      drawnModel.presences[index].confidence = drawn(model.presences[index].confidence, .presence, index)
    }
    for index in model.crimes.indices {
      drawnModel.crimes[index].confidence = drawn(model.crimes[index].confidence, .crime, index)
    }
    for index in model.ties.indices {
      drawnModel.ties[index].confidence = drawn(model.ties[index].confidence, .tie, index)
    }
    for index in model.transfers.indices {
      drawnModel.transfers[index].confidence = drawn(model.transfers[index].confidence, .transfer, index)
    }
    return drawnModel
  }

  @Test("Each lane has the raw indicators of a model of certainties", arguments: 0..<12)
  func againstModel(seed: UInt64) {
    let network = RandomNetwork(seed: seed).sketch.build()
    let source = ExposureSource(
      network, rule: ConfidenceRule(ungraded: 0.5), asOf: Instant(year: 2020, month: 12, day: 31))
    for measure in [FlowMeasure.amounts(currency: "USD"), .counts] {
      var model = source.model
      model.measure = measure
      var batch = EvidenceBatch(DrawPlan(model))
      batch.draw(seed: seed &+ 99, detection: nil)
      for lane in [0, 1, 31, 63] {
        let expected = Self.model(model, lane, seed: seed &+ 99).rawIndicators()
        for region in expected.indices {
          for (indicator, value) in expected[region].values.present {
            let found = batch.raw[batch.position(indicator, region) + lane]
            #expect(
              abs(found - value) < 1e-9, "\(indicator) of region \(region), lane \(lane), seed \(seed)")
          }
        }
      }
    }
  }

  @Test("A probability is met", arguments: [0, 0.01, 0.25, 0.5, 0.68, 0.999, 1])
  func probability(probability: Double) {
    let batches = 4000
    let threshold = EvidenceWord.threshold(probability)
    let hits = (0..<batches).reduce(0) {
      $0 + EvidenceWord.bernoulli(below: threshold, seed: UInt64($1) &* 0x9E37_79B9).nonzeroBitCount
    }
    let share = Double(hits) / Double(64 * batches)
    // Five standard errors of 256 000 draws; 0 and 1 are met exactly.
    #expect(
      abs(share - probability) <= 5 * (probability * (1 - probability) / Double(64 * batches)).squareRoot())
  }

  @Test("Counters hold what was added, draw by draw", arguments: 0..<5)
  func counters(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var counters = LaneCounters(count: 3, limit: 100)
    var expected = [[Double]](repeating: Array(repeating: 0, count: 64), count: 3)
    for _ in 0..<100 {
      let (word, counter) = (generator.next() | 1, Int.random(in: 0..<3, using: &generator))
      counters.add(word, to: counter)
      for lane in 0..<64 { expected[counter][lane] += Double(word >> UInt64(lane) & 1) }
    }
    for counter in 0..<3 {
      var sums = [Double](repeating: 1, count: 70)
      counters.unpack(counter, worth: 0.5, into: &sums, from: 6)
      for lane in 0..<64 { #expect(sums[6 + lane] == 1 + 0.5 * expected[counter][lane], "seed \(seed)") }
      #expect(sums[..<6].allSatisfy { $0 == 1 })
    }
  }

  @Test("Four found with detection .8 leave 1.125 unseen on average")
  func detection() {
    var draws = VariateDraws(seed: 3)
    let count = 100_000
    let sum = (0..<count).reduce(0.0) { sum, _ in sum + 4 + draws.undetected(beside: 4, detection: 0.8) }
    #expect(abs(sum / Double(count) - 5.125) < 0.02)  // METHOD §3.2
    #expect(draws.undetected(beside: 4, detection: 1) == 0)
  }

  @Test("Dirichlet weights sum to 1 and have the right mean and spread")
  func dirichlet() {
    var draws = VariateDraws(seed: 5)
    let count = 40_000
    var (sum, squares) = (0.0, 0.0)
    for _ in 0..<count {
      let weights = draws.dirichlet([10, 0, 20])
      #expect(abs(weights.reduce(0, +) - 1) < 1e-12 && weights[1] == 0)
      sum += weights[0]
      squares += weights[0] * weights[0]
    }
    let mean = sum / Double(count)
    #expect(abs(mean - 1.0 / 3) < 0.002)
    // Variance α(α₀ − α)/(α₀²(α₀ + 1)) with α = 10, α₀ = 30.
    #expect(abs(squares / Double(count) - mean * mean - 200.0 / (900 * 31)) < 3e-4)
  }
}

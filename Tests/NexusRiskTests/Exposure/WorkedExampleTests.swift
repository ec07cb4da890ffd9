import NexusGraph
import NexusModel
import NexusRisk
import Testing

/// The worked example of METHOD §3.2, whose tables are the expected numbers here.
@Suite("Worked example of the exposure index")
struct WorkedExampleTests {
  /// Actors T1, O1, O2, F1, and two of no role that the dated items and the transfers hang on.
  static let model: ExposureModel = {
    typealias Link = ExposureModel.Link
    func dated(_ region: Int, _ window: ExposureModel.Window, _ count: Int) -> [Link] {
      (0..<count).map { _ in
        Link(
          source: 4, target: 5, confidence: 1, window: window, sourceRegions: [region],
          targetRegions: [region])
      }
    }
    let between = [(0, 1, 0.8), (0, 2, 0.5), (1, 2, 0.7), (2, 3, 0.5), (3, 0, 0.6)]
    return ExposureModel(
      containers: [[0], [1], [2]],
      parties: [.terrorist, .organisedCrime, .organisedCrime, .facilitator, .other, .other],
      presences: [(0, 0, 1.0), (1, 0, 0.8), (1, 1, 0.8), (2, 1, 1.0), (3, 2, 0.5)].map {
        ExposureModel.Presence(actor: $0, region: $1, confidence: $2)
      },
      crimes: [(1, 0, 0.9), (1, 1, 0.6), (2, 2, 1.0), (0, 1, 0.5)].map {
        ExposureModel.CrimeClaim(actor: $0, crime: $1, confidence: $2)
      },
      ties: between.map { Link(source: $0, target: $1, confidence: $2) } + dated(0, .latest, 4)
        + dated(0, .previous, 1) + dated(1, .latest, 2) + dated(1, .previous, 2) + dated(2, .latest, 1),
      transfers: [
        Link(
          source: 4, target: 5, confidence: 0.9, crimes: [0], sourceRegions: [0], targetRegions: [1],
          amount: 1_000_000),
        Link(
          source: 5, target: 4, confidence: 0.8, crimes: [0], sourceRegions: [1], targetRegions: [2],
          amount: 500_000),
      ])
  }()

  func scores(_ model: ExposureModel) -> [ExposureScore] {
    model.rawIndicators().map { ExposureScale().score(of: $0.values, measure: model.measure) }
  }

  func expect(_ values: [Double], _ expected: [Double], within tolerance: Double) {
    #expect(values.count == expected.count)
    for (value, expected) in zip(values, expected) { #expect(abs(value - expected) <= tolerance) }
  }

  @Test("Raw indicators")
  func raw() {
    let raw = Self.model.rawIndicators().map { $0.values.present.map(\.value) }
    expect(raw[0], [1.80, 1.7120, 0.4286, 1.30, 0.448, 1.9590, 0], within: 5.1e-5)
    expect(raw[1], [1.80, 2.4744, 0, 1.14, 0.798, 2.1173, 1.6128], within: 5.1e-5)
    expect(raw[2], [0.25, 0.8000, 0.3333, 0, 0.150, 1.6128, 0], within: 5.1e-5)
  }

  @Test("Normalised indicators and dimensions")
  func normalised() {
    let scores = scores(Self.model)
    let indicators = scores.map { $0.indicators.present.map(\.value) }
    expect(indicators[0], [37.500, 46.121, 42.857, 56.522, 30.939, 49.483, 0], within: 5.1e-4)
    expect(indicators[1], [37.500, 55.301, 0, 53.271, 44.383, 51.424, 44.641], within: 5.1e-4)
    expect(indicators[2], [7.692, 28.571, 33.333, 0, 13.043, 44.641, 0], within: 5.1e-4)
    let dimensions = scores.map { $0.dimensions.present.map(\.value) }
    expect(dimensions[0], [42.159, 43.730, 24.741], within: 5.1e-4)
    expect(dimensions[1], [30.934, 48.827, 48.033], within: 5.1e-4)
    expect(dimensions[2], [23.199, 6.522, 22.321], within: 5.1e-4)
  }

  @Test("Index and contributions")
  func index() {
    let scores = scores(Self.model)
    expect(scores.map(\.score), [36.027, 41.909, 16.135], within: 5.1e-4)
    let contributions = scores.map { $0.dimensionContributions.present.map(\.value) }
    expect(contributions[0], [13.025, 13.267, 9.735], within: 5.1e-4)
    expect(contributions[1], [11.896, 15.066, 14.947], within: 5.1e-4)
    expect(contributions[2], [6.761, 2.769, 6.605], within: 5.1e-4)
    expect(
      scores[0].indicatorContributions.present.map(\.value),
      [3.862, 4.750, 4.414, 8.574, 4.693, 9.735, 0], within: 5.1e-4)
  }

  @Test("Leaving out one item at a time")
  func leaveOneOut() {
    func without(_ change: (inout ExposureModel) -> Void) -> [Double] {
      var model = Self.model
      change(&model)
      return scores(model).map(\.score)
    }
    expect(without { $0.ties[0].confidence = 0 }, [26.464, 35.507, 16.135], within: 5.1e-4)
    expect(without { $0.ties[1].confidence = 0 }, [34.229, 37.465, 16.135], within: 5.1e-4)
    expect(without { $0.transfers[0].confidence = 0 }, [20.525, 32.668, 16.135], within: 5.1e-4)
    expect(without { $0.ties[3].confidence = 0 }, [36.027, 41.909, 12.247], within: 5.1e-4)
  }

  @Test("Without momentum, as a network, with the world recomputed and not summed")
  func network() throws {
    var sketch = NetworkSketch()
    let terror = sketch.actor("T1", .terrorist)
    let (first, second) = (sketch.actor("O1", .organisedCrime), sketch.actor("O2", .organisedCrime))
    let facilitator = sketch.actor("F1", .facilitator)
    let (payer, payee) = (sketch.actor("X"), sketch.actor("Y"))
    sketch.presence(terror, "Alpha", 1)
    sketch.presence(first, "Alpha", 0.8)
    sketch.presence(first, "Beta", 0.8)
    sketch.presence(second, "Beta", 1)
    sketch.presence(facilitator, "Gamma", 0.5)
    sketch.crime(first, "drugs", 0.9)
    sketch.crime(first, "arms", 0.6)
    sketch.crime(second, "trafficking-in-persons", 1)
    sketch.crime(terror, "arms", 0.5)
    sketch.tie(terror, first, 0.8)
    sketch.tie(terror, second, 0.5)
    sketch.tie(first, second, 0.7)
    sketch.tie(second, facilitator, 0.5)
    sketch.tie(facilitator, terror, 0.6)
    sketch.transfer(payer, payee, 1_000_000, 0.9, crimes: ["drugs"], from: "Alpha", to: "Beta")
    sketch.transfer(payee, payer, 500_000, 0.8, crimes: ["drugs"], from: "Beta", to: "Gamma")

    let exposure = sketch.build().regionalExposure()
    #expect(exposure.method.coverage == 6.0 / 7)
    #expect(exposure.regions.map(\.region.code) == ["Beta", "Alpha", "Gamma", "001"])
    // Computed from the formulas with Python 3, in double precision.
    let expected = [47.74464712933271, 35.9237988478247, 14.721434682219156, 42.91670118112995]
    let contributions = [
      [15.694361, 16.088816, 15.961471], [12.953175, 13.248942, 9.721682], [5.62839, 2.686069, 6.406976],
      [16.124125, 15.954704, 10.837872],
    ]
    for (region, (score, parts)) in zip(exposure.regions, zip(expected, contributions)) {
      let found = try #require(region.score)
      #expect(abs(found.score - score) < 1e-9)
      expect(found.dimensionContributions.present.map(\.value), parts, within: 5.1e-7)
      #expect(found.indicators[.momentum] == nil)
      #expect(region.grade == .d && region.rank == nil)  // one origin only
    }
    expect(
      exposure.regions[3].raw.present.map(\.value), [3.21, 2.78528, 1.3, 1.0376, 2.117271, 0], within: 5.1e-7)
    // All rows of Gamma: presence, its two ties as steps of brokerage, one transfer.
    #expect(exposure.regions.map(\.items) == [10, 9, 4, 16])
    let brokerage = sketch.build().brokerage().values.map { $0 ?? -1 }
    expect(brokerage, [0, 0.56, 0.35, 0.30, 0, 0], within: 1e-12)
  }
}

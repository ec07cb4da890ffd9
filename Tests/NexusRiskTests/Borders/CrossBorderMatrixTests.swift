import NexusAlgorithms
import NexusGraph
import NexusModel
import NexusRisk
import NexusTestSupport
import Testing

@Suite("Regions that ties and transfers join")
struct CrossBorderMatrixTests {
  private func region(_ text: String) -> Region { Region(resolving: text)! }

  private func pair(_ matrix: CrossBorderMatrix, _ first: String, _ second: String) -> Double {
    matrix.pairs.first { $0.first == region(first) && $0.second == region(second) }?.crossTies ?? 0
  }

  /// The worked example of METHOD §3.2: its cross ties and where their ends are.
  private var example: Network {
    var sketch = NetworkSketch()
    let t1 = sketch.actor("T1", .terrorist)
    let o1 = sketch.actor("O1", .organisedCrime)
    let o2 = sketch.actor("O2", .organisedCrime)
    sketch.presence(t1, "Alpha", 1)
    sketch.presence(o1, "Alpha", 0.8)
    sketch.presence(o1, "Beta", 0.8)
    sketch.presence(o2, "Beta", 1)
    sketch.tie(t1, o1, 0.8)
    sketch.tie(t1, o2, 0.5)
    sketch.tie(o1, o2, 0.7)
    return sketch.build()
  }

  @Test("By hand: O1 is half in Alpha and half in Beta, so T1–O1 is split 0.4 and 0.4")
  func byHand() throws {
    let matrix = example.crossBorderMatrix()
    // T1–O1 (0.8): Alpha–Alpha 0.4, Alpha–Beta 0.4. T1–O2 (0.5): Alpha–Beta.
    #expect(isClose(pair(matrix, "Alpha", "Alpha"), 0.4) && isClose(pair(matrix, "Alpha", "Beta"), 0.9))
    #expect(matrix.pairs.map(\.crosses) == [true, false])
    #expect(matrix.allCrossTies == 1.3 && matrix.unlocatedCrossTies == 0)
    let alpha = try #require(matrix.exposures.first { $0.region.code == "Alpha" })
    // O1–O2 (0.7): Alpha–Beta 0.35, Beta–Beta 0.35.
    #expect(isClose(alpha.ties, 0.4 + 0.9 + 0.35) && isClose(alpha.crossing, 1.25))
    #expect(isClose(alpha.crossTies, 0.4 + 0.45))
    #expect(alpha.share == WilsonInterval(successes: alpha.crossing, trials: alpha.ties))
    let beta = try #require(matrix.exposures.first { $0.region.code == "Beta" })
    #expect(isClose(beta.ties, 0.9 + 0.35 + 0.35) && isClose(beta.crossTies, 0.45))
  }

  @Test("The parts of all regions and what is not located add up to all cross ties")
  func conservation() {
    for seed in UInt64(1)...150 {
      let network = RandomNetwork(seed: seed).sketch.build()
      for level in [Region.Level.country, .subregion, .region, .world] {
        let matrix = network.crossBorderMatrix(level: level)
        let parts = matrix.exposures.reduce(0) { $0 + $1.crossTies }
        let pairs = matrix.pairs.reduce(0) { $0 + $1.crossTies }
        #expect(isClose(parts + matrix.unlocatedCrossTies, matrix.allCrossTies), "seed \(seed)")
        #expect(isClose(pairs, parts), "seed \(seed)")
        for exposure in matrix.exposures {
          #expect((0...exposure.ties + 1e-12).contains(exposure.crossing), "seed \(seed)")
        }
      }
    }
  }

  @Test("At the level of the world only regions of their own have a border")
  func world() {
    var sketch = NetworkSketch()
    let (a, b) = (sketch.actor("a", .terrorist), sketch.actor("b", .organisedCrime))
    sketch.presence(a, "TJ", 1)
    sketch.presence(b, "AF", 1)
    sketch.tie(a, b, 1)
    let network = sketch.build()
    #expect(network.crossBorderMatrix().pairs.map(\.crosses) == [true])
    #expect(network.crossBorderMatrix(level: .subregion).pairs.map(\.crosses) == [true])
    #expect(network.crossBorderMatrix(level: .region).pairs.map(\.crosses) == [false], "both are in Asia")
    #expect(network.crossBorderMatrix(level: .world).exposures.map(\.crossing) == [0])
  }

  @Test("Between a country and an area around it no border can be told")
  func area() {
    var sketch = NetworkSketch()
    let (a, b) = (sketch.actor("a", .terrorist), sketch.actor("b", .organisedCrime))
    sketch.presence(a, "Kazakhstan", 1)
    sketch.presence(b, "Central Asia", 1)
    sketch.tie(a, b, 1)
    #expect(sketch.build().crossBorderMatrix().pairs.map(\.crosses) == [false])
  }

  @Test("A place of a tie and the regions of its row replace where the actors are")
  func places() {
    var sketch = NetworkSketch()
    let (a, b) = (sketch.actor("a", .terrorist), sketch.actor("b", .organisedCrime))
    sketch.presence(a, "TJ", 1)
    sketch.presence(b, "AF", 1)
    sketch.tie(a, b, [.init(confidence: 0.5)], places: ["RU"])
    sketch.tie(a, b, [.init(confidence: 0.5)], sourceRegions: ["UZ", "KZ"])
    let matrix = sketch.build().crossBorderMatrix()
    #expect(pair(matrix, "RU", "RU") == 0.5)
    #expect(pair(matrix, "AF", "UZ") == 0.25 && pair(matrix, "AF", "KZ") == 0.25)
  }

  @Test("An actor that may be nowhere known gives away only what is known")
  func unlocated() {
    var sketch = NetworkSketch()
    let (a, b) = (sketch.actor("a", .terrorist), sketch.actor("b", .organisedCrime))
    sketch.presence(a, "TJ", 0.5)
    sketch.presence(b, "AF", 1)
    sketch.tie(a, b, 0.8)
    let matrix = sketch.build().crossBorderMatrix()
    #expect(isClose(pair(matrix, "AF", "TJ"), 0.4) && isClose(matrix.unlocatedCrossTies, 0.4))
  }

  @Test("An area has the sum of the shares of its countries")
  func levels() {
    var sketch = NetworkSketch()
    let (a, b) = (sketch.actor("a", .terrorist), sketch.actor("b", .organisedCrime))
    sketch.presence(a, "TJ", 0.3)
    sketch.presence(a, "UZ", 0.3)
    sketch.presence(b, "AF", 1)
    sketch.tie(a, b, 1)
    let network = sketch.build()
    let countries = network.crossBorderMatrix()
    #expect(isClose(pair(countries, "AF", "TJ"), 0.3) && isClose(pair(countries, "AF", "UZ"), 0.3))
    let areas = network.crossBorderMatrix(level: .subregion)
    #expect(isClose(pair(areas, "034", "143"), 0.6))
    #expect(isClose(areas.unlocatedCrossTies, 0.4))
  }

  @Test("Transfers go from region to region, currencies apart, amounts as expected sums")
  func corridors() {
    var sketch = NetworkSketch()
    let (a, b) = (sketch.actor("a"), sketch.actor("b"))
    sketch.transfer(a, b, 1_000, 0.9, from: "TJ", to: "AF")
    sketch.transfer(a, b, 500, 0.5, from: "TJ", to: "AF")
    sketch.transfer(b, a, 70, 1, currency: "EUR", from: "AF", to: "TJ")
    sketch.transfer(a, b, 10, 1, from: "TJ", to: "TJ")
    let corridors = sketch.build().crossBorderMatrix().corridors
    #expect(corridors.map(\.currency) == ["EUR", "USD", "USD"])
    #expect(corridors.map { "\($0.from.code)>\($0.to.code)" } == ["AF>TJ", "TJ>AF", "TJ>TJ"])
    #expect(isClose(corridors[1].amount, 1_150) && isClose(corridors[1].transfers, 1.4))
    #expect(corridors.map(\.crosses) == [true, true, false])
  }

  @Test("Victims, witnesses and reporting parties are in no matrix, and nothing gives nothing")
  func protected() {
    var sketch = NetworkSketch()
    let (a, b) = (sketch.actor("a", .victim), sketch.actor("b", .terrorist))
    sketch.presence(a, "TJ", 1)
    sketch.presence(b, "AF", 1)
    sketch.tie(a, b, 1)
    sketch.transfer(a, b, 1, 1)
    let matrix = sketch.build().crossBorderMatrix()
    #expect(matrix.pairs.isEmpty && matrix.corridors.isEmpty && matrix.exposures.isEmpty)
    #expect(NetworkSketch().build().crossBorderMatrix().allCrossTies == 0)
  }
}

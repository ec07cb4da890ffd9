import NexusAlgorithms
import NexusGraph
import NexusModel
import NexusRisk
import NexusTestSupport
import Testing

@Suite("More than chance, by region and by crime")
struct CrossTiesByGroupTests {
  /// In `TJ` every organised-crime actor is tied to every terrorist and nobody else; in `UZ` they are, too, but to
  /// their own kind.
  private func sketch() -> NetworkSketch {
    var sketch = NetworkSketch()
    for (region, mixes) in [("TJ", true), ("UZ", false)] {
      let crime = (0..<8).map { sketch.actor("c\($0)\(region)", .organisedCrime) }
      let terror = (0..<8).map { sketch.actor("t\($0)\(region)", .terrorist) }
      for actor in crime + terror { sketch.presence(actor, region, 0.5) }
      for (first, a) in crime.enumerated() {
        for (second, b) in (mixes ? terror : crime).enumerated() where mixes || first < second {
          sketch.tie(a, b, 0.5, crimes: [mixes ? "arms" : "drugs"])
        }
      }
    }
    return sketch
  }

  @Test("A region where they meet is beyond chance, one where they do not is not")
  func regions() throws {
    let groups = sketch().build().crossTiesByRegion(seed: 1)
    #expect(groups.map(\.subject.code) == ["TJ", "UZ"])
    let (mixed, apart) = (try #require(groups[0].test), try #require(groups[1].test))
    #expect(mixed.actors == 16 && mixed.terrorists == 8 && mixed.organisedCrime == 8)
    #expect(mixed.edges == 64 && mixed.observed == 64 && isClose(mixed.expected, 64 * 128 / 240.0))
    #expect(isClose(mixed.ratio, 240 / 128.0) && mixed.pValue <= 0.003)
    #expect(apart.observed == 0 && apart.pValue == 1 && apart.ratio == 0)
    #expect(
      isClose(mixed.adjusted, 2 * mixed.pValue) && apart.adjusted == 1, "Benjamini–Hochberg over two tests")
  }

  @Test("Crimes have networks of their own")
  func crimes() throws {
    let groups = sketch().build().crossTiesByCrime(seed: 1)
    #expect(groups.map(\.subject.word) == ["arms", "drugs"])
    // Two of the C(16, 8) = 12 870 deals have all pairs mixed.
    #expect(groups[0].test?.observed == 64 && (groups[0].test?.pValue ?? 1) <= 0.003)
    #expect(groups[1].test == nil, "nobody of the one kind takes part in it")
  }

  @Test(
    "A region's test does not depend on other regions, and its p lies within sampling error of another seed's"
  )
  func independence() throws {
    for seed in UInt64(1)...20 {
      var random = RandomNetwork(seed: seed)
      let before = random.sketch.build().crossTiesByRegion(seed: 5)
      let stranger = random.sketch.actor("stranger", .terrorist)
      random.sketch.presence(stranger, "BR", 1)
      let after = random.sketch.build().crossTiesByRegion(seed: 5)
      let other = random.sketch.build().crossTiesByRegion(seed: 6)
      for (position, group) in before.enumerated() {
        let same = try #require(after.first { $0.subject == group.subject })
        #expect(same.test?.pValue == group.test?.pValue, "seed \(seed)")
        let again = other.first { $0.subject == before[position].subject }
        // Five standard errors of two samples of 999 are at most 0.112.
        if let p = group.test?.pValue, let q = again?.test?.pValue {
          #expect(abs(p - q) < 0.115, "seed \(seed)")
        }
      }
    }
  }

  @Test("Protected actors, predictions and refuted rows are in no test")
  func protected() throws {
    var sketch = NetworkSketch()
    let (t, c) = (sketch.actor("t", .terrorist), sketch.actor("c", .organisedCrime))
    let (v, w) = (sketch.actor("v", .victim), sketch.actor("w", .witness))
    for actor in [t, c, v, w] { sketch.presence(actor, "TJ", 1) }
    sketch.tie(t, c, 1)
    sketch.tie(t, v, 1)
    sketch.tie(c, w, 1)
    let test = try #require(sketch.build().crossTiesByRegion(seed: 1).first?.test)
    #expect(
      test.actors == 2 && test.edges == 1 && test.observed == 1 && test.expected == 1 && test.pValue == 1)
    #expect(NetworkSketch().build().crossTiesByRegion(seed: 1).isEmpty)
    #expect(NetworkSketch().build().crossTiesByCrime(seed: 1).isEmpty)
  }

  @Test("Mixing counts pairs once, and those that reach into terrorism, with their interval")
  func mixing() throws {
    var sketch = NetworkSketch()
    let (t, c, f) = (
      sketch.actor("t", .terrorist), sketch.actor("c", .organisedCrime), sketch.actor("f", .facilitator)
    )
    let v = sketch.actor("v", .victim)
    sketch.tie(t, c, 0.9, crimes: ["drugs"])
    sketch.transfer(c, t, 10, 0.9, crimes: ["drugs"])
    sketch.tie(c, f, 0.9, crimes: ["drugs", "arms"])
    sketch.tie(c, v, 0.9, crimes: ["drugs"])
    sketch.crime(f, "cyber", 0.4)
    let mixing = sketch.build().crimeMixing()
    #expect(mixing.map(\.crime.word) == ["arms", "cyber", "drugs"])
    #expect(mixing[0].pairs == 1 && mixing[0].reaching == 0)
    #expect(mixing[1].pairs == 0 && mixing[1].share == nil && mixing[1].actors == [.facilitator: 1])
    #expect(mixing[2].pairs == 2 && mixing[2].reaching == 1)
    #expect(mixing[2].actors == [.terrorist: 1, .organisedCrime: 1, .facilitator: 1])
    #expect(isClose(mixing[2].share?.share ?? 0, 0.5) && (mixing[2].share?.low ?? 1) < 0.1)
  }
}

import NexusModel
import NexusRisk
import Testing

@Suite("Black-hole state of a region")
struct BlackHoleStateTests {
  private func holds(_ governance: Double?, _ control: Bool?, _ actors: Int) -> Bool? {
    BlackHoleState(.init(lackOfGovernance: governance, territorialControl: control), hybridActors: actors)?
      .holds
  }

  @Test("All three conditions are needed; 80 is enough")
  func conditions() {
    #expect(holds(80, true, 1) == true && holds(100, true, 5) == true)
    #expect(holds(79.9, true, 1) == false && holds(80, false, 1) == false && holds(80, true, 0) == false)
  }

  @Test("Without external data, or with a value off the scale, nothing is said")
  func incomplete() {
    #expect(holds(nil, true, 1) == nil && holds(90, nil, 1) == nil && holds(101, true, 1) == nil)
    #expect(holds(.nan, true, 1) == nil)
  }

  @Test("A hybrid actor counts where rows place it, protected ones nowhere")
  func regions() throws {
    var sketch = NetworkSketch()
    let hybrid = sketch.actor("h", .terrorist)
    let victim = sketch.actor("v", .victim)
    sketch.presence(hybrid, "AF", 0.7)
    sketch.presence(victim, "PK", 1)
    let (af, pk, asia, tj) = (
      try #require(Region(resolving: "AF")), try #require(Region(resolving: "PK")),
      try #require(Region(resolving: "142")), try #require(Region(resolving: "TJ"))
    )
    let evidence = BlackHoleState.Evidence(lackOfGovernance: 90, territorialControl: true)
    let states = sketch.build().blackHoleStates(
      [af: evidence, pk: evidence, asia: evidence, tj: .init(lackOfGovernance: 95, territorialControl: nil)],
      hybridActors: [hybrid, victim])
    #expect(states[af]?.holds == true && states[asia]?.holds == true)
    #expect(states[pk]?.met == [.lackOfGovernance, .territorialControl])
    #expect(states[tj] == nil)
  }
}

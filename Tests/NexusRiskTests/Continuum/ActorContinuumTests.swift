import NexusGraph
import NexusModel
import NexusRisk
import NexusTestSupport
import Testing

@Suite("Actors on the continuum")
struct ActorContinuumTests {
  /// The label of an actor whose counts two origins share.
  private func label(
    _ method: (Double, Double), _ motive: (Double, Double), role: Role = .unknown
  ) -> ContinuumLabel? {
    var sketch = NetworkSketch()
    let actor = sketch.actor("a", role)
    for origin: Int32 in [1, 2] {
      sketch.counts(
        actor, (method.0 / 2, method.1 / 2), (motive.0 / 2, motive.1 / 2), origin: origin)
    }
    return sketch.build().continuum().actors.first?.label
  }

  @Test("The labels of the method")
  func labels() {
    #expect(label((5, 5), (8, 1)) == .appropriation)
    #expect(label((0, 8), (8, 1)) == .appropriation)
    #expect(label((9, 1), (1, 9)) == .appropriation)
    #expect(label((5, 5), (5, 5)) == .hybrid)
    #expect(label((9, 0), (9, 0)) == .terrorist)
    #expect(label((0, 9), (0, 9)) == .organisedCrime)
    #expect(label((12, 10), (0, 0)) == .motiveNotObserved)
    #expect(label((12, 10), (1, 1.9)) == .motiveNotObserved)
    #expect(label((12, 10), (2.9, 0)) == .motiveNotObserved, "even where the motive would be on a side")
    #expect(label((9, 0), (5, 5)) == .undecided, "a mixed motive with a pure method has no name")
    #expect(label((2, 2), (0.4, 0.4)) == .insufficient, "4.8 observations")
    #expect(label((0, 0), (0, 0)) == nil, "nothing was counted")
    #expect(ContinuumLabel.motiveNotObserved.rawValue == "method-convergent, motive not observed")
  }

  @Test("One origin is insufficient, however much it counts; the tendency still says what it would be")
  func origins() throws {
    var sketch = NetworkSketch()
    let actor = sketch.actor("a", .terrorist)
    sketch.counts(actor, (30, 2), (30, 1), origin: 3)
    sketch.counts(actor, (30, 2), (30, 1), origin: 3)
    // A row of another origin that counts nothing is no second origin, nor is a prediction.
    sketch.counts(actor, (0, 0), (0, 0), origin: 4)
    sketch.counts(actor, (9, 9), (9, 9), origin: 5, kind: .prediction)
    let position = try #require(sketch.build().continuum().actors.first)
    #expect(position.origins == 1)
    #expect(position.label == .insufficient && position.tendency == .terrorist)
    #expect(position.method.terror == 60 && position.method.crime == 4, "rows add up, the prediction apart")
    #expect(position.rows.map(\.rawValue) == [0, 1])
  }

  @Test("Counts are worth the confidence of their row, an ungraded one ½ or as chosen")
  func weights() throws {
    var sketch = NetworkSketch()
    let actor = sketch.actor("a")
    sketch.counts(actor, (10, 0), (0, 5), 0.68, origin: 1)
    sketch.counts(actor, (4, 6), (0, 0), nil, origin: 2)
    let network = sketch.build()
    let position = try #require(network.continuum().actors.first)
    #expect(isClose(position.method.terror, 6.8 + 2) && isClose(position.method.crime, 3))
    #expect(isClose(position.motive.crime, 3.4))
    let certain = try #require(network.continuum(ConfidenceRule(ungraded: 1)).actors.first)
    #expect(isClose(certain.method.terror, 10.8) && isClose(certain.method.crime, 6))
  }

  @Test("Victims, witnesses and reporting parties have no place on the continuum")
  func protected() {
    for role: Role in [.victim, .witness, .reportingParty] {
      #expect(label((9, 9), (9, 9), role: role) == nil)
    }
    #expect(label((9, 9), (9, 9), role: .state) == .hybrid)
  }

  private func twoWindows(
    _ early: (Double, Double), _ late: (Double, Double), split: Instant? = nil
  ) throws -> ContinuumPosition {
    var sketch = NetworkSketch()
    let actor = sketch.actor("a")
    sketch.counts(actor, (3, 3), early, origin: 1, date: Instant(year: 2010, month: 1, day: 1))
    sketch.counts(actor, (3, 3), late, origin: 2, date: Instant(year: 2014, month: 1, day: 1))
    return try #require(sketch.build().continuum(split: split).actors.first)
  }

  @Test(
    "A transformation is a motive that crossed ½ with 0.9, in either direction: the numbers of the method")
  func transformation() throws {
    let moved = try twoWindows((1, 9), (9, 1))
    #expect(abs(try #require(moved.change?.motiveCrossing) - 0.99263) < 0.000005)
    #expect(moved.label == .transformation)
    #expect(try twoWindows((9, 1), (1, 9)).label == .transformation)
    let unsure = try twoWindows((2, 5), (5, 3))
    #expect(abs(try #require(unsure.change?.motiveCrossing) - 0.66148) < 0.000005)
    #expect(unsure.label == .hybrid)
    #expect(try twoWindows((9, 1), (9, 1)).change?.motiveCrossing == nil)
    #expect(isClose(try #require(moved.change).methodShift, 0))
    #expect(isClose(try #require(moved.change).motiveShift, 2 * (9.5 - 1.5) / 11))
  }

  @Test("The windows part in the middle of the dates, or where one says; undated rows count in neither")
  func windows() throws {
    var sketch = NetworkSketch()
    let actor = sketch.actor("a")
    sketch.counts(actor, (1, 0), (0, 3), origin: 1, date: Instant(year: 2010, month: 1, day: 1))
    sketch.counts(actor, (1, 0), (3, 0), origin: 2, date: Instant(year: 2010, month: 1, day: 11))
    sketch.counts(actor, (50, 0), (0, 0), origin: 3)
    let network = sketch.build()
    let found = network.continuum()
    #expect(found.split?.description == "2010-01-06")
    #expect(found.actors.first?.change?.lateMethod.terror == 1)
    #expect(found.actors.first?.method.terror == 52)
    let late = network.continuum(split: Instant(year: 2015))
    #expect(late.actors.first?.change == nil, "nothing lies in the late window")
    var undated = NetworkSketch()
    let other = undated.actor("b")
    undated.counts(other, (1, 0), (0, 3))
    #expect(undated.build().continuum().split == nil)
  }

  @Test("Hybrid actors are found in a region and in all that contain it")
  func regions() {
    var sketch = NetworkSketch()
    let hybrid = sketch.actor("h", .terrorist)
    let other = sketch.actor("o", .terrorist)
    for origin: Int32 in [1, 2] {
      sketch.counts(hybrid, (9, 9), (9, 9), origin: origin)
      sketch.counts(other, (9, 0), (9, 0), origin: origin)
    }
    sketch.presence(hybrid, "TJ", 0.5)
    sketch.presence(other, "AF", 0.5)
    let network = sketch.build()
    let continuum = network.continuum()
    for (region, expected) in [("TJ", [hybrid]), ("143", [hybrid]), ("001", [hybrid]), ("AF", [])] {
      let region = Region(resolving: region)!
      #expect(continuum.hybridActors(in: region, of: network) == expected, "\(region.name)")
    }
  }
}

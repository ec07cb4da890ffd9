import NexusGraph
import NexusModel
import Testing

@Suite("Counts of acts and motives under a filter")
struct ObservationFilterTests {
  private func network() -> Network {
    var actors = Actors()
    var row: Int32 = 0
    func count(_ actor: ActorID, _ number: Double, _ year: Int?, _ confidence: Double) {
      actors.observations.append(
        ActorObservation(
          actor: actor, counts: MethodMotiveCounts(methodTerror: number),
          evidence: Evidence(
            row: RowID(rawValue: row), grading: confidence, date: year.flatMap { Instant(year: $0) })))
      row += 1
    }
    let (crime, terror) = (actors.append(id: "c"), actors.append(id: "t"))
    (actors.roles[crime.index], actors.roles[terror.index]) = (.organisedCrime, .terrorist)
    count(crime, 1, 2015, 1)
    count(terror, 2, 2015, 1)
    count(terror, 4, 2018, 0.3)
    count(terror, 8, nil, 1)
    return Network(
      name: "counts", actors: actors,
      ties: [Tie(source: crime, target: terror, evidence: 0..<1, first: Instant(year: 2016))],
      tieEvidence: [Evidence(row: RowID(rawValue: 0))], transfers: [], origins: [""],
      rows: RowPlaces(files: ["a.csv"], places: (0..<row).map { (0, $0 + 2) }))
  }

  private func counts(_ change: (inout NetworkFilter) -> Void) -> [String] {
    var filter = NetworkFilter()
    change(&filter)
    let part = network().filtered(by: filter).network
    return part.actors.observations.map { "\(part.actors.ids[$0.actor.index])\(Int($0.counts.methodTerror))" }
  }

  @Test("They go with their actors, whose numbers change")
  func actors() {
    #expect(counts { _ in } == ["c1", "t2", "t4", "t8"])
    #expect(counts { $0.roles = [.terrorist] } == ["t2", "t4", "t8"])
  }

  @Test("Dated ones must lie in the window, undated ones stay; weak ones are hidden")
  func items() {
    #expect(counts { $0.until = Instant(year: 2016) } == ["c1", "t2", "t8"])
    #expect(counts { $0.since = Instant(year: 2016) } == ["t4", "t8"])
    #expect(counts { $0.minimumConfidence = 0.5 } == ["c1", "t2", "t8"])
  }
}

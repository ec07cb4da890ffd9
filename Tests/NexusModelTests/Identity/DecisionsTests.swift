import NexusGraph
import NexusModel
import Testing

@Suite("Decisions make groups of records, or contradict each other")
struct DecisionsTests {
  @Test("Same carries on along a chain, in whatever order the rows stand; the first row's a names the actor")
  func chain() throws {
    let rows: [Decisions.Row] = [
      Decisions.Row(.same, "c", "d", line: 2), Decisions.Row(.same, "a", "b", line: 3),
      Decisions.Row(.same, "b", "c", line: 4),
    ]
    let decisions = try Decisions(rows)
    #expect(["a", "b", "c", "d", "e"].map(decisions.id) == ["c", "c", "c", "c", "e"])
    let kept = try Decisions(rows + [Decisions.Row(.same, "d", "a", keep: "a", line: 5)])
    #expect(["a", "b", "c", "d"].map(kept.id) == ["a", "a", "a", "a"])
    #expect(try Decisions(Array(rows.dropLast())).id(of: "b") == "a")
  }

  @Test("A chain of same against a row of different names the shortest chain and the row")
  func contradiction() {
    let rows: [Decisions.Row] = [
      Decisions.Row(.same, "a", "b", line: 2), Decisions.Row(.same, "b", "c", line: 3),
      Decisions.Row(.same, "c", "d", line: 4), Decisions.Row(.same, "a", "c", line: 5),
      Decisions.Row(.different, "d", "a", line: 9),
    ]
    #expect(throws: DecisionConflict.chainOfSame([4, 5], different: 9)) { try Decisions(rows) }
    #expect(throws: DecisionConflict.twoKept(2, 3)) {
      try Decisions([
        Decisions.Row(.same, "a", "b", keep: "a", line: 2),
        Decisions.Row(.same, "b", "c", keep: "c", line: 3),
      ])
    }
  }

  @Test("Different holds for all records of both groups")
  func apart() throws {
    let decisions = try Decisions([
      Decisions.Row(.different, "b", "x", line: 2), Decisions.Row(.same, "a", "b", line: 3),
      Decisions.Row(.same, "x", "y", line: 4),
    ])
    #expect(decisions.areApart("a", "y") && decisions.areApart("y", "b") && !decisions.areApart("a", "b"))
    #expect(!Decisions().areApart("a", "b") && Decisions().joinsNothing)
  }

  @Test("Particulars follow their actors into a part of a network")
  func particulars() throws {
    var actors = Actors()
    for id in ["a", "b", "c"] { _ = actors.append(id: id) }
    actors.roles[1] = .state
    let second = ActorID(1)
    actors.particulars.aliases = [
      ActorAlias(actor: ActorID(0), name: "x"), ActorAlias(actor: second, name: "y"),
    ]
    actors.particulars.births = [
      ActorBirth(actor: second, date: BirthDate(try #require(Instant(year: 1969))))
    ]
    actors.particulars.nationalities = [
      ActorNationality(actor: second, country: try #require(Region(resolving: "TJ")))
    ]
    actors.particulars.identifiers = [ActorIdentifier(actor: second, kind: "passport", value: "7")]
    let network = Network(
      name: "n", actors: actors, ties: [], tieEvidence: [], transfers: [], origins: [""],
      rows: RowPlaces(files: [], places: []))
    var filter = NetworkFilter()
    filter.roles = [.state]
    let part = try NetworkPart(of: network, filter).network.actors
    #expect(part.ids == ["b"] && part.particulars.aliases.map(\.name) == ["y"])
    #expect(part.particulars.births.map(\.actor.index) == [0] && part.particulars.identifiers.count == 1)
    #expect(part.particulars.nationalities.map(\.country.code) == ["TJ"])
  }
}

import NexusGraph
import NexusModel
import Testing

@Suite("Actors are found by what a user calls them")
struct ActorLookupTests {
  private func actors() -> Actors {
    var actors = Actors()
    let kept = actors.append(id: "A1", name: "Ann")
    _ = actors.append(id: "B,1", name: "A9")
    actors.particulars.aliases = [
      ActorAlias(actor: kept, name: "A7", quality: .formerID), ActorAlias(actor: kept, name: "Annie"),
      ActorAlias(actor: kept, name: "A9", quality: .formerID),
    ]
    return actors
  }

  @Test("The id of a record that is part of an actor now finds the actor, before any name, and says so")
  func formerIDs() throws {
    let lookup = ActorLookup(actors())
    #expect(try lookup.actor("A7") == ActorID(0) && lookup.actor("A9") == ActorID(0))
    #expect(
      lookup.notesOnFormerIDs(in: "A7") == [
        "\"A7\" is the former id of a record that is part of the actor \"A1\" by decision (--merges)."
      ])
    #expect(try lookup.actors("A7,A1") == [ActorID(0), ActorID(0)])
    #expect(lookup.notesOnFormerIDs(in: "A7,A1").count == 1)
    #expect(lookup.notesOnFormerIDs(in: "A1").isEmpty && lookup.notesOnFormerIDs(in: "B,1").isEmpty)
  }

  @Test("An alias is no id, and a near former id is proposed")
  func unknown() {
    let lookup = ActorLookup(actors())
    #expect(throws: ActorLookupError.self) { try lookup.actor("Annie") }
    do { _ = try lookup.actor("A77") } catch { #expect("\(error)".contains("\"A7\"")) }
  }
}

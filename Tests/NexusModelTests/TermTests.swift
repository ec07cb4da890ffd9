import NexusModel
import Testing

@Suite("Vocabulary terms")
struct TermTests {
  @Test(
    "Case, spaces, underscores and hyphens are alike, and spellings that mean the same give the same term",
    arguments: [
      "organised-crime", "Organised Crime", "ORGANISED_CRIME", " organised - crime ", "organized-crime",
      "OrganizedCrime", "OC", "_organised__crime_",
    ])
  func folding(text: String) {
    #expect(Role(folding: text) == .organisedCrime)
    #expect(Role(folding: text).isKnown)
  }

  @Test("A word that the vocabulary does not know is kept, folded")
  func unknownWord() {
    let crime = Crime(folding: "Illegal  Logging")
    #expect(crime.word == "illegal-logging")
    #expect(!crime.isKnown)
    #expect(Crime(folding: "Добыча_Золота").word == "добыча-золота")
  }

  @Test("Words without letters fold to nothing or to themselves")
  func degenerate() {
    #expect(Relation(folding: "").word == "")
    #expect(Relation(folding: " _-").word == "")
    #expect(Relation(folding: "?").word == "?")
  }

  @Test("Every word of every vocabulary is its own folding")
  func fixedPoints() {
    for word in Roles.known { #expect(Role(folding: word).word == word) }
    for word in ActorTypes.known { #expect(ActorType(folding: word).word == word) }
    for word in Relations.known { #expect(Relation(folding: word).word == word) }
    for word in Crimes.known { #expect(Crime(folding: word).word == word) }
    for word in Channels.known { #expect(Channel(folding: word).word == word) }
    for (_, word) in Roles.spellings { #expect(Role(folding: word).isKnown) }
  }

  @Test("Victims, witnesses and reporting parties are protected; weights are 1, ½ and 0")
  func roles() {
    #expect(Roles.known.filter { Role(folding: $0).isProtected } == ["reporting-party", "victim", "witness"])
    #expect(
      Roles.known.map { Role(folding: $0).actorWeight } == [1, 1, 0.5, 0, 0, 0, 0, 0])
  }

  @Test("Terms are ordered by their words")
  func order() {
    #expect([Crime(folding: "drugs"), Crime(folding: "arms")].sorted().map(\.word) == ["arms", "drugs"])
  }
}

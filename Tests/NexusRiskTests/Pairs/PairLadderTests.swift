import NexusGraph
import NexusModel
import NexusRisk
import Testing

@Suite("Ladder of a pair")
struct PairLadderTests {
  func tie(_ relation: String, _ confidence: Double, _ year: Int? = nil) -> PairTie {
    PairTie(relation: Relation(folding: relation), confidence: confidence, year: year)
  }

  // METHOD §2.3.
  @Test("The example of the method")
  func example() {
    let ladder = PairLadder([
      tie("finance", 0.8, 2017), tie("transaction", 0.6, 2018), tie("shared-member", 0.5),
    ])
    #expect(abs(ladder.transactional - 0.96) < 1e-12)
    #expect(abs(ladder.alliance - 0.70) < 1e-12)
    #expect(ladder.integration == 0)
    #expect(abs(ladder.intensity - 66) < 1e-12)
    for (found, expected) in zip(
      ladder.contributions, [27.303193351102937, 9.942670825929104, 28.754135822967953])
    {
      #expect(abs(found - expected) < 1e-9)
    }
  }

  @Test("Repetition in one year and relation is no alliance; another year or relation makes one")
  func alliance() {
    #expect(PairLadder([tie("finance", 1, 2017), tie("finance", 1, 2017)]).alliance == 0)
    #expect(PairLadder([tie("finance", 1, 2017), tie("finance", 1)]).alliance == 0)
    #expect(PairLadder([tie("finance", 1), tie("finance", 1)]).alliance == 0)
    #expect(PairLadder([tie("finance", 1, 2017), tie("finance", 1, 2018)]).alliance == 1)
    #expect(PairLadder([tie("finance", 1), tie("kinship", 1)]).alliance == 1)
  }

  @Test("Integration needs a shared member and a second one, a joint operation or a command")
  func integration() {
    #expect(PairLadder([tie("shared-member", 1), tie("shared-member", 0.5)]).integration == 0.5)
    #expect(PairLadder([tie("shared-member", 0.5), tie("command", 0.5)]).integration == 0.25)
    #expect(PairLadder([tie("joint-operation", 1), tie("command", 1)]).integration == 0)
  }

  @Test("No tie gives nothing; a relation of no known word is worth .10")
  func degenerate() {
    let nothing = PairLadder([])
    #expect(nothing.transactional == 0 && nothing.alliance == 0 && nothing.intensity == 0)
    #expect(PairLadder([tie("finance", 0)]).contributions == [0])
    #expect(PairLadder.worth(of: Relation(folding: "carrier pigeon")) == 0.10)
    #expect(abs(PairLadder([tie("carrier pigeon", 1)]).intensity - 10) < 1e-12)
    for relation in Relations.known { #expect(PairLadder.worths[relation] != nil) }
  }

  @Test("Probabilities are those of counting all 2ⁿ worlds, and contributions add up", arguments: 0..<200)
  func enumeration(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let relations = ["finance", "shared-member", "joint-operation", "command", "kinship"]
    let ties = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
      tie(
        relations[Int.random(in: 0..<relations.count, using: &generator)],
        [0, 1, 0.25, 0.5, 0.9][Int.random(in: 0..<5, using: &generator)],
        Bool.random(using: &generator) ? Int.random(in: 2017...2019, using: &generator) : nil)
    }
    var (transactional, alliance, integration) = (0.0, 0.0, 0.0)
    for world in 0..<(1 << ties.count) {
      let isTrue = ties.indices.map { world >> $0 & 1 == 1 }
      let probability = zip(ties, isTrue).reduce(1) { $0 * ($1.1 ? $1.0.confidence : 1 - $1.0.confidence) }
      let known = zip(ties, isTrue).filter(\.1).map(\.0)
      if known.count >= 1 { transactional += probability }
      if known.count >= 2, Set(known.map(\.relation)).count >= 2 || Set(known.compactMap(\.year)).count >= 2 {
        alliance += probability
      }
      let members = known.count { $0.relation == .sharedMember }
      let operations = known.count { $0.relation == .jointOperation || $0.relation == .command }
      if members >= 2 || (members >= 1 && operations >= 1) { integration += probability }
    }
    let ladder = PairLadder(ties)
    #expect(abs(ladder.transactional - transactional) < 1e-12)
    #expect(abs(ladder.alliance - alliance) < 1e-12)
    #expect(abs(ladder.integration - integration) < 1e-12)
    #expect(abs(ladder.contributions.reduce(0, +) - ladder.intensity) < 1e-9)
    #expect((0...100).contains(ladder.intensity))
    #expect(abs(PairLadder(ties.reversed()).alliance - ladder.alliance) < 1e-12)
  }
}

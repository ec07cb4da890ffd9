import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

@Suite("Explanations of pairs, and what a subject names")
struct PairExplanationTests {
  private func read(_ ties: String, actors: String = "id,role,name\nC,oc,\nT,terrorist,\n") throws -> Network
  {
    let folder = try TemporaryFolder()
    _ = try folder.file("actors.csv", actors)
    _ = try folder.file("ties.csv", ties)
    return try DatasetReader().read(folder.path).network
  }

  /// METHOD §2.3: finance .8 (2017), transaction .6 (2018), shared member .5.
  private func methodPair() throws -> Network {
    try read(
      "source,target,relation,confidence,date,origin\nC,T,finance,0.8,2017-03-01,a\nT,C,transaction,0.6,2018-01-01,b\n"
        + "C,T,shared-member,0.5,,c\n")
  }

  @Test("Intensity 66 of METHOD §2.3 with its contributions, and without each tie")
  func intensity() throws {
    let network = try methodPair()
    let explanation = try network.explain(ActorID(1), ActorID(0), .intensity)
    #expect(isClose(explanation.value ?? 0, 66))
    let parts = explanation.contributions.map(\.value)
    #expect(isClose(parts, [27.303193351102937, 9.942670825929104, 28.754135822967953]))
    // 100 (1 − Π (1 − p v)) of the other two, by hand.
    let without = ["ties.csv:2": 46.875, "ties.csv:3": 60, "ties.csv:4": 45.6]
    for effect in explanation.evidence {
      #expect(isClose(effect.valueWithout ?? 0, without[effect.place] ?? -1), "\(effect.place)")
    }
    #expect(explanation.evidence.map(\.place) == ["ties.csv:4", "ties.csv:2", "ties.csv:3"])
  }

  @Test("Probabilities of the steps without a tie")
  func probabilities() throws {
    let network = try methodPair()
    let alliance = try network.explain(ActorID(0), ActorID(1), .alliance)
    #expect(isClose(alliance.value ?? 0, 0.7))
    #expect(alliance.contributions.isEmpty)
    let finance = try #require(alliance.evidence.first { $0.place == "ties.csv:2" })
    #expect(isClose(finance.valueWithout ?? 0, 0.6 * 0.5))
  }

  @Test("A refuting row is for the pair what it takes away, and the last row leaves 0")
  func refutation() throws {
    let network = try read(
      "source,target,relation,confidence,refutes,origin\nC,T,finance,0.8,,a\nC,T,finance,0.5,yes,b\n")
    let explanation = try network.explain(ActorID(0), ActorID(1), .transactional)
    #expect(isClose(explanation.value ?? 0, 0.4))
    #expect(explanation.evidence.map(\.valueWithout) == [0, 0.8])
    #expect(explanation.evidence.map(\.stance) == [.supports, .refutes])
  }

  @Test("Two actors without a direct tie of crime and terror are no pair")
  func noPair() throws {
    let network = try read("source,target\nC,X\nX,T\n")
    #expect(throws: ExplanationError.noPair("C", "T")) {
      try network.explain(ActorID(0), ActorID(1), .intensity)
    }
  }

  @Test("A subject is tried whole, then as a pair; a name of both kinds asks for a prefix")
  func subjects() throws {
    let network = try read(
      "source,target,source_region\nC,T,AF\nA--B,T,\nKZ,T,KZ\n\"x,y\",T,\n",
      actors: "id,role,name\nC,oc,Carriers\nT,terrorist,Lantern\n")
    func subject(_ text: String) throws -> ExplanationSubject { try ExplanationSubject(text, in: network) }
    let (crime, terror) = (ActorID(0), ActorID(1))
    #expect(try subject("C") == .actor(crime))
    #expect(try subject("Carriers--Lantern") == .pair(crime, terror))
    #expect(try subject("C,T") == .pair(crime, terror))
    #expect(try subject("pair:C--T") == .pair(crime, terror))
    #expect(try subject("A--B") == .actor(ActorID(2)))
    #expect(try subject("A--B--T") == .pair(ActorID(2), terror))
    #expect(try subject("x,y") == .actor(ActorID(4)))
    #expect(try subject("Afghanistan") == .region(try #require(Region(resolving: "AF"))))
    #expect(try subject("world") == .region(.world))
    #expect(throws: ExplanationError.actorOrRegion("KZ")) { try subject("KZ") }
    #expect(try subject("actor:KZ") == .actor(ActorID(3)))
    #expect(try subject("region:KZ") == .region(try #require(Region(resolving: "KZ"))))
    #expect(throws: ExplanationError.unknownSubject("Lanterm", near: ["Lantern"])) { try subject("Lanterm") }
    // A region of the vocabulary that the data do not name is no subject.
    #expect(throws: ExplanationError.self) { try subject("France") }
  }
}

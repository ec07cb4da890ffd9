import NexusAlgorithms
import NexusGraph
import NexusModel
import NexusRisk
import NexusTestSupport
import Testing

@Suite("Chains of evidence")
struct EvidenceChainTests {
  /// The example of the method, with the actor between c and t of a given role and type.
  private func example(
    _ role: Role = .unknown, _ type: ActorType = .unknown
  ) -> (NetworkSketch, crime: ActorID, terror: ActorID) {
    var sketch = NetworkSketch()
    let crime = sketch.actor("c", .organisedCrime)
    let terror = sketch.actor("t", .terrorist)
    let between = sketch.actor("f", role)
    sketch.actors.types[between.index] = type
    let (first, second) = (sketch.actor("g"), sketch.actor("h"))
    sketch.tie(crime, terror, 0.3)
    sketch.tie(crime, between, 0.8)
    sketch.tie(terror, between, 0.7)
    sketch.tie(first, crime, 0.9)
    sketch.tie(first, second, 0.9)
    sketch.tie(second, terror, 0.9)
    return (sketch, crime, terror)
  }

  @Test("The example of the method, with the rows of each chain")
  func golden() throws {
    let (sketch, crime, terror) = example()
    let connection = try sketch.build().evidenceConnection(from: crime, to: terror)
    #expect(isClose(connection.chains.map(\.path.reliability), [0.729, 0.56, 0.3]))
    #expect(isClose(connection.chains.map(\.path.damped), [0.18225, 0.28, 0.3]))
    #expect(connection.chains.map { $0.rows.map(\.rawValue) } == [[3, 4, 5], [1, 2], [0]])
    #expect(isClose(connection.reliability.probability, 0.916532))
  }

  @Test("The ties of two actors combine, in either direction; predictions and refuted ties join nobody")
  func combination() throws {
    var sketch = NetworkSketch()
    let (a, b, c) = (sketch.actor("a"), sketch.actor("b"), sketch.actor("c"))
    sketch.tie(a, b, 0.5, origin: 1, relation: "finance")
    sketch.tie(b, a, 0.5, origin: 2, relation: "kinship")
    sketch.tie(b, c, [NetworkSketch.Claim(confidence: 0.9, kind: .prediction)])
    sketch.tie(b, c, [NetworkSketch.Claim(confidence: 0.9, stance: .refutes)])
    let network = sketch.build()
    let step = try #require(try network.evidenceConnection(from: a, to: b).chains.first?.steps.first)
    #expect(step.probability == 0.75)
    #expect(step.relations.map(\.word) == ["finance", "kinship"])
    #expect(try network.evidenceConnection(from: a, to: c).chains.isEmpty)
    #expect(try network.evidenceConnection(from: a, to: c).reliability.probability == 0)
  }

  @Test("Institutions join others only on request, protected roles never")
  func bridges() throws {
    func passes(_ role: Role, _ type: ActorType, _ institutions: EvidencePathOptions.Institutions) throws
      -> Bool
    {
      let (sketch, crime, terror) = example(role, type)
      var options = EvidencePathOptions()
      options.institutions = institutions
      return try sketch.build().evidenceConnection(from: crime, to: terror, options: options).chains
        .contains { $0.path.hops == 2 }
    }
    let institutions: [(Role, ActorType)] = [
      (.unknown, .bank), (.facilitator, .place), (.state, .unknown),
    ]
    for (role, type) in institutions {
      #expect(
        try !passes(role, type, .passNothing) && passes(role, type, .passOn), "\(role.word) \(type.word)")
    }
    for role: Role in [.victim, .witness, .reportingParty] {
      #expect(try !passes(role, .person, .passNothing) && !passes(role, .person, .passOn))
    }
    #expect(try passes(.facilitator, .account, .passNothing))
  }

  @Test("A bank may be an end")
  func ends() throws {
    var sketch = NetworkSketch()
    let (a, bank) = (sketch.actor("a"), sketch.actor("bank"))
    sketch.actors.types[bank.index] = .bank
    sketch.tie(a, bank, 0.4)
    #expect(try sketch.build().evidenceConnection(from: a, to: bank).chains.count == 1)
  }

  @Test("A protected end is refused with a reason")
  func protected() throws {
    var sketch = NetworkSketch()
    let (a, victim) = (sketch.actor("a"), sketch.actor("v", .victim))
    sketch.tie(a, victim, 0.4)
    let network = sketch.build()
    #expect(throws: EvidenceChainError.protectedRole(.victim)) {
      try network.evidenceConnection(from: a, to: victim)
    }
    #expect(EvidenceChainError.protectedRole(.victim).description.contains("neither scored nor listed"))
  }

  @Test("Transfers are no ties unless asked; then all of two actors are one tie, repeats of an origin once")
  func transfers() throws {
    var sketch = NetworkSketch()
    let (a, b) = (sketch.actor("a"), sketch.actor("b"))
    for origin: Int32 in [1, 1, 2] { sketch.transfer(a, b, 100, 0.5, origin: origin) }
    let network = sketch.build()
    #expect(try network.evidenceConnection(from: a, to: b).chains.isEmpty)
    var options = EvidencePathOptions()
    options.transfers = .asTransactions
    let step = try #require(
      try network.evidenceConnection(from: b, to: a, options: options).chains.first?.steps.first)
    #expect(step.probability == 0.75 && step.relations == [.transaction] && step.rows.count == 3)
  }

  @Test("Indirect links join crime and terror actors that no tie joins, the strongest first")
  func indirect() throws {
    var (sketch, crime, terror) = example()
    let other = sketch.actor("t2", .terrorist)
    sketch.tie(terror, other, 0.6)
    let links = try sketch.build().indirectLinks()
    #expect(links.count == 1, "c and t have a direct tie")
    #expect(links.first?.actors.first == crime && links.first?.actors.last == other)
    // Damped: c–t–t2 .3 · .6 / 2, c–f–t–t2 .8 · .7 · .6 / 4, c–g–h–t–t2 .729 · .6 / 8
    #expect(isClose(try #require(links.first).path.damped, 0.09))
    #expect(try sketch.build().indirectLinks(count: 0).isEmpty)
  }
}

import NexusGraph
import NexusModel
import Testing

@Suite("A filter lets through what matches all of its fields")
struct NetworkFilterTests {
  private static func day(_ year: Int, _ month: Int = 6, _ day: Int = 1) -> Instant? {
    Instant(year: year, month: month, day: day)
  }

  /// A is a terrorist, B and C organised crime, D a bank; E is an isolate; F has but a predicted tie.
  private let network: Network = {
    var sketch = FilterSketch()
    sketch.actor("A", .terrorist, type: .person)
    sketch.actor("B", .organisedCrime, type: .person)
    sketch.actor("C", .organisedCrime, type: .organisation)
    sketch.actor("D", type: .bank)
    sketch.actor("E", .organisedCrime)
    sketch.actor("F")
    sketch.presence("A", "AF")
    sketch.presence("C", "TJ", 0.3)
    sketch.presence("E", "AF")
    sketch.crime("B", "arms", 0.9)
    sketch.crime("E", "drugs", 0.2)
    sketch.tie("A", "B", "finance", crimes: ["drugs"], first: day(2015), last: day(2018), confidence: 0.9)
    sketch.tie("B", "C", "kinship", first: day(2020), confidence: 0.4)
    sketch.tie("C", "D", "finance", crimes: ["arms"], place: "KZ")
    sketch.transfer("C", "D", "hawala", crimes: ["drugs"], date: day(2021))
    sketch.transfer("D", "A", "bank")
    sketch.tie("D", "F", "finance", kind: .prediction)
    return sketch.build()
  }()

  private func part(_ change: (inout NetworkFilter) -> Void) -> FilteredNetwork {
    network.filtered(by: .with(change))
  }

  @Test("An empty filter hides nothing and is the network itself")
  func empty() {
    let part = network.filtered(by: NetworkFilter())
    #expect(part.hidden == HiddenCounts() && part.network.links == network.links)
    #expect(NetworkFilter().isEmpty && !NetworkFilter.with { $0.roles = [.victim] }.isEmpty)
  }

  @Test("A window lets through what overlaps it; what has no date is hidden and counted")
  func window() {
    let late = part { $0.since = NetworkFilterTests.day(2018, 6, 1) }
    #expect(late.network.links == ["A-B", "B-C", "C>D"])
    #expect(late.network.actors.ids == ["A", "B", "C", "D"])
    #expect(late.hidden.undated == 3 && late.hidden.ties == 2 && late.hidden.transfers == 1)
    #expect(late.hidden.actors == 2)
    #expect(part { $0.since = NetworkFilterTests.day(2018, 6, 2) }.network.links == ["B-C", "C>D"])
    #expect(part { $0.until = NetworkFilterTests.day(2015, 6, 1) }.network.links == ["A-B"])
    #expect(part { $0.until = NetworkFilterTests.day(2015, 5, 31) }.network.actors.count == 0)
    let middle = part {
      $0.since = NetworkFilterTests.day(2016)
      $0.until = NetworkFilterTests.day(2017)
    }
    #expect(middle.network.links == ["A-B"], "a tie overlaps a window inside it")
  }

  @Test("A year or a month as a date of the data lasts to its end")
  func coarseDates() {
    var sketch = FilterSketch()
    for id in ["A", "B", "C"] { sketch.actor(id) }
    sketch.tie("A", "B", first: Instant(year: 2020))
    sketch.tie("B", "C", first: Instant(year: 2020, month: 2))
    let network = sketch.build()
    func links(since: Instant?) -> [String] {
      network.filtered(by: .with { $0.since = since }).network.links
    }
    #expect(links(since: Instant(year: 2020, month: 12, day: 31)) == ["A-B"])
    #expect(links(since: Instant(year: 2020, month: 2, day: 29)) == ["A-B", "B-C"])
    #expect(links(since: Instant(year: 2021)).isEmpty)
    let until = network.filtered(by: .with { $0.until = Instant(year: 2020) })
    #expect(until.network.links.count == 2)
  }

  @Test("A relation hides transfers and a channel hides ties, unless both are asked for")
  func relationAndChannel() {
    #expect(part { $0.relations = [Relation(folding: "kinship")] }.network.links == ["B-C"])
    #expect(part { $0.channels = [Channel(folding: "hawala")] }.network.links == ["C>D"])
    let both = part {
      $0.relations = [Relation(folding: "kinship"), Relation(folding: "alliance")]
      $0.channels = [Channel(folding: "bank")]
    }
    #expect(both.network.links == ["B-C", "D>A"])
    #expect(both.network.actors.ids == ["A", "B", "C", "D"])
  }

  @Test("A crime keeps its ties, its transfers and the actors of whom a row states it")
  func crime() {
    let drugs = part { $0.crimes = [Crime(folding: "drugs")] }
    #expect(drugs.network.links == ["A-B", "C>D"])
    #expect(drugs.network.actors.ids == ["A", "B", "C", "D", "E"])
    #expect(drugs.network.actors.crimes.map(\.crime.word) == ["drugs"], "the arms of B are hidden")
    let dated = part {
      $0.crimes = [Crime(folding: "drugs")]
      $0.since = NetworkFilterTests.day(2020)
    }
    #expect(dated.network.actors.ids == ["C", "D"], "a stated crime has no link in the window")
    let sure = part {
      $0.crimes = [Crime(folding: "drugs")]
      $0.minimumConfidence = 0.5
    }
    #expect(sure.network.actors.ids == ["A", "B", "C", "D"], "the drugs of E are stated with 0.2")
  }

  @Test("Roles and types speak of actors: both ends must match, and isolates stay")
  func roles() {
    let crime = part { $0.roles = [.organisedCrime] }
    #expect(crime.network.actors.ids == ["B", "C", "E"] && crime.network.links == ["B-C"])
    #expect(crime.hidden.actors == 3 && crime.hidden.undated == 0)
    let persons = part {
      $0.roles = [.organisedCrime, .terrorist]
      $0.types = [.person]
    }
    #expect(persons.network.actors.ids == ["A", "B"] && persons.network.links == ["A-B"])
    #expect(persons.network.actors.types == [.person, .person])
  }

  @Test("A region holds what it contains: actors present there, links whose place or end lies there")
  func regions() throws {
    let southern = part { $0.regions = [Region(resolving: "034")!] }
    #expect(southern.network.actors.ids == ["A", "B", "D", "E"], "B and D by their links with A; E present")
    #expect(southern.network.links == ["A-B", "D>A"])
    let kazakhstan = part { $0.regions = [Region(resolving: "KZ")!] }
    #expect(kazakhstan.network.links == ["C-D"] && kazakhstan.network.actors.ids == ["C", "D"])
    let central = part { $0.regions = [Region(resolving: "143")!] }
    #expect(central.network.links == ["B-C", "C-D", "C>D"])
    let timed = part {
      $0.regions = [Region(resolving: "034")!]
      $0.since = NetworkFilterTests.day(2016)
    }
    #expect(timed.network.actors.ids == ["A", "B"], "presence alone keeps nobody in a window")
  }

  @Test("A row's own region stands before the actor's presences; a refuted presence is none")
  func rowRegions() {
    var sketch = FilterSketch()
    for id in ["A", "B", "C"] { sketch.actor(id) }
    sketch.presence("A", "AF")
    sketch.presence("C", "AF", stance: .refutes)
    sketch.tie("A", "B", sourceRegion: "TR")
    let network = sketch.build()
    let afghan = network.filtered(by: .with { $0.regions = [Region(resolving: "AF")!] }).network
    #expect(afghan.actors.ids == ["A"] && afghan.links.isEmpty)
    let turkish = network.filtered(by: .with { $0.regions = [Region(resolving: "TR")!] }).network
    #expect(turkish.links == ["A-B"])
  }

  @Test("A confidence holds for ties, transfers, presences and stated crimes; predictions have none")
  func confidence() {
    let sure = part { $0.minimumConfidence = 0.5 }
    #expect(sure.network.links == ["A-B", "C-D", "C>D", "D>A"], "ungraded rows count 1 for structure")
    #expect(sure.network.actors.ids == ["A", "B", "C", "D"])
    #expect(sure.network.actors.presences.map(\.region.code) == ["AF"], "C in TJ is known with 0.3")
    #expect(sure.network.actors.crimes.map(\.crime.word) == ["arms"])
    #expect(part { $0.minimumConfidence = 0.4 }.network.links.contains("B-C"))
  }

  @Test("Items of a presence are weighed together")
  func combinedClaims() {
    var sketch = FilterSketch()
    sketch.actor("A")
    sketch.presence("A", "AF", 0.6, origin: 1)
    sketch.presence("A", "AF", 0.6, origin: 2)
    sketch.presence("A", "TJ", 0.6)
    let filtered = sketch.build().filtered(by: .with { $0.minimumConfidence = 0.8 })
    #expect(filtered.network.actors.presences.map(\.region.code) == ["AF", "AF"])
    #expect(filtered.network.actors.ids == ["A"], "where there are no links, none is missing")
  }

  @Test("A focus keeps its neighbourhood in what the other fields leave, in either direction")
  func focus() {
    let a = ActorID(0)
    #expect(part { $0.focus = [a] }.network.actors.ids == ["A", "B", "D"])
    #expect(part { $0.focus = [a] }.network.links == ["A-B", "D>A"])
    let near = part {
      $0.focus = [a]
      $0.hops = 2
    }
    #expect(near.network.actors.ids == ["A", "B", "C", "D"], "a predicted tie leads nowhere")
    let alone = part {
      $0.focus = [a]
      $0.hops = 0
    }
    #expect(alone.network.actors.ids == ["A"] && alone.hidden.actors == 5)
    let chain = part {
      $0.focus = [a]
      $0.hops = 9
      $0.relations = [Relation(folding: "finance")]
    }
    #expect(chain.network.actors.ids == ["A", "B"], "without kinship nothing leads on")
    let gone = part {
      $0.focus = [a]
      $0.roles = [.organisedCrime]
    }
    #expect(gone.network.actors.count == 0)
  }

  @Test("A part keeps the rows, the evidence and the newest date of the whole")
  func provenance() {
    let part = part { $0.relations = [Relation(folding: "kinship")] }.network
    #expect(part.newestDate == network.newestDate)
    #expect(part.evidence(of: part.ties[0]).map { part.rows[$0.row] } == ["t.csv:8"])
    #expect(part.ties[0].evidence == 0..<1 && part.actors.roles == [.organisedCrime, .organisedCrime])
    #expect(part.filtered(by: NetworkFilter()).network.newestDate == network.newestDate)
  }

  @Test("A filter that leaves nothing is told with its settings")
  func nothing() throws {
    let filter = NetworkFilter.with {
      $0.roles = [.victim, .witness]
      $0.focus = [ActorID(1)]
    }
    #expect(throws: FilterError.nothingLeft(settings: "role victim or witness, focus B, hops 1", actors: 6)) {
      _ = try NetworkPart(of: network, filter)
    }
    let part = try NetworkPart(of: network, .with { $0.since = NetworkFilterTests.day(2020) })
    #expect(
      part.sentence
        == "Filtered by since 2020-06-01: 3 actors, 3 ties, 1 transfer hidden (3 of the links for want of a date)."
    )
  }
}

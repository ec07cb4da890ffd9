import Foundation
import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Who took part in what becomes ties between actors that share events")
struct AffiliationReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(
    _ text: String, _ twoMode: ReadingOptions.TwoMode = .project, columns: [Field: String] = [:],
    duplicates: ReadingOptions.Duplicates = .keep
  ) throws -> Reading {
    var options = ReadingOptions()
    options.twoMode = twoMode
    options.columns = columns
    options.duplicates = duplicates
    return try folder.reading("m.csv", text, options)
  }

  private func strengths(_ reading: Reading) -> [Set<String>: Double] {
    Dictionary(
      reading.network.ties.map { ([reading.id($0.source), reading.id($0.target)], $0.strength) },
      uniquingKeysWith: +)
  }

  /// The rows that a tie names, as lines.
  private func lines(_ tie: Tie, of reading: Reading) -> [String] {
    reading.network.evidence(of: tie).map { String(reading.network.rows[$0.row].dropFirst(6)) }
  }

  // MARK: Matrices

  @Test("A matrix of actors by events: strength counts shared events, isolates stay, a tie names both rows")
  func matrix() throws {
    let reading = try read(",e1,e2,e3\nann,1,0,1\nbob,1,1,1\ncy,0,0,0\n")
    #expect(reading.files[0].shape == .affiliations && reading.files[0].rows == 3)
    #expect(reading.network.actors.ids == ["ann", "bob", "cy"] && reading.network.edgeKind == .undirected)
    #expect(reading.links == ["ann - bob 2.0"])
    #expect(lines(reading.network.ties[0], of: reading) == ["2", "3"])
    #expect(reading.account.used == 3 && reading.account.read == 3)
    #expect(reading.notes.contains { $0.contains("5 memberships in 3 events") })
  }

  @Test("Events kept are actors of the type event, tied to who took part as strongly as the cells say")
  func keptMatrix() throws {
    let reading = try read(",e1,ann\nann,1,0\nbob,2,1\ncy,,\ndee,,\n", .keep)
    #expect(reading.network.actors.ids == ["ann", "bob", "cy", "dee", "e1", "ann (event)"])
    #expect(reading.links == ["ann - e1 1.0", "bob - e1 2.0", "bob - ann (event) 1.0"])
    #expect(reading.network.actors.types.map(\.word).suffix(3) == ["unknown", "event", "event"])
    #expect(reading.network.actors.names.last == "ann")
    #expect(reading.account.used == 4)
  }

  @Test("A bad cell rejects its row with line and column; the row's actor is then in no tie")
  func badCell() throws {
    let cells = (0..<12).map { _ in "0,0,0,1" }
    let rows = cells.enumerated().map { "a\($0.offset),\($0.offset == 4 ? "0,x,0,1" : $0.element)" }
    let reading = try read(",e1,e2,e3,e4\n" + rows.joined(separator: "\n") + "\n")
    #expect(reading.rejected.map(\.line) == [6] && reading.rejected[0].column == 3)
    #expect(!reading.network.actors.ids.contains("a4") && reading.network.ties.count == 55)
    #expect(reading.account.read == 12)
  }

  @Test("Attributes under a blank header are refused, not read as memberships")
  func attributes() throws {
    #expect(
      try folder.refusal("a.csv", "\"\",Age,Rank\nann,20,3\nbob,34,1\n").contains("--actors"))
    #expect(
      try folder.refusal("b.csv", "ego,alter\n1,2\n2,3\n").contains("--map source=ego --map target=alter"))
    #expect(try folder.refusal("c.csv", ",e1,e1\nann,1,0\nbob,0,1\n").contains("\"e1\" labels several"))
    #expect(try folder.refusal("d.csv", ",e1,e2\nann,1,0\nann,0,1\n").contains("\"ann\" labels several"))
  }

  // MARK: Tables

  @Test("A table of actors and events: dates, places and crimes of an event are those of its ties")
  func table() throws {
    let reading = try read(
      """
      person,event,date,place,crime,person_role
      ann,dinner,2019-05-01,TJ,drugs,terrorist
      bob,dinner,,,,
      cy,dinner,2019-05-02,,,
      ann,summit,2020-01-01,,,
      bob,summit,,,,

      """)
    #expect(reading.links == ["ann - bob 1.0", "ann - bob 1.0", "ann - cy 1.0", "bob - cy 1.0"])
    let dinner = reading.network.ties[0]
    #expect(dinner.first?.description == "2019-05-01" && dinner.last?.description == "2019-05-02")
    #expect(dinner.crimes.map(\.word) == ["drugs"] && dinner.places.map(\.code) == ["TJ"])
    #expect(lines(dinner, of: reading) == ["2", "3"])
    #expect(reading.network.actors.roles[0] == .terrorist)
    #expect(reading.account.used == 5)
  }

  @Test("A tie is as likely as both memberships are right; who has it from whom stays known")
  func confidence() throws {
    let reading = try read(
      """
      actor,event,confidence,origin
      ann,e,0.8,police
      bob,e,0.5,press
      cy,e,,police

      """)
    let network = reading.network
    let scoring = ConfidenceRule(ungraded: 0.5)
    let structural = ConfidenceRule.structural()
    let values = network.ties.map { tie in
      (
        scoring.confidence(of: network.evidence(of: tie)),
        structural.confidence(of: network.evidence(of: tie))
      )
    }
    // ann–bob 0.8 · 0.5, ann–cy 0.8 · ungraded, bob–cy 0.5 · ungraded
    #expect(values.map(\.0) == [0.4, 0.4, 0.25] && values.map(\.1) == [0.4, 0.8, 0.5])
    let origins = network.ties.map { tie in
      Set(network.evidence(of: tie).map { network.origins[Int($0.origin)] })
    }
    #expect(origins == [["police and press"], ["police"], ["police and press"]])
    let ungraded = try read("actor,event\nann,e\nbob,e\n").network
    #expect(scoring.confidence(of: ungraded.evidence(of: ungraded.ties[0])) == 0.25)
  }

  @Test("A row that refutes a membership weighs on the ties it makes, a predicted one makes none")
  func refutedAndPredicted() throws {
    let reading = try read(
      """
      actor,event,confidence,refutes,kind
      ann,e,1,,
      bob,e,1,,
      bob,e,0.4,yes,
      cy,e,1,,prediction

      """)
    #expect(reading.links == ["ann - bob 1.0"])
    let network = reading.network
    let confidence = ConfidenceRule(ungraded: 1).confidence(of: network.evidence(of: network.ties[0]))
    #expect(abs(confidence - 0.6) < 1e-12)
    #expect(reading.account.merged == 1 && reading.account.used == 3)
  }

  @Test("Without a row, a tie keeps the events that the other rows still say")
  func withoutARow() throws {
    let reading = try read("actor,event\nann,e1\nbob,e1\nann,e2\nbob,e2\ncy,e2\n")
    #expect(reading.links == ["ann - bob 2.0", "ann - cy 1.0", "bob - cy 1.0"])
    let network = reading.network
    let row = try #require(network.tieEvidence.first { network.rows[$0.row] == "m.csv:2" }).row
    let without = network.leavingOut { $0 == row }
    #expect(without.ties.map(\.strength) == [1, 1, 1])
    let third = try #require(network.tieEvidence.first { network.rows[$0.row] == "m.csv:5" }).row
    #expect(network.leavingOut { $0 == third }.ties.map(\.strength) == [1, 1])
    let matrix = try read(",e1,e2\nann,1,1\nbob,1,1\n").network
    #expect(matrix.leavingOut { $0 == matrix.tieEvidence[1].row }.ties.isEmpty)
  }

  @Test("Every row is accounted for: repeated, identical, without an end, of strength 0")
  func account() throws {
    let text = "actor,event,weight\nann,e,1\nann,e,1\nann,e,2\n,e,1\nbob,,1\nbob,e,0\ncy,e,-1\n"
    let reading = try read(text)
    #expect(reading.account.read == 7 && reading.account.rejected == 3 && reading.account.used == 4)
    #expect(reading.network.actors.ids == ["ann", "bob"] && reading.network.ties.isEmpty)
    #expect(reading.rejected[1].reason.contains("the event is missing"))
    let dropped = try read(text, duplicates: .drop)
    #expect(dropped.account.duplicates == 1 && dropped.account.read == 7)
    let kept = try read(text, .keep)
    #expect(kept.links == ["ann - e 4.0"] && kept.account.read == 7)
  }

  @Test("Other names of the columns are given by --map; an id and name table stays one of actors")
  func names() throws {
    let reading = try read("who,what\nann,e\nbob,e\n", columns: [.source: "who", .event: "what"])
    #expect(reading.links == ["ann - bob 1.0"])
    #expect(try read("name,event\nann,e\nbob,e\n").files[0].shape == .actors)
    #expect(try read("source,target,event\nann,bob,e\n").files[0].shape == .ties)
  }

  @Test("An event of too many, or too many pairs in all, is refused by name, and kept on request")
  func crowds() throws {
    let crowd = "actor,event\n" + (0...1_000).map { "a\($0),fair\n" }.joined()
    let refusal = try folder.refusal("crowd.csv", crowd)
    #expect(refusal.contains("1001 actors take part in \"fair\"") && refusal.contains("--keep-two-mode"))
    #expect(try read(crowd, .keep).network.ties.count == 1_001)
    let events = (0..<11).map { event in (0..<1_000).map { "a\($0),e\(event)\n" }.joined() }
    let many = try folder.refusal("many.csv", "actor,event\n" + events.joined())
    #expect(many.contains("5494500 pairs") && many.contains("--keep-two-mode"))
  }

  @Test("Hostile names are names", arguments: [ReadingOptions.TwoMode.project, .keep])
  func hostile(twoMode: ReadingOptions.TwoMode) throws {
    let rows = HostileNames.all.map {
      "\"\($0.replacing("\"", with: "\"\""))\",\"\($0.replacing("\"", with: "\"\""))\"\n"
    }
    let reading = try read("actor,event\n" + rows.joined(), twoMode)
    #expect(reading.account.used == rows.count && reading.account.rejected == 0)
    #expect(reading.network.actors.count == (twoMode == .project ? rows.count : 2 * rows.count))
  }

  @Test("The projection is that of the definition, as a table and as a matrix", arguments: 1...20)
  func definition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (actors, events) = (
      Int.random(in: 2...12, using: &generator), Int.random(in: 2...9, using: &generator)
    )
    let takesPart = (0..<actors).map { _ in
      (0..<events).map { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    }
    guard takesPart.joined().contains(true) else { return }
    var expected: [Set<String>: Double] = [:]
    for first in 0..<actors {
      for second in (first + 1)..<max(actors, first + 1) {
        let shared = (0..<events).count { takesPart[first][$0] && takesPart[second][$0] }
        if shared > 0 { expected[["a\(first)", "a\(second)"]] = Double(shared) }
      }
    }
    let header = (0..<events).map { ",e\($0)" }.joined()
    let lines = takesPart.enumerated().map { actor, row in "a\(actor)" + row.map { $0 ? ",1" : ",0" }.joined()
    }
    #expect(strengths(try read(header + "\n" + lines.joined(separator: "\n"))) == expected, "seed \(seed)")
    var memberships = (0..<actors).flatMap { actor in
      (0..<events).filter { takesPart[actor][$0] }.map { "a\(actor),e\($0)\n" }
    }
    memberships.shuffle(using: &generator)
    let table = try read("actor,event\n" + memberships.joined())
    #expect(strengths(table) == expected, "seed \(seed)")
    #expect(table.network.ties.allSatisfy { $0.evidence.count == Int($0.strength) * 2 })
  }

  // MARK: Published data

  @Test("156 people at 47 summits: degrees and strengths of NetworkX", .enabled(if: ReferenceData.isPresent))
  func infinito() throws {
    let base = ReferenceData.folder.appending(path: "ndrangheta_infinito_2mode")
    // networkx 3.6.1, bipartite.weighted_projected_graph on the people: oracle.json, projection_persons.
    let data = try Data(contentsOf: base.appending(path: "oracle.json"))
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let answers = try #require(all["projection_persons"] as? [String: Any])
    let degrees = try #require(answers["degree"] as? [String: Double])
    let sums = try #require(answers["strength"] as? [String: Double])
    for file in ["raw/NDRANGHETAMAFIA_2M.csv", "edges.csv"] {
      let reading = try DatasetReader().read(base.appending(path: file).path)
      let network = reading.network
      #expect(network.ties.count == 1_619 && reading.account.rejected == 0)
      // The table of memberships does not know the five who were at no summit.
      #expect(network.actors.count == (file == "edges.csv" ? 151 : 156))
      var degree = [Double](repeating: 0, count: network.actors.count)
      var strength = degree
      for tie in network.ties {
        for end in [tie.source, tie.target] {
          degree[end.index] += 1
          strength[end.index] += tie.strength
        }
      }
      for (number, id) in network.actors.ids.enumerated() {
        #expect(degrees[id] == degree[number] && sums[id] == strength[number], "\(id)")
      }
    }
  }
}

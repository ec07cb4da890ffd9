import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Every row of a membership is evidence, and nothing of the second mode goes without a word")
struct MembershipEvidenceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String, _ twoMode: ReadingOptions.TwoMode = .project) throws -> Reading {
    var options = ReadingOptions()
    options.twoMode = twoMode
    options.otherValues = .keep
    return try folder.reading("m.csv", text, options)
  }

  private func confidence(_ network: Network, _ tie: Int = 0) -> Double {
    ConfidenceRule(ungraded: 0.5).confidence(of: network.evidence(of: network.ties[tie]))
  }

  @Test("A second origin of both memberships makes their tie surer, one of a single membership does not")
  func corroboration() throws {
    let head = "actor,event,confidence,origin\n"
    let once = try read(head + "ann,e,0.5,police\nbob,e,0.5,police\n")
    #expect(confidence(once.network) == 0.25)
    let both = try read(head + "ann,e,0.5,police\nbob,e,0.5,police\nann,e,0.5,press\nbob,e,0.5,press\n")
    #expect(confidence(both.network) == 0.4375)
    #expect(both.links == ["ann - bob 1.0"] && both.account.used == 4 && both.account.read == 4)
    let one = try read(head + "ann,e,0.5,police\nbob,e,0.5,police\nann,e,0.8,press\n")
    #expect(confidence(one.network) == 0.4)
    #expect(one.network.evidence(of: one.network.ties[0]).count == 4)
    let repeated = try read(head + "ann,e,0.5,police\nbob,e,0.5,police\nann,e,0.4,police\nbob,e,0.4,police\n")
    #expect(confidence(repeated.network) == 0.25)
  }

  @Test(
    "The tie is never likelier than both memberships are, and never less than by their surest rows",
    arguments: 1...60)
  func bounds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var rows: [(actor: String, confidence: Double, origin: String)] = []
    for actor in ["ann", "bob"] {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        rows.append(
          (
            actor, Double(Int.random(in: 1...9, using: &generator)) / 10,
            ["x", "y", "z", "u"].randomElement(using: &generator)!
          ))
      }
    }
    let lines = rows.map { "\($0.actor),e,\($0.confidence),\($0.origin)\n" }
    let network = try read("actor,event,confidence,origin\n" + lines.joined()).network
    func membership(_ actor: String) -> (all: Double, surest: Double) {
      let own = rows.filter { $0.actor == actor }
      let strongest = Dictionary(grouping: own, by: \.origin).values.map { $0.map(\.confidence).max()! }
      return (1 - strongest.reduce(1) { $0 * (1 - $1) }, strongest.max()!)
    }
    let (ann, bob) = (membership("ann"), membership("bob"))
    let found = confidence(network)
    #expect(found <= ann.all * bob.all + 1e-12, "seed \(seed): \(rows)")
    #expect(found >= ann.surest * bob.surest - 1e-12, "seed \(seed): \(rows)")
    // Without any one row the tie keeps its strength while both memberships have another.
    #expect(network.ties.map(\.strength) == [1])
    for row in Set(network.tieEvidence.map(\.row)) {
      let line = network.rows.line(of: row) - 2
      let others = rows.indices.contains { $0 != line && rows[$0].actor == rows[line].actor }
      let without = network.leavingOut { $0 == row }
      #expect(without.ties.map(\.strength) == (others ? [1] : []), "seed \(seed), line \(line)")
    }
  }

  @Test("Further rows of two events keep the strength of each, and without one event's rows the other stays")
  func strengths() throws {
    let network = try read(
      "actor,event,origin\nann,e,x\nann,e,y\nann,e,z\nbob,e,x\nbob,e,y\nann,f,x\nbob,f,x\nbob,f,y\n"
    ).network
    #expect(network.ties.map(\.strength) == [2])
    let ofE = Set(network.tieEvidence.map(\.row).filter { network.rows.line(of: $0) <= 6 })
    #expect(network.leavingOut(ofE.contains).ties.map(\.strength) == [1])
  }

  @Test("Rows of one event for the most that two memberships may have are refused, not held")
  func crowded() throws {
    let rows = (0..<1_000).flatMap { actor in (0..<11).map { "a\(actor),e,o\($0)\n" } }
    #expect(try folder.refusal("c.csv", "actor,event,origin\n" + rows.joined()).contains("pairs of actors"))
  }

  // MARK: Events

  private static let pajek = """
    *Vertices 6 3
    1 "ann" role terrorist
    2 "bob"
    3 "cy"
    4 "summit" region TJ
    5 "dinner"
    6 "empty" region AF name "A hall"
    *Edges
    1 4
    2 4
    3 5

    """

  @Test("What is said of events is kept with them, else counted and told")
  func eventValues() throws {
    let projected = try read(Self.pajek)
    #expect(projected.links == ["ann - bob 1.0"] && projected.network.actors.ids == ["ann", "bob", "cy"])
    #expect(
      projected.notes.contains { $0.contains("2 events have values of their own") }, "\(projected.notes)")
    #expect(
      projected.notes.contains {
        $0.contains("1 event without a participant and 1 event with one join nobody")
      },
      "\(projected.notes)")
    #expect(projected.account.passedOver == 2 && projected.account.read == 8)
    let kept = try read(Self.pajek, .keep)
    let actors = kept.network.actors
    #expect(Set(actors.ids) == ["ann", "bob", "cy", "summit", "dinner", "empty"])
    for event in ["summit", "dinner", "empty"] {
      #expect(actors.types[try #require(actors.ids.firstIndex(of: event))].word == "event")
    }
    #expect(actors.presences.map(\.region.code).sorted() == ["AF", "TJ"])
    #expect(actors.names.contains("A hall") && kept.account.passedOver == 0 && kept.account.read == 8)
  }

  @Test("Columns of a matrix in which nobody takes part are told, and kept as events on request")
  func emptyColumns() throws {
    let text =
      "dl nr=2 nc=3 format=fullmatrix\nrow labels:\nann bob\ncolumn labels:\ne f g\ndata:\n1 0 0\n1 0 1\n"
    #expect(
      try read(text).notes.contains { $0.contains("1 event without a participant and 1 event with one") })
    #expect(try read(text, .keep).network.actors.ids == ["ann", "bob", "e", "f", "g"])
    #expect(
      try read(",e,f,g\nann,1,0,0\nbob,1,0,1\n").notes.contains { $0.contains("without a participant") })
    let none = try folder.reading("n.net", "*Vertices 4 2\n1 a\n2 b\n3 e\n4 f region AF\n*Edges\n")
    #expect(none.notes.contains { $0.contains("nobody takes part in its 2 events") })
    #expect(none.account.read == 3 && none.account.passedOver == 1)
  }

  // MARK: Conversion

  private static let table = """
    actor,event,grade,date,origin,confidence,evidence,handling,refutes,colour,weight,source_role
    ann,e,B2,2019-05-01,police,,p. 1,TLP:RED,,red,3,terrorist
    bob,e,C3,2019-05-02,press,,p. 2,,,blue,,
    bob,e,,,court,0.9,p. 3,,,,,
    cy,e,,,,,,,,,,
    ann,f,,2020,police,,p. 4,,,,,
    bob,f,,,police,,,,,,,
    dee,g,A1,,police,,p. 5,,,,,
    bob,f,,,gossip,0.4,,,yes,,,

    """

  @Test(
    "Values of memberships come back from every format, rows and strengths too",
    arguments: [ConversionFormat.csv, .graphML, .gexf, .nodeLink, .cytoscape, .stix, .followTheMoney])
  func roundTrip(format: ConversionFormat) throws {
    for twoMode in ReadingOptions.TwoMode.allCases {
      let original = try read(Self.table, twoMode)
      let result = original.network.converted(to: format, otherValues: original.otherValues)
      let losses = result.losses.map { "\($0.count) \($0.what)" }
      if twoMode == .project {
        #expect(losses.count == 1 && losses[0].hasPrefix("1 memberships that join nobody"), "\(losses)")
      } else {
        #expect(losses.isEmpty, "\(losses)")
      }
      var path = ""
      for file in result.files { path = try folder.file(file.name, file.bytes) }
      if result.files.count > 1 { path = folder.path }
      var options = ReadingOptions()
      options.otherValues = .keep
      let copy = try DatasetReader(options: options).read(path)
      #expect(copy.account.rejected == 0, "\(copy.problems.map(\.description))")
      // Of one pair, the tie of which a row comes first stands first in a file.
      #expect(copy.links.sorted() == original.links.sorted(), "\(format) \(twoMode)")
      let parts: NetworkContent.Parts = twoMode == .keep ? .all : .otherValues
      let (found, expected) = (items(copy, parts), items(original, parts))
      let (lost, added) = (expected.filter { !found.contains($0) }, found.filter { !expected.contains($0) })
      #expect(found == expected, "\(format) \(twoMode): lost \(lost), new \(added)")
      for word in ["p. 1", "TLP:RED", "blue", "B2"] {
        let text = result.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        #expect(text.contains(word), "\(word) in \(format) \(twoMode)")
      }
    }
  }

  /// What is said of ties, and what each item of evidence says; in which order the items stand says nothing. A row of a
  /// projected tie is written with the dates of its event, and its own beside them.
  private func items(_ reading: Reading, _ parts: NetworkContent.Parts) -> [String] {
    let said = NetworkContent(reading, parts).ties.flatMap { $0.split(separator: "[").map(String.init) }
    return said.map { parts == .all ? $0 : $0.replacing(/fact\|[-0-9]+/, with: "fact|") }.sorted()
  }
}

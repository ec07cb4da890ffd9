import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Pajek holds what tables know, and the rest is counted")
struct PajekTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ path: String) throws -> Reading {
    var options = ReadingOptions()
    options.otherValues = .keep
    return try DatasetReader(options: options).read(path)
  }

  /// Names that Pajek can hold: no quotation marks and no line ends or other control characters.
  private static let holdable = RandomDataset.awkward.filter { name in
    !name.unicodeScalars.contains { $0 == "\"" || $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  @Test("What Pajek can hold comes back, the losses count exactly the rest")
  func roundTrip() throws {
    for seed in UInt64(1)...20 {
      var dataset = RandomDataset(seed: seed, marks: Self.holdable)
      let original = try read(dataset.write("\(seed)", into: folder))
      let result = original.network.converted(to: .pajek, otherValues: original.otherValues)
      let copy = try read(try folder.file("\(seed).net", result.files[0].bytes))
      #expect(copy.network.actors.ids == original.network.actors.ids, "seed \(seed)")
      let (first, second) = (NetworkContent(original, []), NetworkContent(copy, []))
      // Arcs come before edges.
      #expect(first.actors == second.actors && first.ties.sorted() == second.ties.sorted(), "seed \(seed)")
      #expect(first.transfers == second.transfers, "seed \(seed)")
      // Only the claims of further rows are gone.
      let missing = first.claims.filter { !second.claims.contains($0) }
      let rows = RecordRows(original.network, original.otherValues)
      let further = rows.actors.reduce(0) { $0 + $1.rows.count - 1 }
      #expect(
        second.claims.allSatisfy(first.claims.contains) && (further > 0 || missing.isEmpty), "seed \(seed)")
      let links = (rows.ties + rows.transfers).map(\.row)
      func others(_ rows: [WrittenRow]) -> (places: Int, values: Int) {
        let cells = rows.flatMap(\.cells).filter { if case .other = $0.column { true } else { false } }
        let places = cells.count { $0.column.name == WrittenRow.placeColumn }
        return (places, cells.count - places)
      }
      let (ofActors, ofLinks) = (others(rows.actors.map { $0.rows[0] }), others(links))
      var expected: [String: Int] = [
        "further rows of actors": further, "places of rows of actors, file and line": ofActors.places,
        "values of actors under names that nexus does not use": ofActors.values,
        "places of rows of ties and transfers, file and line": ofLinks.places,
        "values of ties and transfers under names that nexus does not use": ofLinks.values,
      ]
      expected = expected.filter { $0.value > 0 }
      #expect(
        Dictionary(uniqueKeysWithValues: result.losses.map { ($0.what, $0.count) }) == expected,
        "seed \(seed)")
    }
  }

  @Test("Quotation marks and line ends are replaced, counted, and ids stay apart")
  func quotes() throws {
    let original = try read(try folder.file("t.csv", "source,target\n\"a\"\"b\",a'b\n\"x\ny\",x y\n"))
    let result = original.network.converted(to: .pajek)
    // Two ids, and their names.
    #expect(result.losses.first { $0.what.contains("quotation marks") }?.count == 4)
    let copy = try read(try folder.file("t.net", result.files[0].bytes))
    #expect(copy.network.actors.ids == ["a'b", "a'b\u{FFFD}", "x y", "x y\u{FFFD}"])
    #expect(copy.network.ties.count == 2)
  }
}

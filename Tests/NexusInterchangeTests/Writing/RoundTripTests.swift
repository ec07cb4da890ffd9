import Foundation
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("A network that is written and read again is the same network")
struct RoundTripTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let seeds = Array(UInt64(1)...20)
  /// The formats that nexus reads back whole.
  private static let whole: [ConversionFormat] = [
    .csv, .graphML, .gexf, .nodeLink, .cytoscape, .stix, .followTheMoney,
  ]

  private func read(_ path: String) throws -> Reading {
    var options = ReadingOptions()
    options.otherValues = .keep
    return try DatasetReader(options: options).read(path)
  }

  /// Writes files into a folder of this name, and returns what to read.
  private func write(_ result: ConversionResult, _ name: String) throws -> String {
    let place = folder.url.appending(path: name)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for file in result.files { _ = try folder.file("\(name)/\(file.name)", file.bytes) }
    return result.files.count == 1 ? place.appending(path: result.files[0].name).path : place.path
  }

  private func converted(_ reading: Reading, _ format: ConversionFormat) -> ConversionResult {
    reading.network.converted(to: format, otherValues: reading.otherValues)
  }

  @Test("Every value, row and place comes back, and the next writing gives the same bytes", arguments: whole)
  func roundTrip(format: ConversionFormat) throws {
    for seed in Self.seeds {
      var dataset = RandomDataset(seed: seed)
      let original = try read(dataset.write("\(seed)", into: folder))
      #expect(original.account.rejected == 0, "seed \(seed)")
      let first = converted(original, format)
      #expect(first.losses.isEmpty, "seed \(seed): \(first.losses)")
      let copy = try read(write(first, "\(seed)-1/out"))
      #expect(copy.account.rejected == 0, "seed \(seed): \(copy.problems.map(\.description))")
      expectEqual(NetworkContent(original), NetworkContent(copy), "seed \(seed)")
      let second = converted(copy, format)
      let third = converted(try read(write(second, "\(seed)-2/out")), format)
      #expect(second.files.map(\.bytes) == third.files.map(\.bytes), "seed \(seed)")
    }
  }

  private func expectEqual(_ original: NetworkContent, _ copy: NetworkContent, _ what: String) {
    for (name, first, second) in [
      ("actors", original.actors, copy.actors), ("ties", original.ties, copy.ties),
      ("transfers", original.transfers, copy.transfers), ("claims", original.claims, copy.claims),
    ] where first != second {
      let lost = first.first { !second.contains($0) } ?? "in order"
      let found = second.first { !first.contains($0) } ?? "in order"
      Issue.record("\(what): \(name)\n  was \(lost)\n  is  \(found)")
    }
  }

  @Test("A part of a network comes back as that part")
  func parts() throws {
    for seed in Self.seeds.prefix(6) {
      var dataset = RandomDataset(seed: seed)
      let whole = try read(dataset.write("\(seed)", into: folder))
      var filter = NetworkFilter()
      filter.focus = [ActorID(0)]
      let part = whole.network.filtered(by: filter).network
      for format in Self.whole {
        let result = part.converted(to: format, otherValues: whole.otherValues)
        let copy = try read(write(result, "\(seed)-\(format)/out"))
        #expect(copy.network.actors.ids == part.actors.ids, "\(format), seed \(seed)")
        // The row that placed an actor in c;d is not in the part, and no list holds such a name.
        var expected = NetworkContent(part, whole.otherValues, .statements)
        let unlistable =
          expected.claims.count { $0.contains(" in c;d ") }
          - copy.network.actors.presences.count { $0.region.code == "c;d" }
        #expect(result.losses.map(\.count) == (unlistable > 0 ? [unlistable] : []), "\(format), seed \(seed)")
        var found = NetworkContent(copy, .statements)
        if unlistable > 0 {
          expected.claims.removeAll { $0.contains(" in c;d ") }
          found.claims.removeAll { $0.contains(" in c;d ") }
        }
        expectEqual(expected, found, "\(format), seed \(seed)")
      }
    }
  }

  @Test("Of a link that a filter hid nothing is told but where its row stood")
  func hidden() throws {
    let text = "source,target,source_region,note,evidence\nA,B,AF,open,p. 1\nB,C,TJ,secret,p. 2\n"
    let whole = try read(try folder.file("t.csv", text))
    var filter = NetworkFilter()
    filter.focus = [ActorID(0)]
    let part = whole.network.filtered(by: filter).network
    for format in ConversionFormat.allCases where format != .pajek && format != .dot {
      let result = part.converted(to: format, otherValues: whole.otherValues)
      let files = result.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
      #expect(!files.contains("secret") && !files.contains("p. 2") && files.contains("open"), "\(format)")
      #expect(files.contains("t.csv:3"), "\(format)")
      #expect(try read(write(result, "\(format)")).network.actors.presences.count == 2, "\(format)")
    }
  }

  @Test("Matrices come back tie for tie, with the strengths of both cells", arguments: whole)
  func matrix(format: ConversionFormat) throws {
    for text in [",a,b,c\na,0,0.3,1\nb,0.3,0,0\nc,1,0,0\n", ",a,b,c\na,0,2,1\nb,1.7,0,0\nc,1,0,5\n"] {
      let original = try read(try folder.file("m.csv", text))
      let copy = try read(write(converted(original, format), UUID().uuidString))
      expectEqual(
        NetworkContent(original, .otherValues), NetworkContent(copy, .otherValues), "\(format): \(text)")
    }
  }

  @Test("Rows that are counted, in both directions, stay counted")
  func counted() throws {
    let text = "source,target,date\na,b,2019\na,b,2019\nb,a,2019\nb,c,\nc,b,\n"
    let original = try read(try folder.file("t.csv", text))
    for format in Self.whole {
      let result = converted(original, format)
      let copy = try read(write(result, "\(format)"))
      #expect(copy.network.ties.map(\.strength) == [2, 1], "\(format)")
      expectEqual(NetworkContent(original), NetworkContent(copy), "\(format)")
    }
  }

  @Test("Rows with and without a strength in one network add up to the same strengths")
  func mixedStrengths() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "in"), withIntermediateDirectories: false)
    _ = try folder.file("in/ties.csv", "source,target,strength\nx,y,2.5\nx,z,0.1\n")
    _ = try folder.file("in/flows.csv", "source,target\na,b\na,b\na,b\nb,a\nb,a\n")
    let original = try read(folder.url.appending(path: "in").path)
    #expect(original.network.ties.map(\.strength) == [2.5, 0.1, 3])
    let copy = try read(write(converted(original, .csv), "out"))
    #expect(copy.network.ties.map(\.strength) == [2.5, 0.1, 3])
    #expect(copy.network.tieEvidence.count == 7)
  }

  @Test("XML replaces control characters, counts the values, and keeps ids apart")
  func controlCharacters() throws {
    let original = try read(
      try folder.file("t.csv", "source,target,note\na\u{1B},a\u{0B},x\u{0C}y\na\u{1B},b,z\n"))
    for format in [ConversionFormat.graphML, .gexf] {
      let result = converted(original, format)
      // The two ids, their names, and the note.
      #expect(result.losses == [ConversionLoss(what: XMLText.lossName, count: 5)])
      let copy = try read(write(result, "\(format)"))
      #expect(copy.network.actors.ids == ["a\u{FFFD}", "a\u{FFFD}\u{FFFD}", "b"])
      #expect(copy.network.ties.count == 2)
    }
    let json = try read(write(converted(original, .nodeLink), "json"))
    #expect(json.network.actors.ids == original.network.actors.ids)
  }

  @Test("Rows of one actor that are too long for one value are cut into several")
  func manyRows() throws {
    let rows = (0..<180).map {
      "A,\(["AF", "TJ", "KZ"][$0 % 3]),\($0),\(String(repeating: "x", count: 3000))\n"
    }
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "in"), withIntermediateDirectories: false)
    _ = try folder.file("in/actors.csv", "id,region,number,note\n" + rows.joined())
    let original = try read(folder.url.appending(path: "in").path)
    for format in [ConversionFormat.graphML, .stix] {
      let result = converted(original, format)
      if format == .graphML {
        #expect(String(decoding: result.files[0].bytes, as: UTF8.self).contains("\"statements 2\""))
      }
      let copy = try read(write(result, "\(format)"))
      #expect(copy.account.read == 180 && copy.network.actors.presences.count == 180)
      expectEqual(NetworkContent(original), NetworkContent(copy), "\(format)")
    }
  }

  @Test("Only the folder of tables has a place for what an outside source says of regions")
  func indicators() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "in"), withIntermediateDirectories: false)
    _ = try folder.file("in/ties.csv", "source,target,source_region\na,b,AF\n")
    _ = try folder.file(
      "in/regions.csv", "region,vulnerability,consequence,territorial_control\nAF,80.5,,yes\n")
    let original = try read(folder.url.appending(path: "in").path)
    let result = original.network.converted(
      to: .csv, otherValues: original.otherValues, indicators: original.indicators)
    let copy = try read(write(result, "out"))
    let entry = try #require(copy.indicators[Region(resolving: "AF")!])
    #expect(entry.vulnerability == 80.5 && entry.consequence == nil && entry.territorialControl == true)
    let lossy = original.network.converted(to: .gexf, indicators: original.indicators)
    #expect(lossy.losses.map(\.count) == [1] && lossy.losses[0].what.hasPrefix("regions with"))
  }
}

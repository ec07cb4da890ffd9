import Foundation
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("A table of ties is read straight into a graph")
struct EdgeListReaderTests {
  /// What both ways of reading must have alike.
  private struct Outcome: Equatable {
    var names: [String] = []
    var graph: Graph?
    var account: RowAccount?
    var problems: [Problem] = []
    var rejected: [RejectedRow] = []
    var error: ReadingError?

    init(_ read: () throws -> EdgeList) throws {
      do {
        let list = try read()
        (names, graph, account) = (list.names, list.graph, list.account)
        (problems, rejected) = (list.problems, list.rejected)
      } catch let error as ReadingError {
        self.error = error
      }
    }
  }

  private func full(_ path: String, _ options: ReadingOptions) throws -> Outcome {
    try Outcome {
      let reading = try DatasetReader(options: options).read(path)
      return EdgeList(
        names: reading.network.actors.ids, graph: reading.network.graph(), account: reading.account,
        problems: reading.problems, rejected: reading.rejected)
    }
  }

  private func reader(_ options: ReadingOptions, blockLength: Int) -> EdgeListReader {
    var reader = EdgeListReader(options: options)
    reader.blockLength = blockLength
    return reader
  }

  /// Whether the short way read the file, which it must then have done as the long one does.
  private func isPlain(
    _ path: String, _ options: ReadingOptions = ReadingOptions(), blockLength: Int = 1 << 20,
    note comment: Comment
  ) throws -> Bool {
    var isPlain = false
    let short = try Outcome {
      let list = try reader(options, blockLength: blockLength).readPlainTable(path)
      isPlain = list != nil
      return try list ?? EdgeListReader(options: options).read(path)
    }
    #expect(try short == full(path, options), comment)
    return isPlain || short.error != nil
  }

  @Test("Other formats go the long way, with the same answer")
  func otherFormats() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [
      ("a.net", "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2 3\n"),
      ("a.dl", "dl n=2 format=edgelist1\nlabels:\na,b\ndata:\n1 2\n"),
      ("a.json", #"{"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}"#),
      (
        "a.graphml",
        "<graphml><graph edgedefault=\"undirected\"><node id=\"a\"/><node id=\"b\"/><edge source=\"a\" target=\"b\"/></graph></graphml>"
      ),
    ] {
      let path = try folder.file(name, text)
      #expect(try EdgeListReader().readPlainTable(path) == nil, "\(name)")
      #expect(try EdgeListReader().read(path).names == ["a", "b"], "\(name)")
      _ = try isPlain(path, note: "\(name)")
    }
  }

  // MARK: By hand

  @Test("Names in the order of their first use, ties counted one way, loops folded")
  func byHand() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", "source,target\nb,a\na,b\nb,a\nc,c\na,d\n")
    let list = try EdgeListReader().read(path)
    #expect(list.names == ["b", "a", "c", "d"])
    #expect(list.graph.edges.map(\.strength) == [2, 1])
    #expect(list.account.used == 3 && list.account.reciprocal == 1 && list.account.selfTies == 1)
  }

  @Test("A rejected row is named by file, line and column, and introduces nobody")
  func rejected() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", "source,target,weight\na,b,1\nx,,1\ny,z,two\na,c,3\n")
    let list = try EdgeListReader().read(path)
    #expect(list.names == ["a", "b", "c"])
    #expect(list.rejected.map(\.line) == [3, 4])
    #expect(
      list.problems.first?.description
        == "ties.csv:3:2: the target is missing. A tie or transfer needs both ends; fill it in.")
  }

  @Test(
    "Plain tables take the short way, and give what the long one gives",
    arguments: [
      "source,target\na,b\nb,c\n", "from;to;count\na;b;2\nb;c;1,5\n", "\u{FEFF}source,target\na,b\r\nb,c\r\n",
      "source\ttarget\na b\tc\n", "source,target,colour\na,b,red\nb,c,blue\nc,d\n", "1,2\n2,3\n3,1\n",
      "\"source\",\"target\"\n\"a, the first\",\"b\"\n\"b\",\"c \"\"x\"\"\"\n",
      "source,target\na,b\n\n \nb,c",
      "source,target\n\u{212A},k\nK,e\u{301}\n\u{E9},\u{A0}a\u{A0}\na,NA\n",
      "source,target\nx,y,\nx,z,extra\n",
      "source,target\nan identifier of many letters,another one of many letters\nq,an identifier of many letters\n",
      "a title\nsource,target\na,b\n", "source,target,weight\na,b,0\nb,c,2.5\nc,b,.5\nc,d,1e3\nd,e,-1\n",
      "source,target,weight\na,b,1.200\nb,c,3\n", "source|target|weight\na|b|1.200,50\nb|c|7.000\n",
      "source,target\nn/a,b\nb,-9\nb,c\n", "source,target\nnone,NULL\n", "target,source\nb,a\na\u{B},c\n",
      "source,target,weight\na,b,\"2\"\nb,a,\"3\"\na,b,0.1\nb,a,0.2\n",
    ])
  func plain(text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", text)
    for blockLength in [80, 1 << 20] {
      for direction in [nil, ReadingOptions.Direction.directed] {
        var options = ReadingOptions()
        options.direction = direction
        _ = try isPlain(path, options, blockLength: blockLength, note: "\(text) in blocks of \(blockLength)")
      }
    }
    if !text.contains("7.000") { #expect(try isPlain(path, note: "\(text)"), "\(text)") }
  }

  @Test(
    "Whatever else a file holds is left to the reader of whole data sets",
    arguments: [
      "source,target,date\na,b,2019-01-01\n", "source,target,directed\na,b,yes\n",
      "payer,payee,amount\na,b,5\n",
      "id,name\na,Ann\n", "source,target\n\"two\nlines\",b\nb,c\n", "source,target\n\"open,b\nb,c\n",
      "source;target\nin\"side;\"two\nlines\"\nb;c\n", "",
      "  \n",
      ",a,b\na,0,1\nb,1,0\n", "source,target\na,b\u{1}\nb,c\n", "one\ncolumn\n", "source,target\n",
    ])
  func other(text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", text)
    #expect(try EdgeListReader().readPlainTable(path) == nil, "\(text)")
    _ = try isPlain(path, note: "\(text)")
  }

  @Test("Text of another encoding, a folder, and a file that is not there")
  func otherInput() throws {
    let folder = try TemporaryFolder()
    let latin = try folder.file(
      "ties.csv", Array("source,target\na,b\nM".utf8) + [0xFC] + Array("ller,b\n".utf8))
    #expect(try EdgeListReader().readPlainTable(latin) == nil)
    #expect(try EdgeListReader().read(latin).names == ["a", "b", "Müller"])
    #expect(try EdgeListReader().read(folder.path).names == ["a", "b", "Müller"])
    #expect(throws: ReadingError.noSuchInput("/no/such.csv")) { try EdgeListReader().read("/no/such.csv") }
  }

  @Test("How strengths are written may show only far down, and then counts for the whole table")
  func lateEvidence() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<9000).map { "n\($0);n\($0 + 1);\($0 % 7 + 1)\n" }.joined()
    let whole = try folder.file("whole.csv", "source;target;weight\n" + rows)
    #expect(try isPlain(whole, note: "whole numbers"))
    let points = try folder.file("points.csv", "source;target;weight\n" + rows + "a;b;2.5\nb;c;0.5\n")
    #expect(try isPlain(points, note: "points behind the head"))
    let open = try folder.file("open.csv", "source;target;weight\nx;y;1.200\n" + rows + "a;b;2.5\n")
    #expect(try EdgeListReader().readPlainTable(open) == nil)
    #expect(try !isPlain(open, note: "what 1.200 is shows behind the head"))
  }

  @Test("A line that does not fit a block is left to the reader of whole data sets")
  func longLine() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", "source,target\n" + String(repeating: "a", count: 200) + ",b\n")
    #expect(try reader(ReadingOptions(), blockLength: 64).readPlainTable(path) == nil)
    #expect(try isPlain(path, note: "in one block"))
  }

  // MARK: At random

  @Test("Both ways give the same names, graph, problems and account on 1 000 random tables")
  func random() throws {
    let folder = try TemporaryFolder()
    var short = 0
    for seed in UInt64(1)...1500 {
      var table = RandomTable(seed: seed)
      let path = try folder.file("ties.csv", table.text())
      var options = ReadingOptions()
      if Bool.random(using: &table.generator) { options.direction = .directed }
      let blockLength = [96, 200, 1 << 20].randomElement(using: &table.generator)!
      if try isPlain(path, options, blockLength: blockLength, note: "seed \(seed)") { short += 1 }
    }
    #expect(short > 600, "Only \(short) of the tables took the short way.")
  }

  @Test("Published files and broken ones are read alike", .enabled(if: ReferenceData.isPresent))
  func published() throws {
    let files = FileManager.default.enumerator(
      at: ReferenceData.folder, includingPropertiesForKeys: [.fileSizeKey])
    for case let file as URL in files ?? .init() where file.pathExtension == "csv" {
      guard try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0 < 200_000 else { continue }
      _ = try isPlain(file.path, blockLength: 4096, note: "\(file.path)")
    }
  }
}

/// A small table of ties, mostly plain, with oddities here and there.
private struct RandomTable {
  var generator: SeededGenerator
  private let delimiter: String
  private let oddity: Double
  private let hasStrengths: Bool
  private let hasColour: Bool
  private let isQuoted: Bool

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    delimiter = [",", ";", "\t", "|"].randomElement(using: &generator)!
    oddity = [0, 0.02, 0.2].randomElement(using: &generator)!
    hasStrengths = Bool.random(using: &generator)
    hasColour = Int.random(in: 0..<4, using: &generator) == 0
    isQuoted = Int.random(in: 0..<4, using: &generator) == 0
    self.generator = generator
  }

  mutating func text() -> String {
    let isTurned = Bool.random(using: &generator)
    var lines = [(isTurned ? ["target", "source"] : ["source", "target"])]
    if hasStrengths { lines[0].append("weight") }
    if hasColour { lines[0].insert("colour", at: Int.random(in: 0...lines[0].count, using: &generator)) }
    let header = lines[0]
    for _ in 0..<Int.random(in: 1...30, using: &generator) {
      lines.append(header.map { $0 == "weight" ? number() : $0 == "colour" ? "red" : name() })
      if isOdd { lines[lines.count - 1].removeLast() }
      if isOdd { lines[lines.count - 1].append(pick(["", "more"])) }
    }
    let lineEnd = pick(["\n", "\n", "\r\n", "\r"])
    if Int.random(in: 0..<5, using: &generator) == 0 { lines.removeFirst() }
    var text = lines.map { $0.joined(separator: delimiter) }.joined(separator: lineEnd)
    if isOdd { text += pick([lineEnd + lineEnd, "\u{1}", "\"", "\u{FEFF}"]) }
    return Bool.random(using: &generator) ? text + lineEnd : text
  }

  private var isOdd: Bool {
    mutating get { Double.random(in: 0..<1, using: &generator) < oddity }
  }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator)! }

  private mutating func name() -> String {
    if isOdd {
      return pick([
        "", "NA", "n/a", " x ", "\"a\"\"b\"", "\"open", "in\"side", "\"two\nlines\"", "é", "e\u{301}",
        "\u{212A}",
        "\u{A0}NA", "日本語", "\"a\(delimiter)b\"", "\"x\" ", "\"x\"y", "\tx", "x\t", "\"  \"", "-9", "\u{C}",
      ])
    }
    let number = Int.random(in: 0...12, using: &generator)
    let name = pick(["", "n", "actor-000", "organisation number ", "the longest name of them all, number "])
    let bare = (name + "\(number)").replacing(delimiter, with: " ")
    return isQuoted && Bool.random(using: &generator) ? "\"\(bare)\"" : bare
  }

  private mutating func number() -> String {
    if isOdd {
      return pick([
        "", "1.200", "1,200", "1.5", "1,5", "-1", "1e3", "two", "0", "0.0", "\"3\"", " 4", "1e-200",
      ])
    }
    return pick(["1", "2", "10", "3", "0.25"])
  }
}

import Foundation
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("A table too long to be held is read piece by piece, with the same outcome")
struct LongFileTests {
  // MARK: Records

  @Test("The records of a text are the same whatever the pieces", arguments: 1...30)
  func records(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let marks = Array("ab,\"\n\r ;é")
    let text = "a,b\n" + String((0..<400).map { _ in marks.randomElement(using: &generator)! }) + "x,y"
    let whole = CSVTable(Array(text.utf8), delimiter: UInt8(ascii: ","))
    let folder = try TemporaryFolder()
    let path = try folder.file("t.csv", text)
    for longestHeld in [4, 5, 16, 64, 200] {
      let file = try #require(try LongFile(path: path, name: "t.csv", longestHeld: longestHeld))
      let blocks = LongBlocks(file, head: file.head, dialect: CSVDialect(delimiter: .comma))
      var cursor = try blocks.cursor()
      var cells: [[String]] = []
      var lines: [Int] = []
      var damages: [CSVTable.Damage?] = []
      while let block = try cursor.next() {
        cells += block.records.map(block.cells)
        lines += block.records.map(\.line)
        damages += block.records.map { block.damage($0)?.0 }
      }
      #expect(cells == whole.records.map(whole.cells), "seed \(seed), \(longestHeld)")
      #expect(lines == whole.records.map(\.line), "seed \(seed), \(longestHeld)")
      #expect(damages == whole.records.map { whole.damage($0)?.0 }, "seed \(seed), \(longestHeld)")
      #expect(cursor.position == text.utf8.count)
    }
  }

  // MARK: Data sets

  /// All that a reading says, as text.
  private func account(of reading: Reading) -> [String] {
    let network = reading.network
    return [
      "\(network.actors)", "\(network.ties)", "\(network.tieEvidence)", "\(network.transfers)",
      "\(network.origins)", "\(reading.account)", "\(reading.problems)", "\(reading.notes)",
      "\(reading.rejected)",
      network.ties.map { "\($0.sourceRegions) \($0.targetRegions) \($0.places)" }.joined(separator: "\n"),
      network.tieEvidence.map { "\(network.rows[$0.row]) \(network.rows.statement(of: $0.row) as Any)" }
        .joined(separator: "\n"),
      reading.files.map { "\($0.name) \($0.rows) \($0.encoding) \($0.fingerprint)" }.joined(separator: "\n"),
    ]
  }

  /// What reading comes to when files up to a length are held.
  private func outcome(_ path: String, longestHeld: Int, _ options: ReadingOptions) -> [String] {
    var reader = DatasetReader(options: options)
    reader.longestHeld = longestHeld
    do { return account(of: try reader.read(path)) } catch { return ["\(error)"] }
  }

  private func expectSameOutcome(
    _ path: String, _ comment: Comment, _ options: ReadingOptions = ReadingOptions(),
    isRefused: Bool = false, longest: [Int] = [3_000, 6_001],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let held = outcome(path, longestHeld: .max, options)
    #expect((held.count == 1) == isRefused, comment, sourceLocation: sourceLocation)
    for (longestHeld, threads) in zip(longest, [nil, 1]) {
      var options = options
      options.threads = threads
      let pieces = outcome(path, longestHeld: longestHeld, options)
      #expect(pieces == held, comment, sourceLocation: sourceLocation)
    }
  }

  /// A table of a few hundred rows, with what real tables have of oddities.
  private static func table(_ generator: inout SeededGenerator) -> String {
    let hasStrengths = Bool.random(using: &generator)
    let hasDates = Bool.random(using: &generator)
    let isPayments = Bool.random(using: &generator)
    let isComma = Bool.random(using: &generator)
    let end = ["\n", "\r\n", "\r"].randomElement(using: &generator)!
    let names =
      (0..<40).map { "actor \($0)" } + [
        "Élodie", "\"A, B\"", "\"say \"\"no\"\"\"", "李明", "n/a", "", "\"two\nlines\"",
      ]
    var header = isPayments ? ["payer", "payee", "amount", "currency"] : ["source", "target"]
    if hasStrengths, !isPayments { header.append("strength") }
    if hasDates { header.append("date") }
    header.append("relation")
    var text = header.joined(separator: ",") + end
    let numbers = isComma ? ["\"1,5\"", "\"2,25\"", "3", "x"] : ["1.5", "2.25", "3", "-1", "1e300"]
    let dates = ["2019-05-21", "21/05/2019", "03/04/2019", "2018", "soon", ""]
    for row in 0..<300 {
      var cells = (0..<2).map { _ in names.randomElement(using: &generator)! }
      if isPayments {
        cells += [numbers.randomElement(using: &generator)!, "EUR"]
      } else if hasStrengths {
        cells.append(numbers.randomElement(using: &generator)!)
      }
      if hasDates { cells.append(dates.randomElement(using: &generator)!) }
      cells.append(["kinship", "phone", "", "frendship"].randomElement(using: &generator)!)
      if row % 97 == 0 { cells.append("surplus") }
      if row % 89 == 0 { cells.removeLast() }
      if row % 83 == 7 { cells[0] = "\"open" }
      text += cells.joined(separator: ",") + end + (row % 50 == 0 ? end : "")
    }
    return text
  }

  @Test("Actors, ties, evidence, account, problems and notes are the same", arguments: 1...24)
  func tables(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let text = LongFileTests.table(&generator)
    var options = ReadingOptions()
    if seed % 3 == 0 { options.duplicates = .drop }
    if seed % 4 == 0 { options.direction = .directed }
    expectSameOutcome(try folder.file("ties.csv", text), "seed \(seed)", options)
    expectSameOutcome(
      try folder.file("bom.csv", [0xEF, 0xBB, 0xBF] + text.utf8), "seed \(seed), BOM", options)
    expectSameOutcome(
      try folder.file("ties.csv.gz", Deflation.gzip(Array(text.utf8))), "seed \(seed), gzip", options)
  }

  @Test("A table of actors and a table of ties in a folder are the same")
  func folder() throws {
    let folder = try TemporaryFolder()
    var actors = "id,name,role,region\n"
    var ties = "source;target;weight\n"
    for number in 0..<400 {
      actors +=
        "a\(number),\"Actor, \(number)\",\(number % 7 == 0 ? "crime" : "terror"),\(number % 3 == 0 ? "ES" : "MA")\n"
      ties += "a\(number);Actor, \(number * 7 % 400);\(number % 5),5\n"
    }
    _ = try folder.file("actors.csv", actors)
    _ = try folder.file("ties.csv", ties)
    expectSameOutcome(folder.path, "folder")
  }

  @Test("Memberships are the same")
  func memberships() throws {
    let text =
      "actor,event\n" + (0..<500).map { "a\($0 % 37),e\($0 * $0 % 101)\n" }.joined()
    let folder = try TemporaryFolder()
    let path = try folder.file("affiliations.csv", text)
    expectSameOutcome(path, "projected")
    var options = ReadingOptions()
    options.twoMode = .keep
    expectSameOutcome(path, "kept", options)
  }

  @Test(
    "What can only be read as a whole is held: a matrix, another encoding, another format, a rare separator")
  func held() throws {
    let folder = try TemporaryFolder()
    let labels = (0..<60).map { "v\($0)" }
    let matrix =
      "," + labels.joined(separator: ",") + "\n"
      + labels.enumerated().map { row, label in
        label + (0..<60).map { ",\((row * $0) % 3 == 1 ? 1 : 0)" }.joined() + "\n"
      }.joined()
    expectSameOutcome(try folder.file("matrix.csv", matrix), "matrix")
    let rows = (0..<700).map { "Zo\u{EB} \($0),b\($0 % 9)\n" }.joined()
    let latin = ("source,target\n" + (0..<700).map { "a\($0),b\n" }.joined() + rows).unicodeScalars.map {
      UInt8($0.value)
    }
    expectSameOutcome(try folder.file("latin.csv", latin), "Windows-1252, seen late")
    let wide = ("source,target\n" + rows).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    expectSameOutcome(try folder.file("wide.csv", [0xFF, 0xFE] + wide), "UTF-16")
    let links = (0..<300).map { "{\"source\": \"a\($0)\", \"target\": \"b\"}" }.joined(separator: ",")
    expectSameOutcome(
      try folder.file("links.json", "{\"nodes\": [],\n\"links\": [\(links)]}"), "node-link JSON")
    expectSameOutcome(
      try folder.file("control.csv", "source,target\n" + rows + "a\u{0},b\n"), "zero byte", isRefused: true)
    expectSameOutcome(
      try folder.file("one.csv", "name\n" + (0..<900).map { "n\($0)\n" }.joined()), "names only")
    expectSameOutcome(
      try folder.file("bare.csv", (0..<900).map { "n\($0),m\($0 % 7)\n" }.joined()), "no header")
  }

  @Test("Long lines above the header may fill the first pieces")
  func preamble() throws {
    let remark = String(repeating: "remark ", count: 300)
    let folder = try TemporaryFolder()
    let ties = (0..<700).map { "a\($0 % 41),b\($0 % 7),\($0 % 5).5,2019-05-21\n" }.joined()
    let path = try folder.file("t.csv", "\(remark)\n\(remark)\nsource,target,strength,date\n\(ties)")
    expectSameOutcome(path, "ties", longest: [9_000, 7_500])
    let members = (0..<700).map { "a\($0 % 41),e\($0 % 53)\n" }.joined()
    expectSameOutcome(
      try folder.file("m.csv", "\(remark)\n\(remark)\nactor,event\n\(members)"), "memberships",
      longest: [9_000, 7_500])
  }

  // MARK: Faults

  @Test("A file that is cut short, or changes while it is read, is refused")
  func faults() throws {
    let folder = try TemporaryFolder()
    let text = "source,target\n" + (0..<2_000).map { "a\($0 * 7_919 % 2_003),b\($0 % 13)\n" }.joined()
    let archive = Deflation.gzip(Array(text.utf8))
    let cut = try folder.file("cut.csv.gz", Array(archive.prefix(archive.count / 2)))
    var reader = DatasetReader()
    reader.longestHeld = 4_096
    #expect(throws: ReadingError.malformed(place: "cut.csv.gz", message: Inflation.cutShort.message)) {
      try reader.read(cut)
    }
    let path = try folder.file("t.csv", text)
    let file = try #require(try LongFile(path: path, name: "t.csv", longestHeld: 4_096))
    _ = try folder.file("t.csv", text + "c,d\n")
    var cursor = try LongBlocks(file, head: file.head, dialect: CSVDialect(delimiter: .comma)).cursor()
    #expect(throws: ReadingError.unreadable(path, reason: "it changed while it was read")) {
      while try cursor.next() != nil {}
    }
  }

  @Test("Several gzip members on end are one text, and what follows them is not read")
  func members() throws {
    let folder = try TemporaryFolder()
    let head = "source,target\n" + (0..<900).map { "a\($0),b\n" }.joined()
    let tail = (0..<900).map { "c\($0),d\n" }.joined()
    let bytes = Deflation.gzip(Array(head.utf8)) + Deflation.gzip(Array(tail.utf8)) + [0, 0, 0]
    let path = try folder.file("t.csv.gz", bytes)
    expectSameOutcome(path, "members")
    #expect(try DatasetReader().read(path).files[0].fingerprint == FileFingerprint(of: bytes))
    #expect(try DatasetReader().read(path).account.read == 1_800)
  }

  // MARK: Standard input

  /// Reads what comes through a pipe, as standard input does.
  private func piped(_ bytes: [UInt8], longestHeld: Int) throws -> SourceFile {
    let pipe = Pipe()
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    defer { withExtendedLifetime(pipe) {} }
    var memory = MemoryBudget(limit: 1 << 20, longestHeld: longestHeld)
    return try SourceFile(input: pipe.fileHandleForReading.fileDescriptor, &memory)
  }

  @Test("Long standard input is read piece by piece from a file that nobody else sees")
  func standardInput() throws {
    let text = Array(("source,target\n" + (0..<90_000).map { "a\($0),b\($0 % 13)\n" }.joined()).utf8)
    let spooled = try piped(text, longestHeld: 4_096)
    let long = try #require(spooled.long)
    #expect(spooled.contents.isEmpty && long.byteCount == text.count)
    #expect(spooled.fingerprint == FileFingerprint(of: text))
    var cursor = try LongBlocks(long, head: long.head, dialect: CSVDialect(delimiter: .comma)).cursor()
    var records = 0
    while let block = try cursor.next() { records += block.records.count }
    #expect(records == 90_001)
    let packed = try piped(Deflation.gzip(text), longestHeld: 4_096)
    #expect(packed.long?.byteCount == text.count)
    // What is no table by its beginning is held, and so is what is short.
    let item = #"{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}"# + "\n"
    let entities = Array(String(repeating: item, count: 100).utf8)
    let held = try piped(entities, longestHeld: 4_096)
    #expect(held.long == nil && held.bytes == entities && held.name == "stdin.csv")
    let archive = Deflation.gzip(entities + text.prefix(200_000).shuffled())
    let packedItems = try piped(archive, longestHeld: 4_096)
    #expect(packedItems.long == nil && packedItems.bytes.starts(with: entities))
    // So is what only turns out to be none further on.
    let late = try piped(text + [0xE9, 0x0A], longestHeld: 4_096)
    #expect(late.long == nil && late.bytes == text + [0xE9, 0x0A])
    #expect(try piped(text, longestHeld: 1 << 20).contents == text)
    #expect(throws: ReadingError.self) { try piped(text + text, longestHeld: 2 << 20) }
  }

  @Test("Where standard input cannot be kept, the message says what to do")
  func noRoom() throws {
    let message = ReadingError.noRoom("/nowhere", reason: "No such file or directory")
    #expect(throws: message) {
      try SpooledInput([1], rest: -1, in: "/nowhere")
    }
  }
}

import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("The examination says what was recognised and why")
struct RecognitionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func examine(_ name: String, _ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws
    -> Examination
  {
    DatasetReader(options: options).examine(try folder.file(name, bytes))
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test("Encodings with and without a mark read alike and are named")
  func encodings() throws {
    let text = "source,target\nJos\u{E9},Bj\u{F6}rn\n"
    let windows = text.unicodeScalars.map { UInt8($0.value) }
    for (bytes, encoding, hasMark) in [
      (Array(text.utf8), TextEncoding.utf8, false), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8, true),
      ([0xFF, 0xFE] + utf16(text, bigEndian: false), .utf16LittleEndian, true),
      ([0xFE, 0xFF] + utf16(text, bigEndian: true), .utf16BigEndian, true),
      (utf16(text, bigEndian: false), .utf16LittleEndian, false),
      (utf16(text, bigEndian: true), .utf16BigEndian, false), (windows, .windows1252, false),
    ] {
      let examination = try examine("t.csv", bytes)
      #expect(examination.reading?.network.actors.ids == ["Jos\u{E9}", "Bj\u{F6}rn"], "\(encoding)")
      #expect(examination.files[0].encoding == encoding && examination.files[0].hasByteOrderMark == hasMark)
      var decisions = FileSpec()
      decisions.encoding = encoding
      var options = ReadingOptions()
      options.spec = ReadingSpec()
      options.spec?.files["*"] = decisions
      let told = try examine("t.csv", bytes, options)
      #expect(told.reading?.network.actors.ids == examination.reading?.network.actors.ids, "\(encoding)")
    }
  }

  @Test("A byte that is left over at the end of UTF-16 is said, with its line, and stands as U+FFFD")
  func oddLength() throws {
    for isBig in [false, true] {
      let mark: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
      let bytes = mark + utf16("source,target\na,b\nc,d", bigEndian: isBig) + [0x0A]
      let examination = try examine("t.csv", bytes)
      let reading = try #require(examination.reading)
      #expect(reading.network.actors.ids == ["a", "b", "c", "d\u{FFFD}"])
      #expect(reading.notes.contains { $0.contains("inside a character in line 3") }, "\(reading.notes)")
      #expect(
        Diagnosis(examination).findings.contains { $0.kind == .check(.damagedText) && $0.line == 3 })
      let whole = try #require(try examine("t.csv", Array(bytes.dropLast())).reading)
      #expect(whole.notes.isEmpty && whole.network.actors.ids == ["a", "b", "c", "d"])
    }
  }

  @Test("Each column has its reason")
  func reasons() throws {
    var options = ReadingOptions()
    options.columns = [.strength: "wucht"]
    let text = "sep=;\nsource;TO;Wucht;Relationship;colour\na;b;1,5;kinship;red\n"
    let file = try examine("t.csv", Array(text.utf8), options).files[0]
    #expect(
      file.columns.map { "\($0.field.rawValue) \($0.header) \($0.position ?? 0) \($0.reason)" } == [
        "source source 1 name", "target TO 2 synonym", "relation Relationship 4 synonym",
        "strength Wucht 3 option",
      ])
    #expect(file.unused == ["colour"] && file.delimiter == .semicolon && file.delimiterReason == .declared)
    #expect(file.headerLine == 2 && file.rows == 1 && file.shape == .ties)
    let strength = file.columns.first { $0.field == .strength }?.numbers
    #expect(strength?.basis == .evidence && strength?.mark == .comma && strength?.commas.line == 3)
    let headerless = try examine("h.csv", Array("anna,boris\n".utf8)).files[0]
    #expect(headerless.columns.map(\.reason) == [.position, .position] && headerless.headerLine == nil)
    let aml = "Timestamp,From Bank,Account,To Bank,Account,Amount Paid\n2022/09/01 00:20,1,A,2,B,5\n"
    #expect(try examine("a.csv", Array(aml.utf8)).files[0].columns.first?.reason == .knownHeader)
    let attributes = try examine("actors.csv", Array("id,Country,eye colour\na,AF,x\n".utf8)).files[0]
    #expect(attributes.shape == .actors && attributes.unused == ["eye colour"])
  }

  @Test("The evidence of dates and numbers is counted with the line of the first cell")
  func evidence() throws {
    let text = """
      source,target,date,amount
      a,b,03/04/2019,"1,200"
      a,b,25/04/2019,"1,200.50"
      a,b,26/04/2019,7
      """
    let columns = try examine("t.csv", Array(text.utf8)).files[0].columns
    let dates = try #require(columns.first { $0.field == .date }?.dates)
    #expect(dates.basis == .evidence && dates.order == .dayFirst && dates.dayFirst.count == 2)
    #expect(dates.dayFirst.line == 3 && dates.open.count == 1 && !dates.isGuessed)
    let numbers = try #require(columns.first { $0.field == .amount }?.numbers)
    #expect(
      numbers.mark == .point && !numbers.isGuessed && numbers.points.line == 3 && numbers.openCommas.line == 2
    )
  }

  @Test("What cannot be read still says what was recognised, and what is wrong with its rows")
  func failures() throws {
    let unknown = try examine("t.csv", Array("foo;bar;baz\n1;2;3\n4;5;6;7\n8;9\n\"x;1;2\n".utf8))
    #expect(unknown.reading == nil && unknown.files[0].delimiter == .semicolon)
    #expect(unknown.files[0].header == ["foo", "bar", "baz"] && unknown.files[0].encoding == .utf8)
    guard case .noColumns = unknown.failure else {
      Issue.record("\(String(describing: unknown.failure))")
      return
    }
    #expect(Diagnosis(unknown).faults.map(\.place) == ["t.csv:3:4", "t.csv:5:1", "t.csv:4"])
    let rejected = try examine("r.csv", Array("source,target,amount\na,b,x\n".utf8))
    #expect(
      rejected.reading?.account.rejected == 1 && rejected.failure != nil && rejected.files[0].shape == .flows)
    let binary = try examine("b.csv", [0, 1, 2, 3])
    #expect(binary.failure == .notText("b.csv") && binary.files[0].byteCount == 4)
    let missing = DatasetReader().examine("/nowhere/at/all.csv")
    #expect(
      missing.failure?.isMissingInput == true && missing.files.isEmpty && Diagnosis(missing).findings.isEmpty)
  }
}

import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("The doctor finds what is wrong, where, and how to mend it")
struct DiagnosisTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func diagnosis(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> Diagnosis {
    Diagnosis(DatasetReader(options: options).examine(try folder.file("t.csv", text)))
  }

  /// `place: message` of the findings of a check.
  private func found(_ check: Finding.Check, _ text: String, _ options: ReadingOptions = ReadingOptions())
    throws
    -> [String]
  {
    try diagnosis(text, options).findings.filter { $0.kind == .check(check) }.map {
      $0.place.isEmpty ? $0.message : "\($0.place): \($0.message)"
    }
  }

  @Test("A clean table has no problem, and every kind belongs to one severity")
  func clean() throws {
    let diagnosis = try diagnosis("source,target,confidence\na,b,0.8\nb,c,0.7\n")
    #expect(diagnosis.findings.isEmpty)
    #expect(Set(Finding.Kind.all.map(\.name)).count == Finding.Kind.all.count)
    #expect(Finding.Kind.all.count == Problem.Kind.allCases.count + Finding.Check.allCases.count)
  }

  @Test("Each finding has a sentence that says what mends it")
  func sentences() throws {
    let spoilt = """
      source,target,relation,date,start,end,strength,grade,source_region,handling,source_role,extra
      a,a,kinshp,03/04/2019,2020,2019,1,B2,Afganistan,TLP:PINK,terorist,
      1.23457E+11,b,,1019-01-01,,,x,Z9,Erewhon,,,#REF!
      3-Mar,caf\u{C3}\u{A9},,,,,2,,,,,
      Jose,b
      José,b,,,,,"1,200",,,,,
      """
    let findings = try diagnosis(spoilt).findings
    #expect(findings.count > 12)
    for finding in findings {
      #expect(finding.message.hasSuffix(".") || finding.message.hasSuffix("?"), "\(finding)")
      #expect(finding.fix.hasSuffix(".") || finding.fix.hasSuffix(")."), "\(finding)")
      #expect(!finding.message.contains("\n") && !finding.fix.contains("\n"))
    }
  }

  @Test("Unknown words come with the near ones and the entry of a spec that mends them")
  func unknownWords() throws {
    let findings = try diagnosis(
      "source,target,relation,source_role,source_type,crime,channel\na,b,kinshp,terorist,persn,drgs,\n"
        + "a,c,kinshp,xyzzy,,,\n"
    ).findings.filter { $0.kind == .reading(.unknownWord) }
    let byWord = findings.map(\.message)
    #expect(
      byWord.contains(
        "role \"terorist\" is not in the vocabulary (1 cell); it was kept. Did you mean `terrorist`?"))
    #expect(
      byWord.contains(
        "relation \"kinshp\" is not in the vocabulary (2 cells); it was kept. Did you mean `kinship`?"))
    #expect(byWord.contains { $0.contains("\"persn\"") && $0.contains("`person`") })
    #expect(byWord.contains { $0.contains("\"drgs\"") && $0.contains("`drugs`") })
    let xyzzy = try #require(findings.first { $0.message.contains("xyzzy") })
    #expect(xyzzy.fix.hasPrefix("The roles are terrorist, organised-crime") && xyzzy.place == "t.csv:3:4")
    #expect(
      findings.first { $0.message.contains("terorist") }?.fix.contains(
        "{\"roles\": {\"terorist\": \"terrorist\"}}") == true)
  }

  @Test("Regions: a near name is a problem, a name of its own a remark")
  func regions() throws {
    let text = "source,target,source_region,place\na,b,Kazakstan,Erewhon\nb,c,AF,NA\nc,d,Erewhon,\n"
    #expect(
      try found(.unknownRegion, text) == [
        "t.csv:2:3: region \"Kazakstan\" is no country or area of UN M49. Did you mean \"Kazakhstan\"?"
      ])
    #expect(try found(.ownRegion, text).map { $0.prefix(28) } == ["t.csv:4:3: region \"Erewhon\" "])
    // NA in a column of regions is Namibia.
    #expect(try diagnosis(text).vocabulary.first?.words.contains { $0.meaning == "NA" } == true)
  }

  @Test("Ids that a spreadsheet changed are found, honest ids are not")
  func damagedIDs() throws {
    let text = "source,target\n1.23457E+11,b\n3-Mar,b\nMar-05,b\n1-Sep-20,b\nE-12,b\nMay,b\nx-Mar,b\n2E5,b\n"
    let places = try found(.damagedID, text).map { $0.prefix { $0 != " " } }
    #expect(places == ["t.csv:2:1:", "t.csv:3:1:", "t.csv:4:1:", "t.csv:5:1:"])
    let padded = (1...40).map { "\(100_000 + $0 * 7919),x\n" }.joined() + "4711,x\n"
    #expect(
      try found(.damagedID, "source,target\n" + padded).first?.contains(
        "1 of 41 ids of the column \"source\"") == true)
    let numbering = (1...9999).map { "\($0),x\n" }.joined()
    #expect(try found(.damagedID, "source,target\n" + numbering).isEmpty)
    #expect(try found(.damagedID, "source,target\n007,x\n7,y\n").count == 1)
    #expect(try found(.damagedID, "source,target\n007,x\n07a,y\n").isEmpty)
  }

  @Test("Errors and overflowed cells of a spreadsheet are found in every column")
  func spreadsheetErrors() throws {
    let found = try found(
      .spreadsheetError, "source,target,note\na,b,#REF!\n#N/A,b,\n#NAME?,c,\na,#######,\na,b,#1\na,b,##\n")
    #expect(
      found.map { $0.prefix { $0 != " " } } == ["t.csv:2:3:", "t.csv:3:1:", "t.csv:4:1:", "t.csv:5:2:"])
  }

  @Test("Text that an earlier program decoded wrongly is found")
  func damagedText() throws {
    #expect(try found(.damagedText, "source,target\nJos\u{C3}\u{A9},b\n").count == 1)
    #expect(try found(.damagedText, "source,target\nJos\u{FFFD},b\n").count == 1)
    #expect(
      try found(.damagedText, "source,target\nS\u{C3}O PAULO,\u{C2}ngela\n\u{E9}t\u{E9},\u{6F22}\u{5B57}\n")
        .isEmpty)
  }

  @Test("Dates: undecided, mixed, decided, told")
  func dates() throws {
    func table(_ dates: String...) -> String {
      "source,target,date\n" + dates.map { "a,b,\($0)\n" }.joined()
    }
    #expect(
      try found(.ambiguousDate, table("2019-01-02", "03/04/2019")).first?.hasPrefix(
        "t.csv:3:3: column \"date\" holds 1 cell") == true)
    #expect(try found(.ambiguousDate, table("03/04/2019", "25/04/2019")).isEmpty)
    #expect(try found(.ambiguousDate, table("2019-01-02", "2019")).isEmpty)
    #expect(try found(.mixedDates, table("03/04/2019", "25/04/2019", "04/25/2019")).count == 1)
    var told = ReadingOptions()
    told.dateOrder = .monthFirst
    #expect(try found(.ambiguousDate, table("03/04/2019"), told).isEmpty)
    #expect(
      try found(.implausibleDate, table("0219-05-21", "1899", "1900")).map { $0.prefix(10) } == [
        "t.csv:2:3:", "t.csv:3:3:",
      ])
    #expect(
      try found(.implausibleDate, table("2018", "2018", "2019", "2019", "2020", "2109")).map { $0.prefix(10) }
        == ["t.csv:7:3:"])
    let examination = DatasetReader().examine(try folder.file("t.csv", table("2018", "2021-05-05")))
    let asOf = try #require(Instant(year: 2020, month: 12, day: 31))
    #expect(
      Diagnosis(examination, asOf: asOf).findings.filter { $0.kind == .check(.implausibleDate) }.map(\.line)
        == [3])
    #expect(
      try found(.endBeforeStart, "source,target,start,end\na,b,2020,2019\na,b,2020,2020\na,b,2019-05,2019\n")
        .map { $0.prefix(10) } == ["t.csv:2:4:"])
  }

  @Test("Numbers: undecided, mixed, decided, told")
  func numbers() throws {
    func table(_ numbers: String...) -> String {
      "source\ttarget\tstrength\n" + numbers.map { "a\tb\t\($0)\n" }.joined()
    }
    #expect(
      try found(.undecidedNumber, table("1,200", "5")).first?.contains(
        "can be 1200 or 1.2; read as 1200, since no other cell decides") == true)
    #expect(try found(.undecidedNumber, table("1,200", "1,200.5")).isEmpty)
    #expect(
      try found(.undecidedNumber, table("1,200", "1,5")).first?.contains(
        "though other cells of the column suggest otherwise") == true)
    #expect(try found(.undecidedNumber, table("1.200", "1.5")).isEmpty)
    #expect(try found(.undecidedNumber, table("1.200", "7")).isEmpty)
    #expect(try found(.undecidedNumber, table("1.200", "1,5")).isEmpty)
    #expect(
      try found(.mixedNumbers, table("1,5", "1.5")).first?.hasPrefix(
        "t.csv:3:3: column \"strength\" mixes decimal commas (1 cell, in line 2)") == true)
    var told = ReadingOptions()
    told.decimalMark = .comma
    #expect(try found(.undecidedNumber, table("1,200"), told).isEmpty)
    #expect(
      try found(.undecidedNumber, "\ta\tb\na\t0\t1,200\nb\t1,200\t0\n").first?.hasPrefix(
        "t.csv:2: the matrix holds 2 cells") == true)
  }

  @Test("Repeated rows, near-identical names, self-ties, isolates")
  func duplicates() throws {
    #expect(
      try found(.identicalRow, "source,target\na,b\nb,c\na,b\na,b\n") == [
        "t.csv:4: the row is identical to that in line 2.",
        "t.csv:5: the row is identical to that in line 2.",
      ])
    let names =
      "source,target\nJos\u{E9} da Silva,x\n\"SILVA, Jose da\",y\njose-da silva,z\nJosefa Silva,x\n12-34,1234\n"
    #expect(
      try found(.nearName, names) == [
        "\"Jos\u{E9} da Silva\" and \"SILVA, Jose da\" and \"jose-da silva\" differ in case, accents, punctuation or the order of "
          + "words only."
      ])
    #expect(try found(.selfTie, "source,target\na,a\na,b\n").map { $0.prefix(8) } == ["t.csv:2:"])
    #expect(try found(.selfTie, ",a,b\na,1,1\nb,1,0\n").map { $0.prefix(10) } == ["t.csv:2:2:"])
    _ = try folder.file("actors.csv", "id,role\na,state\nlonely,state\nbert,state\n")
    _ = try folder.file("ties.csv", "source,target\na,bertt\n")
    let findings = Diagnosis(DatasetReader().examine(folder.path)).findings
    #expect(findings.filter { $0.kind == .check(.isolate) }.map(\.place) == ["actors.csv:3", "actors.csv:4"])
    #expect(
      findings.filter { $0.kind == .check(.undescribedActor) }.map(\.message) == [
        "\"bertt\" stands in ties or transfers, and no table of actors has a row for it. Did you mean \"bert\"?"
      ])
  }

  @Test("Pairs with two strengths: cells of a matrix, and rows of undirected ties")
  func asymmetry() throws {
    #expect(
      try found(.asymmetricPair, ",a,b,c\na,0,3,1\nb,1,0,0\nc,1,2,0\n") == [
        "t.csv:2: \"a\" to \"b\" has the strength 3, and back 1.",
        "t.csv:4: \"c\" to \"b\" has the strength 2, and back 0.",
      ])
    #expect(
      try found(.asymmetricPair, "source,target,strength\na,b,3\nb,a,1\nb,c,2\nc,b,2\n") == [
        "t.csv:2: \"a\" to \"b\" has the strength 3, and back 1."
      ])
    #expect(try found(.asymmetricPair, "source,target,strength,directed\na,b,3,yes\nb,a,1,yes\n").isEmpty)
  }

  @Test("Grades on the diagonal are counted, and told from 10 of which more than 80 % lie there")
  func ratings() throws {
    func table(_ grades: [String]) -> String {
      "source,target,grade\n" + grades.enumerated().map { "a,b\($0),\($1)\n" }.joined()
    }
    let grades = ["A1", "B2", "b2", "C 3", "D4", "E5", "B-2", "A1", "A1", "B3", "F6"]
    let ratings = try diagnosis(table(grades)).ratings
    #expect(ratings.grades == 11 && ratings.onDiagonal == 9 && ratings.ungraded == 0)
    #expect(ratings.diagonal == ["A1": 3, "B2": 3, "C3": 1, "D4": 1, "E5": 1])
    #expect(try found(.gradesOnDiagonal, table(grades)).first?.contains("9 of 11 grades") == true)
    #expect(try found(.gradesOnDiagonal, table(["A1", "B2"])).isEmpty)
    #expect(try found(.gradesOnDiagonal, table(Array(repeating: "B3", count: 12))).isEmpty)
    #expect(
      try found(.ungraded, "source,target,grade\na,b,B2\nb,c,\n") == [
        "1 of 2 rows bear neither a grade nor a confidence."
      ])
  }

  @Test("Coverage: Gini by its definition, one origin, and none of it about protected actors")
  func coverage() throws {
    var rows = "source,target,origin,source_role\n"
    for row in 0..<6 { rows += "hub,x\(row),\(row < 4 ? "police" : "press"),\n" }
    rows +=
      "v,x0,police,victim\nv,x1,police,victim\nv,x2,police,victim\nv,x3,police,victim\nv,x4,police,victim\n"
    let diagnosis = try diagnosis(rows)
    let coverage = try #require(diagnosis.coverage)
    let counts = coverage.actors.map { Double($0.rows) }
    #expect(counts == [6, 2, 2, 2, 2, 2, 1] && coverage.rows == 11 && coverage.origins == 2)
    let differences = counts.flatMap { first in counts.map { abs(first - $0) } }.reduce(0, +)
    #expect(isClose(coverage.gini, differences / (2 * 7 * 17)))
    #expect(coverage.tenth == 1 && isClose(coverage.shareOfTenth, 6.0 / 17))
    #expect(
      diagnosis.findings.filter { $0.kind == .check(.oneOrigin) }.map(\.message) == [
        "4 of 6 rows of \"hub\" rest on the origin \"police\"."
      ])
    #expect(try self.diagnosis("source,target\na,b\n").coverage?.gini == 0)
    #expect(try self.diagnosis("id,name\na,b\n").coverage == nil)
  }

  @Test("Handling codes, predictions and unused columns are listed")
  func lists() throws {
    let text = """
      source,target,handling,kind,wieght,colour
      a,b,TLP:AMBER,fact,1,
      a,c,amber,prediction,1,
      a,d,H2,fact,1,
      a,e,secret,fact,1,
      """
    let diagnosis = try diagnosis(text)
    #expect(diagnosis.handling.map { "\($0.code) \($0.rows)" } == ["H2 1", "TLP:AMBER 2", "secret 1"])
    #expect(try found(.unknownHandling, text).map { $0.prefix(10) } == ["t.csv:5:3:"])
    #expect(try found(.prediction, text).map { $0.prefix(8) } == ["t.csv:3:"])
    #expect(
      try found(.unusedColumn, text) == [
        "t.csv:1:5: no field takes the column \"wieght\". Did you mean `strength`?",
        "t.csv:1:6: no field takes the column \"colour\".",
      ])
  }

  @Test("The words of each list are counted by meaning and spelling")
  func vocabulary() throws {
    let uses = try diagnosis(
      "source,target,source_role,target_role,place\na,b,OC,organised crime,Kazakhstan\nc,b,oc,rumour,Erewhon\n"
    ).vocabulary
    #expect(uses.map(\.list) == [.role, .region])
    #expect(
      uses[0].words.map { "\($0.text) \($0.meaning ?? "-") \($0.cells)" } == [
        "OC organised-crime 1", "oc organised-crime 1", "organised crime organised-crime 1", "rumour - 1",
      ])
    #expect(uses[1].words.map { $0.meaning ?? "-" } == ["-", "KZ"])
  }

  @Test("Hostile names pass through every check", arguments: HostileNames.all)
  func hostile(name: String) throws {
    let cell = "\"\(name.replacing("\"", with: "\"\""))\""
    let text =
      "source,target,relation,place,handling,\(cell)\n"
      + "\(cell),\(cell),\(cell),\(cell),\(cell),1\n\(cell),b,,,,\n\(cell),b,,,,\n"
    for finding in try diagnosis(text).findings {
      #expect(finding.message.count < 600 && finding.fix.count < 800)
      #expect(!finding.message.contains("\n") && !finding.message.unicodeScalars.contains("\u{202E}"))
      #expect(!finding.fix.contains("\n") && !finding.fix.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test("Spoilt bytes never trap the doctor", arguments: UInt64(1)...40)
  func spoilt(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array(
      "source,target,date,amount,grade,region,handling\na,\"b\",03/04/2019,\"1,5\",B2,AF,H1\n".utf8)
    for _ in 0..<Int.random(in: 1...30, using: &generator) {
      let position = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
      case 1:
        bytes.insert([0x22, 0x2C, 0x0A, 0x23, 0xC3][Int.random(in: 0..<5, using: &generator)], at: position)
      default: bytes.removeLast(min(bytes.count - 1, 1))
      }
    }
    let examination = DatasetReader().examine(try folder.file("t.csv", bytes))
    let diagnosis = Diagnosis(examination)
    #expect(examination.failure != nil || examination.reading != nil, "seed \(seed)")
    if let account = examination.reading?.account {
      #expect(account.read == account.used + account.folded + account.rejected)
    }
    #expect(diagnosis.faults.count + diagnosis.remarks.count == diagnosis.findings.count)
  }
}

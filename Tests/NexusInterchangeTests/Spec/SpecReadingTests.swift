import Foundation
import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("A spec makes the next import decide as the last one did")
struct SpecReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func spec(of path: String, _ options: ReadingOptions = ReadingOptions()) -> ReadingSpec {
    ReadingSpec(of: DatasetReader(options: options).examine(path), options: options)
  }

  private func read(_ path: String, by spec: ReadingSpec) throws -> Reading {
    var options = ReadingOptions()
    options.spec = spec
    return try DatasetReader(options: options).read(path)
  }

  /// Everything a network says, as text.
  private func said(_ reading: Reading) -> [String] {
    let network = reading.network
    let transfers = network.transfers.map { transfer in
      "\(transfer.amount) \(transfer.date?.description ?? "-") \(transfer.evidence.grading ?? -1) \(transfer.channel.word)"
    }
    let ties = network.ties.map {
      "\($0.strength) \($0.first?.description ?? "-") \($0.last?.description ?? "-")"
    }
    let items = network.tieEvidence.map { "\($0.date?.description ?? "-") \($0.grading ?? -1)" }
    let presences = network.actors.presences.map {
      "\($0.actor.index) \($0.region.code) \($0.evidence.grading ?? -1)"
    }
    return reading.links + reading.places + transfers + ties + items + presences
      + ["\(reading.account)"] + reading.problems.map(\.description)
  }

  // MARK: Seeded tables

  /// A table whose cells leave much open: dates without a clue, numbers with either mark, odd delimiters.
  private func table(_ seed: UInt64) -> (name: String, bytes: [UInt8], rows: [String], head: String) {
    var generator = SeededGenerator(seed: seed)
    let delimiter = [",", ";", "\t", "|"].randomElement(using: &generator)!
    let isDayFirst = Bool.random(using: &generator)
    let isDecided = Bool.random(using: &generator)
    let mark = ["comma", "point", "both"].randomElement(using: &generator)!
    let isFlows = Bool.random(using: &generator)
    func quoted(_ text: String) -> String { text.contains(delimiter) ? "\"\(text)\"" : text }
    func number() -> String {
      let whole = Int.random(in: 1...999, using: &generator)
      let isComma = mark == "comma" || mark == "both" && Bool.random(using: &generator)
      let (decimal, grouping) = isComma ? (",", ".") : (".", ",")
      return switch Int.random(in: 0..<5, using: &generator) {
      case 0: "\(whole)"
      case 1: "\(whole)\(decimal)\(Int.random(in: 10...99, using: &generator))"
      case 2: "\(whole)\(grouping)\(Int.random(in: 100...999, using: &generator))"
      case 3: "\(whole)\(grouping)\(Int.random(in: 100...999, using: &generator))\(decimal)5"
      default: "\(whole)\(grouping)250\(grouping)125"
      }
    }
    func date() -> String {
      let month = Int.random(in: 1...12, using: &generator)
      let day = Int.random(in: 1...(isDecided ? 28 : 12), using: &generator)
      let year = Int.random(in: 2015...2023, using: &generator)
      return isDayFirst ? "\(day)/\(month)/\(year)" : "\(month)/\(day)/\(year)"
    }
    let fields =
      isFlows
      ? ["payer", "payee", "When?", "Amount", "score"] : ["from", "to", "date", "weight", "confidence"]
    let rows = (0..<Int.random(in: 2...25, using: &generator)).map { _ in
      [
        "a\(Int.random(in: 0..<6, using: &generator))", "b\(Int.random(in: 0..<6, using: &generator))",
        date(), number(),
        Bool.random(using: &generator) ? "0.5" : "",
      ].map(quoted).joined(separator: delimiter)
    }
    let head = fields.joined(separator: delimiter)
    let text = (["", "Export of some office"].randomElement(using: &generator)! + "\n" + head + "\n")
    let lines = text + rows.joined(separator: "\n") + "\n"
    let bytes: [UInt8] =
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: Array(lines.utf8)
      case 1: [0xEF, 0xBB, 0xBF] + Array(lines.utf8)
      default: [0xFF, 0xFE] + lines.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      }
    return ("t.csv", bytes, rows, head)
  }

  @Test("Reading with the spec of a reading gives the same network", arguments: UInt64(1)...60)
  func sameNetwork(seed: UInt64) throws {
    let table = table(seed)
    let path = try folder.file(table.name, table.bytes)
    var options = ReadingOptions()
    if table.head.contains("When?") { options.columns = [.date: "When?", .confidence: "score"] }
    let spec = spec(of: path, options)
    do {
      let first = try DatasetReader(options: options).read(path)
      let second = try read(path, by: spec)
      #expect(said(first) == said(second), "seed \(seed)")
      #expect(DatasetReader(options: options).examine(path).files[0].shape == first.files[0].shape)
    } catch ReadingError.noUsableRow {
      #expect(throws: ReadingError.self, "seed \(seed)") { try read(path, by: spec) }
    }
  }

  @Test(
    "What a whole column decided holds for an export of one row that decides nothing",
    arguments: UInt64(1)...30)
  func nextExport(seed: UInt64) throws {
    let table = table(seed)
    guard let text = String(bytes: table.bytes, encoding: .utf8), !text.hasPrefix("\u{FEFF}") else { return }
    let path = try folder.file("t.csv", text)
    var options = ReadingOptions()
    if table.head.contains("When?") { options.columns = [.date: "When?", .confidence: "score"] }
    guard let whole = try? DatasetReader(options: options).read(path), whole.account.rejected == 0,
      whole.network.tieEvidence.isEmpty
    else { return }  // ties are grouped, so that rows are not to be told apart
    let examination = DatasetReader(options: options).examine(path)
    let isMixed = examination.files[0].columns.contains { $0.numbers?.basis == .mixed }
    guard !isMixed else { return }
    let spec = spec(of: path, options)
    let transfers = whole.network.transfers
    for (row, transfer) in zip(table.rows.filter { !$0.isEmpty }, transfers) {
      let one = try read(try folder.file("t.csv", "\(table.head)\n\(row)\n"), by: spec)
      let amount = try #require(one.network.transfers.first?.amount, "seed \(seed)")
      #expect(one.network.transfers.first?.date == transfer.date, "seed \(seed): \(row)")
      let column = try #require(examination.files[0].columns.first { $0.field == .amount })
      if spec.files["t.csv"]?.decimalMarks[.amount] != nil || column.numbers?.basis == .evidence {
        #expect(amount == transfer.amount, "seed \(seed): \(row)")
      }
    }
  }

  @Test("A matrix, a table without header and one with a header twice are read alike")
  func shapes() throws {
    for (name, text) in [
      ("symmetric.csv", ";a;b;c\na;0;1,5;2\nb;1,5;0;0\nc;2;0;0\n"),
      ("asymmetric.csv", ",a,b,c\na,0,1.5,2\nb,1,0,0\nc,2,0,0\n"),
      ("headerless.csv", "anna,boris\nboris,carla\nanna,anna\n"),
      (
        "aml.csv",
        "Timestamp,From Bank,Account,To Bank,Account,Amount Paid,Payment Currency\n"
          + "2022/09/01 00:20,010,8000EBD30,001,8000F5340,3697.34,Euro\n"
      ),
      ("r.csv", "\"\",\"source\",\"target\"\n\"1\",\"a\",\"b\"\n"),
    ] {
      let path = try folder.file(name, text)
      let spec = spec(of: path)
      #expect(try said(DatasetReader().read(path)) == said(read(path, by: spec)), "\(name)")
    }
    let aml = spec(of: folder.url.appending(path: "aml.csv").path).files["aml.csv"]
    #expect(aml?.columns?[.source] == .header("Account") && aml?.columns?[.target] == .position(5))
    #expect(aml?.columns?[.sourceBank] == .header("From Bank"))
    let matrix = spec(of: folder.url.appending(path: "asymmetric.csv").path).files["asymmetric.csv"]
    #expect(matrix?.direction == .directed && matrix?.columns == nil && matrix?.shape == .matrix)
    #expect(
      spec(of: folder.url.appending(path: "symmetric.csv").path).files["symmetric.csv"]?.direction
        == .undirected)
  }

  @Test("A folder has an entry for each file, also the table of regions")
  func folderOfTables() throws {
    _ = try folder.file("actors.csv", ",role,region\nx,terrorist,AF\ny,oc,KZ\n")
    _ = try folder.file("flows.csv", "payer;payee;amount;currency\nx;y;1.200,5;EUR\n")
    _ = try folder.file("regions.csv", "country,vulnerability,consequence\nAF,50,60\n")
    let spec = spec(of: folder.path)
    #expect(spec.files.keys.sorted() == ["actors.csv", "flows.csv", "regions.csv"])
    #expect(spec.files["actors.csv"]?.columns?[.id] == .position(1))
    #expect(spec.files["flows.csv"]?.decimalMarks == [.amount: .comma])
    let first = try DatasetReader().read(folder.path)
    let second = try read(folder.path, by: spec)
    #expect(said(first) == said(second))
    #expect(second.indicators.entries.count == 1)
  }

  @Test("A workbook and a format of named values are read alike")
  func formats() throws {
    let workbook = try folder.file("w.xlsx", openpyxlWorkbook)
    let sheet = spec(of: workbook)
    #expect(sheet.files["w.xlsx"]?.sheet == "payments" && sheet.files["w.xlsx"]?.encoding == nil)
    #expect(try said(DatasetReader().read(workbook)) == said(read(workbook, by: sheet)))
    let graph = try folder.file(
      "g.json",
      #"{"nodes": [{"id": "a", "gang": "terrorist"}, {"id": "b"}], "links": [{"source": "a", "target": "b", "kraft": 2}]}"#
    )
    var options = ReadingOptions()
    options.columns = [.role: "gang", .strength: "kraft"]
    var chosen = spec(of: graph, options)
    #expect(chosen.files["g.json"]?.columns == [.role: .header("gang"), .strength: .header("kraft")])
    let reading = try read(graph, by: chosen)
    #expect(reading.network.actors.roles[0] == .terrorist && reading.network.ties[0].strength == 2)
    #expect(try said(DatasetReader(options: options).read(graph)) == said(reading))
    chosen.files["g.json"]?.columns = [.role: .header("gan")]
    #expect(refusal(graph, chosen).contains("g.json has no column \"gan\". Did you mean \"gang\"?"))
  }

  // MARK: What a spec decides

  @Test("A spec decides against what the table shows; an option decides against the spec")
  func precedence() throws {
    let path = try folder.file(
      "t.csv", "source,target,amount,date,other\na,b,\"1,200\",03/04/2019,7\n")
    var decisions = FileSpec()
    decisions.decimalMark = .comma
    decisions.dateOrder = .monthFirst
    var spec = ReadingSpec()
    spec.files["t.csv"] = decisions
    let told = try #require(read(path, by: spec).network.transfers.first)
    #expect(told.amount == 1.2 && told.date?.description == "2019-03-04")
    var options = ReadingOptions()
    (options.spec, options.decimalMark, options.dateOrder) = (spec, .point, .dayFirst)
    let optioned = try #require(DatasetReader(options: options).read(path).network.transfers.first)
    #expect(optioned.amount == 1200 && optioned.date?.description == "2019-04-03")
    decisions.columns = [.source: .header("source"), .target: .header("TARGET"), .amount: .position(5)]
    spec.files = ["*": decisions]
    let mapped = try #require(read(path, by: spec).network.transfers.first)
    #expect(mapped.amount == 7 && mapped.date == nil)
    options = ReadingOptions()
    (options.spec, options.columns) = (spec, [.amount: "amount"])
    #expect(try DatasetReader(options: options).read(path).network.transfers.first?.amount == 1.2)
  }

  @Test("Shape, encoding, delimiter and duplicates are taken from the spec")
  func forms() throws {
    let path = try folder.file("t.csv", "source,target|caf\u{E9}\nanna|boris\nanna|boris\n")
    var decisions = FileSpec()
    (decisions.shape, decisions.delimiter, decisions.duplicates) = (.headerless, .pipe, .drop)
    decisions.encoding = .windows1252
    var spec = ReadingSpec()
    spec.files["t.csv"] = decisions
    let reading = try read(path, by: spec)
    #expect(reading.network.actors.ids == ["source,target", "caf\u{C3}\u{A9}", "anna", "boris"])
    #expect(reading.account.duplicates == 1)
  }

  @Test("Words are replaced in every list, counted and noted, and unknown words stay unknown")
  func vocabulary() throws {
    _ = try folder.file(
      "actors.csv", "id,role,type,region,crimes\nx,Terorist,persn,Afganistan:0.8;KZ,drug;arms\ny,rumour,,,\n")
    _ = try folder.file(
      "ties.csv",
      "source,target,relation,crime,source_role,place\nx,y,friend of,drug,,Afganistan\nx,y,FRIEND-OF,arms,terorist,KZ\n"
    )
    _ = try folder.file("flows.csv", "payer,payee,amount,channel\nx,y,5,havala\n")
    var spec = ReadingSpec()
    spec.vocabulary.add("terorist", as: "terrorist", in: .role)
    spec.vocabulary.add("persn", as: "person", in: .type)
    spec.vocabulary.add("Afganistan", as: "AF", in: .region)
    spec.vocabulary.add("drug", as: "drugs", in: .crime)
    spec.vocabulary.add("friend of", as: "kinship", in: .relation)
    spec.vocabulary.add("havala", as: "cash", in: .channel)
    var flows = FileSpec()
    flows.vocabulary.add("HAVALA", as: "hawala", in: .channel)
    spec.files["flows.csv"] = flows
    let reading = try read(folder.path, by: spec)
    let network = reading.network
    #expect(network.actors.roles[0] == .terrorist && network.actors.types[0] == .person)
    #expect(network.actors.presences.map(\.region.code) == ["AF", "KZ"])
    #expect(network.actors.crimes.map(\.crime.word) == ["drugs", "arms"])
    #expect(network.ties.allSatisfy { $0.relation.word == "kinship" })
    #expect(network.ties.flatMap { $0.places.map(\.code) }.sorted() == ["AF", "KZ"])
    #expect(network.transfers.map(\.channel.word) == ["hawala"])
    #expect(reading.unknownWords.map(\.word) == ["rumour"])
    #expect(
      reading.notes.contains(
        "ties.csv: 2 cells with the relation \"friend of\" were read as \"kinship\", as the spec says."))
    #expect(
      reading.notes.contains(
        "actors.csv: 1 cell with the region \"Afganistan\" was read as \"AF\", as the spec says."))
  }

  // MARK: What a spec cannot decide

  private func refusal(_ path: String, _ spec: ReadingSpec) -> String {
    var spec = spec
    spec.name = "s.json"
    do {
      _ = try read(path, by: spec)
      return "read"
    } catch { return "\(error)" }
  }

  @Test("A column, a file, a shape or an encoding that is not there is a sentence with the near name")
  func refusals() throws {
    let path = try folder.file("t.csv", "source,target,Betrag\na,b,5\n")
    var spec = ReadingSpec()
    var decisions = FileSpec()
    decisions.columns = [.source: .header("source"), .target: .header("target"), .amount: .header("Betrg")]
    spec.files["t.csv"] = decisions
    #expect(
      refusal(path, spec)
        == "s.json: files.t.csv.columns.amount: t.csv has no column \"Betrg\". Did you mean \"Betrag\"? Its columns are "
        + "source, target, Betrag. Mend the entry, or see --map.")
    decisions.columns = [.source: .header("source"), .target: .position(9)]
    spec.files["t.csv"] = decisions
    #expect(refusal(path, spec).hasPrefix("s.json: files.t.csv.columns.target: t.csv has no column \"9\"."))
    decisions.columns = [.source: .header("source")]
    spec.files["t.csv"] = decisions
    #expect(
      refusal(path, spec).hasPrefix(
        "s.json: files.t.csv.columns: both ends of a tie, or the id of an actor, are needed"))
    decisions.columns = nil
    decisions.shape = .flows
    spec.files["t.csv"] = decisions
    #expect(
      refusal(path, spec).hasPrefix("s.json: files.t.csv.shape: t.csv is said to hold flows, but its columns")
    )
    decisions.shape = .matrix
    spec.files["t.csv"] = decisions
    #expect(refusal(path, spec).hasPrefix("s.json: files.t.csv.shape: t.csv is no square matrix."))
    decisions.shape = nil
    decisions.encoding = .utf8
    spec.files = ["t.csv": decisions]
    let latin = try folder.file("t.csv", Array("source,target\na,caf".utf8) + [0xE9, 0x0A])
    #expect(
      refusal(latin, spec).hasPrefix(
        "s.json: files.t.csv.encoding: t.csv is not UTF-8 but reads as Windows-1252."))
    spec.files = ["u.csv": FileSpec()]
    #expect(refusal(path, spec).hasPrefix("s.json: files: the data set holds no \"u.csv\", but t.csv."))
  }
}

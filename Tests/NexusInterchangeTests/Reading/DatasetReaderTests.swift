import Foundation
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("A data set is read whole, with every row accounted for")
struct DatasetReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ path: String, _ options: ReadingOptions = ReadingOptions()) throws -> Reading {
    try DatasetReader(options: options).read(path)
  }

  private func message(_ path: String, _ options: ReadingOptions = ReadingOptions()) -> String {
    do {
      _ = try read(path, options)
      return "read"
    } catch { return "\(error)" }
  }

  @Test("A folder: actors first, then ties and flows; ends match an id, else a unique name, never an alias")
  func folderOfTables() throws {
    _ = try folder.file(
      "actors.csv",
      "id,name,aliases,role,region,crimes\nT1,Lantern,The Lamp,terrorist,AF:0.8;TJ,arms:0.5\nO1,Harbour,,organised crime,,\n"
    )
    _ = try folder.file("ties.csv", "source,target\nLantern,O1\nThe Lamp,O1\n")
    _ = try folder.file("flows.csv", "payer,payee,amount,currency\nO1,T1,\"1.200,50\",usd\n")
    let reading = try read(folder.path)
    let network = reading.network
    #expect(network.actors.ids == ["T1", "O1", "The Lamp"])
    #expect(network.actors.roles == [.terrorist, .organisedCrime, .unknown])
    #expect(network.actors.presences.map(\.region.code) == ["AF", "TJ"])
    #expect(network.actors.presences.map(\.evidence.grading) == [0.8, nil])
    #expect(network.transfers[0].amount == 1200.5)
    #expect(network.transfers[0].currency == "USD")
    #expect(network.rows[network.transfers[0].evidence.row] == "flows.csv:2")
    #expect(reading.account.read == 5 && reading.account.used == 5)
    #expect(reading.isGraded)
  }

  @Test("The first known role wins, a second row of an actor is folded, regions unite")
  func secondRows() throws {
    let path = try folder.file(
      "actors.csv", "id,role,region\nA,unknown,AF\nA,terrorist,TJ\nA,victim,AF\n")
    let reading = try read(path)
    #expect(reading.network.actors.roles == [.terrorist])
    #expect(reading.account.merged == 2)
    #expect(reading.problems.map(\.kind) == [.roleConflict])
    #expect(Set(reading.network.actors.presences.map(\.region.code)) == ["AF", "TJ"])
  }

  @Test("A name that several actors bear names none of them")
  func ambiguousName() throws {
    _ = try folder.file("actors.csv", "id,name\n1,Ali\n2,Ali\n3,Omar\n")
    _ = try folder.file("ties.csv", "source,target\nAli,Omar\n")
    let reading = try read(folder.path)
    #expect(reading.network.actors.ids == ["1", "2", "3", "Ali"])
    #expect(reading.problems.map(\.kind) == [.ambiguousName])
  }

  @Test("A message says where, what, and how to mend it")
  func messages() throws {
    let path = try folder.file(
      "transfers.csv",
      "payer,payee,amount,confidence\nA,B,12a,\nA,,5,\nA,B,5,1.5\nA,B,5,0.5,extra\nA,B,-5,\nA,B\n")
    let reading = try read(try folder.file("ok.csv", "payer,payee,amount\nA,B,1\n"))
    #expect(reading.account.used == 1)
    let text = message(path)
    #expect(
      text.hasSuffix(
        "none of the 6 rows could be used. The first: transfers.csv:2:3: amount \"12a\" is not a number. "
          + "Expected 1200.50 or 1.200,50; see --decimal-comma."), "\(text)")
  }

  @Test("Rejected rows are kept whole, with line, column and reason")
  func rejected() throws {
    let path = try folder.file(
      "f.csv",
      "payer,payee,amount,confidence\nA,B,12a,\n\"two\nlines\",,5,\nA,B,5,1.5\nA,B,5,0.5,extra\nA,B,5\n")
    let reading = try read(path)
    #expect(reading.rejected.map(\.line) == [2, 3, 5, 6])
    #expect(reading.rejected.map(\.column) == [3, 2, 4, 5])
    #expect(reading.rejected[1].row == "\"two\nlines\",,5,")
    #expect(reading.account.used == 1 && reading.account.read == 5)
    #expect(reading.problems.last?.kind == .shortRow)
  }

  @Test("Unreadable dates and grades empty their cell and are counted")
  func emptiedCells() throws {
    let reading = try read(
      try folder.file("t.csv", "source,target,date,grade\nA,B,2019-13-01,G7\nA,C,2019-01-01,B2\n"))
    #expect(reading.account.used == 2)
    #expect(reading.problems.map(\.kind) == [.unreadableGrade, .unreadableDate])
    #expect(reading.network.ties[0].first == nil)
  }

  @Test("--map names columns, and one that is not there is refused with the columns that are")
  func map() throws {
    let path = try folder.file("m.csv", "ego,alter,n\nA,B,3\n")
    #expect(message(path).contains("--map source=ego --map target=alter"))
    var options = ReadingOptions()
    options.columns = [.source: "ego", .target: "alter", .strength: "n"]
    #expect(try read(path, options).network.ties[0].strength == 3)
    options.columns[.source] = "nobody"
    #expect(message(path, options).contains("The columns are ego, alter, n."))
  }

  @Test("--map reaches every table of the data set, the actors too; a column of none is refused")
  func mapEverywhere() throws {
    let actors = try folder.file("actors.csv", "Nr,Rolle,Land\nA,terrorist,AF\n")
    let ties = try folder.file("ties.csv", "ego,alter\nA,B\n")
    var options = ReadingOptions()
    options.columns = [.id: "Nr", .role: "Rolle", .region: "Land", .source: "ego", .target: "alter"]
    #expect(try read(folder.path, options).network.actors.roles == [.terrorist, .unknown])
    options.actorsFile = actors
    let reading = try read(ties, options)
    #expect(reading.network.actors.roles == [.terrorist, .unknown])
    #expect(reading.network.actors.presences.map(\.region.code) == ["AF"])
    options.columns[.type] = "Art"
    #expect(message(ties, options).contains("--map type=Art names a column that is not there"))
    #expect(message(folder.path, options).contains("--map type=Art names a column that is not there"))
  }

  @Test("AMLworld's header with two Account columns: an account is its bank and its number, zeros kept")
  func amlWorld() throws {
    let reading = try read(
      try folder.file(
        "HI-Small.csv",
        "Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,"
          + "Payment Currency,Payment Format,Is Laundering\n"
          + "2022/09/01 00:20,010,8000EBD30,003,0001,3697.34,US Dollar,3600.00,Euro,Reinvestment,0\n"))
    let transfer = try #require(reading.network.transfers.first)
    #expect(reading.network.actors.ids == ["010:8000EBD30", "003:0001"])
    #expect(transfer.amount == 3600 && transfer.amountReceived == 3697.34 && transfer.currency == "EURO")
    #expect(transfer.date?.description == "2022-09-01T00:20:00Z")
  }

  @Test("A mapped column is found below other lines and beside rows that are too long")
  func mapBelowPreamble() throws {
    var options = ReadingOptions()
    options.columns = [.source: "ego", .target: "alter"]
    let path = try folder.file("m.csv", "Report of 2019\nego,alter\nA,B\nC,D,E\n")
    #expect(try read(path, options).network.actors.ids == ["A", "B"])
    options.columns[.strength] = "n"
    #expect(message(path, options).contains("--map strength=n names a column that is not there"))
  }

  @Test("One column cannot be both ends")
  func sameColumn() throws {
    var options = ReadingOptions()
    options.columns = [.source: "who", .target: "WHO"]
    #expect(message(try folder.file("s.csv", "who,n\nA,1\n"), options).contains("named for both ends"))
  }

  @Test(
    "In a semicolon-separated file 1.200 is thousands, unless the column shows decimal points; a note says so"
  )
  func germanThousands() throws {
    let german = try read(
      try folder.file("g.csv", "payer;payee;amount;currency\nA;B;1.200;EUR\nB;C;12.000;EUR\n"))
    #expect(german.network.transfers.map(\.amount) == [1200, 12_000])
    #expect(german.notes.contains { $0.contains("column amount: cells like 1.200 were read as 1200") })
    let english = try read(
      try folder.file("e.csv", "payer;payee;amount;currency\nA;B;1.200;EUR\nB;C;12.5;EUR\n"))
    #expect(english.network.transfers.map(\.amount) == [1.2, 12.5])
  }

  @Test(
    "Notes name regions that stand alone, amounts without a currency, and ties with rows in both directions")
  func decisions() throws {
    _ = try folder.file("flows.csv", "payer,payee,amount,payer_region\nA,B,5,Deutschland\n")
    _ = try folder.file("ties.csv", "source,target,strength\nA,B,1\nB,A,2\n")
    let notes = try read(folder.path).notes
    #expect(notes.contains { $0.hasPrefix("1 region name is no country") && $0.contains("\"Deutschland\"") })
    #expect(notes.contains { $0.contains("no column names a currency") })
    #expect(notes.contains { $0.hasPrefix("1 undirected tie has rows in both directions") })
  }

  @Test("A pair of end columns that belong together beats a lone source column")
  func endColumns() throws {
    let reading = try read(try folder.file("e.csv", "from,to,source\nA,B,press\n"))
    #expect(reading.network.actors.ids == ["A", "B"])
  }

  @Test("A table of actors by --actors adds roles; a blank first header is the id column")
  func actorsFile() throws {
    var options = ReadingOptions()
    options.actorsFile = try folder.file(
      "attr.csv", "\u{FEFF}\"\",role,Age\r\nA,terrorist,30\r\nZ,victim,9\r\n")
    let reading = try read(try folder.file("t.csv", "A,B\nB,C\n"), options)
    #expect(reading.network.actors.ids == ["A", "Z", "B", "C"])
    #expect(reading.network.actors.roles[0] == .terrorist)
    #expect(reading.notes.contains { $0.contains("Age") })
  }

  @Test("Lines before the header are passed over with a note")
  func preamble() throws {
    let reading = try read(try folder.file("p.csv", "Report of 2019,,\n\nsource,target,weight\nA,B,2\n"))
    #expect(reading.network.ties.count == 1)
    #expect(reading.notes.contains { $0.contains("before the header") })
    #expect(reading.network.rows[reading.network.tieEvidence[0].row] == "p.csv:4")
  }

  @Test("What cannot be read is refused in one sentence that says what to do")
  func refusals() throws {
    #expect(
      message(folder.url.appending(path: "nothing.csv").path).contains("there is no such file or folder"))
    #expect(message(folder.path).contains("holds none of actors.csv, ties.csv and flows.csv"))
    #expect(message(try folder.file("e.csv", "")).contains("the file is empty"))
    #expect(message(try folder.file("w.csv", " \n\n ")).contains("the file is empty"))
    #expect(message(try folder.file("b.csv", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2])).contains("binary"))
    #expect(message(try folder.file("h.csv", "source,target\n")).contains("no rows below the header"))
    #expect(message(try folder.file("o.csv", "word\nanother\n")).contains("one column"))
    #expect(message(try folder.file("x.csv", "<?xml version=\"1.0\"?><svg/>")).contains("XML"))
    #expect(message(try folder.file("2.csv", ",Age,Faction,Rank\nA,20,1,2\nB,31,2,1\n")).contains("two-mode"))
    #expect(message(try folder.file("z.csv", [0x50, 0x4B, 3, 4, 0, 0])).contains("the archive is damaged"))
  }

  @Test("A folder, a pipe or a device in place of a table is refused in one sentence, at once")
  func notFiles() throws {
    let pipe = folder.url.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(message(pipe).contains("not a file but a pipe or a device"))
    #expect(message("/dev/null").contains("not a file but a pipe or a device"))
    let inner = folder.url.appending(path: "inner/ties.csv")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    #expect(
      message(folder.url.appending(path: "inner").path).hasSuffix(
        "this is a folder, where a table is "
          + "expected. Give the file."))
    var options = ReadingOptions()
    options.actorsFile = folder.path
    #expect(message(try folder.file("t.csv", "source,target\na,b\n"), options).contains("this is a folder"))
  }

  @Test("A message lists a dozen columns at most, each cut short")
  func manyColumns() throws {
    let header = (1...1000).map { "strength\($0)\(String(repeating: "x", count: 100))" }.joined(
      separator: ",")
    let text = message(
      try folder.file("wide.csv", header + "\n" + String(repeating: "1,", count: 999) + "1\n"))
    #expect(text.contains("and 988 more"))
    #expect(text.count < 1_000)
  }

  @Test(
    "A strength or amount too large or too small to compute with rejects its row",
    arguments: ["1e101", "1.7e308", "1e-101", "5e-324"])
  func outOfRange(number: String) throws {
    let ties = try read(try folder.file("t.csv", "source,target,strength\na,b,\(number)\nb,c,1e100\n"))
    #expect(ties.problems.map(\.kind) == [.unreadableStrength] && ties.account.used == 1)
    let flows = try read(try folder.file("f.csv", "payer,payee,amount\na,b,\(number)\nb,c,1e-100\n"))
    #expect(flows.problems.map(\.kind) == [.amountOutOfRange] && flows.account.used == 1)
    let matrix = try read(try folder.file("m.csv", ",a,b\na,0,\(number)\nb,1,0\n"))
    #expect(matrix.problems.map(\.kind) == [.unreadableStrength] && matrix.account.used == 1)
  }

  @Test("A cell that nexus guarded against spreadsheets loses its mark when nexus reads it back")
  func ownOutput() throws {
    _ = try folder.file("ties.csv", "source,target\n'=HYPERLINK(1),B\n")
    #expect(try read(folder.path).network.actors.ids[0] == "'=HYPERLINK(1)")
    _ = try folder.file("manifest.json", "{\"tool\": \"another\"}")
    #expect(try read(folder.path).network.actors.ids[0] == "'=HYPERLINK(1)")
    _ = try folder.file("manifest.json", "{\"tool\": \"nexus\"}")
    #expect(try read(folder.path).network.actors.ids[0] == "=HYPERLINK(1)")
  }

  @Test(
    "A short, a long and a broken row are each reported with their line",
    .enabled(if: ReferenceData.isPresent))
  func badFiles() throws {
    for name in ["bad-quotes-with-unescaped-quote", "bad-missing-quote", "bad-unescaped-quote"] {
      let path = ReferenceData.folder.appending(path: "csv-torture/test-data/csv/\(name).csv").path
      var options = ReadingOptions()
      options.columns = [.source: "foo", .target: "baz"]
      let isReported: Bool
      do {
        let reading = try read(path, options)
        isReported = reading.problems.contains { $0.line == 2 }
      } catch { isReported = "\(error)".contains(".csv:2:") }
      #expect(isReported, "\(name)")
    }
  }
}

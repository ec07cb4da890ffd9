import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Columns that are probably the ends of ties are proposed, with the options that read them")
struct LikelyEndsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func findings(_ text: String) throws -> [Finding] {
    Diagnosis(DatasetReader().examine(try folder.file("t.csv", text))).findings
      .filter { $0.kind == .check(.likelyEnds) }
  }

  /// The columns of the options that a finding proposes first.
  private func proposed(_ finding: Finding) -> [Field: String] {
    let first = finding.fix.split(separator: " reads ")[0]
    var columns: [Field: String] = [:]
    for option in first.split(separator: "--map ") {
      let parts = option.trimmingSpaces.filter { $0 != "'" }.split(separator: "=", maxSplits: 1)
      if let field = Field(rawValue: String(parts[0])) { columns[field] = String(parts[1]) }
    }
    return columns
  }

  @Test(
    "A table without known ends is read with the options that are proposed",
    arguments: [
      ("from_account,to_account,amount\n01,02,5\n02,03,7\n", "from_account", "to_account"),
      ("id,Caller,Callee,minutes\n1,ann,bob,3\n2,bob,cy,4\n", "Caller", "Callee"),
      ("suspect_1,suspect_2\nann,bob\ncy,dee\n", "suspect_1", "suspect_2"),
      ("date,ActorA,ActorB,strength\n2019,ann,bob,1\n2020,cy,ann,2\n", "ActorA", "ActorB"),
      ("payer name,amount,payee name\nann,5,bob\n", "payer name", "payee name"),
      ("Empf\u{E4}nger,Absender,date\nann,bob,2019\n", "Absender", "Empf\u{E4}nger"),
      ("count,phone of sender,phone of receiver\n2,0171,0172\n", "phone of sender", "phone of receiver"),
    ])
  func named(text: String, source: String, target: String) throws {
    let finding = try #require(findings(text).first, "\(text)")
    #expect(finding.message.contains("their names make a pair") && finding.severity == .fault)
    let columns = proposed(finding)
    #expect(columns == [.source: source, .target: target], "\(finding.fix)")
    var options = ReadingOptions()
    options.columns = columns
    let reading = try folder.reading("t.csv", text, options)
    #expect([TableShape.ties, .flows].contains(reading.files[0].shape))
    #expect(reading.account.rejected == 0 && !reading.links.isEmpty)
  }

  @Test("Values that stand in both columns speak where names do not")
  func values() throws {
    let rows = (0..<12).map { "\($0),p\($0),\(20 + $0 % 3),p\(($0 + 5) % 12)\n" }
    let finding = try #require(findings("count,who,age,whom\n" + rows.joined()).first)
    #expect(proposed(finding) == [.source: "who", .target: "whom"])
    #expect(finding.message.contains("12 of the 12 different values"), "\(finding.message)")
  }

  @Test("An end that is known by its name needs no option")
  func oneEnd() throws {
    let rows = (0..<9).map { "p\($0),p\(($0 + 2) % 9),x\n" }
    let finding = try #require(findings("source,partner,weight\n" + rows.joined()).first)
    #expect(proposed(finding) == [.target: "partner"])
  }

  @Test("The refusal itself names the columns, as a shell takes them")
  func refusal() throws {
    let message = try folder.refusal("t.csv", "from account,to account,amount\n1,2,3\n")
    #expect(
      message.contains("Perhaps --map 'source=from account' --map 'target=to account' reads it"),
      "\(message)")
    #expect(ShellWord.quoted("it's $(rm)") == "'it'\\''s $(rm)'" && ShellWord.quoted("a=b_c") == "a=b_c")
    #expect(!ShellWord.quoted("a\u{1B}[2J\u{202E}b").unicodeScalars.contains("\u{1B}"))
  }

  @Test(
    "Nothing is proposed where ties are read, where names are of persons, and where columns only look alike",
    arguments: [
      "source,target,caller,callee\na,b,c,d\n", "a,b\nb,c\n", "1,2\n2,3\n", "node 1,node 2\nnode 3,node 4\n",
      "id,name,phone_1,phone_2\n1,Ann,0171,0172\n2,Bob,0173,0174\n",
      "id,name,start_date,end_date\n1,Ann,2019,2020\n", "count,date_from,date_to\n3,2019,2020\n",
      "strength,low,high\n1,1,2\n2,2,3\n3,3,4\n",
    ])
  func none(text: String) throws { #expect(try findings(text).isEmpty, "\(text)") }

  @Test("Hostile headers are shown harmless", arguments: HostileNames.all)
  func hostile(name: String) throws {
    let quoted = name.replacing("\"", with: "\"\"")
    for finding in try findings("\"\(quoted) 1\",\"\(quoted) 2\",amount\nx,y,1\n") {
      #expect(!finding.fix.contains("\n") && !finding.fix.unicodeScalars.contains("\u{202E}"))
      #expect(!finding.message.contains("\n") && !finding.message.unicodeScalars.contains("\u{202E}"))
    }
  }
}

import Foundation
import NexusTestSupport
import Testing

@Suite("nexus doctor, as its user meets it")
struct DoctorCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["doctor"] + arguments, in: folder.url)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let result = try CommandRun(["doctor"] + arguments + ["--json"], in: folder.url)
    return try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  private static let payments = """
    payer;payee;Betrag;date;channel;source_role
    A;B;1.200,50;03/04/2019;hawala;terorist
    B;C;7,25;04/05/2019;havala;
    C;;5;05/05/2019;;
    """

  @Test("JSON has the keys of the contract, and the data are bad with exit code 0")
  func contract() throws {
    let path = try folder.file("p.csv", Self.payments)
    let result = try run(path, "--map", "amount=Betrag")
    #expect(result.status == 0 && result.messages.isEmpty)
    let document = try json(path, "--map", "amount=Betrag")
    #expect(document["shape"] as? String == "flows")
    let dialect = try #require(document["dialect"] as? [String: Any])
    #expect(dialect["delimiter"] as? String == "semicolon" && dialect["encoding"] as? String == "UTF-8")
    #expect(dialect["decimal_mark"] as? String == "comma")
    let columns = try #require(document["columns"] as? [String: String])
    #expect(columns["amount"] == "Betrag" && columns["source"] == "payer")
    #expect(document["rows"] as? [String: Int] == ["read": 3, "used": 2, "folded": 0, "rejected": 1])
    let problems = try #require(document["problems"] as? [[String: Any]])
    #expect(
      problems.compactMap { $0["kind"] as? String } == [
        "missing end", "unknown word", "unknown word", "ambiguous dates",
      ])
    for problem in problems {
      for key in ["kind", "line", "column", "message", "fix"] { #expect(problem[key] != nil, "\(key)") }
    }
    #expect(problems.first?["line"] as? Int == 4 && problems.first?["column"] as? Int == 2)
    #expect(document["failure"] is NSNull && document["files"] is [Any])
  }

  @Test("The terminal shows columns with reasons, problems with places and fixes, within 100 columns")
  func text() throws {
    let output = try run(folder.file("p.csv", Self.payments), "--map", "amount=Betrag").output
    let flat = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "p: 3 rows read: 2 used, 0 folded, 1 rejected", "semicolon (cuts the first rows most evenly)", "--map",
      "accepted name", "Problems (4)", "p.csv:4:2: the target is missing.", "Did you mean `terrorist`?",
      "--day-first or --month-first", "4 problems,",
    ] { #expect(flat.contains(part), "\(part) in \(output)") }
    #expect(output.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(output)")
  }

  @Test("--strict ends with 1 for a problem, with 0 for remarks")
  func strict() throws {
    let bad = try run(folder.file("p.csv", Self.payments), "--map", "amount=Betrag", "--strict")
    #expect(
      bad.status == 1 && bad.messages == "nexus: --strict: 4 problems as above.\n" && !bad.output.isEmpty)
    let fair = try run(folder.file("q.csv", "source,target,extra\na,a,1\na,b,1\na,b,1\n"), "--strict")
    #expect(fair.status == 0 && fair.output.contains("Remarks"), "\(fair.output)")
  }

  @Test(
    "A spec that was written is read by every command, gives the same results, and words are added by hand")
  func spec() throws {
    let path = try folder.file("p.csv", Self.payments)
    let written = try run(path, "--map", "amount=Betrag", "--month-first", "--write-spec", "s.json")
    #expect(written.status == 0 && written.messages == "written: s.json\n", "\(written.messages)")
    let specFile = folder.url.appending(path: "s.json")
    let text = try String(contentsOf: specFile, encoding: .utf8)
    #expect(text.contains("\"date_order\": \"month-first\"") && text.contains("\"amount\": \"Betrag\""))
    let again = try run(path, "--spec", "s.json", "--write-spec", "t.json")
    #expect(again.status == 0, "\(again.messages)")
    let second = try String(contentsOf: folder.url.appending(path: "t.json"), encoding: .utf8)
    #expect(second == text)
    func summary(_ arguments: String...) throws -> String {
      let run = try CommandRun(["flows", "summary", path, "--json"] + arguments, in: folder.url)
      #expect(run.status == 0, "\(run.messages)")
      return run.output
    }
    #expect(try summary("--spec", "s.json") == summary("--map", "amount=Betrag", "--month-first"))
    try text.replacing("\"roles\": {}", with: "\"roles\": {\"terorist\": \"terrorist\"}")
      .write(to: specFile, atomically: true, encoding: .utf8)
    let mended = try json(path, "--spec", "s.json")
    let problems = try #require(mended["problems"] as? [[String: Any]])
    #expect(problems.compactMap { $0["kind"] as? String } == ["missing end", "unknown word"])
    let notes = try #require(mended["notes"] as? [String])
    #expect(notes.contains { $0.contains("1 cell with the role \"terorist\" was read as \"terrorist\"") })
  }

  @Test("analyze tells the spec in its manifest, as an input too")
  func manifest() throws {
    let path = try folder.file("t.csv", "source,target\na,b\nb,c\n")
    _ = try run(path, "--write-spec", "s.json")
    let result = try CommandRun(
      ["analyze", path, "--spec", "s.json", "--output", "out", "--draws", "0", "--rank-draws", "0"],
      in: folder.url)
    #expect(result.status == 0, "\(result.messages)")
    let manifest = try String(contentsOf: folder.url.appending(path: "out/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"spec\": \"s.json\"") && manifest.contains("\"name\": \"s.json\""))
  }

  @Test("Data that cannot be read end with 65 after what was recognised, missing data with 66")
  func unreadable() throws {
    let unknown = try run(folder.file("u.csv", "foo;bar;baz\n1;2;3\n4;5;6;7\n"))
    #expect(
      unknown.status == 65 && unknown.output.contains("semicolon") && unknown.output.contains("foo, bar, baz")
    )
    #expect(unknown.output.contains("u.csv:3:4:") && unknown.messages.contains("--map source=COLUMN"))
    let empty = try run(folder.file("e.csv", ""))
    #expect(empty.status == 65 && empty.messages.contains("the file is empty"))
    let document = try json(folder.file("e.csv", ""))
    #expect((document["failure"] as? String)?.contains("the file is empty") == true)
    let missing = try run("nowhere.csv")
    #expect(missing.status == 66 && missing.output.isEmpty)
    let path = try folder.file("t.csv", "source,target\na,b\n")
    #expect(try run(path, "--spec", "nowhere.json").status == 66)
    let wrong = try run(path, "--spec", folder.file("w.json", "{\"nexus_spec\": 1, \"file\": {}}"))
    #expect(wrong.status == 65 && wrong.output.isEmpty && wrong.messages.contains("Did you mean \"files\"?"))
    let other = try run(
      path, "--spec", folder.file("o.json", "{\"nexus_spec\": 1, \"files\": {\"u.csv\": {}}}"))
    #expect(other.status == 65 && other.messages.contains("the data set holds no \"u.csv\""))
    #expect(try run(path, "--write-spec", "no/such/folder.json").status == 73)
    #expect(try run(path, "--write-spec", path).status == 73)
    #expect(try run(path, "--limit", "-1").status == 64)
  }

  @Test("Hostile names stay harmless on the terminal and in JSON")
  func hostile() throws {
    let rows = HostileNames.all.map { name in
      let cell = "\"\(name.replacing("\"", with: "\"\""))\""
      return "\(cell),hub,\(cell),\(cell)"
    }.joined(separator: "\n")
    let path = try folder.file("h.csv", "source,target,relation,place\n\(rows)\n")
    let text = try run(path, "--limit", "100")
    #expect(text.status == 0, "\(text.messages)")
    #expect(!text.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    let document = try run(path, "--json")
    #expect(!document.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(document.output.utf8)) }
  }

  @Test("The invented data set of the repository: its planted faults are found")
  func corridor() throws {
    let path = CommandRun.root.appending(path: "datasets/northern-corridor").path
    let document = try json(path)
    let kinds = Set(
      try #require(document["problems"] as? [[String: Any]]).compactMap { $0["kind"] as? String })
    #expect(kinds.isSuperset(of: ["missing end", "unknown word", "unreadable date"]), "\(kinds)")
    let again = try run(path, "--json")
    #expect(try run(path, "--json").output == again.output)
  }
}

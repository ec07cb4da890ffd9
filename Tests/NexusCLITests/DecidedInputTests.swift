import Foundation
import NexusTestSupport
import Testing

@Suite("What was decided about the input, as its user meets it")
struct DecidedInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(arguments, in: folder.url)
  }

  @Test("An actor is found by the id of a record that was merged into it, and the answer says so")
  func formerIDs() throws {
    let ties = try folder.file("t.csv", "source,target\na1,b\na2,c\nb,d\n")
    let merges = try folder.file("m.csv", "decision,a,b\nsame,a1,a2\n")
    let note = "\"a2\" is the former id of a record that is part of the actor \"a1\" by decision (--merges)."
    for arguments in [
      ["paths", ties, "a2", "d", "--merges", merges], ["explain", ties, "a2", "--merges", merges],
      ["explain", ties, "actor:a2", "--merges", merges],
      ["measures", ties, "--focus", "a2", "--merges", merges],
      ["map", ties, "out.svg", "--path", "a2", "d", "--merges", merges],
    ] {
      let result = try CommandRun(arguments, in: folder.url)
      #expect(result.status == 0, "\(arguments): \(result.messages)")
      #expect(result.messages.contains(note), "\(arguments): \(result.messages)")
    }
    #expect(try !run("paths", ties, "a1", "d", "--merges", merges).messages.contains("former id"))
    #expect(try run("paths", ties, "a9", "d", "--merges", merges).status != 0)
  }

  @Test("doctor takes the filters: what they hide is counted, and a word that is not there is refused")
  func doctorFilters() throws {
    let path = try folder.file(
      "t.csv", "source,target,date,grade,source_region\na,b,2019,Z9,AF\nc,d,2021,Z9,TJ\nc,,2021,,\n")
    let whole = try run("doctor", path)
    #expect(whole.output.contains("t.csv:2:4") && whole.messages.isEmpty)
    let part = try run("doctor", path, "--since", "2020")
    #expect(!part.output.contains("t.csv:2:4") && part.output.contains("t.csv:3:4"), "\(part.output)")
    #expect(part.output.contains("t.csv:4:2") && part.output.contains("3 rows read"))
    #expect(part.messages.contains("Filtered by since 2020") && part.messages.contains("hidden is left out"))
    let json = try run("doctor", path, "--focus", "a", "--json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((document["filter"] as? [String: Any])?["focus"] as? [String] == ["a"])
    #expect(document["hidden_findings"] as? Int == 1)
    #expect(try run("doctor", path, "--relation", "nothing").status == 64)
    #expect(try run("doctor", path, "--focus", "nobody").status != 0)
  }

  @Test("doctor proposes the columns of ties, and the options that it gives read them")
  func likelyEnds() throws {
    let path = try folder.file("t.csv", "from account,to account,amount\n01,02,5\n02,03,7\n")
    let refused = try run("doctor", path)
    let flat = refused.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(refused.status == 65)
    #expect(
      flat.contains("--map 'source=from account' --map 'target=to account' reads them so."),
      "\(refused.output)")
    let read = try run(
      "doctor", path, "--map", "source=from account", "--map", "target=to account", "--strict")
    #expect(read.status == 0 && read.output.contains("2 used"), "\(read.output)")
  }

  @Test("convert takes a format in any case, and tells of memberships that join nobody")
  func convert() throws {
    let path = try folder.file("m.csv", "actor,event,grade\na,e,B2\nb,e,\nc,f,A1\n")
    let result = try run("convert", path, "out.json", "--to", "Node-Link")
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.messages.contains("1 memberships that join nobody"), "\(result.messages)")
    #expect(
      try String(contentsOf: folder.url.appending(path: "out.json"), encoding: .utf8).contains("\"B2\""))
    #expect(try run("convert", path, "out2.json", "--to", "nodelink").status == 64)
  }

  @Test("A spec keeps events as actors in the next import")
  func twoMode() throws {
    let path = try folder.file("m.csv", "actor,event\na,e\nb,e\n")
    let written = try run("doctor", path, "--keep-two-mode", "--write-spec", "s.json")
    #expect(written.status == 0)
    let text = try String(contentsOf: folder.url.appending(path: "s.json"), encoding: .utf8)
    #expect(text.contains("\"two_mode\": \"keep\""), "\(text)")
    func degrees(_ option: String...) throws -> String {
      try CommandRun(["measures", path, "--only", "degree", "--json"] + option, in: folder.url).output
    }
    #expect(try degrees("--spec", "s.json") == degrees("--keep-two-mode"))
  }
}

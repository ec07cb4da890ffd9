import Foundation
import NexusTestSupport
import Testing

@Suite("nexus resolve and --merges, as their user meets them")
struct ResolveCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments, in: folder.url) }

  /// Two records of one trader among strangers, and a namesake born at another time.
  private func example() throws -> String {
    let data = folder.url.appending(path: "data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    _ = try folder.file(
      "data/actors.csv",
      """
      id,name,role,type,birth_date,nationality
      p1,Yusuf al-Harthi,facilitator,person,1971,OM
      p2,Youssef El Harithi,,person,1971,OM
      p3,Yusuf Harthi,witness,person,1999,PK
      p4,Olaf Bergstromm,,person,,
      p5,Rosa Espinal,organised-crime,person,,
      p6,"=HYPERLINK(""x"")",,person,,
      p7,<b>Kofi</b> Dankwa,,person,,
      """)
    _ = try folder.file(
      "data/ties.csv", "source,target\np1,p4\np1,p5\np2,p6\np2,p7\np4,p5\np6,p7\np3,p4\n")
    return data.path
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let result = try CommandRun(["resolve"] + arguments + ["--json"], in: folder.url)
    #expect(result.status == 0, "\(result.messages)")
    return try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test("A proposal has its probability, its parts, and how far the ranks would move")
  func proposals() throws {
    let document = try json(example())
    let proposals = try #require(document["proposals"] as? [[String: Any]])
    let first = try #require(proposals.first)
    #expect(first["a"] as? String == "p1" && first["b"] as? String == "p2")
    #expect(try #require(first["probability"] as? Double) > 0.9)
    let parts = try #require(first["parts"] as? [[String: Any]])
    #expect(parts.compactMap { $0["part"] as? String } == ["prior", "name", "birth", "nationality"])
    #expect(parts[2]["value"] as? String == "year same" && parts[2]["bits"] as? Double == 3.2)
    #expect(try #require(first["rank_shift"] as? Int) > 0)
    #expect(document["blocks_left_out"] as? Int == 0 && document["decided"] as? Int == 0)
    #expect((document["most_moving"] as? [String: Any])?["a"] as? String == "p1")
    let text = try run("resolve", folder.path + "/data")
    #expect(text.status == 0 && text.output.contains("birth year same +3.2"))
    #expect(text.output.contains("A proposal is a question, not a finding"))
    #expect(
      text.output.contains(
        "Deciding Yusuf al-Harthi (p1) – Youssef El Harithi (p2) would move the top ranks most"))
  }

  @Test("Suggestions, filled in, are the decisions that every subcommand applies; removing the row restores")
  func roundTrip() throws {
    let data = try example()
    let written = try run("resolve", data, "--suggest", "decisions.csv")
    #expect(written.status == 0 && written.messages.contains("written: decisions.csv"))
    let file = folder.url.appending(path: "decisions.csv")
    let empty = try String(contentsOf: file, encoding: .utf8)
    #expect(empty.hasPrefix("decision,a,b,keep,who,when,why,probability,name_a,name_b\n,p1,p2,,,,,0.9"))
    let before = try run("measures", data, "--only", "degree", "--csv")
    #expect(
      try run("measures", data, "--only", "degree", "--csv", "--merges", "decisions.csv").output
        == before.output)

    let rows = empty.split(separator: "\n").map(String.init)
    try Data(([rows[0], "same" + rows[1], "different,p1,p3,,,,,,,"].joined(separator: "\n") + "\n").utf8)
      .write(to: file)
    let merged = try run("measures", data, "--only", "degree", "--csv", "--merges", "decisions.csv")
    #expect(
      merged.status == 0 && merged.output.contains("p1,Yusuf al-Harthi,facilitator,person,4")
        && !merged.output.contains("p2"))
    let left = try json(data, "--merges", "decisions.csv", "--min-probability", "0")
    let pairs = try #require(left["proposals"] as? [[String: Any]]).map {
      [$0["a"] as? String, $0["b"] as? String]
    }
    #expect(
      !pairs.contains(["p1", "p3"]) && !pairs.contains { $0.contains("p2") } && left["decided"] as? Int == 2)
    let kept = try run("resolve", data, "--merges", "decisions.csv", "--suggest", "decisions.csv")
    #expect(kept.status == 73)
  }

  @Test("An analysis lists the file of decisions among its inputs, and accounts for every row")
  func analysis() throws {
    let data = try example()
    _ = try folder.file("d.csv", "decision,a,b\nsame,p1,p2\n")
    let result = try run(
      "analyze", data, "--merges", "d.csv", "--output", "out", "--rank-draws", "0", "--draws", "0")
    #expect(result.status == 0, "\(result.messages)")
    let manifest = try String(contentsOf: folder.url.appending(path: "out/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"d.csv\"") && manifest.contains("\"merges\": \"d.csv\""))
    let analysis = try String(contentsOf: folder.url.appending(path: "out/analysis.json"), encoding: .utf8)
    let document = try #require(JSONSerialization.jsonObject(with: Data(analysis.utf8)) as? [String: Any])
    let rows = try #require((document["dataset"] as? [String: Any])?["rows"] as? [String: Any])
    let counts = ["used", "folded", "rejected"].compactMap { rows[$0] as? Int }
    #expect(counts.reduce(0, +) == rows["read"] as? Int && rows["read"] as? Int == 14)
  }

  @Test("Contradictions, unknown words and missing files end with their exit code and a sentence")
  func refused() throws {
    let data = try example()
    _ = try folder.file("c.csv", "decision,a,b\nsame,p1,p2\nsame,p2,p3\ndifferent,p1,p3\n")
    let contradiction = try run("resolve", data, "--merges", "c.csv")
    #expect(
      contradiction.status == 65
        && contradiction.messages.contains("c.csv:4: this pair is decided different, but lines 2, 3"))
    #expect(try run("resolve", data, "--merges", "nowhere.csv").status == 66)
    #expect(try run("resolve", data, "--min-probability", "2").status == 64)
    #expect(try run("resolve", "nowhere").status == 66)
    _ = try folder.file("u.csv", "decision,a,b\nsame,p1,p22\n")
    let unknown = try run("risk", data, "--merges", "u.csv", "--strict")
    #expect(
      unknown.status == 0
        && unknown.messages.contains("u.csv:2:3: no row of the data bears the id \"p22\". Did you mean"))
  }

  @Test("The same bytes for any number of threads; filters hold; hostile names stay text")
  func bytes() throws {
    let data = try example()
    let one = try run("resolve", data, "--json", "--threads", "1", "--min-probability", "0")
    #expect(
      one.output == (try run("resolve", data, "--json", "--threads", "4", "--min-probability", "0")).output)
    #expect(try #require(json(data, "--role", "witness")["proposals"] as? [Any]).isEmpty)
    let lines = HostileNames.all.prefix(20).enumerated().flatMap { number, name in
      (0...1).map { "h\(number)-\($0),\"\(name.replacing("\"", with: "\"\""))\"" }
    }
    let path = try folder.file("hostile.csv", "id,name\n" + lines.joined(separator: "\n") + "\n")
    let shown = try run("resolve", path, "--limit", "100", "--suggest", "h.csv")
    #expect(shown.status == 0, "\(shown.messages)")
    #expect(!shown.output.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
    let cells = try String(contentsOf: folder.url.appending(path: "h.csv"), encoding: .utf8)
    #expect(cells.contains("'=HYPERLINK") && !cells.contains(",=HYPERLINK"))
  }
}

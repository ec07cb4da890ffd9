import Foundation
import NexusTestSupport
import Testing

@Suite("Filters, as the user of the command meets them")
struct FilterCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file(
      "t.csv",
      """
      source,target,relation,date,source_role,target_role
      A,B,finance,2015-03-01,terrorist,organised-crime
      B,C,kinship,2020-03-01,organised-crime,victim
      C,D,finance,,victim,
      """)
  }

  private func run(_ filters: String...) throws -> CommandRun {
    let arguments = ["analyze", "t.csv", "--rank-draws", "5"]
    return try CommandRun(arguments + filters, in: folder.url)
  }

  private func json(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.url.appending(path: "t-nexus/\(name)"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test(
    "What was asked for and what it hid stands in the summary, analysis.json, the report and the manifest")
  func told() throws {
    let result = try run("--since", "2016", "--role", "Organised_Crime,victim")
    #expect(result.status == 0)
    let sentence =
      "Filtered by since 2016, role organised-crime or victim: 2 actors, 2 ties hidden."
    #expect(result.output.contains("filter        " + sentence))
    #expect(result.output.contains("3 rows, 3 used"), "the account of rows is that of the reading")
    let dataset = try #require(try json("analysis.json")["dataset"] as? [String: Any])
    let filter = try #require(dataset["filter"] as? [String: Any])
    #expect(filter["since"] as? [String] == ["2016"])
    #expect(filter["role"] as? [String] == ["organised-crime", "victim"])
    #expect(filter["hidden"] as? [String: Int] == ["actors": 2, "ties": 2, "transfers": 0, "undated": 0])
    let options = try #require(try json("manifest.json")["options"] as? [String: String])
    #expect(options["since"] == "2016" && options["role"] == "organised-crime;victim")
    let page = try String(contentsOf: folder.url.appending(path: "t-nexus/report.html"), encoding: .utf8)
    #expect(page.contains(sentence))
    let actors = try String(contentsOf: folder.url.appending(path: "t-nexus/actors.csv"), encoding: .utf8)
    #expect(actors.split(separator: "\n").dropFirst().map { $0.prefix(1) } == ["B", "C"])
    #expect(try run().status == 0)
    let whole = try #require(try json("analysis.json")["dataset"] as? [String: Any])
    #expect(whole["filter"] is NSNull)
  }

  @Test("--since takes the first day of a year, --until the last")
  func coarseDays() throws {
    #expect(try run("--since", "2015", "--until", "2015").output.contains("2 actors, 1 tie,"))
    #expect(try run("--since", "2020", "--until", "2020-02").status == 65)
  }

  @Test("An unknown word or actor is 64 with near names, a filter that leaves nothing 65, both one sentence")
  func refused() throws {
    for (filters, status, message) in [
      (
        ["--role", "terorist"], 64,
        "--role knows no 'terorist', and it is not in the data. Did you mean 'terrorist'?"
      ),
      (["--relation", "kinshp"], 64, "Did you mean 'kinship'?"),
      (["--focus", "E"], 64, "no actor has the id or name \"E\"."),
      (["--type", "bank"], 65, "the filter (type bank) leaves nothing of 4 actors. Widen it."),
      (["--since", "2021", "--until", "2019"], 64, "--since is later than --until"),
      (["--hops", "2"], 64, "--hops needs --focus ACTOR."),
      (["--min-confidence", "2"], 64, "--min-confidence takes a share from 0 to 1"),
    ] {
      let result = try CommandRun(["analyze", "t.csv"] + filters, in: folder.url)
      #expect(result.status == Int32(status) && result.messages.contains(message), "\(filters)")
      #expect(result.output.isEmpty)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/t-nexus"))
  }

  @Test("A focus shows its neighbourhood")
  func focus() throws {
    let output = try run("--focus", "A", "--hops", "2").output
    #expect(
      output.contains("focus A, hops 2: 1 actor, 1 tie hidden.") && output.contains("3 actors, 2 ties,"))
  }

  @Test("Words of the data that would steer a terminal are shown harmless")
  func hostile() throws {
    let result = try run("--focus", "\u{1B}[31mA")
    #expect(result.status == 64 && !result.messages.unicodeScalars.contains("\u{1B}"))
  }
}

import Foundation
import NexusTestSupport
import Testing

@Suite("nexus diff, as its user meets it")
struct DiffCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try WorkedExample.write(into: folder)
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["diff"] + arguments, in: folder.url)
  }

  private struct Document: Decodable {
    struct Changes<Item: Decodable>: Decodable {
      var added: [Item]
      var removed: [Item]
    }
    struct Tie: Decodable {
      var source: String
      var target: String
      var rows: [String]
    }
    struct Rank: Decodable {
      var actor: String
      var measure: String
      var before: Int
      var after: Int
    }
    struct Region: Decodable {
      var region: String
      var before: Double?
      var after: Double?
      var distinguishable: Bool?
    }
    var actors: Changes<String>
    var ties: Changes<Tie>
    var ranks: [Rank]
    var regions: [Region]
    var rows: [String]
  }

  @Test("The keys of JSON: actors, ties, ranks, regions, rows")
  func json() throws {
    _ = try folder.file("a.csv", "source,target,source_region,source_role,target_role\nA,B,AF,oc,terrorist\n")
    _ = try folder.file(
      "b.csv", "source,target,source_region,source_role,target_role\nA,B,AF,oc,terrorist\nB,C,TJ,oc,\n")
    let result = try run("a.csv", "b.csv", "--json")
    #expect(result.status == 0, "\(result.messages)")
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    #expect(document.actors.added == ["C"] && document.actors.removed.isEmpty)
    #expect(document.ties.added.map(\.rows) == [["b.csv:3"]])
    #expect(document.rows == ["b.csv:3"] && document.ranks.isEmpty)
    let afghanistan = try #require(document.regions.first { $0.region == "AF" })
    #expect(afghanistan.before != nil && afghanistan.distinguishable == false)
    #expect(document.regions.first { $0.region == "TJ" }?.before == .some(nil))
  }

  @Test("Windows of a data set, with the picture of the trend")
  func windows() throws {
    let result = try run(folder.path, "--windows", "2y", "--svg", "trend.svg")
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.output.contains("2017-06-01 to 2019-06-01") && result.output.contains("Alpha"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let svg = try String(contentsOf: folder.url.appending(path: "trend.svg"), encoding: .utf8)
    #expect(svg.hasPrefix("<svg") && svg.contains("Gamma") && svg.contains("Whiskers"))
  }

  @Test("Filters hold for both sides, and an actor of --focus need be in one only")
  func filters() throws {
    _ = try folder.file("a.csv", "source,target,relation\nA,B,finance\nB,C,kinship\n")
    _ = try folder.file(
      "b.csv", "source,target,relation\nA,B,finance\nB,C,kinship\nC,D,finance\nE,A,kinship\n")
    func ties(_ filters: String...) throws -> [String] {
      let result = try CommandRun(["diff", "a.csv", "b.csv", "--json"] + filters, in: folder.url)
      #expect(result.status == 0, "\(result.messages)")
      #expect(
        result.messages.contains("a.csv: Filtered by") && result.messages.contains("b.csv: Filtered by"))
      return try JSONDecoder().decode(Document.self, from: Data(result.output.utf8)).ties.added.flatMap(
        \.rows)
    }
    #expect(try ties("--relation", "finance") == ["b.csv:4"])
    #expect(try ties("--focus", "A", "--focus", "E") == ["b.csv:5"])
    #expect(try run("a.csv", "b.csv", "--focus", "E").status == 64, "E has no neighbourhood in a.csv")
    #expect(try run("a.csv", "b.csv", "--focus", "A", "--focus", "X").status == 64)
    #expect(try run("a.csv", "b.csv", "--hops", "2").status == 64)
  }

  @Test("Usage and data errors have their exit codes")
  func errors() throws {
    #expect(try run(folder.path).status == 64)
    #expect(try run(folder.path, folder.path, "--windows", "2y").status == 64)
    #expect(try run(folder.path, "--windows", "1.5y").status == 64)
    #expect(try run(folder.path, "missing.csv").status == 66)
    _ = try folder.file("undated.csv", "source,target\nA,B\n")
    let undated = try run("undated.csv", "--windows", "2y")
    #expect(undated.status == 65 && undated.messages.contains("--map date=COLUMN"))
    #expect(try run(folder.path, "--windows", "2y", "--svg", "no/such/folder/trend.svg").status != 0)
  }
}

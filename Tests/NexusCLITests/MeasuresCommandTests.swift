import Foundation
import NexusTestSupport
import Testing

@Suite("nexus measures, as its user meets it")
struct MeasuresCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["measures"] + arguments, in: folder.url)
  }

  private func star() throws -> String {
    try folder.file(
      "ties.csv", "source,target,target_role\nhub,x,\nhub,y,\nhub,z,victim\nx,y,\n")
  }

  @Test("The list names every measure without a data set, as text and as JSON")
  func list() throws {
    let text = try run("--list")
    #expect(text.status == 0 && text.output.contains("betweenness") && text.output.contains("pagerank"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let json = try run("--list", "--json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: [[String: Any]]])
    let names = document["measures"]?.compactMap { $0["name"] as? String } ?? []
    #expect(names.count > 20 && names.contains("betweenness"))
  }

  @Test("JSON has each measure by actor, as the contract names it")
  func json() throws {
    let result = try run(star(), "--only", "betweenness,degree", "--json")
    #expect(result.status == 0, "\(result.messages)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let measures = try #require(document["measures"] as? [String: [String: Double]])
    #expect(measures["degree"] == ["hub": 3, "x": 2, "y": 2, "z": 1])
    #expect(isClose(measures["betweenness"]?["hub"] ?? -1, 2.0 / 3))
  }

  @Test("CSV has every actor in input order, also those who are in no ranking")
  func csv() throws {
    let result = try run(star(), "--only", "degree", "--csv")
    #expect(
      result.output == """
        id,name,role,type,degree
        hub,hub,unknown,unknown,3
        x,x,unknown,unknown,2
        y,y,unknown,unknown,2
        z,z,victim,unknown,1

        """)
    let mixed = try run(star(), "--only", "degree,density", "--csv")
    #expect(mixed.status == 64 && mixed.output.isEmpty && mixed.messages.contains("--csv prints one table"))
  }

  @Test("The terminal ranks by the first measure, leaves out the protected and says what was assumed")
  func text() throws {
    let result = try run(star(), "--only", "degree", "--limit", "2")
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix("Actors by degree; left out: 1 of victims, witnesses and reporting parties"))
    #expect(!result.output.contains("victim ") && result.output.contains("… 1 more"))
    #expect(result.output.contains("4 actors, 4 ties without direction; a step of a path is one hop long"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let sorted = try run(star(), "--only", "degree,clustering", "--sort", "clustering")
    #expect(sorted.output.hasPrefix("Actors by clustering"))
  }

  @Test("What cannot be asked for is 64 with a sentence")
  func usage() throws {
    let path = try star()
    for arguments in [
      [], [path, "--only", "betweeness"], [path, "--only", ","], [path, "--csv", "--json"],
      [path, "--only", "degree", "--sort", "katz"], [path, "--limit", "-1"], [path, "--resolution", "0"],
      [path, "--exact", "--pivots", "5"], [path, "--dense-limit", "0"], [path, "--permutations", "0"],
      [path, "--threads", "0"],
    ] {
      let result = try CommandRun(["measures"] + arguments, in: folder.url)
      #expect(result.status == 64 && result.output.isEmpty && !result.messages.isEmpty, "\(arguments)")
    }
  }

  @Test("A measure that is not defined for the data is 65 with the reason")
  func undefined() throws {
    let path = try folder.file("chain.csv", "source,target\na,b\nb,c\n")
    let result = try run(path, "--directed", "--only", "eigenvector")
    #expect(result.status == 65 && result.output.isEmpty)
    #expect(result.messages.contains("eigenvector: It is not defined"))
  }

  @Test("Names that are markup, formulas or control characters stay harmless")
  func hostile() throws {
    let rows = HostileNames.all.map { "\"\($0.replacing("\"", with: "\"\""))\",hub" }.joined(separator: "\n")
    let path = try folder.file("hostile.csv", "source,target\n\(rows)\n")
    let text = try run(path, "--only", "degree", "--limit", "100")
    #expect(text.status == 0)
    #expect(!text.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    let csv = try run(path, "--only", "degree", "--csv")
    #expect(!csv.output.contains("\n=") && !csv.output.contains(",=") && !csv.output.contains("\n@"))
  }

  @Test("analyze --measures adds columns to actors.csv and tables for the rest")
  func analyze() throws {
    _ = try star()
    let result = try CommandRun(
      ["analyze", "ties.csv", "--measures", "triangles,degree,density", "--output", "out"], in: folder.url)
    #expect(result.status == 0, "\(result.messages)")
    func lines(_ name: String) throws -> [String] {
      try String(contentsOf: folder.url.appending(path: "out/\(name)"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
    let actors = try lines("actors.csv")
    #expect(actors[0].hasSuffix(",p_top10,triangles") && actors[1].hasSuffix(",1"))
    #expect(try lines("network_measures.csv") == ["measure,value", "density,0.6666666666666666"])
    let manifest = try lines("manifest.json").joined()
    #expect(manifest.contains("\"measures\": \"triangles,degree,density\""))
    let wrong = try CommandRun(["analyze", "ties.csv", "--measures", "nothing"], in: folder.url)
    #expect(wrong.status == 64)
  }
}

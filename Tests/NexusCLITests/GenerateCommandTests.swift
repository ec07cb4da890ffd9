import Foundation
import NexusTestSupport
import Testing

@Suite("nexus generate, as its user meets it")
struct GenerateCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(arguments, in: folder.url)
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: folder.url.appending(path: path)) }

  @Test("What it plants, flows patterns finds in the folder that it wrote, row by row")
  func endToEnd() throws {
    #expect(
      try run("generate", "x", "--actors", "1500", "--transfers", "3000", "--plant", "all:2", "--seed", "7")
        .status == 0)
    let found = try run("flows", "patterns", "x", "--json", "--shuffles", "0")
    #expect(found.status == 0)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
    let hits = try #require(document["patterns"] as? [[String: Any]]).map {
      ($0["pattern"] as! String, Set($0["transfers"] as! [String]))
    }
    let key = try #require(JSONSerialization.jsonObject(with: bytes("x/key.json")) as? [String: Any])
    let plants = try #require(key["patterns"] as? [[String: Any]])
    #expect(plants.count == 28)
    for plant in plants {
      let pattern = try #require(plant["pattern"] as? String)
      let transfers = Set(try #require(plant["transfers"] as? [String]))
      #expect(
        hits.contains { $0.0 == pattern && transfers.isSubset(of: $0.1) }, "\(pattern) \(plant["number"]!)")
    }
  }

  @Test("The same options give the same bytes; the folder is ours to replace, another's is not")
  func replacement() throws {
    for name in ["x", "y"] {
      #expect(try run("generate", name, "--transfers", "500", "--plant", "cycle:3").status == 0)
    }
    for file in ["actors.csv", "ties.csv", "flows.csv", "key.csv", "PROVENANCE.md", "manifest.json"] {
      #expect(try bytes("x/\(file)") == bytes("y/\(file)"), "\(file)")
    }
    #expect(try run("generate", "x", "--seed", "2").status == 0)
    #expect(try bytes("x/flows.csv") != bytes("y/flows.csv"))
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "mine"), withIntermediateDirectories: false)
    _ = try folder.file("mine/thesis.txt", "precious")
    let refused = try run("generate", "mine")
    #expect(refused.status == 73 && refused.messages.contains("--force"))
    #expect(try run("generate", "mine", "--force").status == 0)
  }

  @Test("It says that the data are invented, and reads back without a fault")
  func readsBack() throws {
    #expect(try run("generate", "x", "--actors", "100", "--transfers", "300").status == 0)
    #expect(String(decoding: try bytes("x/PROVENANCE.md"), as: UTF8.self).contains("They are invented."))
    let strict = try run("flows", "x", "--strict", "--json")
    #expect(strict.status == 0, "\(strict.messages)")
  }

  @Test("Bad requests end with a sentence", arguments: ["cycle", "cycle:x", "round:3", "all:-1", ""])
  func usage(plant: String) throws {
    #expect(try run("generate", "x", "--plant", plant).status == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "x").path))
  }

  @Test("Too few actors or transfers for what is planted are refused with what is needed")
  func room() throws {
    let result = try run("generate", "x", "--actors", "20", "--plant", "fan-in:50")
    #expect(result.status == 64 && result.messages.contains("Give --actors"))
  }
}

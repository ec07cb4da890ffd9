import Foundation
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("A folder of tables with its description")
struct CSVFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func files(_ csv: String) throws -> [String: String] {
    var options = ReadingOptions()
    options.otherValues = .keep
    let reading = try DatasetReader(options: options).read(try folder.file("t.csv", csv))
    let result = reading.network.converted(to: .csv, otherValues: reading.otherValues)
    return Dictionary(
      uniqueKeysWithValues: result.files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test("Tables as people read them; a cell that a spreadsheet would run is guarded")
  func tables() throws {
    let files = try files("source,target,strength,date,note\n=A1,-5,2,2019,x\n-5,\"a, b\",0.5,2020-01-02,\n")
    #expect(
      files["actors.csv"] == """
        id,name
        '=A1,'=A1
        -5,-5
        "a, b","a, b"

        """)
    #expect(
      files["ties.csv"] == """
        source,target,strength,directed,date,note,nexus_row
        '=A1,-5,2,undirected,2019,x,t.csv:2
        -5,"a, b",0.5,undirected,2020-01-02,,t.csv:3

        """)
    #expect(files.keys.sorted() == ["actors.csv", "datapackage.json", "ties.csv"])
  }

  /// The guard was taken off by characters, and an accent or a line end joins a mark before it to one.
  @Test("A formula under an accent, or behind a line end, loses its guard again")
  func guardByScalars() throws {
    let ids = ["=\u{301}x", "'=\u{301}x", "\r\nx", "+", "'", "'a"]
    let rows = ids.map { "\"\($0)\",hub\n" }.joined()
    let reading = try DatasetReader().read(try folder.file("t.csv", "source,target\n" + rows))
    #expect(reading.network.actors.ids == [ids[0], "hub"] + ids.dropFirst())
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "out"), withIntermediateDirectories: false)
    for file in reading.network.converted(to: .csv).files {
      _ = try folder.file("out/\(file.name)", file.bytes)
    }
    let copy = try DatasetReader().read(folder.url.appending(path: "out").path)
    #expect(copy.network.actors.ids == reading.network.actors.ids)
  }

  @Test("The description names tables, types, keys, and nexus")
  func description() throws {
    let text = try #require(files("payer,payee,amount,date\nA,B,5,2019-01-02\n")["datapackage.json"])
    let package = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(package["generator"] as? String == "nexus" && package["name"] as? String == "t")
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.map { $0["path"] as? String } == ["actors.csv", "flows.csv"])
    let actors = try #require(resources[0]["schema"] as? [String: Any])
    #expect(actors["primaryKey"] as? String == "id" && actors["missingValues"] as? [String] == [""])
    let flows = try #require(resources[1]["schema"] as? [String: Any])
    let fields = try #require(flows["fields"] as? [[String: Any]])
    #expect(
      fields.map { "\($0["name"]!): \($0["type"]!)" } == [
        "payer: string", "payee: string", "amount: number", "currency: string", "date: date",
        "nexus_row: string",
      ])
    let keys = try #require(flows["foreignKeys"] as? [[String: Any]])
    #expect(keys.map { $0["fields"] as? String } == ["payer", "payee"])
    #expect(
      keys.allSatisfy { ($0["reference"] as? [String: String]) == ["resource": "actors", "fields": "id"] })
  }
}

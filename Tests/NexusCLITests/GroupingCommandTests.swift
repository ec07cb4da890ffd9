import Foundation
import NexusTestSupport
import Testing

@Suite("--grouping, as its user meets it")
struct GroupingCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file(
      "ties.csv",
      """
      source,target,source_role,target_role,source_region,target_region,confidence
      A,B,terrorist,organised-crime,KZ,UZ,0.8
      A,C,terrorist,organised-crime,KZ,Steppe,0.6

      """)
  }

  private func run(_ grouping: String...) throws -> CommandRun {
    try CommandRun(
      ["analyze", "ties.csv", "--force"] + grouping.flatMap { ["--grouping", $0] }, in: folder.url)
  }

  private func rows() throws -> [String] {
    let text = try String(contentsOf: folder.url.appending(path: "ties-nexus/regions.csv"), encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  @Test("Shipped groups by name are one more level of regions.csv, and the notes name source and day")
  func shipped() throws {
    let result = try run("osce", "SCO")
    #expect(result.status == 0, "\(result.messages)")
    let groups = try rows().filter { $0.contains(",grouping,") }
    #expect(groups.map { $0.split(separator: ",")[0] }.sorted() == ["OSCE", "SCO"])
    let report = try String(contentsOf: folder.url.appending(path: "ties-nexus/report.html"), encoding: .utf8)
    #expect(
      report.contains(
        "Grouping OSCE (Organization for Security and Co-operation in Europe): 57 members as of 2012-11-21"))
    let plain = try run()
    #expect(plain.status == 0)
    #expect(try !rows().contains { $0.contains(",grouping,") })
  }

  @Test("A table of one's own may name regions of the data; it is listed among the inputs")
  func file() throws {
    _ = try folder.file("groups.csv", "grouping;region\nNorth;Kazakhstan\nNorth;Steppe\n")
    #expect(try run("groups.csv").status == 0)
    #expect(try rows().contains { $0.hasPrefix("North,North,grouping,") })
    let manifest = try String(
      contentsOf: folder.url.appending(path: "ties-nexus/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"groups.csv\""))
  }

  @Test(
    "What does not fit is refused with the place",
    arguments: [
      ("grouping,region\nNorth,KZ\nNorth,Kazahkstan\n", 65, "groups.csv:3:2: \"Kazahkstan\" is no region"),
      ("grouping,region\nNorth,\n", 65, "groups.csv:2:2: the cell is empty"),
      ("grouping,region\n,KZ\n", 65, "groups.csv:2:1: the cell is empty"),
      ("name,land\nNorth,KZ\n", 65, "a grouping needs the columns grouping and region"),
      ("", 65, "the file is empty"),
    ])
  func faults(text: String, status: Int32, message: String) throws {
    _ = try folder.file("groups.csv", text)
    let result = try run("groups.csv")
    #expect(result.status == status && result.messages.contains(message), "\(result.messages)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "ties-nexus").path))
  }

  @Test("A name that is neither a group nor a file is refused with the names there are")
  func unknown() throws {
    let result = try run("NATO")
    #expect(result.status == 66)
    #expect(result.messages.contains("CIS, CSTO, EU, OIC, OSCE, SCO"))
  }
}

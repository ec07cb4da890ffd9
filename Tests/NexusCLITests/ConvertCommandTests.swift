import Foundation
import NexusTestSupport
import Testing

@Suite("nexus convert, as its user meets it")
struct ConvertCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file(
      "ties.csv",
      """
      source,target,relation,directed,date,strength,source_role,target_role,source_region,note
      Ann,Bo,finance,directed,2017,2,terrorist,organised-crime,AF,x
      Bo,Cy,finance,,2018-05,1,organised-crime,organised-crime,TJ,
      Cy,Dee,command,,2019-01-02,3,organised-crime,victim,KZ,"=1+1"
      """)
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["convert"] + arguments, in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  @Test("The ending decides the format; the same input gives the same bytes")
  func endings() throws {
    for (name, start) in [
      ("a.graphml", "<?xml"), ("a.gexf", "<?xml"), ("a.dot", "digraph \"ties\""), ("a.net", "*Vertices 4"),
      ("a.cyjs", "{\"directed\": true"), ("a.stix.json", "{\"type\": \"bundle\""),
      ("a.ftm.json", "{\"id\": \"Ann\""),
    ] {
      let result = try run("ties.csv", name)
      #expect(result.status == 0 && result.output.hasPrefix("written       \(name)\n"), "\(result.messages)")
      #expect(result.output.contains("holds         4 actors, 3 ties, 0 transfers, as "))
      #expect(try text(name).hasPrefix(start), "\(name)")
      let first = try text(name)
      #expect(try run("ties.csv", name, "--force").status == 0)
      #expect(try text(name) == first)
    }
  }

  @Test("A name without an ending is a folder of tables, which the other commands read")
  func tables() throws {
    let result = try run("ties.csv", "out")
    #expect(result.status == 0 && result.messages.isEmpty)
    #expect(result.output.contains("out/actors.csv, out/ties.csv, out/datapackage.json"))
    #expect(try text("out/ties.csv").contains(",'=1+1,ties.csv:4\n"))
    let copy = try CommandRun(["convert", "out", "-", "--to", "node-link"], in: folder.url)
    #expect(copy.status == 0 && copy.output.contains("\"note\": \"=1+1\", \"nexus_row\": \"ties.csv:4\""))
  }

  @Test("Standard output takes formats of one file, and compressed files are read again")
  func streams() throws {
    let printed = try run("ties.csv", "-", "--to", "gexf")
    #expect(printed.status == 0 && printed.messages.isEmpty)
    #expect(try run("ties.csv", "a.gexf.gz").status == 0 && run("ties.csv", "a.gexf").status == 0)
    #expect(try text("a.gexf") == printed.output)
    let bytes = try Data(contentsOf: folder.url.appending(path: "a.gexf.gz"))
    #expect(bytes.starts(with: [0x1F, 0x8B]))
    let whole = try run("a.gexf.gz", "-", "--to", "ftm")
    // Rows are cited by the file that they were read from.
    let fromPlain = try run("a.gexf", "-", "--to", "ftm").output
    #expect(whole.status == 0 && whole.output.replacing("a.gexf.gz:", with: "a.gexf:") == fromPlain)
  }

  @Test("With a filter only what is left is written")
  func part() throws {
    let result = try run("ties.csv", "-", "--to", "node-link", "--focus", "Ann", "--hops", "1")
    #expect(result.status == 0 && result.messages.contains("hidden"))
    #expect(
      result.output.contains("\"Bo\"") && !result.output.contains("Cy") && !result.output.contains("Dee"))
  }

  @Test("What a format has no place for is counted on stderr and in --json")
  func losses() throws {
    let result = try run("ties.csv", "a.net", "--json")
    #expect(result.status == 0)
    #expect(
      result.messages.contains(
        "Pajek has no place for: 2 values of ties and transfers under names that nexus does not use; 3 places of rows"
      ))
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(document["files"] as? [String] == ["a.net"])
    #expect(
      document["actors"] as? Int == 4 && document["ties"] as? Int == 3 && document["transfers"] as? Int == 0)
    let losses = try #require(document["losses"] as? [[String: Any]])
    #expect(losses.compactMap { $0["count"] as? Int } == [2, 3])
  }

  @Test("What is there stays, unless --force says otherwise; the data set stays in any case")
  func replacement() throws {
    _ = try folder.file("a.gexf", "precious")
    let refused = try run("ties.csv", "a.gexf")
    #expect(refused.status == 73 && refused.messages.contains("replace it by --force"))
    #expect(try text("a.gexf") == "precious")
    #expect(try run("ties.csv", "a.gexf", "--force").status == 0)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "mine"), withIntermediateDirectories: false)
    #expect(try run("ties.csv", "mine").status == 0, "an empty folder is free")
    #expect(try run("ties.csv", "mine").status == 73)
    #expect(try run("mine", "mine", "--force").status == 73)
    #expect(try run("ties.csv", "ties.csv", "--to", "gexf", "--force").status == 73)
    #expect(try text("ties.csv").hasPrefix("source"))
    #expect(try run("ties.csv", "none/a.gexf").status == 73)
    #expect(try run("ties.csv", "mine", "--to", "gexf", "--force").status == 73)
  }

  @Test(
    "Requests that leave something open end with a sentence",
    arguments: [
      (["a.json"], "--to node-link, cytoscape, stix or ftm"), (["a.csv"], "is that of no format"),
      (["-"], "--to must say the format"), (["-", "--to", "csv"], "Give a folder"),
      (["a.gz", "--to", "csv"], "Give a folder"),
      (["-", "--to", "gexf", "--json"], "either the network or --json"),
      (["a.gexf", "--to", "word"], "word"), ([""], "no name"),
    ])
  func usage(arguments: [String], message: String) throws {
    let result = try CommandRun(["convert", "ties.csv"] + arguments, in: folder.url)
    #expect(result.status == 64 && result.messages.contains(message), "\(result.messages)")
  }

  @Test("No such data set, and data that cannot be read")
  func unreadable() throws {
    #expect(try run("none.csv", "a.gexf").status == 66)
    _ = try folder.file("bad.csv", "source,target\n,\n")
    #expect(try run("bad.csv", "a.gexf").status == 65)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "a.gexf").path))
  }
}

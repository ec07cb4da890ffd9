import Foundation
import FoundationXML
import NexusTestSupport
import Testing

@Suite("nexus flows summary, as its user meets it")
struct FlowsSummaryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["flows"] + arguments, in: folder.url)
  }

  private func flows(_ rows: String) throws {
    _ = try folder.file("flows.csv", "payer,payee,amount,currency,date,channel,crime\n" + rows)
  }

  private func object(_ run: CommandRun) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test("It is what flows does by default, and says what it assumed")
  func defaultSubcommand() throws {
    try flows("A,B,10,EUR,2020-01-01,bank,drugs\nB,C,4,USD,2016-01-01,cash,\n")
    let plain = try run("flows.csv")
    #expect(plain.status == 0)
    #expect(try run("summary", "flows.csv").output == plain.output)
    for text in [
      "== EUR", "== USD", "never added up", "Growth compares the 2 years up to 2020-01-01",
      "adds to no score",
    ] {
      #expect(plain.output.contains(text), "\(text)")
    }
    #expect(plain.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("Bad rows are counted and explained, in text and JSON")
  func quality() throws {
    try flows(
      "A,B,-1,EUR,2020-01-01,bank,\nA,B,,EUR,2020-01-01,bank,\nA,A,5,EUR,2020-01-01,bank,\nA,B,5,ZZZZ,,bank,\n"
        + "A,B,5,,2020-01-01 10:00,bank,\nA,B,5,,2020-01-01 10:00,bank,\nA,C,1,EUR,2019-01-01T08:00Z,bank,\n"
        + "A,B,1e308,EUR,2020-01-01,bank,\nA,B,inf,EUR,2020-01-01,bank,\n")
    let result = try run("flows.csv", "--json")
    #expect(result.status == 0)
    let quality = try #require(try object(result)["quality"] as? [[String: Any]])
    let counts = Dictionary(
      uniqueKeysWithValues: quality.map { ($0["trouble"] as! String, $0["rows"] as! Int) })
    #expect(counts["amount negative"] == 1 && counts["amount absent"] == 1)
    #expect(counts["amount no number"] == 1, "inf")
    #expect(counts["amount too large or too small to compute with"] == 1, "1e308")
    #expect(counts["payer is payee"] == 1)
    #expect(
      quality.first { $0["trouble"] as? String == "payer is payee" }?["first"] as? String == "flows.csv:4")
    #expect(counts["currency ZZZZ not in ISO 4217"] == 1)
    #expect(counts["no currency"] == 2)
    #expect(counts["no date"] == 1)
    #expect(counts["equal to an earlier transfer"] == 1)
    #expect(counts["dated before a row above"] == 1)
    #expect(counts["time without a zone"] ?? 0 >= 2)
    #expect(try run("flows.csv").output.contains("amount negative"))
  }

  @Test("With rates everything stands converted too; bad rates end the command")
  func rates() throws {
    try flows("A,B,10,EUR,2020-01-01,bank,\nA,B,10,USD,2020-01-01,bank,\nA,B,10,TJS,2020-01-01,bank,\n")
    _ = try folder.file("rates.csv", "date,currency,rate,reference\n2019-12-31,EUR,1.5,USD\n")
    let document = try object(run("flows.csv", "--rates", "rates.csv", "--json"))
    let currencies = try #require(document["currencies"] as? [[String: Any]])
    #expect(currencies.first?["amount"] as? Double == 25 && currencies.first?["converted"] as? Bool == true)
    let missing = try #require(document["unconverted"] as? [[String: Any]])
    #expect(missing.first?["currency"] as? String == "TJS")

    _ = try folder.file("bad.csv", "date,currency,rate\n2019-12-31,EUR,x\n")
    let bad = try run("flows.csv", "--rates", "bad.csv")
    #expect(bad.status == 65 && bad.messages.contains("bad.csv:2:3: rate \"x\" is not a number"))
    #expect(try run("flows.csv", "--rates", "none.csv").status == 66)
    #expect(try run("flows.csv", "--window", "soon").status == 64)
  }

  @Test("The picture and the folder of tables are written whole, never over the data or what is not ours")
  func files() throws {
    try flows("A,B,10,EUR,2020-01-01,bank,drugs\n")
    #expect(try run("flows.csv", "--svg", "picture.svg", "--csv", "tables").status == 0)
    let picture = try Data(contentsOf: folder.url.appending(path: "picture.svg"))
    #expect(XMLParser(data: picture).parse())
    for name in ["channels.csv", "corridors.csv", "summary.json", "manifest.json"] {
      #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: "tables/\(name)").path))
    }
    let over = try run("flows.csv", "--svg", "flows.csv")
    #expect(over.status == 73 && over.messages.contains("flows.csv: this file is read here"))
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "mine"), withIntermediateDirectories: false)
    _ = try folder.file("mine/thesis.txt", "precious")
    let foreign = try run("flows.csv", "--csv", "mine")
    #expect(foreign.status == 73 && !foreign.messages.contains("--output"))
  }

  @Test("A data set without transfers says so")
  func empty() throws {
    _ = try folder.file("ties.csv", "source,target\nA,B\n")
    let result = try run("ties.csv")
    #expect(result.status == 0 && result.output.contains("No transfer stands in these data"))
  }
}

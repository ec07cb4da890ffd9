import Foundation
import FoundationXML
import NexusTestSupport
import Testing

@Suite("nexus flows: trace, between and corridors, as their user meets them")
struct MoneyCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["flows"] + arguments, in: folder.url)
  }

  private func json(_ run: CommandRun) throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.messages)")
  }

  private func write(_ name: String, _ rows: String) throws {
    _ = try folder.file(name, "payer,payee,amount,currency,date\n" + rows)
  }

  /// METHOD §4.6: taint, with the source s.
  private let taint = """
    clean,a,2,EUR,2020-01-01
    s,a,3,EUR,2020-01-02
    clean,a,5,EUR,2020-01-03
    a,b,4,EUR,2020-01-04
    a,c,6,EUR,2020-01-05

    """

  @Test("trace gives METHOD's amounts by four rules, with bounds, for every actor")
  func trace() throws {
    try write("flows.csv", taint)
    let document = try json(try run("trace", "flows.csv", "--from", "s", "--json"))
    let actors = try #require(document["actors"] as? [[String: Any]])
    #expect(actors.map { $0["actor"] as? String } == ["a", "b", "c"])
    for (row, expected) in zip(actors.dropFirst(), [[4, 1.2, 2, 0, 0, 3], [6, 1.8, 1, 3, 0, 3]]) {
      for (key, value) in zip(["poison", "haircut", "fifo", "lifo", "least", "most"], expected) {
        #expect(abs((row[key] as? Double ?? -1) - value) < 1e-9, "\(key)")
      }
      #expect(row["currency"] as? String == "EUR")
    }
    #expect((document["trail"] as? [[String: Any]])?.first?["transfer"] as? String == "flows.csv:3")
    let text = try run("trace", "flows.csv", "--from", "s").output
    #expect(text.contains("fifo") && text.contains("haircut") && text.contains("least"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("trace follows single rows, and asks backwards with --to alone")
  func directions() throws {
    try write("flows.csv", taint)
    let row = try json(try run("trace", "flows.csv", "--transfer", "flows.csv:4", "--to", "c", "--json"))
    let actors = try #require(row["actors"] as? [[String: Any]])
    #expect(actors.map { $0["actor"] as? String } == ["c"])
    #expect(actors.first?["fifo"] as? Double == 5)
    let back = try json(try run("trace", "flows.csv", "--to", "c", "--json"))
    let sources = try #require(back["sources"] as? [[String: Any]])
    #expect(sources.map { $0["actor"] as? String } == ["a", "clean", "s"])
    #expect(sources.map { $0["fifo"] as? Double } == [6, 5, 1])
    #expect(try run("trace", "flows.csv", "--to", "c").output.contains("From whom what c received came"))
  }

  @Test("--crime alone names the payments to follow, beside --from it is a filter")
  func crimes() throws {
    _ = try folder.file(
      "flows.csv",
      "payer,payee,amount,date,crime\ns,a,5,2020-01-01,drugs\na,b,5,2020-01-02,\ns,c,7,2020-01-03,arms\n")
    let alone = try json(try run("trace", "flows.csv", "--crime", "drugs", "--json"))
    #expect((alone["actors"] as? [[String: Any]])?.map { $0["actor"] as? String } == ["a", "b"])
    let filtered = try json(try run("trace", "flows.csv", "--from", "s", "--crime", "drugs", "--json"))
    #expect((filtered["actors"] as? [[String: Any]])?.map { $0["actor"] as? String } == ["a"])
    #expect((filtered["actors"] as? [[String: Any]])?.first?["currency"] is NSNull)
  }

  @Test("victims are followed through and never listed, nor named in the picture")
  func fairness() throws {
    _ = try folder.file(
      "flows.csv",
      "payer,payee,amount,date,target_role\ns,Vera,5,2020-01-01,victim\nVera,b,5,2020-01-02,\n")
    let result = try run("trace", "flows.csv", "--from", "s", "--svg", "trail.svg")
    #expect(!result.output.contains("Vera") && result.output.contains("b  "))
    #expect(result.output.contains("1 actor of a protected role"))
    let picture = try String(contentsOfFile: folder.path + "/trail.svg", encoding: .utf8)
    #expect(!picture.contains("Vera") && picture.contains("(not named)"))
    let document = try json(try run("trace", "flows.csv", "--from", "s", "--json"))
    #expect((document["actors"] as? [[String: Any]])?.count == 1 && document["protected"] as? Int == 1)
  }

  @Test("names that are markup stay names in the picture")
  func hostile() throws {
    for (index, name) in HostileNames.all.enumerated() {
      let cell = "\"" + name.replacing("\"", with: "\"\"") + "\""
      _ = try folder.file("flows.csv", "payer,payee,amount,date\n\(cell),b,5,2020-01-01\n")
      let result = try run("trace", "flows.csv", "--transfer", "flows.csv:2", "--svg", "trail.svg")
      #expect(result.status == 0, "\(index): \(result.messages)")
      let picture = try Data(contentsOf: folder.url.appending(path: "trail.svg"))
      let parser = XMLParser(data: picture)
      #expect(parser.parse(), "\(index): \(name.prefix(40))")
      #expect(!String(decoding: picture, as: UTF8.self).contains("<script"))
      if index > 5 { break }
    }
  }

  /// METHOD §4.6: flow in time.
  private let timed = """
    z,t,4,EUR,2020-01-01
    s,x,3,EUR,2020-01-02
    s,y,6,EUR,2020-01-03
    x,z,5,EUR,2020-01-04
    y,z,5,EUR,2020-01-05
    z,t,1,EUR,2020-01-06
    y,t,4,EUR,2020-01-07

    """

  @Test("between gives METHOD's 9, 5 and 2, and the rows of the cut")
  func between() throws {
    try write("flows.csv", timed)
    let document = try json(try run("between", "flows.csv", "--from", "s", "--to", "t", "--json"))
    #expect(document["static_max"] as? Double == 9 && document["temporal_max"] as? Double == 5)
    #expect(document["greedy"] as? Double == 2 && document["currency"] as? String == "EUR")
    #expect(document["cut"] as? [String] == ["flows.csv:7", "flows.csv:8"])
    #expect(try run("between", "flows.csv", "--from", "s", "--to", "t").output.contains("temporal_max"))
  }

  @Test("several currencies need a choice, which the message names")
  func currencies() throws {
    try write("flows.csv", "s,t,4,EUR,2020-01-01\ns,t,9,USD,2020-01-01\ns,u,9,GBP,2020-01-01\n")
    let open = try run("between", "flows.csv", "--from", "s", "--to", "t")
    #expect(open.status == 64 && open.messages.contains("EUR, USD. Choose one with --currency"))
    let chosen = try run("between", "flows.csv", "--from", "s", "--to", "t", "--currency", "usd", "--json")
    #expect(try json(chosen)["temporal_max"] as? Double == 9)
    _ = try folder.file("rates.csv", "date,currency,rate,reference\n2019-01-01,EUR,2,USD\n")
    let both = try run("between", "flows.csv", "--from", "s", "--to", "t", "--rates", "rates.csv", "--json")
    #expect(try json(both)["temporal_max"] as? Double == 17)
    #expect(try json(both)["without_rate"] as? Int == 1)
  }

  @Test(
    "corridors gives METHOD's 70 and 75 with their cuts, the widest path, and what is left without a node")
  func corridors() throws {
    for (last, flow, cut) in [
      ("70", 70.0, [["E", "X"]]), ("200", 75, [["B", "E"], ["C", "E"], ["D", "E"]]),
    ] {
      _ = try folder.file(
        "ties.csv",
        "source,target,strength\nS,A,60\nS,B,20\nS,C,10\nA,D,40\nA,B,15\nB,E,30\nD,E,40\nC,E,5\nE,X,\(last)\n"
      )
      let result = try run("corridors", "ties.csv", "--directed", "--from", "S", "--to", "X", "--json")
      let document = try json(result)
      #expect(document["max_flow"] as? Double == flow && document["cut"] as? [[String]] == cut)
      let widest = try #require(document["widest"] as? [String: Any])
      #expect(widest["path"] as? [String] == ["S", "A", "D", "E", "X"] && widest["flow"] as? Double == 40)
      #expect((document["transit"] as? [[String: Any]])?.first?["node"] as? String == "E")
    }
    let result = try run(
      "corridors", "ties.csv", "--directed", "--from", "S", "--to", "X", "--without", "D", "--json")
    let without = try #require(try json(result)["without"] as? [String: Any])
    #expect(without["max_flow"] as? Double == 35 && without["lost"] as? Double == 40)
    let leg = try run("corridors", "ties.csv", "--directed", "--from", "S", "--to", "X", "--without", "D,E")
    #expect(leg.output.contains("Lost: 40 of 75"))
  }

  @Test("seizures are called seizures")
  func seizures() throws {
    _ = try folder.file("ties.csv", "source,target,strength,relation\nS,A,60,seizure\nA,X,40,seizure\n")
    let document = try json(
      try run("corridors", "ties.csv", "--directed", "--from", "S", "--to", "X", "--json"))
    #expect(document["quantity"] as? String == "seizures")
    #expect(
      try run("corridors", "ties.csv", "--directed", "--from", "S", "--to", "X").output
        .contains("2 of 2 rows are of seizures"))
  }

  @Test("a question that cannot be answered is usage, with a way to ask it")
  func usage() throws {
    try write("flows.csv", timed)
    for (arguments, message) in [
      (["trace", "flows.csv"], "Give --from ACTOR"),
      (["trace", "flows.csv", "--from", "nobody"], "no actor has the id or name"),
      (["trace", "flows.csv", "--transfer", "flows.csv:99"], "such as flows.csv:2"),
      (["trace", "flows.csv", "--from", "s", "--rule", "fifo"], "--rule needs two"),
      (["between", "flows.csv", "--from", "s", "--to", "s"], "stands on both sides"),
      (["between", "flows.csv", "--from", "s", "--to", "t", "--currency", "USD"], "There are: EUR"),
      (["corridors", "flows.csv", "--from", "s", "--to", "Atlantis"], "not all regions, nor all actors"),
      (
        ["corridors", "flows.csv", "--from", "s", "--to", "t", "--without", "t"], "is an end of the corridor"
      ),
    ] {
      let result = try CommandRun(["flows"] + arguments, in: folder.url)
      #expect(result.status == 64, "\(arguments)")
      #expect(result.messages.contains(message), "\(arguments): \(result.messages)")
      #expect(result.output.isEmpty)
    }
  }
}

import Foundation
import NexusTestSupport
import Testing

@Suite("nexus flows patterns")
struct PatternsCommandTests {
  private static let header = "payer,payee,amount,currency,date,channel\n"

  private func run(
    _ rows: String, _ options: [String] = [], actors: String? = nil
  ) throws -> CommandRun {
    let folder = try TemporaryFolder()
    let data = folder.url.appending(path: "data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    try Data((Self.header + rows).utf8).write(to: data.appending(path: "flows.csv"))
    if let actors { try Data(actors.utf8).write(to: data.appending(path: "actors.csv")) }
    return try CommandRun(["flows", "patterns", "data"] + options, in: folder.url)
  }

  private func json(_ run: CommandRun) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private static let structured = """
    S,a,9500,EUR,2018-03-01,cash
    S,b,9800,EUR,2018-03-02,cash
    S,c,9900,EUR,2018-03-03,cash
    S,d,9400,EUR,2018-03-04,cash

    """

  @Test("the JSON has the keys of the contract, and rows as file and line")
  func contractKeys() throws {
    let run = try run(Self.structured, ["--json", "--only", "structuring", "--threshold", "10000"])
    #expect(run.status == 0)
    let document = try json(run)
    let hit = try #require((document["patterns"] as? [[String: Any]])?.first)
    #expect(hit["pattern"] as? String == "structuring")
    #expect(hit["actors"] as? [String] == ["S", "a", "b", "c", "d"])
    #expect(hit["transfers"] as? [String] == (2...5).map { "flows.csv:\($0)" })
    #expect(hit["start"] as? String == "2018-03-01" && hit["end"] as? String == "2018-03-04")
    #expect(hit["currency"] as? String == "EUR" && hit["amount_checked"] as? Bool == true)
    #expect(hit["amount_in"] as? Double == 38_600 && hit["amount_out"] as? Double == 38_600)
    #expect((document["expected"] as? [String: Any])?.keys.sorted() == ["structuring"])
  }

  @Test("a cycle is found from two actors on; one across currencies is marked unchecked")
  func cycles() throws {
    let rows =
      "A,B,100,USD,2018-03-01,bank\nB,A,90,USD,2018-03-02,bank\nC,D,100,USD,2018-03-01,bank\nD,C,5,EUR,2018-03-05,bank\n"
    let hits = try #require(
      try json(run(rows, ["--json", "--only", "cycle"]))["patterns"] as? [[String: Any]])
    #expect(hits.map { $0["actors"] as? [String] } == [["A", "B"], ["C", "D"]])
    #expect(hits.map { $0["amount_checked"] as? Bool } == [true, false])
    #expect(hits[1]["currency"] is NSNull && hits[1]["amount_in"] is NSNull)
  }

  @Test("what cannot be part of a pattern is counted and explained")
  func leftOut() throws {
    let rows = """
      A,B,100,USD,2018-03-01,bank
      B,A,100,USD,,bank
      A,B,0,USD,2018-03-02,bank
      A,C,5,,2018-03-02,bank
      A,B,100,USD,2018-03-01,bank
      A,B,-4,USD,2018-03-01,bank

      """
    let run = try run(rows, ["--shuffles", "0"])
    #expect(run.status == 0)
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("1 without a date (in no pattern)"))
    #expect(text.contains("1 of amount 0"))
    #expect(text.contains("1 of unknown currency or without a rate"))
    #expect(text.contains("1 equal to an earlier row"))
    #expect(run.messages.contains("the amount is negative"))
    #expect(text.contains("11.1 wrong for each right one"))
    #expect(text.contains("not a finding about anyone"))
  }

  @Test("a victim is never named: as a hub the hit is set aside, as a payer it is counted")
  func victims() throws {
    let fan = (1...6).map { "p\($0),H,50,EUR,2018-03-0\($0),bank\n" }.joined()
    let options = ["--json", "--only", "fan-in", "--shuffles", "0"]
    let asHub = try json(run(fan, options, actors: "id,role\nH,victim\n"))
    #expect((asHub["patterns"] as? [Any])?.isEmpty == true)
    #expect((asHub["left_out"] as? [String: Any])?["protected"] as? Int == 1)
    let asPayer = try run(fan, options, actors: "id,role\np3,victim\n")
    #expect(!asPayer.output.contains("p3"))
    let hit = try #require((try json(asPayer)["patterns"] as? [[String: Any]])?.first)
    #expect(hit["protected_actors"] as? Int == 1)
    #expect((hit["transfers"] as? [String])?.count == 6)
  }

  @Test("the same seed gives the same bytes on one thread and on two")
  func determinism() throws {
    let folder = CommandRun.root
    let arguments = [
      "flows", "patterns", "datasets/northern-corridor", "--json", "--shuffles", "1", "--only",
    ]
    let only = "fan-in,gather-scatter,scatter-gather,structuring,pass-through"
    let one = try CommandRun(arguments + [only, "--threads", "1"], in: folder)
    let two = try CommandRun(arguments + [only, "--threads", "2"], in: folder)
    #expect(one.status == 0 && one.output == two.output)
  }

  @Test("the patterns planted in the northern corridor are found")
  func northernCorridor() throws {
    let run = try CommandRun(
      ["flows", "patterns", "datasets/northern-corridor", "--json", "--shuffles", "0"], in: CommandRun.root)
    let hits = try #require(try json(run)["patterns"] as? [[String: Any]])
    func isFound(_ pattern: String, _ first: String, _ count: Int) -> Bool {
      hits.contains {
        $0["pattern"] as? String == pattern && ($0["actors"] as? [String])?.first == first
          && ($0["transfers"] as? [Any])?.count ?? 0 >= count
      }
    }
    #expect(isFound("structuring", "000088-70019", 12))
    #expect(isFound("fan-in", "000088-70019", 12))
    #expect(isFound("fan-out", "F04", 8))
    #expect(isFound("scatter-gather", "000417-20031", 10))
    #expect(isFound("cycle", "003120-00944", 4))
    #expect(isFound("pass-through", "C3-4", 2))
  }

  @Test("wrong options are refused with a way out")
  func wrongOptions() throws {
    for (options, message) in [
      (["--only", "cycles"], "--only"), (["--threshold", "0"], "--threshold takes an amount above 0"),
      (["--long-window", "-1"], "--long-window"), (["--prevalence", "2"], "--prevalence takes a share"),
      (["--cycle-hops", "99"], "from 2 to 12"), (["--shuffles", "-3"], "--shuffles"),
    ] {
      let run = try run(Self.structured, options)
      #expect(run.status == 64, "\(options)")
      #expect(run.messages.contains(message), "\(options): \(run.messages)")
    }
  }

  @Test("with rates, amounts of two currencies are compared")
  func rates() throws {
    let rows =
      "C,D,100,USD,2018-03-01,bank\nD,C,5,EUR,2018-03-05,bank\nE,F,100,USD,2018-03-01,bank\nF,E,90,EUR,2018-03-05,bank\n"
    let folder = try TemporaryFolder()
    let data = try folder.file("flows.csv", Self.header + rows)
    let rates = try folder.file(
      "rates.csv", "date,currency,rate,reference\n2018-01-01,EUR,1.2,USD\n2018-01-01,USD,1,USD\n")
    let run = try CommandRun(
      ["flows", "patterns", data, "--json", "--only", "cycle", "--rates", rates], in: folder.url)
    #expect(run.status == 0, "\(run.messages)")
    let hits = try #require(try json(run)["patterns"] as? [[String: Any]])
    #expect(hits.map { $0["actors"] as? [String] } == [["E", "F"]])
    #expect(hits.first?["amount_out"] as? Double == 108 && hits.first?["currency"] as? String == "USD")
  }

  @Test("names from the data cannot steer the terminal")
  func hostileNames() throws {
    let rows = "A\u{1B}[31m,B,100,USD,2018-03-01,bank\nB,A\u{1B}[31m,90,USD,2018-03-02,bank\n"
    let run = try run(rows, ["--only", "cycle", "--shuffles", "0"])
    #expect(run.status == 0 && !run.output.contains("\u{1B}"))
  }
}

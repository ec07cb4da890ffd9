import Foundation
import NexusTestSupport
import Testing

@Suite("nexus risk")
struct RiskCommandTests {
  static let corridor = CommandRun.root.appending(path: "datasets/northern-corridor").path

  static let actors = """
    id,role,type,region,crimes,confidence,origin
    O,organised-crime,organisation,TJ:0.8;AF:0.4,drugs:0.9,0.9,a
    T,terrorist,organisation,AF:0.9;TJ:0.3,,0.9,b
    P,facilitator,person,AF:0.5,,0.9,c

    """
  static let ties = """
    source,target,confidence,origin
    O,T,0.8,a
    O,P,0.7,b
    P,T,0.6,c
    O,T,0.5,d

    """

  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try folder.file("actors.csv", Self.actors)
    _ = try folder.file("ties.csv", Self.ties)
    return folder
  }

  func run(_ folder: TemporaryFolder, _ arguments: [String]) throws -> CommandRun {
    // The folder goes with the last use of its owner.
    try withExtendedLifetime(folder) { try CommandRun(["risk", "."] + arguments, in: folder.url) }
  }

  func json(_ run: CommandRun) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test("The table has a heading, intervals, and the method; it says that it is not overall risk")
  func table() throws {
    let run = try run(self.folder(), ["--draws", "300"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Nexus Exposure Index (0–100): observed exposure, not overall risk\n"))
    #expect(run.output.contains("Tajikistan") && run.output.contains("Afghanistan"))
    #expect(run.output.contains("300 draws (seed 1)"))
    #expect(run.output.contains("half-values actors 3"))
    let folder = try self.folder()
    let plain = try CommandRun(shell: "LC_ALL=C $NEXUS risk . --draws 64", in: folder.url).output
    #expect(plain.contains("|") && !plain.contains("├"))
    let drawn = try CommandRun(shell: "LC_ALL=C.UTF-8 $NEXUS risk . --draws 64", in: folder.url).output
    #expect(drawn.contains("├") && drawn.contains("●"))
    withExtendedLifetime(folder) {}
  }

  @Test("JSON has regions, comparisons and method, with the keys of regions.csv")
  func document() throws {
    let run = try run(folder(), ["--json", "--draws", "300"])
    let document = try json(run)
    let regions = try #require(document["regions"] as? [[String: Any]])
    let csv = try self.run(folder(), ["--csv", "--draws", "300"]).output
    let header = try #require(csv.split(separator: "\n").first).split(separator: ",").map(String.init)
    #expect(
      header.prefix(12).joined(separator: ",")
        == "region,name,level,rank,score,low,high,rank_low,rank_high,grade,items,origins")
    #expect(Set(header) == Set(try #require(regions.first).keys))
    let tajikistan = try #require(regions.first { $0["region"] as? String == "TJ" })
    let (low, high) = (tajikistan["low"] as? Double, tajikistan["high"] as? Double)
    #expect(try #require(low) < (try #require(high)))
    #expect(tajikistan["risk"] is NSNull)
    let comparison = try #require(
      (document["comparisons"] as? [[String: Any]])?.first { $0["level"] as? String == "country" })
    #expect(Set(["a", "b", "p_a_above_b", "distinguishable"]).isSubset(of: comparison.keys))
    #expect(document["method"] is [String: Any])
    // The same bytes again, on one thread.
    #expect(try self.run(folder(), ["--json", "--draws", "300", "--threads", "1"]).output == run.output)
    #expect(try self.run(folder(), ["--json", "--draws", "300", "--seed", "2"]).output != run.output)
  }

  @Test("Indicators bring risk; bad ones end with 65 and where")
  func indicators() throws {
    let folder = try folder()
    let file = try folder.file("external.csv", "region,vulnerability,consequence\nTJ,70,60\n")
    let run = try run(folder, ["--indicators", file, "--json", "--level", "country"])
    let regions = try #require(try json(run)["regions"] as? [[String: Any]])
    let tajikistan = try #require(regions.first { $0["region"] as? String == "TJ" })
    let parts = tajikistan.filter { $0.key.hasPrefix("c_risk_") }.values.compactMap { $0 as? Double }
    let risk = try #require(tajikistan["risk"] as? Double)
    #expect(parts.count <= 5 && abs(parts.reduce(0, +) - risk) < 1e-9)
    #expect(regions.first { $0["region"] as? String == "AF" }?["risk"] is NSNull)
    let text = try self.run(folder, ["--indicators", file]).output
    #expect(text.hasPrefix("Nexus Exposure Index and Nexus Risk Index"))
    let bad = try folder.file("bad.csv", "region,vulnerability,consequence\nTJ,70,600\n")
    let failed = try self.run(folder, ["--indicators", bad])
    #expect(failed.status == 65 && failed.output.isEmpty)
    #expect(failed.messages.contains("bad.csv:2:3: consequence \"600\" is not from 0 to 100."))
    #expect(try self.run(folder, ["--indicators", "absent.csv"]).status == 66)
  }

  @Test("Two regions side by side, and what cannot be compared")
  func comparison() throws {
    let folder = try folder()
    let run = try run(folder, ["--compare", "TJ", "Afghanistan"])
    #expect(run.status == 0)
    #expect(run.output.contains("P(Tajikistan > Afghanistan) = "))
    #expect(run.output.contains("distinguishable"))
    let swapped = try json(self.run(folder, ["--compare", "AF", "TJ", "--json"]))
    let there = try json(self.run(folder, ["--compare", "TJ", "AF", "--json"]))
    func probability(_ document: [String: Any]) throws -> Double {
      try #require((document["comparisons"] as? [[String: Any]])?.first?["p_a_above_b"] as? Double)
    }
    #expect(abs(try probability(swapped) + probability(there) - 1) < 1e-12)
    let unknown = try self.run(folder, ["--compare", "Tajikstan", "AF"])
    #expect(unknown.status == 64 && unknown.messages.contains("Did you mean \"Tajikistan\"?"))
    #expect(try self.run(folder, ["--compare", "AF", "142"]).status == 64)
    #expect(try self.run(folder, ["--compare", "AF"]).status == 64)
  }

  @Test("Other weights are checked and change the scores")
  func whatIf() throws {
    let folder = try folder()
    func file(_ text: String) throws -> String { try folder.file("weights.json", text) }
    let good = try run(
      folder,
      [
        "--what-if",
        file(#"{"weights": {"threat": 0.8, "nexus": 0.2, "flow": 0}, "half_values": {"actors": 9}}"#),
      ])
    #expect(good.status == 0 && good.output.contains("half-values actors 9"))
    for (text, message) in [
      (
        #"{"weights": {"threat": 0.8, "nexus": 0.3, "flow": 0}}"#,
        "weights.json: weights: threat + nexus + flow is 1.1"
      ),
      (#"{"weights": {"threat": 1}}"#, "weights: nexus is missing"),
      (#"{"weights": {"threat": 1, "nexus": 0, "flow": 0, "fear": 0}}"#, "weights: there is no \"fear\""),
      (#"{"half_values": {"actors": 0}}"#, "half_values.actors: a half-value is above 0"),
      (#"{"half_values": {"actors": true}}"#, "half_values.actors: this is not a number"),
      (#"{"half_values": {"actors": "x"}}"#, "half_values.actors: this is not a number"),
      (#"{"weight": {}}"#, "there is no part \"weight\""), ("{", "this is not JSON"),
      ("[]", "the top is no object"),
    ] {
      let run = try run(folder, ["--what-if", file(text)])
      #expect(run.status == 65, "\(text)")
      #expect(run.messages.contains(message), "\(run.messages)")
    }
    #expect(try run(folder, ["--what-if", "absent.json"]).status == 66)
  }

  @Test("Actors get no risk, natural persons with the reason")
  func entity() throws {
    let folder = try folder()
    let person = try run(folder, ["--entity", "P"])
    #expect(person.status == 64 && person.output.isEmpty)
    #expect(person.messages.contains("natural persons get no 0–100 risk"))
    let group = try run(folder, ["--entity", "O"])
    #expect(group.status == 64 && group.messages.contains("no 0–100 risk for actors"))
    #expect(try run(folder, ["--entity", "nobody"]).status == 64)
  }

  @Test("Windows show the course, with what they leave out")
  func windows() throws {
    let run = try CommandRun(
      ["risk", Self.corridor, "--windows", "2y", "--draws", "64"], in: CommandRun.root)
    #expect(run.status == 0)
    #expect(run.output.contains("to 2018-12-30") && run.output.contains("momentum is left out"))
    let undated = try self.run(folder(), ["--windows", "1y"])
    #expect(undated.output.contains("there is no course over time"))
    #expect(try self.run(folder(), ["--windows", "1.5y"]).status == 64)
  }

  @Test("analyze writes the same scores and intervals as risk prints")
  func agreesWithAnalyze() throws {
    let folder = try folder()
    let analyze = try CommandRun(["analyze", ".", "--output", "out", "--draws", "300"], in: folder.url)
    #expect(analyze.status == 0)
    let written = try String(contentsOf: folder.url.appending(path: "out/regions.csv"), encoding: .utf8)
    #expect(try run(folder, ["--csv", "--draws", "300"]).output == written)
  }
}

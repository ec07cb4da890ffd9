import Foundation
import FoundationXML
import NexusTestSupport
import Testing

@Suite("nexus links, as its user meets it")
struct LinksCommandTests {
  private let folder: TemporaryFolder
  private let demo = CommandRun.root.appending(path: "datasets/northern-corridor").path

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["links"] + arguments, in: folder.url)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let result = try CommandRun(["links"] + arguments + ["--json"], in: folder.url)
    #expect(result.status == 0, "\(result.messages)")
    return try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  /// The example of the method as a folder of tables.
  private func example() throws -> String {
    _ = try folder.file(
      "actors.csv",
      """
      id,name,role,type,method_terror,method_crime,motive_terror,motive_crime,confidence,origin,date
      c,Ring,organised-crime,organisation,,,,,,,
      t,Front,terrorist,organisation,2,3,4,0,1,press,2015-01-01
      t,,,,3,2,4,1,1,court,2018-01-01
      b,Bank,,bank,,,,,,,
      w,Witness,witness,person,9,9,9,9,1,press,
      """)
    _ = try folder.file(
      "ties.csv",
      """
      source,target,relation,confidence,origin,date,directed
      c,t,finance,0.8,press,2017,yes
      t,c,transaction,0.6,court,2018,no
      c,t,shared-member,0.5,court,,no
      """)
    return folder.path
  }

  @Test("The example of the method: ladder, intensity and its contributions, origins, directions")
  func pairs() throws {
    let document = try json(example())
    let pairs = try #require(document["pairs"] as? [[String: Any]])
    let pair = try #require(pairs.first)
    #expect(pairs.count == 1 && pair["crime"] as? String == "c" && pair["terror"] as? String == "t")
    #expect(pair["stage"] as? String == "alliance" && pair["status"] as? String == "confirmed")
    let numbers = ["p_transactional", "p_alliance", "p_integration", "intensity"].map {
      pair[$0] as? Double ?? -1
    }
    #expect(isClose(numbers, [0.96, 0.70, 0, 66]))
    let contributions = try #require(pair["contributions"] as? [[String: Any]])
    let byRelation = Dictionary(
      uniqueKeysWithValues: contributions.map {
        ($0["relation"] as? String ?? "", $0["value"] as? Double ?? -1)
      })
    #expect(isClose(byRelation["finance"] ?? 0, 27.303193351102937))
    #expect(isClose(byRelation["transaction"] ?? 0, 9.942670825929104))
    #expect(isClose(byRelation["shared-member"] ?? 0, 28.754135822967953))
    let directions = try #require(pair["directions"] as? [[String: Any]])
    #expect(directions.count == 1 && directions.first?["source"] as? String == "c")
    #expect(pair["rows"] as? [String] == ["ties.csv:2", "ties.csv:3", "ties.csv:4"])
  }

  @Test("Rows of an actor add up, with the numbers of the method; protected roles are left out")
  func continuum() throws {
    let actors = try #require(try json(example())["actors"] as? [[String: Any]])
    #expect(actors.map { $0["actor"] as? String } == ["t"])
    let actor = try #require(actors.first)
    #expect(actor["label"] as? String == "appropriation")
    let method = try #require(actor["method"] as? [String: Double])
    #expect(abs((method["mean"] ?? 0) - 0.5) < 1e-12 && abs((method["p_mixed"] ?? 0) - 0.6807) < 5e-5)
    #expect(abs((method["low"] ?? 0) - 0.2235) < 5e-5 && abs((method["high"] ?? 0) - 0.7765) < 5e-5)
    let motive = try #require(actor["motive"] as? [String: Double])
    #expect(abs((motive["p_terror"] ?? 0) - 0.9431) < 5e-5)
    #expect(actor["rows"] as? [String] == ["actors.csv:3", "actors.csv:4"])
    let change = try #require(actor["change"] as? [String: Any])
    #expect(abs((change["method_shift"] as? Double ?? 0) - 2 * (3.5 - 2.5) / 6) < 1e-12)
    let method2 = try #require(try json(example())["method"] as? [String: Any])
    #expect((method2["continuum"] as? [String: Any])?["split"] as? String == "2016-07-02")
    let unsplit = try #require(try json(example(), "--windows", "2020-01-01")["actors"] as? [[String: Any]])
    #expect(unsplit.first?["change"] is NSNull)
  }

  @Test("The terminal shows contributions that sum, worths, and says that a position is no finding")
  func terminal() throws {
    let result = try run(example(), "--indirect", "3", "--coexistence", "--bayes")
    #expect(result.status == 0)
    for text in [
      "Pairs with a direct tie", "66.0 = ", "finance 2017 27.3", "shared-member 28.8", "transaction 2018 9.9",
      "who to whom: Ring (c) → Front (t): finance (1)", "2 origins, rows: ties.csv:2 ties.csv:3 ties.csv:4",
      "Worth v of a relation, a convention of nexus: finance 0.45", "appropriation",
      "A position in the recorded data, not a finding.", "An ungraded row counts 0.5.",
      "Prior, and P(indicator | stage)", "finance_tie",
    ] {
      #expect(result.output.contains(text), "\(text)")
    }
    #expect(!result.output.contains("Witness"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("Data without roles or counts get sentences, and empty lists in JSON")
  func nothing() throws {
    let path = try folder.file("plain.csv", "source,target\nA,B\n")
    let result = try run(path)
    #expect(result.status == 0)
    #expect(result.output.contains("Not observed: the data do not name both"))
    #expect(result.output.contains("Not observed: no row counts acts or motives."))
    let document = try json(path)
    #expect((document["pairs"] as? [Any])?.isEmpty == true && (document["actors"] as? [Any])?.isEmpty == true)
  }

  @Test("--coexistence adds pairs without a direct tie, --indirect chains, --bayes its table")
  func additions() throws {
    let plain = try json(demo)
    let more = try json(demo, "--coexistence", "--indirect", "7", "--bayes")
    let pairs = try #require(more["pairs"] as? [[String: Any]])
    let direct = try #require(plain["pairs"] as? [[String: Any]]).count
    #expect(direct == 21 && pairs.count > direct)
    #expect(
      pairs.dropFirst(direct).allSatisfy {
        $0["stage"] as? String == "coexistence" && $0["intensity"] as? Double == 0
      })
    let chains = try #require(more["indirect"] as? [[String: Any]])
    let damped = chains.compactMap { $0["damped"] as? Double }
    #expect(damped.count == 7 && damped == damped.sorted(by: >))
    #expect(chains.allSatisfy { ($0["actors"] as? [String] ?? []).count > 2 })
    #expect(plain["indirect"] == nil && plain["bayes"] == nil)
    let bayes = try #require(more["bayes"] as? [String: Any])
    #expect((bayes["likelihoods"] as? [String: [String: Double]])?["repeat_2y"]?["integration"] == 0.7)
    #expect((bayes["pairs"] as? [Any])?.count == 21)
  }

  @Test("--svg draws the plane; a place that cannot be written is 73")
  func picture() throws {
    #expect(try run(demo, "--svg", "plane.svg").status == 0)
    let drawn = try Data(contentsOf: folder.url.appending(path: "plane.svg"))
    #expect(XMLParser(data: drawn).parse())
    #expect(String(decoding: drawn, as: UTF8.self).contains("not a finding"))
    let refused = try run(demo, "--svg", "nowhere/plane.svg")
    #expect(refused.status == 73 && refused.messages.contains("nowhere: there is no such folder"))
    #expect(refused.output.isEmpty)
    #expect(try run(demo, "--svg", "/proc/plane.svg").status == 73)
  }

  @Test("A picture by the name of another format is refused by every command that draws one")
  func otherFormats() throws {
    for command in [
      ["links", demo], ["flows", demo], ["flows", "trace", demo, "--from", "x"], ["diff", demo, demo],
    ] {
      let result = try CommandRun(command + ["--svg", "t.PNG"], in: folder.url)
      #expect(result.status == 64 && result.messages.contains(".svg"), "\(command): \(result.messages)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "t.PNG").path))
  }

  @Test("A very long name is cut wherever it stands")
  func longName() throws {
    let path = try example()
    let name = String(repeating: "n", count: 10_000)
    _ = try folder.file(
      "actors.csv", "id,name,role\nc,\(name),organised-crime\nt,Front,terrorist\n")
    let result = try run(path)
    #expect(result.status == 0 && result.output.contains("What they rest on"), "\(result.messages)")
    #expect(!result.output.contains(String(repeating: "n", count: 100)))
  }

  @Test("Options out of range are 64, input that is not there 66; help has an example")
  func usage() throws {
    for wrong in [["--indirect", "-1"], ["--max-hops", "0"], ["--windows", "soon"]] {
      #expect(try CommandRun(["links", demo] + wrong, in: folder.url).status == 64, "\(wrong)")
    }
    #expect(try run("none.csv").status == 66)
    #expect(try run("--help").output.contains("Example: nexus links datasets/northern-corridor"))
  }
}

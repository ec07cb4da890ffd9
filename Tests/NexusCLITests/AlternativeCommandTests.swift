import Foundation
import NexusTestSupport
import Testing

@Suite("nexus risk with another index and with borders")
struct AlternativeCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    let demo = CommandRun.root.appending(path: "datasets/northern-corridor").path
    return try CommandRun(["risk", demo, "--draws", "20"] + arguments, in: folder.url)
  }

  private func document(_ run: CommandRun) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test("The alternative stands behind the default table, headed by what was chosen")
  func beside() throws {
    let plain = try run()
    let result = try run("--normalise", "percentile-rank", "--aggregate", "copeland")
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.output.hasPrefix(plain.output.dropLast()), "the default table stays as it is")
    #expect(result.output.contains("Alternative index: percentile-rank, weights equal, Copeland."))
    #expect(result.output.contains("an order, not an amount"))
  }

  @Test("Weights by dimension or by comparisons come from a file, in JSON with all that was used")
  func files() throws {
    _ = try folder.file("weights.json", #"{"threat": 0.5, "nexus": 0.3, "flow": 0.2}"#)
    _ = try folder.file(
      "ahp.json",
      #"{"names": ["threat", "nexus", "flow"], "comparisons": [[1, 3, 5], ["1/3", 1, 3], ["1/5", "1/3", 1]]}"#
    )
    let given = try document(run("--weights", "weights.json", "--json"))
    let alternative = try #require(given["alternative"] as? [String: Any])
    #expect(alternative["weights"] as? [String: Double] == ["threat": 0.5, "nexus": 0.3, "flow": 0.2])
    #expect((given["regions"] as? [Any])?.isEmpty == false && given["borders"] == nil)
    let compared = try #require(
      try document(run("--weights", "ahp.json", "--json"))["alternative"] as? [String: Any])
    let weights = try #require(compared["weights"] as? [String: Double])
    #expect(isClose(weights["threat"] ?? 0, 0.63699, relative: 0, absolute: 5e-6), "METHOD §3.1")
  }

  @Test("Benefit of the doubt gives each region weights of its own, and at least one 100")
  func doubt() throws {
    let document = try document(run("--weights", "bod", "--json"))
    let regions = try #require((document["alternative"] as? [String: Any])?["regions"] as? [[String: Any]])
    #expect(isClose(regions.first?["score"] as? Double ?? 0, 100))
    #expect(regions.allSatisfy { ($0["own_weights"] as? [String])?.count == 3 })
  }

  @Test(
    "What does not fit is refused with the file and the reason",
    arguments: [
      (#"{"threat": 0.5, "nexus": 0.3, "flow": 0.3}"#, "w.json: the weights sum to 1.1. Expected 1"),
      (#"{"threat": 1, "nexus": 0}"#, "w.json: there is no weight for flow"),
      (
        #"{"threat": 0.5, "nexus": 0.3, "flow": 0.2, "x": 0}"#,
        "w.json: \"x\" is nothing that can be weighed"
      ),
      (#"{"fear": 1}"#, "w.json: \"fear\" is nothing that can be weighed"),
      (#"{"threat": true}"#, "w.json: the weight of \"threat\" is no number"),
      ("[1]", "w.json: this is no JSON object"),
      (
        #"{"names": ["threat", "nexus", "flow"], "comparisons": [[1, 9, 0.11], [0.11, 1, 9], [9, 0.11, 1]]}"#,
        "w.json: the comparisons contradict each other"
      ),
      (
        #"{"names": ["threat", "nexus"], "comparisons": [[1, 3], [3, 1]]}"#,
        "w.json: threat against nexus is 3 but nexus against threat is 3"
      ),
    ])
  func faults(text: String, message: String) throws {
    _ = try folder.file("w.json", text)
    let result = try run("--weights", "w.json")
    #expect(result.status == 65 && result.messages.contains(message), "\(result.messages)")
    #expect(result.output.isEmpty)
  }

  @Test("A file that is not there is 66; choices that cannot meet are usage")
  func usage() throws {
    #expect(try run("--weights", "nowhere.json").status == 66)
    for arguments in [
      ["--weights", "bod", "--aggregate", "harmonic"], ["--normalise", "z-score"],
      ["--normalise", "goalposts"],
      ["--borders", "--csv"], ["--normalise", "best"], ["--weights", "equal", "--compare", "TJ", "AF"],
    ] {
      let demo = CommandRun.root.appending(path: "datasets/northern-corridor").path
      #expect(try CommandRun(["risk", demo] + arguments, in: folder.url).status == 64, "\(arguments)")
    }
  }

  @Test("--borders adds pairs of regions, corridors and border exposure")
  func borders() throws {
    let result = try run("--borders")
    #expect(result.status == 0)
    for heading in [
      "Across borders, by country", "Pairs of regions", "Corridors of transfers", "Border exposure",
    ] {
      #expect(result.output.contains(heading), "\(heading)")
    }
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 110 })
    let borders = try #require(try document(run("--borders", "--json"))["borders"] as? [String: Any])
    let pairs = try #require(borders["pairs"] as? [[String: Any]])
    let exposure = try #require(borders["exposure"] as? [[String: Any]])
    let (all, unlocated) = (
      borders["cross_ties"] as? Double ?? 0, borders["cross_ties_without_region"] as? Double ?? 0
    )
    let sum = pairs.reduce(0) { $0 + ($1["cross_ties"] as? Double ?? 0) }
    let parts = exposure.reduce(0) { $0 + ($1["cross_ties"] as? Double ?? 0) }
    #expect(isClose(sum + unlocated, all) && isClose(parts, sum))
  }

  @Test("A group is a level of the table")
  func grouping() throws {
    let result = try run("--grouping", "SCO", "--level", "grouping")
    #expect(result.status == 0 && result.output.contains("SCO"), "\(result.messages)")
  }
}

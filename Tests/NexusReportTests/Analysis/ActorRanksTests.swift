import Foundation
import NexusAlgorithms
import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

@Suite("How far the ranks of actors move")
struct ActorRanksTests {
  private func analysis(
    _ ties: String, actors: String? = nil, _ change: (inout AnalysisOptions) -> Void = { _ in }
  ) throws -> Analysis {
    let folder = try TemporaryFolder()
    _ = try folder.file("ties.csv", ties)
    if let actors { _ = try folder.file("actors.csv", actors) }
    var options = AnalysisOptions()
    options.rankDraws = 60
    change(&options)
    return try Analysis(of: DatasetReader().read(folder.path), options: options)
  }

  private func rows(_ analysis: Analysis, _ name: String) throws -> [[String: String]] {
    let files = try analysis.resultFiles(optionsUsed: [:])
    let file = try #require(files.first { $0.name == name })
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  private func document(_ analysis: Analysis) throws -> [String: Any] {
    let files = try analysis.resultFiles(optionsUsed: [:])
    let bytes = try #require(files.first { $0.name == "analysis.json" }).bytes
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private static let star = "source,target\n" + (1...14).map { "hub,leaf\($0)\n" }.joined()

  @Test("The columns of actors.csv are those of betweenness, and stand in analysis.json too")
  func columns() throws {
    let analysis = try analysis(ActorRanksTests.star)
    let actors = try rows(analysis, "actors.csv")
    #expect(actors[0]["rank_low"] == "1" && actors[0]["rank_high"] == "1" && actors[0]["p_top10"] == "1.0")
    let ranks = try #require(document(analysis)["ranks"] as? [String: Any])
    let measures = try #require(ranks["measures"] as? [String: [String: Any]])
    #expect(measures.keys.sorted() == ["betweenness", "degree", "eigenvector"])
    let table = try #require(measures["betweenness"]?["actors"] as? [[String: Any]])
    #expect(table.count == 15 && ranks["draws"] as? Int == 60 && ranks["ranked"] as? Int == 15)
    for (actor, row) in zip(actors, table) {
      #expect(actor["id"] == row["actor"] as? String)
      #expect(actor["rank_low"] == (row["rank_low"] as? Int).map(String.init))
      #expect(actor["rank_high"] == (row["rank_high"] as? Int).map(String.init))
    }
  }

  @Test("Victims, witnesses and reporting parties take part in the network and in no ranking")
  func protectedRoles() throws {
    let actors =
      "id,role\nhub,victim\nleaf1,witness\nleaf2,reporting-party\nleaf3,terrorist\n"
    let analysis = try analysis(ActorRanksTests.star, actors: actors)
    for row in try rows(analysis, "actors.csv") {
      let isProtected = ["hub", "leaf1", "leaf2"].contains(row["id"])
      #expect((row["rank_low"] == "") == isProtected && (row["p_top10"] == "") == isProtected)
      if let high = row["rank_high"], let place = Int(high) { #expect(place <= 12) }
    }
    let names = try #require(document(analysis)["ranks"] as? [String: Any]).description
    #expect(!names.contains("hub") && names.contains("leaf4"))
    for ranking in AnalysisSummary(analysis, folder: "f", files: []).rankings {
      #expect(!ranking.names.contains { $0.contains("hub") })
    }
  }

  @Test("Doubtful ties widen the interval, certain ones do not")
  func confidence() throws {
    func table(_ confidence: String) -> String {
      "source,target,confidence\n"
        + (1...8).map { "A,a\($0),1\nB,b\($0),\(confidence)\n" }.joined() + "A,B,1\n"
    }
    func width(_ confidence: String) throws -> Int {
      let ranks = try #require(analysis(table(confidence)).ranks?["degree"])
      let actor = 2  // B: A, a1, B in the order of the rows
      return try #require(ranks.high[actor]) - #require(ranks.low[actor])
    }
    #expect(try width("0.2") > width("1"))
  }

  @Test("Where nobody is among the first in half of the draws, no order is told")
  func suppression() throws {
    let cycle = "source,target\n" + (0..<40).map { "v\($0),v\(($0 + 1) % 40)\n" }.joined()
    let analysis = try analysis(cycle)
    let rankings = AnalysisSummary(analysis, folder: "f", files: []).rankings
    #expect(rankings.allSatisfy { $0.names == ["order not distinguishable"] })
    let page = try #require(analysis.resultFiles(optionsUsed: [:]).first { $0.name == "report.html" })
    #expect(
      String(decoding: page.bytes, as: UTF8.self).contains("The order of the first is not distinguishable."))
    let star = AnalysisSummary(try self.analysis(ActorRanksTests.star), folder: "f", files: [])
    let betweenness = try #require(star.rankings.first { $0.measure == "betweenness" })
    #expect(betweenness.names == ["1 1 hub"])
  }

  @Test("Without draws the cells are empty, and it is said; many draws and one thread give what two do")
  func drawsAndThreads() throws {
    let none = try analysis(ActorRanksTests.star) { $0.rankDraws = 0 }
    #expect(none.ranks == nil)
    #expect(try rows(none, "actors.csv").allSatisfy { $0["rank_low"] == "" })
    #expect(
      AnalysisSummary(none, folder: "f", files: []).lines.contains { $0.text.contains("--rank-draws 0") })
    let reading = try analysis("source,target,confidence\nA,B,0.5\nB,C,0.5\nC,D,0.7\nD,A,0.2\nA,E,0.9\n")
      .reading
    let bytes = try [1, 2].map { threads in
      var options = AnalysisOptions()
      options.rankDraws = 60
      options.threads = threads
      return try Analysis(of: reading, options: options).resultFiles(optionsUsed: [:]).map(\.bytes)
    }
    #expect(bytes[0] == bytes[1])
  }

  @Test("Small networks get all draws, larger ones fewer, then samples, and the largest none")
  func effort() throws {
    func effort(_ vertices: Int, _ edges: Int, _ wanted: Int? = nil) -> RankEffort? {
      RankEffort(vertexCount: vertices, edgeCount: edges, wanted: wanted, budget: RankEffort.budget)
    }
    #expect(effort(62, 153) == RankEffort(draws: 500, pivots: nil))
    #expect(effort(0, 0) == nil && effort(62, 153, 0) == nil)
    #expect(effort(62, 153, 7) == RankEffort(draws: 7, pivots: nil))
    for (vertices, edges) in [(1000, 5000), (10_000, 50_000), (100_000, 300_000), (3_000_000, 9_000_000)] {
      guard let plan = effort(vertices, edges) else {
        #expect(vertices == 3_000_000)
        continue
      }
      #expect((20...500).contains(plan.draws))
      let work = Double(plan.draws) * Double(plan.pivots ?? vertices) * Double(edges)
      #expect(work <= RankEffort.budget * 1.01)
    }
  }
}

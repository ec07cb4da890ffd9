import Foundation
import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

/// The textbook networks of the repository, from their files to every measure; `answers.json` says where each answer
/// comes from.
@Suite("The classic networks give their published answers")
struct ClassicsTests {
  private let folder = CommandRun.root.appending(path: "datasets/classics")

  private func analysis(_ file: String, actors: String? = nil) throws -> Analysis {
    var options = ReadingOptions()
    options.actorsFile = actors.map { folder.appending(path: $0).path }
    let reading = try DatasetReader(options: options).read(folder.appending(path: file).path)
    var analysis = AnalysisOptions()
    analysis.rankDraws = 0
    return try Analysis(of: reading, options: analysis)
  }

  private func answers(_ file: String, _ part: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appending(path: "answers.json"))
    let all = try #require(JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
    return try #require(all[file]?[part] as? [String: Any])
  }

  private func expect(_ values: [Double?], _ answers: [String: Any], _ key: String, _ analysis: Analysis)
    throws
  {
    let answer = try #require(answers[key] as? [String: NSNumber], "\(key)")
    for (id, value) in zip(analysis.network.actors.ids, values) {
      #expect(isClose(value ?? .nan, try #require(answer[id]).doubleValue), "\(key) of \(id)")
    }
  }

  private func leaders(_ values: [Double], _ analysis: Analysis) -> [String] {
    let largest = values.max() ?? 0
    return values.indices.filter { isClose(values[$0], largest) }.map { analysis.network.actors.ids[$0] }
  }

  @Test("The kite: the hub, the broker and the nearest are different actors")
  func kite() throws {
    let kite = try analysis("kite.csv")
    let (published, computed) = (try answers("kite.csv", "published"), try answers("kite.csv", "computed"))
    #expect(leaders(kite.measures.degree.map(Double.init), kite) == published["greatest_degree"] as? [String])
    #expect(leaders(kite.measures.betweenness, kite) == published["greatest_betweenness"] as? [String])
    #expect(leaders(kite.measures.closeness, kite).sorted() == published["greatest_closeness"] as? [String])
    try expect(kite.measures.betweenness, computed, "betweenness", kite)
    try expect(kite.measures.closeness, computed, "closeness", kite)
    try expect(kite.measures.constraint, computed, "constraint", kite)
    try expect(kite.measures.clustering, computed, "clustering", kite)
    try expect(kite.measures.core.map(Double.init), computed, "core", kite)
  }

  @Test("The karate club: measures, and the best division that there is")
  func karate() throws {
    let karate = try analysis("karate.csv", actors: "karate-clubs.csv")
    let computed = try answers("karate.csv", "computed")
    try expect(karate.measures.degree.map(Double.init), computed, "degree", karate)
    try expect(karate.measures.betweenness, computed, "betweenness", karate)
    #expect(isClose(try #require(karate.figures.transitivity), computed["transitivity"] as! Double))
    #expect(karate.figures.diameter == computed["diameter"] as? Double)
    #expect(karate.measures.core.max() == computed["greatest_core"] as? Int)
    let best = try #require(answers("karate.csv", "optimum")["modularity"] as? Double)
    #expect(isClose(try #require(karate.figures.modularity), best))
  }

  @Test("The Florentine families: the Medici lead, the Pucci stand alone and stay")
  func florentine() throws {
    let families = try analysis("florentine.csv", actors: "florentine-actors.csv")
    #expect(families.figures.actors == 16 && families.figures.isolates == 1)
    #expect(leaders(families.measures.betweenness, families) == ["Medici"])
    let computed = try answers("florentine.csv", "computed")
    try expect(families.measures.betweenness, computed, "betweenness_of_16", families)
    try expect(families.measures.closeness, computed, "closeness_of_16", families)
  }
}

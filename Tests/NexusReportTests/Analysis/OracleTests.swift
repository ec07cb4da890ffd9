import Foundation
import NexusAlgorithms
import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

/// The published networks from their raw files to every measure, against networkx 3.6.1 and igraph 1.0.0; skipped
/// where the files are absent.
@Suite("Every measure equals the reference answers", .enabled(if: ReferenceData.isPresent))
struct OracleTests {
  private func analysis(
    _ file: String, _ direction: ReadingOptions.Direction? = nil,
    _ change: (inout AnalysisOptions) -> Void = { _ in }
  ) throws -> Analysis {
    var reading = ReadingOptions()
    reading.direction = direction
    var options = AnalysisOptions()
    options.rankDraws = 0
    change(&options)
    let path = ReferenceData.folder.appending(path: file).path
    return try Analysis(of: DatasetReader(options: reading).read(path), options: options)
  }

  private func check(
    _ analysis: Analysis, _ oracle: Oracle, undirected: Oracle, suffix: String,
    name: (String) -> String = { $0 }
  ) throws {
    let ids = analysis.network.actors.ids.map(name)
    let order = try ids.map { id in try #require(oracle.names.firstIndex(of: id)) }
    func expect(_ measure: String, _ values: [Double?], _ key: String, _ oracle: Oracle, scale: Double = 1)
      throws
    {
      let all = try #require(oracle.values(key), "\(key)")
      for (actor, value) in values.enumerated() {
        #expect(isClose(value ?? .nan, all[order[actor]] * scale), "\(measure) of \(ids[actor])")
      }
    }
    let measures = analysis.measures
    let others = Double(ids.count - 1)
    func weighted(_ key: String) -> String { oracle.values(key + suffix) == nil ? key : key + suffix }
    try expect("degree", measures.degree.map(Double.init), "degree", undirected)
    try expect("betweenness", measures.betweenness, "betweenness_normalized", oracle)
    try expect("closeness", measures.closeness, "closeness_wf", oracle)
    try expect("harmonic", measures.harmonic, "harmonic_sum", oracle, scale: 1 / others)
    try expect("eigenvector", try #require(measures.eigenvector), weighted("eigenvector_l2"), oracle)
    try expect("pagerank", try #require(measures.pageRank), weighted("pagerank"), oracle)
    if oracle.values(weighted("katz_l2")) != nil {
      try expect("katz", try #require(measures.katz), weighted("katz_l2"), oracle)
    }
    if oracle.values("strength") != nil { try expect("strength", measures.strength, "strength", oracle) }
    try expect("core", measures.core.map(Double.init), "core_number", undirected)
    try expect("clustering", measures.clustering, "clustering", undirected)
    try expect("constraint", measures.constraint, weighted("constraint"), oracle)
    let best = try #require(undirected.number("best_q" + suffix) ?? undirected.number("best_q"))
    #expect(try #require(analysis.figures.modularity) >= best - 0.005)
  }

  @Test("Krebs: 62 people, ids instead of names")
  func krebs() throws {
    let text = try String(
      contentsOf: ReferenceData.folder.appending(path: "krebs_911_62/nodes.csv"), encoding: .utf8)
    let pairs = text.split(separator: "\n").dropFirst().map { line -> (String, String) in
      let cells = line.split(separator: ",")
      return (cells[1].count == 1 ? "0" + cells[1] : String(cells[1]), String(cells[0]))
    }
    let names = Dictionary(uniqueKeysWithValues: pairs)
    let oracle = try Oracle("krebs_911_62")
    try check(analysis("krebs_911_62/raw/terrorists.csv"), oracle, undirected: oracle, suffix: "") {
      names[$0] ?? $0
    }
  }

  @Test("November 17 as an undirected matrix")
  func november17() throws {
    let oracle = try Oracle("november17")
    try check(
      analysis("november17/raw/RHODESBOMBING.csv", .undirected), oracle, undirected: oracle, suffix: "")
  }

  @Test("London gang, a matrix of strengths")
  func londonGang() throws {
    let oracle = try Oracle("london_gang")
    try check(analysis("london_gang/raw/matrix.csv"), oracle, undirected: oracle, suffix: "_w")
  }

  @Test("Caviar, directed with strengths; degree, core, clustering and modularity on the sum of directions")
  func caviar() throws {
    let oracle = try Oracle("caviar_phases", kind: .directed)
    try check(
      analysis("caviar_phases/edges.csv", .directed), oracle, undirected: oracle.undirectedSum, suffix: "_w")
  }

  @Test("Paths by inverse strength equal rational arithmetic", arguments: ["london_gang", "caviar_phases"])
  func inverseStrength(folder: String) throws {
    let isDirected = folder == "caviar_phases"
    let oracle = try Oracle(folder, kind: isDirected ? .directed : .undirected)
    let result = try analysis("\(folder)/edges.csv", isDirected ? .directed : nil) {
      $0.lengths = .inverseStrength
    }
    let n = Double(oracle.names.count)
    let raw = try #require(oracle.values("betweenness_raw_w_inv_exact"))
    #expect(result.network.actors.ids == oracle.names)
    let pairs = (n - 1) * (n - 2) / (isDirected ? 1 : 2)
    #expect(isClose(result.measures.betweenness, raw.map { $0 / pairs }))
    #expect(isClose(result.measures.closeness, try #require(oracle.values("closeness_wf_w_inv"))))
  }
}

import Foundation
import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

/// Answers of networkx 3.6.1 and igraph 1.0.0 for real networks; needs ../shared/data.
@Suite(.enabled(if: ReferenceData.isPresent)) struct ReferenceStructureTests {
  // Not of the directed network: there networkx, asked for all vertices at once, divides by the largest strength of
  // another contact than Burt does; asked for them by name, it gives what nexus gives.
  @Test(
    "effective size of real networks, every tie counting 1",
    arguments: ["krebs_911_62", "november17", "london_gang"])
  func effectiveSize(folder: String) throws {
    let oracle = try Oracle(folder)
    let plain = Graph(
      vertexCount: oracle.graph.vertexCount, edges: oracle.graph.edges.map { Edge($0.source, $0.target) })
    let expected = try #require(oracle.values("effective_size"))
    #expect(isClose(plain.effectiveSize().values.compactMap { $0 }, expected))
  }

  @Test(
    "degree assortativity and centralization of real networks",
    arguments: ["krebs_911_62", "november17", "london_gang"])
  func summaries(folder: String) throws {
    let oracle = try Oracle(folder)
    for (key, value) in [
      ("degree_assortativity", oracle.graph.degreeAssortativity()),
      ("degree_centralization_freeman", oracle.graph.degreeCentralization()),
      ("betweenness_centralization", oracle.graph.betweennessCentralization()),
    ] {
      #expect(isClose(try #require(value), try #require(oracle.number(key))), "\(key)")
    }
  }

  @Test("reciprocity and triads of a directed network")
  func directed() throws {
    let oracle = try Oracle("caviar_phases", kind: .directed)
    let graph = oracle.graph
    #expect(isClose(try #require(graph.reciprocity().overall), try #require(oracle.number("reciprocity"))))
    let data = try Data(contentsOf: ReferenceData.folder.appending(path: "caviar_phases/oracle.json"))
    let answers = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let expected = try #require(answers["triad_census"] as? [String: Int])
    let census = try graph.triadCensus()
    for type in TriadType.allCases { #expect(census[type] == expected[type.code], "\(type.code)") }
  }
}

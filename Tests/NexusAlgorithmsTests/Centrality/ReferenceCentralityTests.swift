import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

// The data beside the project are not part of it; the answers come from networkx 3.6.1 and igraph 1.0.0.
@Suite("Centralities of real networks", .enabled(if: ReferenceData.isPresent))
struct ReferenceCentralityTests {
  private static let networks: [(folder: String, kind: EdgeKind)] = [
    ("krebs_911_62", .undirected), ("november17", .undirected), ("london_gang", .undirected),
    ("caviar_phases", .directed),
  ]

  @Test("Path centralities by hops", arguments: networks)
  func hops(folder: String, kind: EdgeKind) throws {
    let oracle = try Oracle(folder, kind: kind)
    let paths = oracle.graph.pathCentralities()
    let others = Double(oracle.graph.vertexCount - 1)
    #expect(isClose(paths.betweenness.values, try #require(oracle.values("betweenness_normalized"))))
    #expect(isClose(paths.closeness.values, try #require(oracle.values("closeness_wf"))))
    #expect(isClose(paths.harmonic.values.map { $0 * others }, try #require(oracle.values("harmonic_sum"))))
    if let diameter = oracle.number("diameter_igraph_all_components") { #expect(paths.diameter == diameter) }
  }

  @Test("Path centralities by inverse strength", arguments: networks.suffix(2))
  func lengths(folder: String, kind: EdgeKind) throws {
    let oracle = try Oracle(folder, kind: kind)
    var options = PathOptions()
    options.lengths = .inverseStrength
    let paths = oracle.graph.pathCentralities(options)
    let others = Double(oracle.graph.vertexCount - 1)
    let pairs = others * (others - 1) / (kind == .directed ? 1 : 2)
    #expect(
      isClose(
        paths.betweenness.values.map { $0 * pairs },
        try #require(oracle.values("betweenness_raw_w_inv_exact"))))
    #expect(isClose(paths.closeness.values, try #require(oracle.values("closeness_wf_w_inv"))))
    #expect(
      isClose(paths.harmonic.values.map { $0 * others }, try #require(oracle.values("harmonic_sum_w_inv"))))
  }

  @Test("Spectral centralities", arguments: networks)
  func spectral(folder: String, kind: EdgeKind) throws {
    let oracle = try Oracle(folder, kind: kind)
    let eigenvector = try #require(try oracle.graph.eigenvectorCentrality()).values
    let expected = try #require(oracle.values("eigenvector_l2_w") ?? oracle.values("eigenvector_l2"))
    #expect(isClose(eigenvector, expected))
    let ranks = try #require(oracle.values("pagerank_w") ?? oracle.values("pagerank"))
    #expect(isClose(try oracle.graph.pageRank().values, ranks))
    if let katz = oracle.values("katz_l2_w") ?? oracle.values("katz_l2") {
      let alpha = try #require(oracle.number("katz_alpha_w") ?? oracle.number("katz_alpha"))
      let scores = try oracle.graph.katzCentrality(KatzOptions(attenuation: .fixed(alpha))).values
      #expect(isClose(scores, katz))
      let root = try #require(oracle.number("lambda_max_w") ?? oracle.number("lambda_max"))
      if isClose(alpha, 0.5 / root) { #expect(isClose(try oracle.graph.katzCentrality().values, katz)) }
    }
  }
}

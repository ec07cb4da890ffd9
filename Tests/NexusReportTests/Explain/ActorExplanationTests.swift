import NexusAlgorithms
import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

@Suite("Explanations of the measures of actors")
struct ActorExplanationTests {
  private func network(_ files: [String: String]) throws -> Network {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.file(name, text) }
    return try DatasetReader().read(folder.path).network
  }

  private func example() throws -> Network {
    try network([
      "actors.csv": WorkedExample.actors, "ties.csv": WorkedExample.ties, "flows.csv": WorkedExample.flows,
    ])
  }

  @Test("Every value is that of the analysis")
  func values() throws {
    let folder = try TemporaryFolder()
    try WorkedExample.write(into: folder)
    let analysis = try Analysis(of: DatasetReader().read(folder.path), options: AnalysisOptions())
    let measures = analysis.measures
    for actor in 0..<analysis.network.actors.count {
      let expected: [ActorMeasure: Double?] = [
        .degree: Double(measures.degree[actor]), .inDegree: Double(measures.inDegree[actor]),
        .outDegree: Double(measures.outDegree[actor]), .strength: measures.strength[actor],
        .betweenness: measures.betweenness[actor], .closeness: measures.closeness[actor],
        .harmonic: measures.harmonic[actor], .eigenvector: measures.eigenvector?[actor],
        .katz: measures.katz?[actor], .pageRank: measures.pageRank?[actor],
        .core: Double(measures.core[actor]), .clustering: measures.clustering[actor],
        .constraint: measures.constraint[actor], .participation: measures.participation[actor],
        .brokerage: measures.brokerage[actor], .component: Double(measures.component[actor]),
        .community: Double(measures.community[actor]),
      ]
      #expect(expected.count == ActorMeasure.allCases.count)
      for (measure, value) in expected {
        let explanation = try analysis.network.explain(ActorID(actor), measure)
        #expect(explanation.value == value, "\(measure) of actor \(actor)")
        guard !explanation.contributions.isEmpty else { continue }
        let sum = explanation.contributions.reduce(0) { $0 + $1.value }
        #expect(
          isClose(sum, explanation.value ?? 0, absolute: 1e-11), "parts of \(measure) of actor \(actor)")
      }
    }
  }

  @Test("Brokerage of METHOD §3.2, its paths, and its value without a row")
  func brokerage() throws {
    let network = try example()
    let first = try #require(network.actors.ids.firstIndex(of: "O1"))
    let explanation = try network.explain(ActorID(first), .brokerage)
    #expect(isClose(explanation.value ?? 0, 0.56))
    #expect(explanation.contributions.map(\.name) == ["O2 – O1 – T1"])
    #expect(explanation.evidence.map(\.place) == ["ties.csv:2", "ties.csv:4"])
    #expect(explanation.evidence.map(\.valueWithout) == [0, 0])
  }

  @Test("Betweenness without a row is that of the file without it")
  func betweenness() throws {
    // The kite of Krackhardt 1990: actor 7 lies between the two ends with .3889 (METHOD §4.1).
    let pairs = Graph.kite.edges.map { "\($0.source.index),\($0.target.index)" }
    let whole = try network(["ties.csv": "source,target\n" + pairs.joined(separator: "\n")])
    let seven = try #require(whole.actors.ids.firstIndex(of: "7"))
    let explanation = try whole.explain(ActorID(seven), .betweenness)
    #expect(isClose(explanation.value ?? 0, 14.0 / 36))
    #expect(explanation.contributions.isEmpty && explanation.contributionNote.hasPrefix("none"))
    #expect(explanation.rowsFound == 18)
    for effect in explanation.evidence {
      let line = try #require(Int(effect.place.split(separator: ":").last ?? ""))
      let fewer = Graph.kite.edges.enumerated().filter { $0.offset != line - 2 }.map(\.element)
      let graph = Graph(vertexCount: 10, kind: .undirected, edges: fewer)
      #expect(effect.valueWithout == graph.pathCentralities().betweenness.values[7], "\(effect.place)")
    }
    // Without 7–8 nothing lies behind it.
    #expect(explanation.evidence.first { $0.says == "tie 7 – 8" }?.valueWithout == 0)
  }

  @Test(
    "The dearer a row, the fewer are tried",
    arguments: [(1.0, 400), (1e7, 20), (5e8, 3), (2e9, 1), (Double.infinity, 1)])
  func bound(work: Double, rows: Int) { #expect(LeaveOneOut.bound(work: work) == rows) }

  @Test("A network that one transfer makes directed stays directed without it")
  func direction() throws {
    let network = try network([
      "ties.csv": "source,target\nA,B\nB,C\n", "flows.csv": "payer,payee,amount\nC,A,5\n",
    ])
    let explanation = try network.explain(ActorID(1), .betweenness)
    let flow = try #require(explanation.evidence.first { $0.place == "flows.csv:2" })
    // A–B–C both ways: B lies between A and C and between C and A, of (n−1)(n−2) = 2 ordered pairs.
    #expect(flow.valueWithout == 1)
  }

  @Test("A person's number comes with the sentence on association, an organisation's without")
  func association() throws {
    let network = try example()
    func notes(_ id: String) throws -> String {
      let actor = try #require(network.actors.ids.firstIndex(of: id))
      return try network.explain(ActorID(actor), .degree).notes.joined()
    }
    #expect(try notes("F1").contains("Association is not involvement"))
    #expect(try !notes("T1").contains("Association is not involvement"))
  }

  @Test("Protected roles keep structural numbers and have no brokerage")
  func protected() throws {
    let network = try network([
      "actors.csv": "id,role,type\nV,victim,person\nO,oc,\nT,terrorist,\n",
      "ties.csv": "source,target\nO,V\nV,T\n",
    ])
    let degree = try network.explain(ActorID(0), .degree)
    #expect(degree.value == 2 && degree.notes.joined().contains("ranked and scored nowhere"))
    let brokerage = try network.explain(ActorID(0), .brokerage)
    #expect(brokerage.value == nil && brokerage.evidence.isEmpty)
  }

  @Test("The same result on one thread and on many")
  func threads() throws {
    let network = try example()
    var one = ExplanationOptions()
    one.analysis.threads = 1
    let alone = try network.explain(ActorID(0), .harmonic, one).document.bytes
    #expect(try network.explain(ActorID(0), .harmonic).document.bytes == alone)
  }
}

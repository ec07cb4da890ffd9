import NexusAlgorithms
import NexusFlows
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@Suite("Corridors")
struct CorridorTests {
  /// METHOD §4.6 (fictional).
  private func corridor(last: Double) -> [TransferSketch] {
    [
      ("S", "A", 60), ("S", "B", 20), ("S", "C", 10), ("A", "D", 40), ("A", "B", 15), ("B", "E", 30),
      ("D", "E", 40), ("C", "E", 5), ("E", "X", last),
    ].map { TransferSketch(nil, $0.0, $0.1, $0.2) }
  }

  private func graph(_ sketches: [TransferSketch]) -> CorridorGraph {
    CorridorGraph(transfersOf: Network(sketches), in: "EUR", by: .actor, .structural())
  }

  private func names(_ edges: [Edge], _ graph: CorridorGraph) -> [[String]] {
    edges.map { [graph.names[$0.source.index], graph.names[$0.target.index]] }
  }

  @Test("maximum flow, cut and widest path are those of METHOD, dated or not")
  func method() throws {
    for (last, most, cut) in [
      (70.0, 70.0, [["E", "X"]]), (200, 75, [["B", "E"], ["C", "E"], ["D", "E"]]),
    ] {
      let graph = graph(corridor(last: last))
      let (start, end) = (try #require(graph.vertex("S")), try #require(graph.vertex("X")))
      let corridor = try Corridor(graph.graph, from: [start], to: [end])
      #expect(corridor.maximumFlow == most)
      #expect(names(corridor.cut, graph) == cut)
      let widest = try #require(corridor.routes.first)
      #expect(
        widest.vertices.map { graph.names[$0.index] } == ["S", "A", "D", "E", "X"] && widest.width == 40)
      #expect(corridor.transit.first?.vertex == graph.vertex("E") && corridor.transit.first?.share == 1)
    }
  }

  @Test("the share of a vertex is what is lost without it; what is taken out carries nothing")
  func interdiction() throws {
    let graph = graph(corridor(last: 200))
    let (start, end) = (try #require(graph.vertex("S")), try #require(graph.vertex("X")))
    let whole = try Corridor(graph.graph, from: [start], to: [end])
    for name in ["A", "B", "C", "D", "E"] {
      let vertex = try #require(graph.vertex(name))
      let without = try Corridor(
        graph.graph, from: [start], to: [end], without: Corridor.Removal(vertices: [vertex]))
      let share = whole.transit.first { $0.vertex == vertex }?.share ?? 0
      #expect(abs(share - (75 - without.maximumFlow) / 75) < 1e-12, "\(name)")
      #expect(without.routes.allSatisfy { !$0.vertices.contains(vertex) })
    }
    let (d, e) = (try #require(graph.vertex("D")), try #require(graph.vertex("E")))
    let leg = try Corridor(graph.graph, from: [start], to: [end], without: Corridor.Removal(legs: [[d, e]]))
    #expect(leg.maximumFlow == 35)
    #expect(throws: FlowError.sourceIsSink) { try Corridor(graph.graph, from: [start], to: [start]) }
  }

  @Test("an amount is spread over the regions of its ends, and no part of it counts twice")
  func regions() throws {
    var network = Network([
      TransferSketch(1, "a", "b", 100), TransferSketch(2, "b", "c", 100), TransferSketch(3, "a", "a2", 10),
    ])
    var actors = network.actors
    func add(_ actor: String, _ region: String, _ confidence: Double) throws {
      actors.presences.append(
        Presence(
          actor: try network.actor(actor), region: try #require(Region(resolving: region)),
          evidence: Evidence(row: RowID(rawValue: 0), grading: confidence)))
    }
    try add("a", "AF", 1)
    try add("a2", "AF", 1)
    try add("b", "TJ", 0.8)
    try add("c", "KG", 0.9)
    try add("c", "KZ", 0.9)
    network = Network(
      name: "regions", actors: actors, ties: [], tieEvidence: [], transfers: network.transfers, origins: [""],
      rows: network.rows)
    let graph = CorridorGraph(transfersOf: network, in: "EUR", by: .region, .structural())
    #expect(graph.names == ["AF", "KG", "KZ", "TJ"])
    func amount(_ source: String, _ target: String) -> Double? {
      let (first, last) = (graph.vertex(source), graph.vertex(target))
      return graph.graph.edges.first { $0.source == first && $0.target == last }?.strength
    }
    #expect(amount("AF", "TJ").map { abs($0 - 80) < 1e-9 } == true)
    #expect(amount("TJ", "KG").map { abs($0 - 40) < 1e-9 } == true)
    #expect(amount("TJ", "KZ").map { abs($0 - 40) < 1e-9 } == true)
    #expect(graph.within == 10 && abs(graph.unlocated - 40) < 1e-9)
    let asia = try #require(Region(resolving: "143"))
    #expect(graph.vertices(in: asia).map { graph.names[$0.index] } == ["KG", "KZ", "TJ"])
  }

  @Test("a row's own region comes before its actor's, and its words say whether it was a seizure")
  func rows() throws {
    var network = Network([TransferSketch(1, "a", "b", 7)])
    var transfers = network.transfers
    transfers[0].payerRegion = Region(resolving: "PE")
    transfers[0].payeeRegion = Region(resolving: "BR")
    transfers[0].channel = Channel(folding: "Seizures")
    network = Network(
      name: "rows", actors: network.actors, ties: [], tieEvidence: [], transfers: transfers, origins: [""],
      rows: network.rows)
    let graph = CorridorGraph(transfersOf: network, in: "EUR", by: .region, .structural())
    #expect(graph.names == ["BR", "PE"] && graph.graph.edges.map(\.strength) == [7])
    #expect((graph.items, graph.seizures) == (1, 1))
  }

  @Test("ties carry their strength, undirected ones both ways")
  func ties() throws {
    var actors = Actors()
    let (a, b) = (actors.append(id: "a"), actors.append(id: "b"))
    let network = Network(
      name: "ties", actors: actors,
      ties: [Tie(source: a, target: b, strength: 3, evidence: 0..<0)], tieEvidence: [], transfers: [],
      origins: [""], rows: RowPlaces(files: [], places: []))
    let graph = CorridorGraph(tiesOf: network, by: .actor, .structural())
    #expect(graph.measure == .strengths && graph.graph.edges.map(\.strength) == [3, 3])
  }
}

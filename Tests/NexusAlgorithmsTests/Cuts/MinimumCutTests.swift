import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Minimum cut between sets of vertices")
struct MinimumCutTests {
  @Test("The weakest tie of a chain is cut, and of equals the one nearest the targets")
  func chain() throws {
    let graph = Graph(5, weighted: [(0, 1, 3), (1, 2, 1), (2, 3, 1), (3, 4, 2)])
    let cut = try graph.minimumCut(from: [VertexID(0)], to: [VertexID(4)])
    #expect(cut.strength == 1 && cut.edges == [Edge(VertexID(2), VertexID(3))])
    #expect(cut.isOnTargetSide.values == [false, false, false, true, true])
  }

  @Test("METHOD §4.6 with two sinks; against the arcs nothing flows")
  func directed() throws {
    let corridor = Graph(
      7, kind: .directed,
      weighted: [
        (0, 1, 60), (0, 2, 20), (0, 3, 10), (1, 4, 40), (1, 2, 15), (2, 5, 30), (4, 5, 40), (3, 5, 5),
        (5, 6, 70),
      ])
    #expect(try corridor.minimumCut(from: [VertexID(0)], to: [VertexID(6)]).strength == 70)
    let cut = try corridor.minimumCut(from: [VertexID(0)], to: [VertexID(5), VertexID(6)])
    #expect(cut.strength == 75 && cut.edges.map(\.strength) == [30, 5, 40])
    let back = try corridor.minimumCut(from: [VertexID(6)], to: [VertexID(0)])
    #expect(back.strength == 0 && back.edges.isEmpty)
  }

  @Test("Sets apart need no cut")
  func apart() throws {
    let cut = try Graph(4, [(0, 1)]).minimumCut(from: [VertexID(0)], to: [VertexID(2), VertexID(3)])
    #expect(cut.strength == 0 && cut.edges.isEmpty)
    #expect(try Graph(2, []).minimumCut(from: [VertexID(0)], to: [VertexID(1)]).strength == 0)
  }

  @Test(
    "It is the least of all cuts, and parts the sets", arguments: [EdgeKind.undirected, .directed], 0..<4)
  func reference(kind: EdgeKind, block: Int) throws {
    for seed in UInt64(block * 75)..<UInt64(block * 75 + 75) {
      let count = Int(2 + seed % 7)
      let shape = RandomGraphShape(
        count, Int(seed % 17), kind: kind, strengths: seed % 2 == 0 ? .whole : .fractional, seed: seed)
      let graph = Graph.random(shape)
      let sources = Array(0..<max(1, count / 3))
      let targets = Array((count - max(1, count / 3))..<count)
      let cut = try graph.minimumCut(from: sources.map { VertexID($0) }, to: targets.map { VertexID($0) })
      var least = Double.infinity
      for side in 0..<(1 << count)
      where sources.allSatisfy({ side >> $0 & 1 == 1 }) && targets.allSatisfy({ side >> $0 & 1 == 0 }) {
        var strength = 0.0
        for edge in graph.edges {
          let (first, second) = (side >> edge.source.index & 1, side >> edge.target.index & 1)
          if kind == .directed ? (first == 1 && second == 0) : first != second { strength += edge.strength }
        }
        least = min(least, strength)
      }
      #expect(isClose(cut.strength, least), "\(shape)")
      #expect(isClose(cut.edges.reduce(0) { $0 + $1.strength }, least), "\(shape)")
      let rest = Graph(
        vertexCount: count, kind: kind, edges: graph.edges.filter { !cut.edges.contains($0) })
      let parted = try rest.minimumCut(from: sources.map { VertexID($0) }, to: targets.map { VertexID($0) })
      #expect(parted.strength == 0, "\(shape)")
    }
  }

  @Test("Empty or shared sets and strangers are refused with a sentence")
  func errors() {
    let graph = Graph.path(3)
    #expect(throws: MinimumCutError.noSources) { try graph.minimumCut(from: [], to: [VertexID(1)]) }
    #expect(throws: MinimumCutError.noTargets) { try graph.minimumCut(from: [VertexID(1)], to: []) }
    #expect(throws: MinimumCutError.inBothSets(VertexID(1))) {
      try graph.minimumCut(from: [VertexID(2), VertexID(1)], to: [VertexID(1)])
    }
    #expect(throws: MinimumCutError.outside(VertexID(7), vertexCount: 3)) {
      try graph.minimumCut(from: [VertexID(7)], to: [VertexID(1)])
    }
    #expect(
      MinimumCutError.outside(VertexID(7), vertexCount: 3).description
        == "vertex 7 is not in the graph. Its vertices are 0 to 2.")
    #expect(MinimumCutError.inBothSets(VertexID(1)).description.hasSuffix("Take it out of one set."))
    #expect(MinimumCutError.noSources.description.hasSuffix("Name at least one."))
  }
}

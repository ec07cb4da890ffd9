import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@Suite struct NetworkLayersTests {
  private func sketch() -> FilterSketch {
    var sketch = FilterSketch()
    for id in ["A", "B", "C"] { sketch.actor(id, .organisedCrime) }
    return sketch
  }

  private func pairs(_ layer: NetworkLayer) -> [[Int]] {
    layer.graph.edges.map { [$0.source.index, $0.target.index] }
  }

  @Test("one layer a relation, in the order of the vocabulary, on all actors")
  func relations() {
    var sketch = sketch()
    sketch.tie("A", "B", "zebra")
    sketch.tie("A", "B", "kinship")
    sketch.tie("B", "C", "kinship")
    sketch.tie("A", "C", "finance")
    sketch.tie("A", "C", "alliance", kind: .prediction)
    let layers = sketch.build().layers(by: .relation)
    #expect(layers.map(\.name) == ["finance", "kinship", "zebra"])
    #expect(layers.map(pairs) == [[[0, 2]], [[0, 1], [1, 2]], [[0, 1]]])
    #expect(layers.allSatisfy { $0.graph.vertexCount == 3 && !$0.graph.isDirected })
  }

  @Test("transfers are a layer of their own, and make all layers directed")
  func transfers() {
    var sketch = sketch()
    sketch.tie("A", "B", "kinship")
    sketch.transfer("B", "C")
    sketch.transfer("B", "C")
    let layers = sketch.build().layers(by: .relation)
    #expect(layers.map(\.name) == ["kinship", "transfers"])
    #expect(pairs(layers[0]) == [[0, 1], [1, 0]] && pairs(layers[1]) == [[1, 2]])
    #expect(layers[1].graph.edges[0].strength == 2)
    #expect(sketch.build().layers(by: .relation, kind: .undirected).allSatisfy { !$0.graph.isDirected })
  }

  @Test("a link of two crimes is in both layers, one of none in no layer")
  func crimes() {
    var sketch = sketch()
    sketch.tie("A", "B", crimes: ["drugs", "arms"])
    sketch.tie("B", "C")
    sketch.transfer("C", "A", crimes: ["arms", "arms"])
    let layers = sketch.build().layers(by: .crime)
    #expect(layers.map(\.subject) == [.crime(Crime(folding: "drugs")), .crime(Crime(folding: "arms"))])
    #expect(layers.map(pairs) == [[[0, 1], [1, 0]], [[0, 1], [1, 0], [2, 0]]])
  }

  @Test("one layer a window of years, from the oldest, empty ones too")
  func periods() {
    var sketch = sketch()
    sketch.tie("A", "B", first: Instant(year: 2010, month: 6, day: 1))
    sketch.tie("B", "C", first: Instant(year: 2016, month: 1, day: 1))
    sketch.tie("A", "C")
    let layers = sketch.build().layers(by: .period(years: 2, endingOn: nil))
    #expect(
      layers.map(\.name) == [
        "2010-01-01 to 2012-01-01", "2012-01-01 to 2014-01-01", "2014-01-01 to 2016-01-01",
      ])
    #expect(layers.map(pairs) == [[[0, 1]], [], [[1, 2]]])
  }

  @Test("layers together are the network, with the same strengths under a rule")
  func sum() {
    var sketch = sketch()
    sketch.tie("A", "B", "kinship", confidence: 0.5)
    sketch.tie("A", "B", "finance", confidence: 0.25)
    sketch.tie("B", "C", "finance")
    sketch.transfer("C", "A", confidence: 0.5)
    let network = sketch.build()
    let rule = ConfidenceRule.structural()
    let edges = network.layers(by: .relation, weighedBy: rule).flatMap(\.graph.edges)
    #expect(Graph(vertexCount: 3, kind: .directed, edges: edges) == network.graph(weighedBy: rule))
  }

  @Test("a network without links has no layers")
  func degenerate() {
    let network = sketch().build()
    #expect(network.layers(by: .relation).isEmpty && network.layers(by: .crime).isEmpty)
    #expect(network.layers(by: .period(years: 1, endingOn: nil)).isEmpty)
  }
}

@Suite struct CrimeConfidencesTests {
  @Test("what rows say of an actor and what its links say combine")
  func combined() {
    var sketch = FilterSketch()
    sketch.actor("A", .organisedCrime)
    sketch.actor("T", .terrorist)
    sketch.actor("S", .state)
    sketch.actor("V", .victim)
    sketch.crime("A", "drugs", 0.5)
    sketch.crime("V", "drugs", 0.9)
    sketch.crime("S", "arms", 0.25)
    sketch.tie("A", "T", crimes: ["drugs", "arms"], confidence: 0.8)
    sketch.tie("A", "S", crimes: ["arms"], confidence: 0.5)
    sketch.tie("A", "V", crimes: ["extortion"], confidence: 0.9)
    sketch.transfer("T", "A", crimes: ["drugs"], confidence: 0.4)
    let crimes = sketch.build().crimeConfidences(.structural()).values
    // A: drugs 1 − 0.5 · 0.2 · 0.6, arms 1 − 0.2 · 0.5. T: drugs 1 − 0.2 · 0.6. The state has its own claim only.
    #expect(crimes.map { $0.map(\.group.word) } == [["arms", "drugs"], ["arms", "drugs"], ["arms"], []])
    #expect(isClose(crimes[0].map(\.confidence), [0.9, 0.94]))
    #expect(isClose(crimes[1].map(\.confidence), [0.8, 0.88]))
    #expect(isClose(crimes[2].map(\.confidence), [0.25]))
  }

  @Test("an ungraded row counts as the rule says, a prediction not at all")
  func rules() {
    var sketch = FilterSketch()
    sketch.actor("A", .organisedCrime)
    sketch.actor("B", .facilitator)
    sketch.tie("A", "B", crimes: ["drugs"])
    sketch.tie("A", "B", crimes: ["arms"], confidence: 0.9, kind: .prediction)
    let crimes = sketch.build().crimeConfidences(ConfidenceRule(ungraded: 0.5)).values
    #expect(crimes.map { $0.map(\.group.word) } == [["drugs"], ["drugs"]])
    #expect(crimes[1].map(\.confidence) == [0.5])
  }

  @Test("without actors there is nobody to be sure of")
  func degenerate() {
    #expect(FilterSketch().build().crimeConfidences(.structural()).values.isEmpty)
  }
}

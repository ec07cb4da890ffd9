import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct MultiplexTests {
  @Test("four ties in one layer, two in another, none in a third")
  func participation() {
    // METHOD §4.4: (4, 2, 0) → 2/3
    let four = Multiplex([
      Graph(7, [(0, 1), (0, 2), (0, 3), (0, 4)]), Graph(7, [(0, 5), (0, 6)]), Graph(7, []),
    ])
    #expect(isClose(four.participation().values[0] ?? .nan, 2.0 / 3))
    #expect(four.overlapDegrees().values == [6, 1, 1, 1, 1, 1, 1])
    #expect(four.participation().values[1] == 0)
  }

  @Test("ties spread evenly over all layers give 1, a neighbour each way counts once")
  func even() {
    let layer = Graph(3, kind: .directed, [(0, 1), (1, 0)])
    let multiplex = Multiplex([layer, layer])
    #expect(multiplex.participation().values == [1, 1, nil])
    #expect(multiplex.overlapDegrees().values == [2, 2, 0])
  }

  @Test("without layers, or with one, there is nothing to take part in")
  func degenerate() throws {
    #expect(Multiplex([]).vertexCount == 0 && Multiplex([]).participation().values == [])
    #expect(Multiplex([Graph.path(2)]).participation().values == [nil, nil])
    #expect(Multiplex([]).edgeOverlap().isEmpty)
    #expect(try Multiplex([]).agreement(by: .degree).isEmpty)
  }

  @Test("shared edges of two layers, and of two without edges")
  func edgeOverlap() {
    let layers = [Graph(4, [(0, 1), (1, 2), (2, 3)]), Graph(4, [(1, 0), (2, 1), (0, 3)]), Graph(4, [])]
    #expect(Multiplex(layers).edgeOverlap() == [[1, 0.5, 0], [0.5, 1, 0], [0, 0, nil]])
    let directed = [Graph(2, kind: .directed, [(0, 1)]), Graph(2, kind: .directed, [(1, 0)])]
    #expect(Multiplex(directed).edgeOverlap() == [[1, 0], [0, 1]])
  }

  @Test("overlap, degrees and participation as sets of pairs give them, for 300 random pairs of layers")
  func slowReference() {
    for seed in 0..<300 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let layers = (0..<2).map { number in
        Graph.random(
          RandomGraphShape(7, seed % 25, kind: kind, strengths: .whole, seed: UInt64(2 * seed + number)))
      }
      let sets = layers.map { Set($0.edges.map { [$0.source.index, $0.target.index] }) }
      let union = sets[0].union(sets[1])
      let overlap = Multiplex(layers).edgeOverlap()[0][1]
      let expected = union.isEmpty ? nil : Double(sets[0].intersection(sets[1]).count) / Double(union.count)
      #expect(overlap == expected, "seed \(seed)")

      let participation = Multiplex(layers).participation().values
      for vertex in 0..<7 {
        let degrees = layers.map { Double($0.degrees().values[vertex]) }
        let sum = degrees[0] + degrees[1]
        let value = sum == 0 ? nil : 4 * degrees[0] * degrees[1] / (sum * sum)
        #expect(isClose(participation[vertex] ?? -1, value ?? -1), "seed \(seed)")
      }
    }
  }
}

@Suite struct LayerAgreementTests {
  private let layers = [
    Graph(5, [(0, 1), (0, 2), (0, 3), (1, 2)]), Graph(5, [(0, 1), (0, 2), (0, 3), (1, 2)]),
    Graph(5, [(3, 0), (3, 1), (3, 2)]),
  ]

  @Test("a layer agrees with itself, by every measure")
  func itself() throws {
    for measure in LayerMeasure.allCases {
      let table = try Multiplex(layers).agreement(by: measure)
      #expect(table[0][0] == 1 && table[0][1] == 1 && table[0][2] == table[2][0], "\(measure)")
    }
  }

  @Test("degrees of two layers, over the vertices that count")
  func members() throws {
    // scipy 1.17.1 stats.kendalltau([3, 2, 2, 1], [1, 1, 1, 3]), and with a fifth vertex at 0 in both
    var options = LayerAgreementOptions()
    let multiplex = Multiplex(layers)
    #expect(isClose(try multiplex.agreement(by: .degree, options)[0][2] ?? .nan, -0.7745966692414834))
    options.members = .activeInBoth
    #expect(isClose(try multiplex.agreement(by: .degree, options)[0][2] ?? .nan, -0.7745966692414834))
    options.members = .all
    #expect(isClose(try multiplex.agreement(by: .degree, options)[0][2] ?? .nan, 0.1259881576697424))
  }

  @Test("rounding makes no order")
  func rounding() throws {
    let cycle = Graph.cycle(9)
    let path = Graph.path(9)
    // All of a cycle have the same PageRank but for rounding.
    #expect(try Multiplex([cycle, path]).agreement(by: .pageRank)[0][1] == nil)
  }

  @Test("a directed layer without a cycle has no eigenvector centrality")
  func undefined() throws {
    let layers = [
      Graph.path(3, kind: .directed), Graph(3, kind: .directed, [(0, 1), (1, 0), (0, 2), (1, 2)]),
    ]
    let table = try Multiplex(layers).agreement(by: .eigenvector)
    #expect(table[0][0] == nil && table[0][1] == nil && table[1][1] != nil)
  }

  @Test("a walk that does not settle is named with its layer")
  func notConverged() throws {
    var options = LayerAgreementOptions()
    options.pageRank.maximumIterations = 2
    let error = #expect(throws: LayerAgreementError.self) {
      try Multiplex([Graph.star(leaves: 3), Graph.path(4)]).agreement(by: .pageRank, options)
    }
    #expect(error?.description.hasPrefix("Layer 1: PageRank did not settle with damping 0.85") == true)
  }
}

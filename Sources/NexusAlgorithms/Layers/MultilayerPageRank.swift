public import NexusGraph

extension Multiplex {
  /// PageRank over all layers at once: a walker follows ties within a layer or changes layer at the same vertex.
  ///
  ///     supra-adjacency  S[(i,α), (j,α)] = strength of i → j in layer α,   S[(i,α), (i,β)] = ω
  ///
  /// The walker of ``NexusGraph/Graph/pageRank(_:)`` walks on *S*: out of a state it follows arcs in proportion to their
  /// strengths, and with probability 1 − d it starts anew at any vertex of any layer. A vertex that only appears in
  /// one layer is in the others too, joined to itself.
  /// - Parameter options: ω, which layers are joined, and the damping.
  /// - Returns: shares of the walker's time, by vertex and by layer, which sum to 1.
  /// - Throws: ``MultilayerPageRankError`` when an option is out of range or the iteration does not settle.
  /// - Complexity: O(*m* + *n* · joined pairs of layers) time an iteration and memory, *m* over all layers.
  ///
  /// Source: M. De Domenico, A. Solé-Ribalta, E. Omodei, S. Gómez, A. Arenas, "Ranking in interconnected multilayer
  /// networks reveals versatile nodes", *Nature Communications* 6, 6868, 2015, doi:10.1038/ncomms7868.
  public func pageRank(
    _ options: MultilayerPageRankOptions = MultilayerPageRankOptions()
  ) throws(MultilayerPageRankError) -> MultilayerPageRank {
    guard options.interlayerStrength >= 0, options.interlayerStrength.isFinite else {
      throw .interlayerStrengthOutOfRange(options.interlayerStrength)
    }
    let states: VertexMap<Double>
    do { states = try supraGraph(options).pageRank(options.walk) } catch { throw .walk(error) }
    let byLayer = layers.indices.map { layer in
      VertexMap(Array(states.values[layer * vertexCount..<(layer + 1) * vertexCount]))
    }
    return MultilayerPageRank(
      vertices: VertexMap((0..<vertexCount).map { vertex in byLayer.reduce(0) { $0 + $1.values[vertex] } }),
      byLayer: byLayer)
  }

  /// The graph of states: vertex *i* of layer α has the number α n + i.
  private func supraGraph(_ options: MultilayerPageRankOptions) -> Graph {
    let kind = layers.first?.kind ?? .undirected
    var edges: [Edge] = []
    for (number, layer) in layers.enumerated() {
      let first = number * vertexCount
      edges += layer.edges.map {
        Edge(VertexID(first + $0.source.index), VertexID(first + $0.target.index), strength: $0.strength)
      }
    }
    if options.interlayerStrength > 0 {
      for (lower, upper) in options.coupling.pairs(of: layers.count) {
        for vertex in 0..<vertexCount {
          let ends = (VertexID(lower * vertexCount + vertex), VertexID(upper * vertexCount + vertex))
          edges.append(Edge(ends.0, ends.1, strength: options.interlayerStrength))
          if kind == .directed { edges.append(Edge(ends.1, ends.0, strength: options.interlayerStrength)) }
        }
      }
    }
    return Graph(vertexCount: layers.count * vertexCount, kind: kind, edges: edges)
  }
}

/// PageRank over several layers. See ``Multiplex/pageRank(_:)``.
public struct MultilayerPageRank: Sendable, Equatable {
  /// The share of each vertex, over all layers.
  public let vertices: VertexMap<Double>
  /// The share of each vertex in each layer.
  public let byLayer: [VertexMap<Double>]
}

/// Which layers a walker can change between.
public enum LayerCoupling: Hashable, Sendable, CaseIterable {
  /// Any two: layers are kinds of ties.
  case all
  /// Only those that follow each other: layers are periods.
  case successive

  fileprivate func pairs(of count: Int) -> [(lower: Int, upper: Int)] {
    (0..<count).flatMap { lower in
      let last = self == .all ? count : min(lower + 2, count)
      return (lower + 1..<max(last, lower + 1)).map { (lower, $0) }
    }
  }
}

/// How multilayer PageRank is computed.
public struct MultilayerPageRankOptions: Hashable, Sendable {
  /// ω, the strength of the tie that joins a vertex to itself in another layer, in the unit of the strengths. At 0 the
  /// layers are walked apart.
  public var interlayerStrength = 1.0
  public var coupling = LayerCoupling.all
  /// The damping, and when to stop.
  public var walk = PageRankOptions()

  public init() {}

  public init(interlayerStrength: Double, coupling: LayerCoupling = .all) {
    (self.interlayerStrength, self.coupling) = (interlayerStrength, coupling)
  }
}

/// Why there is no multilayer PageRank.
public enum MultilayerPageRankError: Error, Hashable, CustomStringConvertible {
  case interlayerStrengthOutOfRange(Double)
  case walk(PageRankError)

  public var description: String {
    switch self {
    case .interlayerStrengthOutOfRange(let strength):
      "The interlayer strength is \(strength). Expected a number from 0 up, commonly 1."
    case .walk(let error): error.description
    }
  }
}

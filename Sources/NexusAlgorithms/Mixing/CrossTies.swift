public import NexusGraph

/// The edges that join one class of vertices to another, against chance.
public struct CrossTies: Hashable, Sendable {
  /// The edges with one end in each class.
  public let count: Int
  /// All edges.
  public let edgeCount: Int
  /// The share of edges that chance would have join the classes: 2 |A| |B| / (n (n − 1)), exactly.
  public let expectedShare: Double
  /// (b + 1) / (B + 1), where b of B permutations had at least ``count`` edges between the classes.
  public let pValue: Double

  /// ``count`` ÷ ``edgeCount``.
  public var share: Double { Double(count) / Double(edgeCount) }
  /// ``share`` ÷ ``expectedShare``: above 1, more than by chance. Nil when chance would give none.
  public var ratio: Double? { expectedShare > 0 ? share / expectedShare : nil }
}

extension Graph {
  /// Tests whether edges join two classes of vertices more often than chance would.
  ///
  /// Chance keeps the graph, so each vertex its degree, and the size of the classes, and deals out the labels
  /// over all vertices anew. Directions and strengths are ignored: two vertices are neighbours once.
  /// - Parameters:
  ///   - labels: the class of each vertex; vertices of further classes are neither.
  ///   - first: one class.
  ///   - second: the other class.
  ///   - permutations: B, how often the labels are dealt out; the smallest p-value is 1 / (B + 1).
  ///   - generator: gives one seed. Each permutation then draws from its own generator, of that seed and its own
  ///     number, so that the order in which permutations are done does not matter.
  /// - Returns: the test, or nil for a graph without edges.
  /// - Complexity: O(*n* + *m* + B · (labelled vertices + edges at the smaller class)).
  ///
  /// Source: B. Phipson, G. K. Smyth, "Permutation p-values should never be zero", *Statistical Applications in
  /// Genetics and Molecular Biology* 9(1), 2010, art. 39, doi:10.2202/1544-6115.1585.
  public func crossTies<Label: Hashable & Sendable>(
    of labels: VertexMap<Label>, between first: Label, and second: Label, permutations: Int = 999,
    using generator: inout some RandomNumberGenerator
  ) -> CrossTies? {
    precondition(labels.count == vertexCount, "There must be one label for each vertex.")
    precondition(first != second, "The two classes must differ.")
    let seed = generator.next()
    let adjacency = undirectedSum().outgoing
    guard adjacency.arcCount > 0 else { return nil }

    let vertices = 0..<vertexCount
    var (smaller, larger) = (
      vertices.filter { labels.values[$0] == first }, vertices.filter { labels.values[$0] == second }
    )
    if smaller.count > larger.count { swap(&smaller, &larger) }
    var deal = LabelDeal(adjacency, smaller: smaller.count, larger: larger.count)
    let count = deal.crossings(smaller: smaller, larger: larger)
    let reached = (0..<permutations).count { number in
      var own = SeededGenerator(seed: seed ^ (UInt64(number) &* 0xD134_2543_DE82_EF95))
      return deal.crossings(using: &own) >= count
    }
    let pairs = Double(vertexCount) * Double(vertexCount - 1) / 2
    return CrossTies(
      count: count, edgeCount: adjacency.arcCount / 2,
      expectedShare: Double(smaller.count) * Double(larger.count) / pairs,
      pValue: Double(reached + 1) / Double(permutations + 1))
  }
}

/// Deals two classes out over vertices and counts the edges between them.
private struct LabelDeal {
  private let adjacency: Adjacency
  private let smaller: Int
  private let larger: Int
  /// The vertices; 0..<n whenever no deal is under way.
  private var order: [Int32]
  /// Whether a vertex is in the larger class; false whenever no deal is under way.
  private var isLarger: [Bool]

  init(_ adjacency: Adjacency, smaller: Int, larger: Int) {
    let vertexCount = adjacency.offsets.count - 1
    (self.adjacency, self.smaller, self.larger) = (adjacency, smaller, larger)
    order = (0..<vertexCount).map { Int32($0) }
    isLarger = [Bool](repeating: false, count: vertexCount)
  }

  /// The edges between the classes as they are.
  mutating func crossings(smaller: [Int], larger: [Int]) -> Int {
    for vertex in larger { isLarger[vertex] = true }
    defer { for vertex in larger { isLarger[vertex] = false } }
    return smaller.reduce(0) { $0 + neighboursInLarger(of: $1) }
  }

  /// The edges between the classes dealt out at random: a Fisher–Yates shuffle of as many places as are
  /// labelled, undone afterwards, so that every deal starts alike.
  mutating func crossings(using generator: inout SeededGenerator) -> Int {
    guard smaller > 0 else { return 0 }
    let labelled = smaller + larger
    var swaps: [Int] = []
    swaps.reserveCapacity(labelled)
    for place in 0..<labelled {
      swaps.append(place + generator.index(below: order.count - place))
      order.swapAt(place, swaps[place])
    }
    for place in smaller..<labelled { isLarger[Int(order[place])] = true }
    let count = (0..<smaller).reduce(0) { $0 + neighboursInLarger(of: Int(order[$1])) }
    for place in smaller..<labelled { isLarger[Int(order[place])] = false }
    for place in (0..<labelled).reversed() { order.swapAt(place, swaps[place]) }
    return count
  }

  private func neighboursInLarger(of vertex: Int) -> Int {
    var count = 0
    for arc in adjacency.row(vertex) where isLarger[Int(adjacency.targets[arc])] { count += 1 }
    return count
  }
}

public import NexusGraph

/// How groups are joined to each other and to themselves, against chance.
/// See ``NexusGraph/Graph/mixingMatrix(of:_:)``.
public struct MixingMatrix<Group: Hashable & Sendable>: Sendable {
  /// Rows and columns, in the order of the memberships.
  public let groups: [Group]
  /// By row. Of a directed graph rows are sources; of an undirected one the matrix is symmetric, and an edge between
  /// two groups stands in full on both sides of the diagonal.
  public let cells: [[MixingCell]]

  /// The cell of two groups, or nil for one that has no members.
  public subscript(source: Group, target: Group) -> MixingCell? {
    guard let row = groups.firstIndex(of: source), let column = groups.firstIndex(of: target) else {
      return nil
    }
    return cells[row][column]
  }
}

/// What joins one group to another. See ``MixingMatrix``.
public struct MixingCell: Hashable, Sendable {
  /// Edges between the two groups, or their strength.
  public let observed: Double
  /// What chance gives in the mean, exactly.
  public let expected: Double
  /// Twice the smaller of the shares of permutations that gave at least as much, and at most as much, each
  /// (b + 1) / (B + 1); at most 1.
  public let pValue: Double
  /// ``pValue`` adjusted after Benjamini and Hochberg for all cells of the matrix.
  public let adjustedPValue: Double

  /// ``observed`` ÷ ``expected``: above 1, more than by chance. Nil when chance would give none.
  public var ratio: Double? { expected > 0 ? observed / expected : nil }
}

/// How a mixing matrix is made.
public struct MixingOptions: Hashable, Sendable {
  /// What the cells add up.
  public var ties = TieMeasure.edges
  /// How chance is drawn.
  public var permutations = PermutationOptions()

  public init() {}

  public init(ties: TieMeasure = .edges, permutations: PermutationOptions = PermutationOptions()) {
    (self.ties, self.permutations) = (ties, permutations)
  }
}

extension Graph {
  /// The mixing matrix: how much joins each pair of groups, and whether that is more or less than chance.
  ///
  ///     M(s, t) = Σ over edges i → j  x(i,j) f(i,s) f(j,t)      x = 1, or the strength
  ///
  /// f(i,s) is the share of *i* in group *s*. An undirected edge adds both ways round to a cell off the diagonal, once
  /// to one on it. Chance keeps the graph and deals out the memberships over all vertices anew, each whole:
  ///
  ///     E(s, t) = X (F(s) F(t) − Σ_v f(v,s) f(v,t)) / n (n − 1)      F(s) = Σ_v f(v,s),  X = Σ x
  ///
  /// twice that off the diagonal of an undirected graph.
  /// - Parameters:
  ///   - memberships: the groups of this graph's vertices.
  ///   - options: whether strengths count, how many permutations, from which seed.
  /// - Complexity: O(permutations · *m* · memberships of a vertex²) time, O(*n* + *m* + groups²) memory a thread.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Sources: M. E. J. Newman, "Mixing patterns in networks", *Physical Review E* 67, 026126, 2003,
  /// doi:10.1103/PhysRevE.67.026126; B. Phipson, G. K. Smyth, "Permutation p-values should never be zero", 2010,
  /// doi:10.2202/1544-6115.1585.
  public func mixingMatrix<Group: Hashable & Sendable>(
    of memberships: GroupMemberships<Group>, _ options: MixingOptions = MixingOptions()
  ) -> MixingMatrix<Group> {
    precondition(memberships.vertexCount == vertexCount, "The memberships are of another graph.")
    let count = memberships.groups.count
    let sums = MixingSums(of: self, counting: options.ties, memberships)
    let observed = sums.cells(Array(0..<Int32(vertexCount)))
    // Sums of the same products in another order differ by rounding.
    let slack = 1e-9
    let parts = options.permutations.chunks.map { chunk in
      var (above, below) = (
        [Int](repeating: 0, count: count * count), [Int](repeating: 0, count: count * count)
      )
      options.permutations.forEachPermutation(of: vertexCount, in: chunk) { order in
        for (place, sum) in sums.cells(order).enumerated() {
          if sum >= observed[place] * (1 - slack) { above[place] += 1 }
          if sum <= observed[place] * (1 + slack) { below[place] += 1 }
        }
      }
      return (above: above, below: below)
    }
    let pValues = observed.indices.map { place in
      let above = options.permutations.pValue(reached: parts.reduce(0) { $0 + $1.above[place] })
      let below = options.permutations.pValue(reached: parts.reduce(0) { $0 + $1.below[place] })
      return min(1, 2 * min(above, below))
    }
    // Each test once: of an undirected graph only the upper triangle.
    func isTested(_ place: Int) -> Bool { isDirected || place / count <= place % count }
    let adjusted = benjaminiHochberg(pValues.indices.map { isTested($0) ? pValues[$0] : nil })
    let expected = sums.expected()
    return MixingMatrix(
      groups: memberships.groups,
      cells: (0..<count).map { row in
        (0..<count).map { column in
          let place = row * count + column
          let mirror = isTested(place) ? place : column * count + row
          return MixingCell(
            observed: observed[place], expected: expected[place], pValue: pValues[place],
            adjustedPValue: adjusted[mirror] ?? 1)
        }
      })
  }
}

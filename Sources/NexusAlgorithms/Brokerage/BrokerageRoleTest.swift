public import NexusGraph

extension Graph {
  /// Tests whether vertices broker in the roles of Gould and Fernandez more often than chance would have it.
  ///
  /// Chance keeps the graph, so who brokers how many open triads, and the size of the groups, and deals out the labels
  /// over all vertices anew, the broker's too. What it gives in the mean is exact:
  ///
  ///     E(role) = open triads · P(role)       P(AAA) = Σ_g n_g (n_g − 1) (n_g − 2) / n (n − 1) (n − 2)
  ///     P(AAB) = P(ABB) = P(ABA) = Σ_g n_g (n_g − 1) (n − n_g) / n (n − 1) (n − 2)
  ///
  /// Directions are as in ``brokerageRoles(of:)``.
  /// - Parameters:
  ///   - labels: the group of each vertex.
  ///   - options: how many permutations, from which seed.
  /// - Complexity: O(permutations · (*n* + *m*^1.5)) time, O(*n* + *m*) memory a thread.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Sources: R. V. Gould, R. M. Fernandez, *Sociological Methodology* 19, 1989, doi:10.2307/270949; B. Phipson,
  /// G. K. Smyth, "Permutation p-values should never be zero", 2010, doi:10.2202/1544-6115.1585.
  public func brokerageRoleTest<Label: Hashable & Sendable>(
    of labels: VertexMap<Label>, _ options: PermutationOptions = PermutationOptions()
  ) -> BrokerageRoleTest {
    precondition(labels.count == vertexCount, "There must be one label for each vertex.")
    let groups = GroupNumbers(labels.values)
    let triads = OpenTriads(of: self)
    let observed = triads.counts(by: groups.numbers, groupCount: groups.groups.count)
    let totals = roleTotals(observed)
    let parts = options.chunks.map { chunk in
      var reached = [Int](repeating: 0, count: observed.count + totals.count)
      options.forEachPermutation(of: vertexCount, in: chunk) { order in
        let counts = triads.counts(
          by: order.map { groups.numbers[Int($0)] }, groupCount: groups.groups.count)
        for (place, count) in (counts + roleTotals(counts)).enumerated() {
          reached[place] +=
            count >= (place < observed.count ? observed[place] : totals[place - observed.count]) ? 1 : 0
        }
      }
      return reached
    }
    let pValues = (0..<observed.count + totals.count).map { place in
      options.pValue(reached: parts.reduce(0) { $0 + $1[place] })
    }
    let chances = roleChances(groups.sizes, vertexCount: vertexCount)
    let expected = profiles(observed).flatMap { profile in chances.map { Double(profile.total) * $0 } }
    let open = Double(totals.reduce(0, +))
    return BrokerageRoleTest(
      counts: VertexMap(profiles(observed)), expected: VertexMap(profiles(expected)),
      pValues: VertexMap(profiles(Array(pValues[..<observed.count]))),
      totals: BrokerageProfile(values: totals),
      expectedTotals: BrokerageProfile(values: chances.map { open * $0 }),
      totalPValues: BrokerageProfile(values: Array(pValues[observed.count...])))
  }
}

/// Brokerage roles against chance. See ``NexusGraph/Graph/brokerageRoleTest(of:_:)``.
public struct BrokerageRoleTest: Sendable, Equatable {
  /// Open triads of each vertex, as ``NexusGraph/Graph/brokerageRoles(of:)`` counts them.
  public let counts: VertexMap<BrokerageProfile<Int>>
  /// What chance gives in the mean, exactly.
  public let expected: VertexMap<BrokerageProfile<Double>>
  /// (b + 1) / (B + 1), where b of B permutations gave the vertex at least as many triads of the role.
  public let pValues: VertexMap<BrokerageProfile<Double>>
  /// The same over all vertices.
  public let totals: BrokerageProfile<Int>
  public let expectedTotals: BrokerageProfile<Double>
  public let totalPValues: BrokerageProfile<Double>
}

/// The triads of each role over all vertices.
private func roleTotals(_ counts: [Int]) -> [Int] {
  var totals = [Int](repeating: 0, count: BrokerageRole.allCases.count)
  for place in counts.indices { totals[place % totals.count] += counts[place] }
  return totals
}

/// The probability of each role when labels are dealt out at random.
private func roleChances(_ sizes: [Int], vertexCount: Int) -> [Double] {
  let n = Double(vertexCount)
  guard vertexCount > 2 else { return [0, 0, 0, 0, 0] }
  let triples = n * (n - 1) * (n - 2)
  let (alike, pairs) = sizes.reduce((0.0, 0.0)) { sums, size in
    let g = Double(size)
    return (sums.0 + g * (g - 1) * (g - 2) / triples, sums.1 + g * (g - 1) * (n - g) / triples)
  }
  return [alike, pairs, pairs, pairs, max(0, 1 - alike - 3 * pairs)]
}

internal import NexusGraph

/// Adds up what joins groups, for one deal of memberships over the vertices after another.
struct MixingSums: Sendable {
  /// Σ x over all edges.
  let total: Double
  private let vertexCount: Int
  private let isDirected: Bool
  private let sources: [Int32]
  private let targets: [Int32]
  private let amounts: [Double]
  private let groupCount: Int
  private let offsets: [Int]
  private let numbers: [Int32]
  private let shares: [Double]

  init<Group>(of graph: Graph, counting ties: TieMeasure, _ memberships: GroupMemberships<Group>) {
    let edges = graph.edges
    (vertexCount, isDirected) = (graph.vertexCount, graph.isDirected)
    sources = edges.map(\.source.rawValue)
    targets = edges.map(\.target.rawValue)
    amounts = edges.map { ties == .edges ? 1 : $0.strength }
    total = amounts.reduce(0, +)
    groupCount = memberships.groups.count
    (offsets, numbers, shares) = (memberships.offsets, memberships.numbers, memberships.shares)
  }

  /// The cells by row when vertex *v* has the memberships of `order[v]`.
  func cells(_ order: [Int32]) -> [Double] {
    var cells = [Double](repeating: 0, count: groupCount * groupCount)
    let (sources, targets, amounts) = (sources.span, targets.span, amounts.span)
    let (offsets, numbers, shares, order) = (offsets.span, numbers.span, shares.span, order.span)
    var sums = cells.mutableSpan
    for edge in sources.indices {
      let (source, target) = (Int(order[Int(sources[edge])]), Int(order[Int(targets[edge])]))
      for first in offsets[source]..<offsets[source + 1] {
        let row = Int(numbers[first]) * groupCount
        for second in offsets[target]..<offsets[target + 1] {
          sums[row + Int(numbers[second])] += amounts[edge] * shares[first] * shares[second]
        }
      }
    }
    if !isDirected { fold(&cells) }
    return cells
  }

  /// What `cells` gives in the mean over all orders.
  func expected() -> [Double] {
    var members = [Double](repeating: 0, count: groupCount)
    var together = [Double](repeating: 0, count: groupCount * groupCount)
    for vertex in 0..<vertexCount {
      for first in offsets[vertex]..<offsets[vertex + 1] {
        members[Int(numbers[first])] += shares[first]
        for second in offsets[vertex]..<offsets[vertex + 1] {
          together[Int(numbers[first]) * groupCount + Int(numbers[second])] += shares[first] * shares[second]
        }
      }
    }
    let pairs = Double(vertexCount) * Double(vertexCount - 1)
    var cells = together.indices.map { place in
      // Nothing but rounding can take the difference below 0.
      let other = max(0, members[place / groupCount] * members[place % groupCount] - together[place])
      return pairs > 0 ? total * (other / pairs) : 0
    }
    if !isDirected { fold(&cells) }
    return cells
  }

  /// Adds the two sides of the diagonal up, so that an edge stands in full on both.
  private func fold(_ cells: inout [Double]) {
    for row in 0..<groupCount {
      for column in row + 1..<max(groupCount, row + 1) {
        let both = cells[row * groupCount + column] + cells[column * groupCount + row]
        cells[row * groupCount + column] = both
        cells[column * groupCount + row] = both
      }
    }
  }
}

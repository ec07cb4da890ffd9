public import NexusGraph

extension Graph {
  /// Communities by label propagation: every vertex takes the label that most of its neighbours bear, by strength,
  /// until each has one that no other exceeds.
  ///
  /// The fastest method and the coarsest: it has no quality to be improved, and often ends with one community.
  /// Directions are ignored: the strengths of both add up. Sweeps go over the vertices in an order drawn anew for
  /// each, and labels count as soon as they change.
  ///
  /// Ties: a vertex keeps its label when that is among the strongest, else the strongest are drawn from by lot.
  /// Strengths of labels are equal when they differ by less than 1e-12 of the larger.
  ///
  /// - Parameters:
  ///   - options: when to give up.
  ///   - generator: gives one seed, on which all else depends.
  /// - Returns: the communities, the largest first. Every community is connected, since one that is not is split;
  ///   an isolate is its own.
  /// - Throws: ``LabelPropagationError`` when labels still change after the last sweep. Each change adds to the
  ///   strength between equal labels, so enough sweeps always do; commonly five to ten.
  /// - Complexity: O(*m*) per sweep; O(*n* + *m*) memory.
  ///
  /// Source: U. N. Raghavan, R. Albert, S. Kumara, "Near linear time algorithm to detect community structures in
  /// large-scale networks", *Physical Review E* 76, 036106, 2007, doi:10.1103/PhysRevE.76.036106.
  public func labelPropagation(
    _ options: LabelPropagationOptions = LabelPropagationOptions(),
    using generator: inout some RandomNumberGenerator
  ) throws(LabelPropagationError) -> Partition {
    guard options.maximumSweeps > 0 else { throw .invalidSweeps(options.maximumSweeps) }
    var generator = SeededGenerator(seed: generator.next())
    let graph = undirectedSum()
    var labels = (0..<Int32(vertexCount)).map { $0 }
    for _ in 0..<options.maximumSweeps {
      let changes = graph.outgoing.propagate(&labels, using: &generator)
      if changes == 0 { return graph.components { labels[$0] == labels[$1] } }
    }
    throw .notConverged(sweeps: options.maximumSweeps)
  }
}

public struct LabelPropagationOptions: Hashable, Sendable {
  /// How many times all vertices are visited before giving up.
  public var maximumSweeps = 1_000

  public init() {}
}

/// Why there are no communities.
public enum LabelPropagationError: Error, Hashable, CustomStringConvertible {
  case invalidSweeps(Int)
  case notConverged(sweeps: Int)

  public var description: String {
    switch self {
    case .invalidSweeps(let sweeps):
      "\(sweeps) sweeps find nothing. At least one is needed; usual is 1000."
    case .notConverged(let sweeps):
      "Labels still change after \(sweeps) sweeps. More sweeps settle them; leiden needs no such limit."
    }
  }
}

extension Adjacency {
  /// One sweep over all vertices. Returns how many changed their label.
  fileprivate func propagate(_ labels: inout [Int32], using generator: inout SeededGenerator) -> Int {
    var tally = Tally(count: labels.count)
    var strongest: [Int32] = []
    var changes = 0
    for vertex in generator.permutation(labels.count).lazy.map({ Int($0) }) {
      for arc in row(vertex) { tally.add(strengths[arc], to: labels[Int(targets[arc])]) }
      var largest = 0.0
      for position in 0..<tally.count { largest = max(largest, tally[tally.community(position)]) }
      let least = largest * (1 - 1e-12)
      if tally[labels[vertex]] < least {
        for position in 0..<tally.count where tally[tally.community(position)] >= least {
          strongest.append(tally.community(position))
        }
        labels[vertex] = strongest[generator.index(below: strongest.count)]
        strongest.removeAll(keepingCapacity: true)
        changes += 1
      }
      tally.clear()
    }
    return changes
  }
}

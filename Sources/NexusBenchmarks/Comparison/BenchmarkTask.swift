import Foundation
import NexusGraph

/// One thing that nexus and its peers are timed at.
struct BenchmarkTask: Sendable {
  /// Under this name the peers know it too; see `peers/`.
  let name: String
  /// Where it is measured, and where when there is little time.
  let graphs: [BenchmarkGraph]
  let quickGraphs: [BenchmarkGraph]
  var kind = EdgeKind.undirected
  var start = Start.graph
  let agreement: Agreement
  let target: Target
  /// The work that is timed; what it returns is held against the peers' answer.
  let run: @Sendable (TaskInput) throws -> [Double]

  /// What there is before the clock starts: the graph in memory, or its table on disk.
  enum Start: Sendable { case graph, table }

  /// What nexus is to reach against the fastest peer whose answer agrees.
  enum Target: Sendable {
    /// Wall time: so many times faster.
    case faster(Double)
    /// Wall time: so many times faster than this one peer.
    case fasterThan(String, Double)
    /// Wall time: at most so many times slower than this one, which does less.
    case slowerThan(String, Double)
    /// Processor time so many times less, and peak memory so many times less.
    case leaner(time: Double, memory: Double)

    var factor: Double {
      switch self {
      case .faster(let factor), .fasterThan(_, let factor), .leaner(let factor, _): factor
      case .slowerThan(_, let factor): 1 / factor
      }
    }

    /// The one peer that it is about; nil when it is whichever is fastest.
    var peer: String? {
      switch self {
      case .fasterThan(let peer, _), .slowerThan(let peer, _): peer
      case .faster, .leaner: nil
      }
    }
  }
}

/// What a task works on.
struct TaskInput {
  /// Without vertices when the task starts from the table.
  var graph: Graph
  /// The same graph as a table with string ids.
  var table: URL
  /// Another one in each run.
  var seed: UInt64
  /// α of Katz centrality.
  var attenuation: Double
}

/// When two answers are the same.
enum Agreement: Sendable {
  /// The largest difference, relative to the largest value, is at most this.
  case values(within: Double)
  /// The same after scaling both to length 1.
  case proportions(within: Double)
  /// The same vertices are together.
  case partition
  /// A quality, the more the better. Every peer counts, and nexus may have this much less than the best.
  case score(within: Double)
  /// Both draw at random: only times are compared.
  case timesOnly
}

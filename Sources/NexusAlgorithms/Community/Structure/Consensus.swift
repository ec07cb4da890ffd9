public import NexusGraph

extension Graph {
  /// The consensus of several partitions of this graph, as of a randomised method from several seeds: the division
  /// that the runs have in common.
  ///
  /// In each round, two vertices are joined by the share of the partitions in which they are together, when that is
  /// at least τ, and this network is divided by Leiden with modularity as many times as there were partitions; these
  /// take their place, until all are equal.
  ///
  /// Vertices that all partitions treat alike are one vertex with a loop, which changes nothing; so the network is
  /// sparse when the partitions nearly agree. Of up to 1 000 such groups all pairs are counted; of more, the pairs
  /// that an edge joins (Tandon et al. 2019).
  /// - Parameters:
  ///   - partitions: of this graph's vertices, at least one.
  ///   - generator: gives one seed, on which all else depends.
  /// - Returns: the common division, its communities split where no edge joins them. Where the rounds do not suffice,
  ///   the partition of the last one that agrees best with the others, marked as not settled.
  /// - Throws: ``ConsensusError`` when there are no partitions or an option is out of range.
  /// - Complexity: per round and *k* partitions O(*k* (*n* + *g*²)) for *g* ≤ 1 000 groups, else O(*k* (*n* + *m*)),
  ///   and *k* searches of that network.
  ///
  /// Sources: A. Lancichinetti, S. Fortunato, "Consensus clustering in complex networks", *Scientific Reports* 2, 336,
  /// 2012, doi:10.1038/srep00336; A. Tandon, A. Albeshri, V. Thayananthan, W. Alhalabi, S. Fortunato, "Fast consensus
  /// clustering in complex networks", *Physical Review E* 99, 042301, 2019, doi:10.1103/PhysRevE.99.042301.
  public func consensus(
    of partitions: [Partition], _ options: ConsensusOptions = ConsensusOptions(),
    using generator: inout some RandomNumberGenerator
  ) throws(ConsensusError) -> Consensus {
    try options.validate(partitions)
    precondition(
      partitions.allSatisfy { $0.vertexCount == vertexCount }, "A partition is of another graph.")
    var seeds = SeededGenerator(seed: generator.next())
    var runs = partitions
    for round in 0...options.maximumRounds {
      if runs.allSatisfy({ $0 == runs[0] }) {
        return Consensus(partition: connectedParts(of: runs[0]), rounds: round, isSettled: true)
      }
      if round == options.maximumRounds { break }
      runs = CoOccurrence(of: runs, on: self, threshold: options.threshold).divide(using: &seeds)
    }
    return Consensus(
      partition: connectedParts(of: mostTypical(of: runs)), rounds: options.maximumRounds, isSettled: false)
  }

  private func connectedParts(of partition: Partition) -> Partition {
    components { partition.labels[$0] == partition.labels[$1] }
  }

  /// The one that agrees best with all, the first of equals.
  private func mostTypical(of partitions: [Partition]) -> Partition {
    let agreement = partitions.map { partition in
      partitions.reduce(0) { $0 + partition.adjustedRandIndex(with: $1) }
    }
    let largest = agreement.max() ?? 0
    return partitions[agreement.firstIndex(of: largest) ?? 0]
  }
}

/// What partitions have in common.
public struct Consensus: Hashable, Sendable {
  public let partition: Partition
  /// How often the partitions were replaced; 0 when all were equal from the start.
  public let rounds: Int
  /// Whether the partitions of the last round were all equal.
  public let isSettled: Bool
}

public struct ConsensusOptions: Hashable, Sendable {
  /// τ: vertices together in a smaller share of the partitions are not joined; above 0 and up to 1.
  public var threshold = 0.5
  /// How many rounds before giving up; commonly two to five are enough.
  public var maximumRounds = 30

  public init() {}

  fileprivate func validate(_ partitions: [Partition]) throws(ConsensusError) {
    guard !partitions.isEmpty else { throw .noPartitions }
    guard threshold > 0, threshold <= 1 else { throw .thresholdOutOfRange(threshold) }
    guard maximumRounds >= 0 else { throw .invalidRounds(maximumRounds) }
  }
}

/// Why there is no consensus.
public enum ConsensusError: Error, Hashable, CustomStringConvertible {
  case noPartitions
  case thresholdOutOfRange(Double)
  case invalidRounds(Int)

  public var description: String {
    switch self {
    case .noPartitions: "There are no partitions to agree. At least one is needed; usual are 20 to 100."
    case .thresholdOutOfRange(let value):
      "A threshold of \(value) is not above 0 and up to 1. Usual is 0.5."
    case .invalidRounds(let value):
      "\(value) rounds are fewer than none. Usual is 30."
    }
  }
}

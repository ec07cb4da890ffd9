internal import Foundation
public import NexusGraph
public import NexusModel

/// How records are compared.
public struct ResolutionOptions: Sendable {
  /// Proposals below this are not made.
  public var minimumProbability = 0.5
  /// λ, the share of actors that are thought to have one more record.
  public var duplicateRate = 0.05
  /// A key that more actors share is not followed.
  public var blockLimit = 100
  /// Pairs that people decided to be two are not proposed again.
  public var decisions = Decisions()

  public init() {}
}

/// A question: may these two records be one actor?
public struct MergeProposal: Hashable, Sendable {
  /// The two, in input order.
  public var a: ActorID
  public var b: ActorID
  /// By these parts of the evidence and the conventions behind them.
  public var probability: Double
  /// The parts, which add up to the log₂ odds.
  public var parts: [EvidencePart]
  /// The spellings that agree best; nil where a side has no name.
  public var names: [String]?

  /// The log₂ odds that the two are one.
  public var bits: Double { parts.reduce(0) { $0 + $1.bits } }
}

/// Which actors of a network may be one, and what was not looked at.
public struct Resolution: Sendable {
  /// The most probable first.
  public let proposals: [MergeProposal]
  /// Pairs that were compared.
  public let comparedPairs: Int
  /// Groups that were not compared, because too many actors share what they have in common.
  public let blocksLeftOut: [BlockLeftOut]
  /// Further names of actors with more than fifty.
  public let namesLeftOut: Int
  /// Compared pairs that a decision keeps apart.
  public let decidedApart: Int
}

extension Network {
  /// Proposes which actors may be one, by names in any script and spelling and by what else rows say of them.
  ///
  /// Pairs that share a key of a name or an identifier are compared; each part of the evidence adds log₂ of how much likelier
  /// it is when the two are one, after Fellegi and Sunter, to the log₂ odds that any two actors of the kind are one.
  /// Nothing is merged, and no proposal is a finding.
  ///
  /// - Complexity: O(names · keys) for the blocks, then O(names² · tokens³) for each pair of them, of which there are at
  ///   most `blockLimit` / 2 for each key of a name.
  ///
  /// Source: I. P. Fellegi and A. B. Sunter, "A theory for record linkage", *Journal of the American Statistical
  /// Association* 64(328), 1969, pp. 1183–1210, doi:10.1080/01621459.1969.10501049.
  public func resolution(_ options: ResolutionOptions = ResolutionOptions()) -> Resolution {
    let records = ActorRecords(of: self)
    let candidates = CandidatePairs(records, limit: options.blockLimit)
    var comparison = RecordComparison(records, self, duplicateRate: options.duplicateRate)
    var proposals: [MergeProposal] = []
    var decidedApart = 0
    for (first, second) in candidates.pairs {
      if options.decisions.areApart(actors.ids[first], actors.ids[second]) {
        decidedApart += 1
        continue
      }
      let (parts, agreement) = comparison.compare(first, second)
      let bits = parts.reduce(0) { $0 + $1.bits }
      let probability = 1 / (1 + exp2(-bits))
      guard probability >= options.minimumProbability else { continue }
      let names = agreement.map { agreement in
        [
          records.spellings[first][agreement.first.source],
          records.spellings[second][agreement.second.source],
        ]
      }
      proposals.append(
        MergeProposal(
          a: ActorID(first), b: ActorID(second), probability: probability, parts: parts, names: names))
    }
    // Stable: equal ones stay in input order.
    let order = proposals.indices.sorted {
      (-proposals[$0].bits, $0) < (-proposals[$1].bits, $1)
    }
    return Resolution(
      proposals: order.map { proposals[$0] }, comparedPairs: candidates.pairs.count,
      blocksLeftOut: candidates.leftOut, namesLeftOut: records.namesLeftOut, decidedApart: decidedApart)
  }
}

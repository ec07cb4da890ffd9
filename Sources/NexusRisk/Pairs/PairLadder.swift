private import Foundation
public import NexusModel

/// A tie of a pair, as the ladder sees it.
public struct PairTie: Hashable, Sendable {
  public var relation: Relation
  /// Probability that the tie is true.
  public var confidence: Double
  /// nil: undated.
  public var year: Int?

  public init(relation: Relation, confidence: Double, year: Int? = nil) {
    self.relation = relation
    self.confidence = confidence
    self.year = year
  }
}

/// How far one organised-crime actor and one terrorist actor have come together, as exact probabilities.
///
/// With K the number of true ties, independent of each other:
///
///     transactional   K ≥ 1
///     alliance        K ≥ 2, of two relations or more or from two years or more (an undated tie adds no year)
///     integration     two shared members, or one and a joint operation or command
///     intensity       100 (1 − Π (1 − p v)),  contribution_k ∝ ln(1 − p_k v_k)
///
/// v is what a relation of each kind is worth, a convention of nexus.
public struct PairLadder: Hashable, Sendable {
  public let transactional: Double
  public let alliance: Double
  public let integration: Double
  /// Nexus pair intensity, 0...100.
  public let intensity: Double
  /// What each tie adds to the intensity, in the order given; they sum to it.
  public let contributions: [Double]

  /// O(*n* log *n*) for *n* ties.
  public init(_ ties: [PairTie]) {
    var all = FewEvents()
    var (members, operations) = (FewEvents(), FewEvents())
    for tie in ties {
      all.add(tie.confidence)
      switch tie.relation {
      case .sharedMember: members.add(tie.confidence)
      case .jointOperation, .command: operations.add(tie.confidence)
      default: break
      }
    }
    transactional = 1 - all.none
    alliance = min(max(all.more - PairLadder.repeated(ties), 0), 1)
    integration = members.more + members.one * (1 - operations.none)

    let logarithms = ties.map { log1p(-$0.confidence * PairLadder.worth(of: $0.relation)) }
    let sum = logarithms.reduce(0, +)
    let intensity = -100 * expm1(sum)
    self.intensity = intensity
    contributions = logarithms.map { sum < 0 ? intensity * $0 / sum : 0 }
  }

  /// v of each relation; a word that the vocabulary does not know counts as `unknown`.
  public static func worth(of relation: Relation) -> Double { worths[relation.word] ?? 0.10 }

  /// The table of v, by relation.
  public static let worths: [String: Double] = [
    "colocation": 0.10, "transaction": 0.25, "facilitation": 0.35, "finance": 0.45, "alliance": 0.60,
    "shared-member": 0.75, "joint-operation": 0.90, "command": 0.90, "membership": 0.75, "ownership": 0.45,
    "communication": 0.25, "movement": 0.25, "kinship": 0.10, "unknown": 0.10,
  ]

  /// P(K ≥ 2 and all true ties are of one relation and from at most one year): repetition, but no alliance.
  ///
  /// For a relation with undated ties U and ties Y of one year, the true ties lie in U ∪ Y and touch Y with
  /// P(K_{U∪Y} ≥ 2) − P(K_Y = 0) P(K_U ≥ 2), times the probability that all other ties are false; then U alone.
  private static func repeated(_ ties: [PairTie]) -> Double {
    let blocks = Dictionary(grouping: ties, by: \.relation).sorted { $0.key < $1.key }.map(\.value)
    let falseBlocks = blocks.map { falsity($0.lazy.map(\.confidence)) }
    return others(falseBlocks).enumerated().reduce(0) { sum, block in
      let (position, allOthersFalse) = block
      let undated = blocks[position].filter { $0.year == nil }.map(\.confidence)
      let years = Dictionary(grouping: blocks[position].filter { $0.year != nil }, by: \.year)
        .sorted { ($0.key ?? 0) < ($1.key ?? 0) }.map { $0.value.map(\.confidence) }
      let falseYears = years.map { falsity($0) }
      var base = FewEvents()
      for probability in undated { base.add(probability) }
      var probability = base.more * falseYears.reduce(1, *)
      for (year, otherYearsFalse) in others(falseYears).enumerated() {
        var union = base
        for confidence in years[year] { union.add(confidence) }
        probability += otherYearsFalse * (union.more - falseYears[year] * base.more)
      }
      return sum + allOthersFalse * probability
    }
  }

  private static func falsity(_ confidences: some Sequence<Double>) -> Double {
    confidences.reduce(1) { $0 * (1 - $1) }
  }

  /// For each factor the product of all others, without dividing.
  private static func others(_ factors: [Double]) -> [Double] {
    var products = [Double](repeating: 1, count: factors.count)
    var (before, after) = (1.0, 1.0)
    for index in factors.indices {
      products[index] *= before
      before *= factors[index]
      let mirrored = factors.count - 1 - index
      products[mirrored] *= after
      after *= factors[mirrored]
    }
    return products
  }
}

private import Foundation
public import NexusModel

/// An optional, Bayesian reading of how far a pair has come: prior and likelihoods of the five stages.
///
///     P(stage | indicators) ∝ prior(stage) · Π P(indicator | stage)^confidence
///
/// Absence is not scored: what is not observed leaves no factor, for the data are covert. The numbers are an
/// illustration, not estimates; whoever uses the result shows the table beside it, and never tunes the table on
/// the cases it is shown on.
public struct StageModel: Hashable, Sendable {
  /// What may be observed of a pair.
  public enum Indicator: String, Hashable, CaseIterable, Sendable {
    /// Both are active in one region.
    case sharedRegion = "shared_region"
    /// A tie of relation `finance`.
    case financeTie = "finance_tie"
    /// True ties of two different years.
    case repeated = "repeat_2y"
    /// A tie of relation `shared-member`.
    case sharedMember = "shared_member"
  }

  /// What stands beside every result.
  public static let warning =
    "The prior and the likelihoods are an illustration, not estimates. Absence is not scored. Never tune the table on "
    + "the cases it is shown on."

  /// By stage from `none` to `integration`, summing to 1.
  public var prior: [Double]
  /// P(indicator | stage), each in the order of the stages.
  public var likelihoods: [Indicator: [Double]]

  /// The illustration that nexus prints.
  public init() {
    prior = [0.60, 0.20, 0.10, 0.07, 0.03]
    likelihoods = [
      .sharedRegion: [0.20, 0.80, 0.70, 0.80, 0.90],
      .financeTie: [0.01, 0.03, 0.50, 0.60, 0.70],
      .repeated: [0.01, 0.02, 0.10, 0.60, 0.70],
      .sharedMember: [0.005, 0.01, 0.05, 0.15, 0.70],
    ]
  }

  /// The probability of each stage, in the order of ``PairStage``.
  ///
  /// - Parameter confidences: how sure each indicator is; those that are missing leave no factor.
  public func posterior(_ confidences: [Indicator: Double]) -> [Double] {
    var products = prior
    for indicator in Indicator.allCases {
      guard let confidence = confidences[indicator], confidence > 0, let row = likelihoods[indicator] else {
        continue
      }
      for stage in products.indices { products[stage] *= pow(row[stage], confidence) }
    }
    let sum = products.reduce(0, +)
    return products.map { $0 / sum }
  }
}

extension Network {
  /// How sure each indicator of ``StageModel`` is for each of some pairs with direct ties.
  ///
  ///     shared_region   1 − Π over regions (1 − a_c a_t)
  ///     repeat_2y       P(true ties of two different years)
  ///     others          1 − Π (1 − c) over the ties of the relation
  ///
  /// - Complexity: O(ties of the pairs + presences).
  public func stageIndicators(
    of pairs: [CrimeTerrorPair], _ rule: ConfidenceRule = ConfidenceRule(ungraded: 0.5)
  ) -> [[StageModel.Indicator: Double]] {
    let presences = Dictionary(grouping: actors.presences, by: \.actor)
    func regions(of actor: ActorID) -> [Region: Double] {
      Dictionary(grouping: presences[actor] ?? [], by: \.region)
        .mapValues { rule.confidence(of: $0.map(\.evidence)) }
    }
    return pairs.map { pair in
      let direct = pair.ties.map { (tie: ties[$0], confidence: rule.confidence(of: evidence(of: ties[$0]))) }
      func any(_ relation: Relation) -> Double {
        probabilityOfAny(direct.lazy.filter { $0.tie.relation == relation }.map(\.confidence))
      }
      var years = FewEvents()
      let dated = direct.compactMap { item in item.tie.first.map { (year: $0.year, item.confidence) } }
      for (_, items) in Dictionary(grouping: dated, by: \.year).sorted(by: { $0.key < $1.key }) {
        years.add(probabilityOfAny(items.map(\.1)))
      }
      let terror = regions(of: pair.terror)
      let shared = regions(of: pair.crime).sorted { $0.key < $1.key }
        .map { region, confidence in confidence * (terror[region] ?? 0) }
      return [
        .sharedRegion: probabilityOfAny(shared), .financeTie: any(.finance), .repeated: years.more,
        .sharedMember: any(.sharedMember),
      ]
    }
  }
}

/// 1 − Π (1 − p)
private func probabilityOfAny(_ probabilities: some Sequence<Double>) -> Double {
  probabilities.reduce(0) { $0 + $1 * (1 - $0) }
}

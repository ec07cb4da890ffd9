public import NexusGraph

/// How well scores find the positives among all candidates, at the prevalence that there is.
///
/// Candidates of equal score (within a relative 1e-9) are met together, so that no order among them is made up:
///
/// - ``averagePrecision`` = Σ (recall gained at a score) · (precision down to that score). By chance about the prevalence.
/// - ``auc`` = P(a positive scores above a negative) + ½ P(they score alike). By chance ½, at any prevalence: where
///   positives are rare a high AUC still goes with few hits, so it must not be quoted without the prevalence.
/// - ``precision(at:)`` = the share of positives among the first k, equal scores in proportion.
///
/// Source: J. Davis, M. Goadrich, "The relationship between precision-recall and ROC curves", *ICML* 2006,
/// doi:10.1145/1143844.1143874.
public struct PredictionQuality: Sendable, Equatable {
  public let candidates: Int
  public let positives: Int
  public let averagePrecision: Double
  /// Nil when every candidate is a positive.
  public let auc: Double?
  /// The share of positives among the candidates.
  public var prevalence: Double { Double(positives) / Double(candidates) }
  /// Candidates and positives from the highest score on, cumulated, a step for each distinct score.
  private let steps: [Step]

  private struct Step: Sendable, Equatable {
    var met: Int
    var hits: Int
  }

  /// - Parameters:
  ///   - scores: one ≥ 0 a candidate.
  ///   - unscored: further positives and negatives, of score 0, that `scores` does not list.
  /// - Returns: nil without a positive.
  /// - Complexity: O(*n* log *n*).
  public init?(
    labels: [Bool], scores: [Double], unscored: (positives: Int, negatives: Int) = (0, 0)
  ) {
    precondition(labels.count == scores.count, "Each candidate has a label and a score.")
    positives = labels.count { $0 } + unscored.positives
    candidates = labels.count + unscored.positives + unscored.negatives
    guard positives > 0 else { return nil }
    let order = scores.indices.filter { scores[$0] > 0 }.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    var steps: [Step] = []
    var step = Step(met: 0, hits: 0)
    var position = 0
    while position < order.count {
      let score = scores[order[position]]
      while position < order.count, score - scores[order[position]] <= 1e-9 * score {
        step.met += 1
        step.hits += labels[order[position]] ? 1 : 0
        position += 1
      }
      steps.append(step)
    }
    // All candidates of score 0, listed or not, are met last and together.
    if step.met < candidates { steps.append(Step(met: candidates, hits: positives)) }
    self.steps = steps

    var (precision, above) = (0.0, 0.0)
    var before = Step(met: 0, hits: 0)
    let negatives = candidates - positives
    for step in steps {
      let gained = Double(step.hits - before.hits)
      precision += gained * Double(step.hits) / Double(step.met)
      let passed = Double(before.met - before.hits)
      let alike = Double(step.met - step.hits) - passed
      above += gained * (Double(negatives) - passed - alike / 2)
      before = step
    }
    averagePrecision = precision / Double(positives)
    auc = negatives > 0 ? above / (Double(positives) * Double(negatives)) : nil
  }

  /// The share of positives among the `count` candidates of the highest scores, of all where there are fewer.
  ///
  /// - Precondition: `count` is positive.
  public func precision(at count: Int) -> Double {
    precondition(count > 0, "The first \(count) are nobody.")
    let size = min(count, candidates)
    var before = Step(met: 0, hits: 0)
    for step in steps {
      if step.met >= size {
        let share = Double(size - before.met) / Double(step.met - before.met)
        return (Double(before.hits) + share * Double(step.hits - before.hits)) / Double(size)
      }
      before = step
    }
    return prevalence
  }
}

extension Graph {
  /// How well a measure finds edges that were hidden, such as those of a later time, among all pairs without an edge.
  ///
  /// The graph is what is known; the negatives are all its pairs without an edge that are not hidden ones, not a balanced
  /// sample. Hide edges by time or by source: edges hidden at random are easier to find than any to come.
  ///
  /// - Parameter hidden: pairs, in any order; those that have an edge in the graph or are the same vertex are passed over.
  /// - Returns: nil when no hidden pair remains.
  /// - Complexity: that of ``predictedLinks(by:limit:)`` without a limit, and memory for each pair of positive score.
  public func predictionQuality(
    ofHidden hidden: [(VertexID, VertexID)], by predictor: LinkPredictor = .resourceAllocation
  ) -> PredictionQuality? {
    struct Pair: Hashable {
      let low: VertexID
      let high: VertexID
    }
    let known = undirectedSum()
    var wanted = Set(
      hidden.lazy.filter { $0.0 != $0.1 }.map { Pair(low: min($0.0, $0.1), high: max($0.0, $0.1)) })
    for edge in known.edges { wanted.remove(Pair(low: edge.source, high: edge.target)) }
    guard !wanted.isEmpty else { return nil }
    let found = predictedLinks(by: predictor, limit: .max)
    let labels = found.map { wanted.contains(Pair(low: $0.source, high: $0.target)) }
    let hits = labels.count { $0 }
    let pairs = vertexCount * (vertexCount - 1) / 2 - known.edgeCount
    return PredictionQuality(
      labels: labels, scores: found.map(\.score),
      unscored: (wanted.count - hits, pairs - found.count - (wanted.count - hits)))
  }
}

public import NexusGraph

extension Graph {
  /// How likely an unrecorded edge between two vertices is, by one measure; also of two that have an edge.
  ///
  /// - Returns: a score ≥ 0, no unit; scores of different measures do not compare. Of a vertex with itself the
  ///   score is what the formula gives, which says nothing.
  /// - Complexity: O(k(a) + k(b)); for ``LinkPredictor/katz`` O(*n* + *m*) a step of an iteration that halves its error
  ///   in each, about 40 steps.
  public func linkScore(_ first: VertexID, _ second: VertexID, by predictor: LinkPredictor) -> Double {
    PredictorScores(of: self, predictor).scores(of: first.index)[second.index]
  }

  /// The pairs without an edge that a measure finds likeliest to have one, the likeliest first.
  ///
  /// Pairs with score 0 are left out; equal scores (within a relative 1e-9) stand in vertex order. In a directed graph
  /// a pair with an edge in either direction counts as joined.
  ///
  /// - Parameter limit: how many pairs to return at most.
  /// - Complexity: O(Σ k(v)²) for the local measures, O(*n*²) for preferential attachment, O(*n* · *m*) times about 40
  ///   for Katz; O(*n* + limit) memory.
  public func predictedLinks(by predictor: LinkPredictor = .resourceAllocation, limit: Int) -> [PredictedLink]
  {
    guard limit > 0 else { return [] }
    let scorer = PredictorScores(of: self, predictor)
    let neighbours = scorer.adjacency
    var links: [PredictedLink] = []
    for first in 0..<vertexCount {
      let scores = scorer.scores(of: first)
      var arc = neighbours.row(first).lowerBound
      let end = neighbours.row(first).upperBound
      for second in first + 1..<max(vertexCount, first + 1) where scores[second] > 0 {
        while arc < end, neighbours.targets[arc] < second { arc += 1 }
        if arc < end, neighbours.targets[arc] == second { continue }
        links.append(PredictedLink(source: VertexID(first), target: VertexID(second), score: scores[second]))
      }
      if links.count / 4 - 256 > limit { links = PredictedLink.leading(links, limit) }
    }
    return PredictedLink.leading(links, limit)
  }
}

/// A pair of vertices without a recorded edge, and how likely a measure finds one. A lead, never an edge.
public struct PredictedLink: Hashable, Sendable {
  /// The smaller of the two vertices.
  public let source: VertexID
  public let target: VertexID
  public let score: Double

  /// The first of them: by score, equal ones in vertex order.
  fileprivate static func leading(_ links: [PredictedLink], _ limit: Int) -> [PredictedLink] {
    // Rounded to 9 digits, so that the order in which a sum was taken never decides.
    func key(_ link: PredictedLink) -> Double {
      let magnitude = Double(sign: .plus, exponent: link.score.exponent, significand: 1)
      return (link.score / magnitude * 1e9).rounded() / 1e9 * magnitude
    }
    let keyed = links.map { (key: key($0), link: $0) }
    let sorted = keyed.sorted {
      (-$0.key, $0.link.source, $0.link.target) < (-$1.key, $1.link.source, $1.link.target)
    }
    return sorted.prefix(limit).map(\.link)
  }
}

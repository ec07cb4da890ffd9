/// Where actors rank over many draws of a network.
///
/// Rank 1 is the largest value. Values that differ by no more than rounding (1e-9 of the largest) are equal, and equal
/// values share the places that they take together: of two best values each has the places 1 to 2. In one draw
///
///     low = the best of these places, high = the worst, rank = their mean,
///     share of the top k = how many of these places are among the first k ÷ how many there are
///
/// so that shares add up to k, as if equal values were put in order by lot. Over the draws, ``low`` is the
/// 5 % quantile of the best places and ``high`` the 95 % quantile of the worst (the smallest place that at least
/// such a share of the draws does not exceed), and a probability is the mean share.
///
/// Only those who are ranked take places; for the others all values are nil.
public struct RankIntervals: Sendable, Equatable {
  public let draws: Int
  /// How many are ranked.
  public let ranked: Int
  /// By vertex; nil for those who are not ranked.
  public let low: [Int?]
  public let high: [Int?]
  /// The median of the mean ranks.
  public let median: [Double?]
  /// For each size k asked for, the probability of being among the first k, by vertex.
  public let topProbability: [Int: [Double?]]
  /// How much of the first tenth (at least one) two draws have in common in the mean, 0...1; nil below two draws.
  public let topTenthOverlap: Double?

  /// The probability of being among the first `count`.
  ///
  /// - Precondition: the size was asked for.
  public func probability(ofTop count: Int, _ vertex: Int) -> Double? {
    precondition(topProbability[count] != nil, "The first \(count) were not asked for.")
    return topProbability[count]?[vertex]
  }
}

/// The places of one draw, of those who are ranked.
struct Placing: Sendable {
  /// By position among the ranked.
  let best: [Int32]
  let worst: [Int32]

  /// O(*n* log *n*).
  init(of values: [Double]) {
    let largest = values.lazy.map(abs).max() ?? 0
    let keys = values.map { largest > 0 ? ($0 / largest * 1e9).rounded() : 0 }
    let order = keys.indices.sorted { (-keys[$0], $0) < (-keys[$1], $1) }
    var best = [Int32](repeating: 0, count: values.count)
    var worst = best
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, keys[order[end]] == keys[order[first]] { end += 1 }
      for position in first..<end {
        best[order[position]] = Int32(first + 1)
        worst[order[position]] = Int32(end)
      }
      first = end
    }
    (self.best, self.worst) = (best, worst)
  }

  /// How much of a position's places is among the first `count`.
  func share(ofTop count: Int, _ position: Int) -> Double {
    let (best, worst) = (Int(best[position]), Int(worst[position]))
    return Double(min(max(count - best + 1, 0), worst - best + 1)) / Double(worst - best + 1)
  }
}

extension RankIntervals {
  /// Puts the draws together.
  ///
  /// - Parameters:
  ///   - placings: one a draw, over the ranked.
  ///   - ranked: the vertices that take places, ascending.
  ///   - tops: the sizes k of the sets whose membership is wanted.
  /// - Complexity: O(ranked · draws · log draws).
  init(_ placings: [Placing], ranked: [Int], vertexCount: Int, tops: [Int]) {
    draws = placings.count
    self.ranked = ranked.count
    var low = [Int?](repeating: nil, count: vertexCount)
    var high = low
    var median = [Double?](repeating: nil, count: vertexCount)
    var probability = Dictionary(uniqueKeysWithValues: Set(tops).map { ($0, median) })
    let tenth = max(1, (ranked.count + 9) / 10)
    var common = 0.0
    for (position, vertex) in ranked.enumerated() where !placings.isEmpty {
      let best = placings.map { $0.best[position] }.sorted()
      let worst = placings.map { $0.worst[position] }.sorted()
      low[vertex] = Int(best[RankIntervals.quantile(0.05, of: placings.count)])
      high[vertex] = Int(worst[RankIntervals.quantile(0.95, of: placings.count)])
      let means = placings.map { Double($0.best[position] + $0.worst[position]) / 2 }.sorted()
      median[vertex] = (means[(means.count - 1) / 2] + means[means.count / 2]) / 2
      for top in probability.keys {
        let sum = placings.reduce(0.0) { $0 + $1.share(ofTop: top, position) }
        probability[top]?[vertex] = sum / Double(placings.count)
      }
      // Σ over pairs of draws of the product of the shares = ((Σ s)² − Σ s²) / 2.
      let shares = placings.map { $0.share(ofTop: tenth, position) }
      let sum = shares.reduce(0, +)
      common += sum * sum - shares.reduce(0) { $0 + $1 * $1 }
    }
    (self.low, self.high, self.median, topProbability) = (low, high, median, probability)
    let pairs = Double(placings.count) * Double(placings.count - 1)
    topTenthOverlap =
      pairs > 0 && !ranked.isEmpty ? common / pairs / Double(min(tenth, ranked.count)) : nil
  }

  /// The position, in an ascending list, of the smallest value that a share of the list does not exceed.
  static func quantile(_ share: Double, of count: Int) -> Int {
    min(max(Int((share * Double(count) - 1e-9).rounded(.up)) - 1, 0), count - 1)
  }
}

/// The distribution of how many of independent events happen, by exact dynamic programming.
///
///     P(K = k) after one more event of probability p = P(K = k) (1 − p) + P(K = k − 1) p
///
/// - Parameter probabilities: one per event, each in 0...1.
/// - Returns: P(K = 0), …, P(K = n); `[1]` without an event.
/// - Complexity: O(*n*²).
///
/// Source: the recursion of R. E. Barlow, K. D. Heidtmann, "Computing k-out-of-n system reliability",
/// *IEEE Transactions on Reliability* R-33(4), 1984, pp. 322–323, doi:10.1109/TR.1984.5221843.
public func poissonBinomial(_ probabilities: [Double]) -> [Double] {
  var distribution = [1.0]
  distribution.reserveCapacity(probabilities.count + 1)
  for probability in probabilities {
    distribution.append(0)
    for count in stride(from: distribution.count - 1, to: 0, by: -1) {
      distribution[count] = distribution[count] * (1 - probability) + distribution[count - 1] * probability
    }
    distribution[0] *= 1 - probability
  }
  return distribution
}

/// P(K = 0), P(K = 1) and P(K ≥ 2) of independent events; O(1) an event.
struct FewEvents {
  private(set) var none = 1.0
  private(set) var one = 0.0
  private(set) var more = 0.0

  mutating func add(_ probability: Double) {
    more += one * probability
    one = one * (1 - probability) + none * probability
    none *= 1 - probability
  }
}

/// Copeland scores: how many units a unit beats, less those that beat it. Nothing makes up for anything else.
///
///     o_ij = Σ of the weights where x_i > x_j + ½ Σ of those where x_i = x_j
///     score_i = #{j : o_ij > ½} − #{j : o_ij < ½}
///
/// - Parameters:
///   - units: the values of each unit; where either of two lacks one, it is left out of their comparison.
///   - weights: one weight ≥ 0 per value.
/// - Returns: one score per unit, from −(*n* − 1) to *n* − 1; they sum to 0.
/// - Complexity: O(*n*² *k*).
///
/// Source: G. Munda, M. Nardo, "Noncompensatory/nonlinear composite indicators for ranking countries", *Applied
/// Economics* 41(12), 2009, pp. 1513–1523, doi:10.1080/00036840601019364.
public func copelandScores(_ units: [[Double?]], weights: [Double]) -> [Int] {
  precondition(units.allSatisfy { $0.count == weights.count }, "There is one weight for each value.")
  var scores = [Int](repeating: 0, count: units.count)
  for first in units.indices {
    for second in units.indices where first < second {
      // The weight in favour less the weight against: its sign is that of o − ½.
      var lead = 0.0
      var total = 0.0
      for (position, weight) in weights.enumerated() {
        guard let x = units[first][position], let y = units[second][position] else { continue }
        total += weight
        if x > y { lead += weight } else if x < y { lead -= weight }
      }
      // Sums of weights differ by rounding where they are equal in exact arithmetic.
      guard abs(lead) > 1e-12 * total else { continue }
      scores[first] += lead > 0 ? 1 : -1
      scores[second] += lead > 0 ? -1 : 1
    }
  }
  return scores
}

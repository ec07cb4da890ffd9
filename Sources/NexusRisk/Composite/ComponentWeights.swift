/// Weights from the first principal component of the correlations: its squared loadings, which sum to 1.
///
/// They say what varies together in these data, not what matters; with few regions they are noise, so fewer than
/// five regions for each value are refused.
///
/// Source: OECD/JRC, *Handbook on Constructing Composite Indicators*, 2008, step 6, doi:10.1787/9789264043466-en.
public struct ComponentWeights: Hashable, Sendable {
  /// One per value, they sum to 1.
  public let weights: [Double]
  /// The share of the variance that the first component explains, 0...1.
  public let explained: Double

  /// - Parameters:
  ///   - units: the values of each region; those that lack one are left out.
  ///   - names: what the values are, for messages.
  /// - Throws: ``CompositeError`` with too few regions, a value without spread, or two components as strong.
  /// - Complexity: O(*n k*² + *k*³).
  public init(_ units: [[Double?]], names: [String]) throws(CompositeError) {
    let complete = units.map { $0.compactMap { $0 } }.filter { $0.count == names.count }
    guard !names.isEmpty, complete.count >= 5 * names.count else {
      throw .tooFewForComponents(units: complete.count, values: names.count)
    }
    let means = names.indices.map { column in complete.reduce(0) { $0 + $1[column] } / Double(complete.count)
    }
    func covariance(_ first: Int, _ second: Int) -> Double {
      complete.reduce(0) { $0 + ($1[first] - means[first]) * ($1[second] - means[second]) }
    }
    let deviations = names.indices.map { covariance($0, $0).squareRoot() }
    if let flat = names.indices.first(where: { !(deviations[$0] > 0) }) { throw .noSpread(names[flat]) }
    let correlations = names.indices.map { row in
      names.indices.map { row == $0 ? 1 : covariance(row, $0) / (deviations[row] * deviations[$0]) }
    }
    let eigen = SymmetricEigen(correlations)
    guard names.count == 1 || eigen.values[0] - eigen.values[1] > 1e-9 else { throw .noLeadingComponent }
    weights = eigen.vectors[0].map { $0 * $0 }
    explained = eigen.values[0] / Double(names.count)
  }
}

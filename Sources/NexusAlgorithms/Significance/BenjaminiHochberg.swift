/// P-values adjusted for many tests after Benjamini and Hochberg: rejecting those of at most *q* keeps the
/// expected share of false rejections at *q*.
///
///     adjusted(k) = min over j ≥ k of  m p(j) / j      (p(1) ≤ … ≤ p(m))
///
/// - Parameter p: one p-value in 0...1 per test; nil where there was no test, which does not count in *m*.
/// - Returns: one adjusted p-value in 0...1 per test, nil where there was none.
/// - Complexity: O(*m* log *m*).
///
/// Source: Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", *Journal of the Royal Statistical
/// Society B* 57(1), 1995, pp. 289–300, doi:10.1111/j.2517-6161.1995.tb02031.x.
public func benjaminiHochberg(_ p: [Double?]) -> [Double?] {
  let tests = p.enumerated().compactMap { index, value in value.map { (index, value: $0) } }
  precondition(tests.allSatisfy { (0...1).contains($0.value) }, "A p-value lies outside 0...1.")
  var adjusted = [Double?](repeating: nil, count: p.count)
  var smallest = 1.0
  for (rank, test) in tests.sorted(by: { $0.value < $1.value }).enumerated().reversed() {
    smallest = min(smallest, test.value * Double(tests.count) / Double(rank + 1))
    adjusted[test.0] = smallest
  }
  return adjusted
}

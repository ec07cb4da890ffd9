/// Kendall's τ-b: how far two lists of values put the same things in the same order.
///
///     τ = (C − D) / √((n₀ − n₁)(n₀ − n₂))      n₀ = n (n − 1) / 2
///
/// *C* and *D* count the pairs in the same and in the opposite order, n₁ and n₂ those tied in one list and in the
/// other.
/// - Parameters:
///   - first: one value for each thing, none of them NaN.
///   - second: another value for each.
/// - Returns: 1 for the same order, −1 for the opposite one; nil where a list has only one value, or fewer than two.
/// - Complexity: O(*n* log *n*) time, O(*n*) memory.
///
/// Sources: M. G. Kendall, "The treatment of ties in ranking problems", *Biometrika* 33(3), 1945, pp. 239–251,
/// doi:10.1093/biomet/33.3.239; W. R. Knight, "A computer method for calculating Kendall's tau with ungrouped data",
/// *Journal of the American Statistical Association* 61, 1966, pp. 436–439, doi:10.1080/01621459.1966.10480879.
public func kendallTau(_ first: [Double], _ second: [Double]) -> Double? {
  precondition(first.count == second.count, "There must be one value for each thing in both lists.")
  precondition(
    !first.contains(where: \.isNaN) && !second.contains(where: \.isNaN), "A value is not a number.")
  let order = first.indices.sorted { (first[$0], second[$0]) < (first[$1], second[$1]) }
  let sorted = order.map { (first: first[$0], second: second[$0]) }
  let tiedInFirst = tiedPairs(sorted.map(\.first))
  let tiedInBoth = tiedPairs(sorted) { $0 == $1 }
  var seconds = sorted.map(\.second)
  let discordant = sortCountingInversions(&seconds)
  let tiedInSecond = tiedPairs(seconds)

  let pairs = first.count * (first.count - 1) / 2
  guard pairs > tiedInFirst, pairs > tiedInSecond else { return nil }
  let difference = pairs - tiedInFirst - tiedInSecond + tiedInBoth - 2 * discordant
  // Of equal numbers the root of the product is exact, so that equal lists give 1.
  let ordered = (Double(pairs - tiedInFirst) * Double(pairs - tiedInSecond)).squareRoot()
  return min(max(Double(difference) / ordered, -1), 1)
}

/// How many pairs of a sorted list are equal.
private func tiedPairs(_ sorted: [Double]) -> Int { tiedPairs(sorted, ==) }

private func tiedPairs<Element>(_ sorted: [Element], _ areEqual: (Element, Element) -> Bool) -> Int {
  var (pairs, run) = (0, 0)
  for place in sorted.indices.dropFirst() {
    run = areEqual(sorted[place - 1], sorted[place]) ? run + 1 : 0
    pairs += run
  }
  return pairs
}

/// Sorts by merging, and counts the pairs that stood in descending order.
private func sortCountingInversions(_ values: inout [Double]) -> Int {
  var merged = values
  var inversions = 0
  var width = 1
  while width < values.count {
    for start in stride(from: 0, to: values.count, by: 2 * width) {
      let (middle, end) = (min(start + width, values.count), min(start + 2 * width, values.count))
      var (left, right) = (start, middle)
      for place in start..<end {
        if right == end || (left < middle && values[left] <= values[right]) {
          merged[place] = values[left]
          left += 1
        } else {
          merged[place] = values[right]
          inversions += middle - left
          right += 1
        }
      }
    }
    swap(&values, &merged)
    width *= 2
  }
  return inversions
}

/// So many terms are added up one after the other before their sum joins that of others.
let stretch = 128

/// Σ `term(i)` by halves: the error grows with the logarithm of the number of terms, not with the number.
///
/// Source: N. J. Higham, "The accuracy of floating point summation", *SIAM J. Sci. Comput.* 14(4), 1993,
/// pp. 783–799, doi:10.1137/0914050.
func pairwiseSum(_ indices: Range<Int>, _ term: (Int) -> Double) -> Double {
  guard indices.count > stretch else {
    var sum = 0.0
    for index in indices { sum += term(index) }
    return sum
  }
  let middle = (indices.lowerBound + indices.upperBound) / 2
  return pairwiseSum(indices.lowerBound..<middle, term) + pairwiseSum(middle..<indices.upperBound, term)
}

/// Σ vector[i]² by halves.
func sumOfSquares(_ vector: UnsafePointer<Double>, _ indices: Range<Int>) -> Double {
  guard indices.count > stretch else {
    var sum = 0.0
    for index in indices { sum += vector[index] * vector[index] }
    return sum
  }
  let middle = (indices.lowerBound + indices.upperBound) / 2
  return sumOfSquares(vector, indices.lowerBound..<middle) + sumOfSquares(vector, middle..<indices.upperBound)
}

/// Why an alternative index cannot be computed. Each message says what is needed.
public enum CompositeError: Error, Hashable {
  /// A mean that needs positive numbers met one that is not: its name, and the smallest value it takes.
  case valueTooSmall(aggregation: Aggregation, value: Double, above: Double)
  /// Weights that do not sum to 1, or one that is negative or no number.
  case weightSum(Double)
  case weightOutOfRange(name: String, value: Double)
  /// Weights for something that is not weighed here, or none for something that is.
  case unknownName(String, expected: [String])
  case missingWeight(String)
  case nothingWeighed
  // MARK: Pairwise comparisons
  case comparisonsNotSquare(rows: Int, columns: Int)
  case tooManyComparisons(Int, limit: Int)
  case comparisonNotPositive(row: String, column: String, value: Double)
  case comparisonNotReciprocal(row: String, column: String, value: Double, inverse: Double)
  case comparisonsInconsistent(ratio: Double, row: String, column: String)
  // MARK: Principal components
  case tooFewForComponents(units: Int, values: Int)
  case noSpread(String)
  case noLeadingComponent
  /// Benefit of the doubt met a value below 0.
  case doubtNeedsPositive(Double)
  // MARK: Normalisation
  case goalpostsMissing(String)
  case goalpostsReversed(String, low: Double, high: Double)
}

extension CompositeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .valueTooSmall(let aggregation, let value, let limit):
      "the \(aggregation.name) mean needs values above \(shown(limit)), and one is \(shown(value)). "
        + "Aggregate by arithmetic or copeland, or normalise by half-saturation."
    case .weightSum(let sum):
      "the weights sum to \(shown(sum)). Expected 1: divide each by \(shown(sum))."
    case .weightOutOfRange(let name, let value):
      "the weight of \(name) is \(shown(value)). Expected a share from 0 to 1."
    case .unknownName(let name, let expected):
      "\"\(name)\" is nothing that can be weighed. Expected all of "
        + "\(expected.joined(separator: ", ")), or all dimensions."
    case .missingWeight(let name):
      "there is no weight for \(name). Give one for each, 0 where it is not to count."
    case .nothingWeighed:
      "everything that the data can tell of has the weight 0. Give one of them a weight above 0."
    case .comparisonsNotSquare(let rows, let columns):
      "the matrix of comparisons has \(rows) rows and one of \(columns) cells. Expected as many cells in each "
        + "row as there are rows, and as many names."
    case .tooManyComparisons(let size, let limit):
      "a matrix of \(size) rows is too large to judge its consistency. Compare at most \(limit)."
    case .comparisonNotPositive(let row, let column, let value):
      "the comparison of \(row) with \(column) is \(shown(value)). Expected a number above 0, such as 3 or 1/3."
    case .comparisonNotReciprocal(let row, let column, let value, let inverse):
      "\(row) against \(column) is \(shown(value)) but \(column) against \(row) is \(shown(inverse)). "
        + "Expected \(shown(1 / value)); the diagonal is 1."
    case .comparisonsInconsistent(let ratio, let row, let column):
      "the comparisons contradict each other: consistency ratio \(shown(ratio)), at most 0.1 is accepted. "
        + "Look first at \(row) against \(column), which fits the others least."
    case .tooFewForComponents(let units, let values):
      "weights from a principal component of \(values) values need \(5 * values) regions with all of them, and "
        + "there are \(units). Use equal weights."
    case .noSpread(let name):
      "\(name) is the same in all regions, so it has no correlation with the others. Use equal weights."
    case .noLeadingComponent:
      "no single principal component leads the others, so its loadings are arbitrary. Use equal weights."
    case .doubtNeedsPositive(let value):
      "benefit of the doubt needs values that are not below 0, and one is \(shown(value)). Normalise by "
        + "half-saturation or min-max."
    case .goalpostsMissing(let name):
      "there are no goalposts for \(name). Give its lower and upper value."
    case .goalpostsReversed(let name, let low, let high):
      "the goalposts of \(name) are \(shown(low)) and \(shown(high)). Expected the lower one first."
    }
  }
}

/// A number to four significant digits, the same on every machine.
private func shown(_ value: Double) -> String {
  if value == 0 { return "0" }
  guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
  var scale = 1.0
  while abs(value) * scale < 1_000, scale < 1e12 { scale *= 10 }
  let rounded = (value * scale).rounded() / scale
  return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}

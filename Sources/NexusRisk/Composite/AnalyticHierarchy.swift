/// Weights from pairwise comparisons, by the analytic hierarchy process: the principal eigenvector of the matrix.
///
///     A w = λ w, Σ w = 1        CI = (λ − n) / (n − 1)        CR = CI / RI(n)
///
/// a_ij says how many times as important i is as j. RI is the mean CI of random matrices. The matrix is positive, so
/// its Perron vector is unique and power iteration finds it; at these sizes that needs no library.
///
/// Source: T. L. Saaty, *The Analytic Hierarchy Process*, McGraw-Hill, 1980.
public struct AnalyticHierarchy: Hashable, Sendable {
  /// One weight above 0 per name; they sum to 1.
  public let weights: [Double]
  /// λ, the largest eigenvalue; *n* when the comparisons are consistent.
  public let eigenvalue: Double
  /// CI; 0 for one or two names.
  public let consistencyIndex: Double
  /// CR; 0 for one or two names.
  public let consistencyRatio: Double

  /// RI by size.
  private static let randomIndices = [0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]
  /// The largest CR that is accepted.
  public static let ratioLimit = 0.1
  /// How far a_ij · a_ji may be from 1: comparisons written as 0.33 are meant.
  private static let reciprocalTolerance = 0.02

  /// - Parameters:
  ///   - comparisons: a square matrix, row by row.
  ///   - names: what is compared, for messages.
  /// - Throws: ``CompositeError`` when the matrix is not square, positive and reciprocal, has more than ten rows, or
  ///   contradicts itself (CR above 0.1).
  /// - Complexity: O(*n*²) per iteration.
  public init(comparisons: [[Double]], names: [String]) throws(CompositeError) {
    try AnalyticHierarchy.validate(comparisons, names)
    let size = names.count
    var weights = [Double](repeating: 1 / Double(size), count: size)
    var eigenvalue = Double(size)
    for _ in 0..<10_000 {
      let product = comparisons.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
      // Σ w = 1, so the sum of A w estimates λ.
      eigenvalue = product.reduce(0, +)
      let next = product.map { $0 / eigenvalue }
      let change = zip(next, weights).map { abs($0 - $1) }.max() ?? 0
      weights = next
      if change < 1e-15 { break }
    }
    self.weights = weights
    self.eigenvalue = eigenvalue
    consistencyIndex = size > 2 ? max(0, (eigenvalue - Double(size)) / Double(size - 1)) : 0
    consistencyRatio = size > 2 ? consistencyIndex / AnalyticHierarchy.randomIndices[size] : 0
    guard consistencyRatio <= AnalyticHierarchy.ratioLimit else {
      let (row, column) = AnalyticHierarchy.oddest(comparisons, weights)
      throw .comparisonsInconsistent(ratio: consistencyRatio, row: names[row], column: names[column])
    }
  }

  private static func validate(_ matrix: [[Double]], _ names: [String]) throws(CompositeError) {
    for row in matrix where row.count != matrix.count || matrix.count != names.count {
      throw .comparisonsNotSquare(rows: matrix.count, columns: row.count)
    }
    guard !matrix.isEmpty, matrix.count == names.count else {
      throw .comparisonsNotSquare(rows: matrix.count, columns: 0)
    }
    guard matrix.count < randomIndices.count else {
      throw .tooManyComparisons(matrix.count, limit: randomIndices.count - 1)
    }
    for row in matrix.indices {
      for column in matrix.indices {
        let value = matrix[row][column]
        guard value > 0, value.isFinite else {
          throw .comparisonNotPositive(row: names[row], column: names[column], value: value)
        }
      }
    }
    for row in matrix.indices {
      for column in row..<matrix.count {
        let (value, inverse) = (matrix[row][column], matrix[column][row])
        guard abs(value * inverse - 1) <= reciprocalTolerance else {
          throw .comparisonNotReciprocal(
            row: names[row], column: names[column], value: value, inverse: inverse)
        }
      }
    }
  }

  /// The comparison farthest from the ratio of its weights.
  private static func oddest(_ matrix: [[Double]], _ weights: [Double]) -> (row: Int, column: Int) {
    var (worst, place) = (0.0, (0, 0))
    for row in matrix.indices {
      for column in matrix.indices where row < column {
        let ratio = matrix[row][column] * weights[column] / weights[row]
        let distance = max(ratio, 1 / ratio)
        if distance > worst { (worst, place) = (distance, (row, column)) }
      }
    }
    return place
  }
}

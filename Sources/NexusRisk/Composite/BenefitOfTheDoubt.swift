/// Benefit of the doubt: each unit is judged with the weights that suit it best.
///
///     score_i = max over w ≥ 0 of  Σ_k w_k x_ik      subject to  Σ_k w_k x_jk ≤ 1 for every unit j
///
/// Each unit then has weights of its own, so scores tell who is on the frontier, not who is ahead by how much.
///
/// Source: L. Cherchye, W. Moesen, N. Rogge, T. Van Puyenbroeck, "An introduction to 'benefit of the doubt' composite
/// indicators", *Social Indicators Research* 82, 2007, pp. 111–145, doi:10.1007/s11205-006-9029-7.
public struct BenefitOfTheDoubt: Hashable, Sendable {
  /// One per unit, 0...1; 1 is on the frontier.
  public let scores: [Double]
  /// The weights that each unit would choose; of several choices that serve it alike, the one the simplex meets first.
  public let weights: [[Double]]

  /// - Parameter units: the values of each unit, not negative.
  /// - Throws: ``CompositeError/doubtNeedsPositive(_:)`` for a value below 0.
  /// - Complexity: a linear program of *n* constraints per unit, O(*n k*) a pivot.
  public init(_ units: [[Double]]) throws(CompositeError) {
    if let odd = units.lazy.flatMap({ $0 }).first(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .doubtNeedsPositive(odd)
    }
    // Scores do not depend on the unit of the values.
    let largest = units.lazy.flatMap { $0 }.max() ?? 0
    let scale = largest > 0 ? largest : 1
    let scaled = units.map { $0.map { $0 / scale } }
    let solutions = scaled.map { values in
      PackingProgram(constraints: scaled, objective: values).solution.map { $0 / scale }
    }
    weights = solutions
    scores = zip(units, solutions).map { values, weights in
      min(1, zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 })
    }
  }
}

/// max cᵀw subject to A w ≤ 1, w ≥ 0, with A ≥ 0 and c one of its rows: w = 0 is feasible and the maximum at most 1.
///
/// The simplex method in a condensed tableau; Bland's rule (smallest number first) keeps it from cycling.
///
/// Source: R. G. Bland, "New finite pivoting rules for the simplex method", *Mathematics of Operations Research*
/// 2(2), 1977, pp. 103–107, doi:10.1287/moor.2.2.103.
private struct PackingProgram {
  /// Rows of A with the right-hand side at the end, then the objective.
  private var tableau: [[Double]]
  /// The variables outside the basis, by column, and in it, by row: 0..<k are w, then the slacks.
  private var columns: [Int]
  private var rows: [Int]
  private let variableCount: Int

  /// Below this a number is 0 up to rounding; values are at most 1.
  private static let zero = 1e-12

  init(constraints: [[Double]], objective: [Double]) {
    variableCount = objective.count
    tableau = constraints.map { $0 + [1] } + [objective + [0]]
    columns = Array(0..<variableCount)
    rows = (0..<constraints.count).map { $0 + objective.count }
    while let (row, column) = nextPivot { exchange(row, column) }
  }

  var solution: [Double] {
    var weights = [Double](repeating: 0, count: variableCount)
    for (row, variable) in rows.enumerated() where variable < variableCount {
      weights[variable] = max(0, tableau[row][columns.count])
    }
    return weights
  }

  private var nextPivot: (row: Int, column: Int)? {
    let objective = tableau[rows.count]
    guard
      let column = columns.indices.filter({ objective[$0] > PackingProgram.zero }).min(by: {
        columns[$0] < columns[$1]
      })
    else { return nil }
    var best: (row: Int, ratio: Double)?
    for row in rows.indices where tableau[row][column] > PackingProgram.zero {
      let ratio = tableau[row][columns.count] / tableau[row][column]
      if let known = best, ratio > known.ratio || (ratio == known.ratio && rows[row] > rows[known.row]) {
        continue
      }
      best = (row, ratio)
    }
    return best.map { ($0.row, column) }
  }

  /// Brings the variable of a column into the basis for that of a row.
  private mutating func exchange(_ row: Int, _ column: Int) {
    let pivot = tableau[row][column]
    let pivotRow = tableau[row]
    for other in tableau.indices where other != row {
      let factor = tableau[other][column] / pivot
      for position in pivotRow.indices where position != column {
        tableau[other][position] -= factor * pivotRow[position]
      }
      tableau[other][column] = -factor
    }
    for position in pivotRow.indices { tableau[row][position] = pivotRow[position] / pivot }
    tableau[row][column] = 1 / pivot
    (rows[row], columns[column]) = (columns[column], rows[row])
  }
}

/// The pairing of rows with columns that is worth most in all, each column taken once at most.
enum Assignment {
  /// - Parameter worth: of each pair; there are at least as many columns as rows, and each row has a value for each.
  /// - Returns: for each row its column.
  /// - Complexity: O(rows² · columns): the Hungarian method with potentials, a shortest augmenting path for each row.
  ///
  /// Source: H. W. Kuhn, "The Hungarian method for the assignment problem", *Naval Research Logistics Quarterly* 2(1–2),
  /// 1955, pp. 83–97, doi:10.1002/nav.3800020109.
  static func best(_ worth: [[Double]]) -> [Int] {
    let columns = worth.first?.count ?? 0
    precondition(columns >= worth.count, "There is a column for each row.")
    // Rows and columns from 1; 0 is the row that is being placed.
    var rowPrices = [Double](repeating: 0, count: worth.count + 1)
    var columnPrices = [Double](repeating: 0, count: columns + 1)
    var rowOf = [Int](repeating: 0, count: columns + 1)
    var origin = [Int](repeating: 0, count: columns + 1)
    for row in 1...max(worth.count, 1) where row <= worth.count {
      rowOf[0] = row
      var column = 0
      var slack = [Double](repeating: .infinity, count: columns + 1)
      var isReached = [Bool](repeating: false, count: columns + 1)
      repeat {
        isReached[column] = true
        let current = rowOf[column]
        var (least, next) = (Double.infinity, 0)
        for candidate in 1...columns where !isReached[candidate] {
          let reduced = -worth[current - 1][candidate - 1] - rowPrices[current] - columnPrices[candidate]
          if reduced < slack[candidate] { (slack[candidate], origin[candidate]) = (reduced, column) }
          if slack[candidate] < least { (least, next) = (slack[candidate], candidate) }
        }
        for candidate in 0...columns {
          if isReached[candidate] {
            rowPrices[rowOf[candidate]] += least
            columnPrices[candidate] -= least
          } else {
            slack[candidate] -= least
          }
        }
        column = next
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[origin[column]]
        column = origin[column]
      }
    }
    var chosen = [Int](repeating: 0, count: worth.count)
    for column in 1...max(columns, 1) where column <= columns && rowOf[column] > 0 {
      chosen[rowOf[column] - 1] = column - 1
    }
    return chosen
  }
}

/// Confidences by row and column, in compressed sparse rows; several of one cell combine as 1 − Π (1 − c).
struct ConfidenceRows: Sendable {
  struct Entry {
    let row: Int32
    let column: Int32
    let confidence: Double
  }

  private let offsets: [Int]
  private let allColumns: [Int32]
  private let allConfidences: [Double]

  /// O(entries · log(entries of a row)). Entries of confidence 0 leave no trace.
  init(rowCount: Int, entries: [Entry]) {
    let entries = entries.filter { $0.confidence > 0 }
    var next = [Int](repeating: 0, count: rowCount + 1)
    for entry in entries { next[Int(entry.row) + 1] += 1 }
    for row in 0..<rowCount { next[row + 1] += next[row] }
    let starts = next
    var order = [Int32](repeating: 0, count: entries.count)
    for (position, entry) in entries.enumerated() {
      order[next[Int(entry.row)]] = Int32(position)
      next[Int(entry.row)] += 1
    }
    var offsets = [0]
    var columns: [Int32] = []
    var confidences: [Double] = []
    offsets.reserveCapacity(rowCount + 1)
    columns.reserveCapacity(entries.count)
    confidences.reserveCapacity(entries.count)
    for row in 0..<rowCount {
      order[starts[row]..<starts[row + 1]].sort {
        (entries[Int($0)].column, $0) < (entries[Int($1)].column, $1)
      }
      let start = columns.count
      for position in order[starts[row]..<starts[row + 1]] {
        let entry = entries[Int(position)]
        if columns.count > start, columns[columns.count - 1] == entry.column {
          confidences[columns.count - 1] += entry.confidence * (1 - confidences[columns.count - 1])
        } else {
          columns.append(entry.column)
          confidences.append(entry.confidence)
        }
      }
      offsets.append(columns.count)
    }
    (self.offsets, allColumns, allConfidences) = (offsets, columns, confidences)
  }

  var isEmpty: Bool { allColumns.isEmpty }

  /// The columns of a row, ascending.
  func columns(_ row: Int) -> ArraySlice<Int32> { allColumns[offsets[row]..<offsets[row + 1]] }

  /// The confidences of a row, in the order of its columns and with their indices.
  func confidences(_ row: Int) -> ArraySlice<Double> { allConfidences[offsets[row]..<offsets[row + 1]] }

  func isEmpty(_ row: Int) -> Bool { offsets[row] == offsets[row + 1] }
}

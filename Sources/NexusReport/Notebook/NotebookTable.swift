private import Foundation
internal import NexusInterchange

/// A table as `table` of ``NotebookPython`` shows it, byte for byte.
struct NotebookTable {
  /// A column, its heading, and how many decimals its numbers get; nil for text.
  struct Column {
    var name: String
    var heading: String
    var decimals: Int?

    init(_ name: String, _ heading: String, _ decimals: Int? = nil) {
      (self.name, self.heading, self.decimals) = (name, heading, decimals)
    }
  }

  static let limit = 15

  /// - Parameter rows: which rows, in which order; nil: all.
  static func html(_ table: Table, _ columns: [Column], rows: [Int]? = nil) -> String {
    let rows = rows ?? Array(table.rows.indices)
    let positions = columns.map { column in
      table.columns.firstIndex(of: column.name).map { ($0, column.decimals) }
    }
    let head = columns.map {
      "<th style=\"text-align: \($0.decimals == nil ? "left" : "right")\">\($0.heading)</th>"
    }.joined()
    let body = rows.prefix(limit).map { row in
      let cells = positions.map { place in
        place.map { cell(table.rows[row][$0.0], decimals: $0.1) } ?? ""
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let rest = rows.count > limit ? "<p>\(limit) of \(rows.count) rows.</p>" : ""
    return
      "<table class=\"tex2jax_ignore mathjax_ignore\"><tr>\(head)</tr>\n\(body.joined())</table>\(rest)"
  }

  private static func cell(_ cell: Table.Cell, decimals: Int?) -> String {
    let text = text(cell)
    guard !text.isEmpty else { return "<td>–</td>" }
    if let decimals, let number = Double(text) {
      return "<td style=\"text-align: right\">\(number.formatted(decimals: decimals))</td>"
    }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(NotebookMarkdown.isUnshown(scalar) ? "\u{FFFD}" : scalar)
    }
    if shown.count > 80 { shown = String.UnicodeScalarView(shown.prefix(79)) + "…".unicodeScalars }
    var escaped = ""
    for scalar in shown {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "<td style=\"text-align: left\"><bdi>\(escaped)</bdi></td>"
  }

  /// The cell as its file holds it, without what keeps spreadsheets from running it.
  private static func text(_ cell: Table.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .list(let items): items.joined(separator: ";")
    case .empty, .whole, .real, .flag: CSVText.cell(cell)
    }
  }
}

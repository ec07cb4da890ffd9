/// A handling code of the data: how many rows bear it.
public struct HandlingUse: Hashable, Sendable {
  public var code: String
  public var rows: Int
  /// Whether it is one of TLP or H0 to H3.
  public var isKnown: Bool
  /// Where it stands first.
  public var file: String
  public var line: Int
  public var column: Int?

  /// TLP 2.0 with the older WHITE, and the codes of restricted use.
  ///
  /// Source: FIRST, *Traffic Light Protocol (TLP)*, version 2.0, 2022.
  public static let known: Set<String> = [
    "TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR", "TLP:WHITE", "H0", "H1", "H2", "H3",
  ]

  /// A code as nexus compares it: `amber` and `TLP AMBER` are `TLP:AMBER`.
  static func folded(_ text: String) -> String {
    let bare = text.uppercased().filter { $0 != " " && $0 != "_" && $0 != "-" && $0 != ":" }
    let code = bare.hasPrefix("TLP") ? String(bare.dropFirst(3)) : bare
    let colour = known.first { $0.dropFirst(4).filter { $0 != " " } == code && $0.hasPrefix("TLP:") }
    return colour ?? (known.contains(code) ? code : text)
  }

  static func all(in examination: Examination) -> [HandlingUse] {
    var uses: [String: HandlingUse] = [:]
    for table in examination.tables {
      for (_, column) in table.columns(of: [.handling]) {
        for cell in table.distinctCells(column) {
          let code = folded(cell.text)
          let place = table.place(line: cell.line, column: column)
          uses[
            code,
            default: HandlingUse(
              code: code, rows: 0, isKnown: known.contains(code), file: place.file, line: place.line,
              column: place.column)
          ].rows += cell.count
        }
      }
    }
    return uses.values.sorted { $0.code < $1.code }
  }

  static func findings(_ uses: [HandlingUse]) -> [Finding] {
    uses.filter { !$0.isKnown }.map { use in
      Finding(
        .unknownHandling, file: use.file, line: use.line, column: use.column,
        "handling \(MessageText.quoted(use.code)) is no code of TLP and none of H0 to H3 (\(use.rows) "
          + "\(use.rows == 1 ? "row" : "rows")), so nobody can keep to it.",
        fix: "Write TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR, or H0 to H3.")
    }
  }
}

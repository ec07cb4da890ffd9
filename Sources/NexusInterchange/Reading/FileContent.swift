/// What a file of a data set holds: a delimited text, or items of another format as tables.
enum FileContent {
  case delimited(DecodedText)
  case items(ItemTables, FileFormat, TextEncoding)

  /// The cells in which a column that `--map` names is looked for, folded, and the header for a message.
  var headers: (cells: Set<String>, shown: [String]) {
    switch self {
    case .delimited(let text):
      let dialect = CSVDialect(of: text.bytes)
      let head = CSVTable(
        text.bytes, delimiter: dialect.delimiter.byte, from: dialect.records, limit: TableLayout.deepestHeader
      )
      // For the message: lines above a header have fewer cells.
      let widest = head.records.lazy.map(head.cellCount).max() ?? 0
      return (
        Set(head.records.flatMap { head.cells($0).map(Field.fold) }),
        head.records.first { head.cellCount($0) == widest }.map(head.cells) ?? []
      )
    case .items(let items, _, _):
      let names = items.tables.flatMap(\.header)
      return (Set(names.map(Field.fold)), names)
    }
  }
}

extension SourceFile {
  /// Reads the form of the file: as text, or as the items of its format.
  func content() throws(ReadingError) -> FileContent {
    .delimited(try text())
  }
}

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
    let text = try decodedText()
    let format = try format(of: text)
    guard format != .delimited else { return .delimited(text) }
    do throws(FormatFault) {
      return .items(try format.items(of: text), format, text.encoding)
    } catch { throw .malformed(place: name + error.place, message: error.message) }
  }

  /// The text of a file that must be a table.
  func text() throws(ReadingError) -> DecodedText {
    let text = try decodedText()
    let format = try format(of: text)
    guard format == .delimited else { throw .noTable(name, format: format.name) }
    return text
  }

  private func format(of text: DecodedText) throws(ReadingError) -> FileFormat {
    do throws(FormatFault) {
      if let format = try FileFormat.recognised(in: text.bytes) { return format }
    } catch { throw .malformed(place: name + error.place, message: error.message) }
    let isXML = text.bytes.first { $0 > 0x20 } == UInt8(ascii: "<")
    throw .otherFormat(name, name: "\(isXML ? "an XML" : "a JSON") document of a kind")
  }
}

extension FileRecognition {
  mutating func take(_ text: DecodedText) {
    encoding = text.encoding
    hasByteOrderMark = text.hasMark
  }

  mutating func take(_ table: DelimitedText, _ options: ReadingOptions) {
    format = table.format
    encoding = table.encoding
    sheet = table.sheet
    guard table.form == .delimited else { return }
    delimiter = table.dialect.delimiter
    delimiterReason =
      options.decisions.delimiter != nil ? .spec : table.dialect.start > 0 ? .declared : .evenRows
  }

  /// Takes the columns of a table; of several tables of one file, those that no earlier one had.
  mutating func add(_ layout: TableLayout, _ reader: RowReader) {
    if header.isEmpty { header = layout.header }
    let known = Set(columns.map(\.field))
    for field in Field.allCases where !known.contains(field) {
      guard let column = layout.columns[field] else { continue }
      columns.append(
        ColumnReading(
          field: field, header: layout.header.indices.contains(column) ? layout.header[column] : "",
          position: layout.form == .items ? nil : column + 1, reason: layout.columns.reasons[field] ?? .name,
          numbers: reader.numberReading(field), dates: reader.dateReading(field)))
    }
    for name in layout.columns.unused where !unused.contains(name) { unused.append(name) }
  }
}

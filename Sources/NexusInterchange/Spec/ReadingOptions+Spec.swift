extension ReadingOptions {
  /// Refuses a file that is not in the encoding that the spec says.
  func checkEncoding(of text: DecodedText, in file: String) throws(ReadingError) {
    guard let spec, let told = decisions.encoding, told != text.encoding else { return }
    throw spec.fault(
      "\(spec.keys(of: file)).encoding",
      "\(file) is not \(told.rawValue) but reads as \(text.encoding.rawValue). Mend the encoding, or leave it out."
    )
  }

  /// Of a format that names its values, columns of a spec choose some of them, as `--map` does.
  ///
  /// - Parameter names: the names that the file has.
  mutating func takeColumnsOfSpec(for file: String, among names: [String]) throws(ReadingError) {
    guard let spec, let wanted = decisions.columns else { return }
    for (field, column) in wanted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard case .header(let name) = column else {
        throw spec.fault(
          "\(spec.keys(of: file)).columns.\(field.rawValue)",
          "\(file) has no numbered columns. Give the name of a value.")
      }
      guard names.contains(where: { Field.fold($0) == Field.fold(name) }) else {
        throw spec.noColumn(name, for: field, in: file, among: names)
      }
      if columns[field] == nil { columns[field] = name }
    }
  }
}

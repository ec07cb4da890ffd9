/// A sheet of an Excel workbook (`.xlsx`) as a table.
///
/// | cell | becomes |
/// |---|---|
/// | text, shared or its own, with or without formats | the text, without phonetic readings |
/// | number | its digits as Excel stores them |
/// | number in a format of dates | `2019-05-21` or `2019-05-21T10:30:00`, by the epoch of the workbook (1900 or 1904) |
/// | truth value | TRUE, FALSE |
/// | formula | its last value |
/// | error | empty, with a note that counts |
///
/// The rows keep their numbers; blank rows are passed over. What the columns mean is decided as for any table.
///
/// Source: ECMA-376, *Office Open XML File Formats*, part 1, 5th edition, 2016, sections 18.2–18.8.
struct Workbook {
  private struct Sheet {
    var name: String
    var relation: String
    var isHidden: Bool
  }

  private let archive: ZipArchive
  private var sheets: [Sheet] = []
  private var startsIn1904 = false
  private var strings: [String] = []
  /// Which cell formats show dates.
  private var areDates: [Bool] = []

  /// Whether an archive is a workbook, as against another document.
  static func isWorkbook(_ archive: ZipArchive) -> Bool { archive.has(workbookPart) }

  /// What reading a sheet of it takes at most, by the sizes that the archive states: the largest sheet and the table made
  /// of it, and the shared texts twice over.
  static func memory(of archive: ZipArchive) -> Int {
    let sizes = archive.sizes
    let largestSheet = sizes.filter { $0.key.hasPrefix("xl/worksheets/") }.map(\.value).max() ?? 0
    let texts = sizes[stringsPart.lowercased()] ?? 0
    return largestSheet + min(largestSheet + texts, SheetReader.largestTable) + 4 * texts
  }

  private static let stringsPart = "xl/sharedStrings.xml"
  private static let workbookPart = "xl/workbook.xml"

  init(_ archive: ZipArchive) throws(FormatFault) {
    self.archive = archive
    try readWorkbook()
    try readStrings()
    try readStyles()
  }

  /// The sheet of this name, else the first that is not hidden.
  ///
  /// - Parameter mark: the decimal mark that its numbers are to be written with.
  /// - Throws: a fault when there is no such sheet, or the workbook is damaged.
  /// - Complexity: O(bytes) of the sheet, the shared texts and the styles.
  func table(_ wanted: String?, decimalMark mark: ReadingOptions.DecimalMark) throws(FormatFault)
    -> DelimitedText
  {
    let names = sheets.map(\.name)
    let chosen =
      wanted.map { name in sheets.first { $0.name.lowercased() == name.lowercased() } }
      ?? (sheets.first { !$0.isHidden } ?? sheets.first)
    guard let chosen else {
      let trouble =
        wanted.map { "there is no sheet \(MessageText.quoted($0))" } ?? "the workbook holds no sheet"
      throw FormatFault(
        nil, "\(trouble). The sheets are \(names.isEmpty ? "none" : ReadingError.listed(names)).")
    }
    guard let path = try target(of: chosen.relation), let part = try archive.part(path) else {
      throw FormatFault(
        nil, "the sheet \(MessageText.quoted(chosen.name)) is missing in the workbook. Save it anew.")
    }
    var reader = SheetReader(
      part, strings: strings, areDates: areDates, startsIn1904: startsIn1904, decimalMark: mark)
    try reader.read()
    var notes: [String] = []
    let others = names.filter { $0 != chosen.name }
    if wanted == nil, !others.isEmpty {
      notes.append("of its sheets \(chosen.name) was read, not \(ReadingError.listed(others)); see --sheet.")
    }
    if reader.errors > 0 {
      notes.append("\(reader.errors) cells hold errors of Excel and were read as empty.")
    }
    var text = DelimitedText(
      bytes: reader.text, encoding: .utf8, dialect: CSVDialect(delimiter: .comma), lines: reader.lines,
      form: .sheet,
      format: .workbook, notes: notes)
    text.sheet = chosen.name
    return text
  }

  // MARK: Parts

  private mutating func readWorkbook() throws(FormatFault) {
    guard let part = try archive.part(Workbook.workbookPart) else {
      throw FormatFault(nil, "the archive holds no workbook. Give an .xlsx file, or CSV.")
    }
    var xml = XMLScanner(part)
    _ = try xml.child()
    while let tag = try xml.child() {
      switch tag.name {
      case "workbookPr":
        startsIn1904 = ["1", "true", "on"].contains(tag["date1904"])
        try xml.skip()
      case "sheets":
        while let sheet = try xml.child() {
          let state = sheet["state"] ?? "visible"
          sheets.append(
            Sheet(name: sheet["name"] ?? "", relation: sheet["id"] ?? "", isHidden: state != "visible"))
          try xml.skip()
        }
      default: try xml.skip()
      }
    }
  }

  private func target(of relation: String) throws(FormatFault) -> String? {
    guard let part = try archive.part("xl/_rels/workbook.xml.rels") else { return nil }
    var xml = XMLScanner(part)
    _ = try xml.child()
    while let tag = try xml.child() {
      if tag["Id"] == relation, let target = tag["Target"] {
        return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      }
      try xml.skip()
    }
    return nil
  }

  private mutating func readStrings() throws(FormatFault) {
    guard let part = try archive.part(Workbook.stringsPart) else { return }
    var xml = XMLScanner(part)
    _ = try xml.child()
    while try xml.child() != nil { strings.append(try SheetReader.richText(&xml)) }
  }

  private mutating func readStyles() throws(FormatFault) {
    guard let part = try archive.part("xl/styles.xml") else { return }
    var xml = XMLScanner(part)
    var codes: [String: String] = [:]
    _ = try xml.child()
    while let tag = try xml.child() {
      switch tag.name {
      case "numFmts":
        while let format = try xml.child() {
          if let id = format["numFmtId"] { codes[id] = format["formatCode"] ?? "" }
          try xml.skip()
        }
      case "cellXfs":
        while let format = try xml.child() {
          let id = format["numFmtId"] ?? "0"
          areDates.append(
            codes[id].map(SheetDate.isDateFormat) ?? SheetDate.builtInFormats.contains(Int(id) ?? 0))
          try xml.skip()
        }
      default: try xml.skip()
      }
    }
  }
}

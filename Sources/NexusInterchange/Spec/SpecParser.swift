extension ReadingSpec {
  /// Reads the spec at a path.
  ///
  /// - Throws: ``ReadingError`` when there is no such file, or it is no spec: with line and column, and the near word
  ///   for a key or a value that nexus does not know.
  public init(path: String) throws(ReadingError) {
    let file = try SourceFile(path: path, purpose: .dataset, isOwnOutput: false)
    try self.init(name: file.name, contents: file.contents)
  }

  /// Reads a spec from the bytes of its file.
  ///
  /// - Complexity: O(bytes).
  public init(name: String, contents: [UInt8]) throws(ReadingError) {
    guard contents.count <= ReadingSpec.largestFile else {
      throw .malformed(
        place: name, message: "a spec has at most 16 MiB. Give the file of doctor --write-spec.")
    }
    guard let text = DecodedText(contents) else { throw .notText(name) }
    do throws(FormatFault) {
      var parser = SpecParser()
      self = try parser.spec(JSONScanner(text.bytes))
    } catch { throw .malformed(place: name + error.place, message: error.message) }
    (self.name, self.contents) = (name, contents)
  }

  private static let largestFile = 1 << 24
}

/// Builds a ``ReadingSpec`` from its JSON, key by key.
private struct SpecParser {
  private var spec = ReadingSpec()
  private var version: Int?

  mutating func spec(_ text: JSONScanner) throws(FormatFault) -> ReadingSpec {
    var text = text
    guard !text.isAtEnd(), text.kind() == .object else {
      throw FormatFault(1, "this is no spec: expected an object such as {\"nexus_spec\": 1, \"files\": {…}}.")
    }
    var seen = Set<String>()
    try text.object { (scanner, key) throws(FormatFault) in
      try SpecParser.check(key, among: ["files", "nexus_spec", "vocabulary"], &seen, scanner)
      switch key {
      case "files": try readFiles(&scanner)
      case "vocabulary": spec.vocabulary = try SpecParser.vocabulary(&scanner)
      default: version = try SpecParser.version(&scanner)
      }
    }
    try text.expectEnd()
    guard version != nil else {
      throw FormatFault(
        1, "the version of the format is missing. Add \"nexus_spec\": \(ReadingSpec.formatVersion).")
    }
    return spec
  }

  private static func version(_ scanner: inout JSONScanner) throws(FormatFault) -> Int {
    let line = scanner.line
    guard case .number(let text) = try scanner.value(), Int(text) == ReadingSpec.formatVersion else {
      throw FormatFault(
        line,
        "this version of the format is not known. Expected \"nexus_spec\": \(ReadingSpec.formatVersion).")
    }
    return ReadingSpec.formatVersion
  }

  private mutating func readFiles(_ scanner: inout JSONScanner) throws(FormatFault) {
    var seen = Set<String>()
    var files: [String: FileSpec] = [:]
    try SpecParser.object(&scanner, "files") { (scanner, name) throws(FormatFault) in
      try SpecParser.checkRepeat(name, &seen, scanner)
      files[name] = try SpecParser.file(&scanner)
    }
    spec.files = files
  }

  private static let fileKeys = [
    "columns", "date_order", "decimal_mark", "delimiter", "direction", "duplicates", "encoding", "shape",
    "sheet", "two_mode", "vocabulary",
  ]

  private static func file(_ scanner: inout JSONScanner) throws(FormatFault) -> FileSpec {
    var file = FileSpec()
    var seen = Set<String>()
    try object(&scanner, "an entry of files") { (scanner, key) throws(FormatFault) in
      try check(key, among: fileKeys, &seen, scanner)
      switch key {
      case "columns": file.columns = try columns(&scanner)
      case "date_order": (file.dateOrder, file.dateOrders) = try perField(&scanner, key, dateFields)
      case "decimal_mark": (file.decimalMark, file.decimalMarks) = try perField(&scanner, key, numberFields)
      case "delimiter": file.delimiter = try delimiter(&scanner)
      case "direction": file.direction = try word(&scanner, key)
      case "duplicates": file.duplicates = try word(&scanner, key)
      case "encoding": file.encoding = try word(&scanner, key)
      case "shape": file.shape = try word(&scanner, key)
      case "two_mode": file.twoMode = try word(&scanner, key)
      case "sheet": file.sheet = try text(&scanner, "the name of a sheet")
      default: file.vocabulary = try vocabulary(&scanner)
      }
    }
    return file
  }

  private static let dateFields: [Field] = [.date, .start, .end, .birthDate]
  private static let numberFields: [Field] =
    [.amount, .amountReceived, .strength, .confidence, .vulnerability, .consequence] + Field.counts

  private static func columns(_ scanner: inout JSONScanner) throws(FormatFault) -> [Field: ColumnSpec] {
    var columns: [Field: ColumnSpec] = [:]
    var seen = Set<String>()
    try object(&scanner, "columns") { (scanner, key) throws(FormatFault) in
      try check(key, among: Field.allCases.map(\.rawValue), &seen, scanner)
      guard let field = Field(rawValue: key) else { return }
      let line = scanner.line
      switch try scanner.value() {
      case .string(let header) where !header.isEmpty: columns[field] = .header(header)
      case .number(let digits):
        guard let position = Int(digits), (1...SheetReader.mostColumns).contains(position) else {
          fallthrough
        }
        columns[field] = .position(position)
      default:
        throw FormatFault(
          line,
          "columns.\(key): expected the header of a column, or its number from 1, such as \"Amount\" or 3.")
      }
    }
    return columns
  }

  /// One word for all columns, or an object with one for each field.
  private static func perField<Word: RawRepresentable & CaseIterable>(
    _ scanner: inout JSONScanner, _ name: String, _ fields: [Field]
  ) throws(FormatFault) -> (Word?, [Field: Word]) where Word.RawValue == String {
    guard scanner.kind() == .object else { return (try word(&scanner, name), [:]) }
    var words: [Field: Word] = [:]
    var seen = Set<String>()
    try scanner.object { (scanner, key) throws(FormatFault) in
      try check(key, among: fields.map(\.rawValue), &seen, scanner)
      let said: Word = try word(&scanner, "\(name).\(key)")
      if let field = Field(rawValue: key) { words[field] = said }
    }
    return (nil, words)
  }

  private static func delimiter(_ scanner: inout JSONScanner) throws(FormatFault) -> CSVDialect.Delimiter {
    let line = scanner.line
    let said = try text(&scanner, "the mark between cells")
    guard
      let delimiter = CSVDialect.Delimiter.allCases.first(where: { $0.name == said || $0.rawValue == said })
    else {
      throw unknown("delimiter", said, among: CSVDialect.Delimiter.allCases.map(\.name), line)
    }
    return delimiter
  }

  private static func vocabulary(_ scanner: inout JSONScanner) throws(FormatFault) -> WordReplacements {
    var words = WordReplacements()
    var seenLists = Set<String>()
    try object(&scanner, "vocabulary") { (scanner, key) throws(FormatFault) in
      try check(key, among: WordList.allCases.map(\.plural), &seenLists, scanner)
      guard let list = WordList.allCases.first(where: { $0.plural == key }) else { return }
      var seen = Set<String>()
      try object(&scanner, "vocabulary.\(key)") { (scanner, word) throws(FormatFault) in
        try checkRepeat(WordReplacements.fold(word), &seen, scanner)
        let line = scanner.line
        let said = try text(&scanner, "the word that it is to be read as")
        words.add(word, as: try meaning(said, in: list, line), in: list)
      }
    }
    return words
  }

  /// What a word is to be read as, which its vocabulary must know.
  private static func meaning(_ said: String, in list: WordList, _ line: Int) throws(FormatFault) -> String {
    guard list != .region else {
      guard !MissingCell.matches(said) || said == "NA" else {
        throw FormatFault(line, "a region to be read as is missing. Give an ISO 3166 code or a name.")
      }
      return said
    }
    guard let word = list.word(spelled: said) else {
      throw unknown("vocabulary.\(list.plural)", said, among: list.known, line)
    }
    return word
  }

  // MARK: Values and keys

  private static func object(
    _ scanner: inout JSONScanner, _ name: String,
    _ read: (inout JSONScanner, String) throws(FormatFault) -> Void
  ) throws(FormatFault) {
    guard scanner.kind() == .object else {
      throw FormatFault(scanner.line, "\(name): expected an object { }.")
    }
    try scanner.object(read)
  }

  private static func text(_ scanner: inout JSONScanner, _ what: String) throws(FormatFault) -> String {
    let line = scanner.line
    guard case .string(let text) = try scanner.value(), !text.isEmpty else {
      throw FormatFault(line, "expected \(what) here, in double quotes.")
    }
    return text
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ scanner: inout JSONScanner, _ name: String
  ) throws(FormatFault) -> Word where Word.RawValue == String {
    let line = scanner.line
    let known = Word.allCases.map(\.rawValue)
    let said = try text(&scanner, "one of \(known.joined(separator: ", "))")
    guard let word = Word.allCases.first(where: { $0.rawValue.lowercased() == said.lowercased() }) else {
      throw unknown(name, said, among: known, line)
    }
    return word
  }

  private static func check(
    _ key: String, among known: [String], _ seen: inout Set<String>, _ scanner: JSONScanner
  ) throws(FormatFault) {
    guard known.contains(key) else { throw unknown("key", key, among: known, scanner.line) }
    try checkRepeat(key, &seen, scanner)
  }

  private static func checkRepeat(
    _ key: String, _ seen: inout Set<String>, _ scanner: JSONScanner
  ) throws(FormatFault) {
    guard seen.insert(key).inserted else {
      throw FormatFault(scanner.line, "\(MessageText.quoted(key)) is given twice. Keep one.")
    }
  }

  private static func unknown(_ name: String, _ said: String, among known: [String], _ line: Int)
    -> FormatFault
  {
    FormatFault(
      line,
      "\(name): \(MessageText.quoted(said)) is not known.\(NearColumns.question(said, among: known)) "
        + "Expected \(known.count > 15 ? ReadingError.listed(known) : known.joined(separator: ", ")).")
  }
}

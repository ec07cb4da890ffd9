/// The decisions of an import, kept so that the next one makes the same: what `doctor --write-spec` saves and `--spec`
/// takes.
///
/// Where an option of the command says otherwise, the option holds.
public struct ReadingSpec: Hashable, Sendable {
  /// The version of the format, under `nexus_spec`.
  public static let formatVersion = 1
  /// The name under which a spec speaks of every file that it does not name.
  public static let anyFile = "*"

  /// The name of the file, without its folders; empty for a spec that was not read from one.
  public var name = ""
  /// The file as it is stored.
  public var contents: [UInt8] = []
  /// What was decided of each file, by its name in the data set.
  public var files: [String: FileSpec] = [:]
  /// Words to be read as others in all files.
  public var vocabulary = WordReplacements()

  public init() {}

  /// What is decided of a file, the words for all files among it.
  func decisions(for file: String) -> FileSpec {
    var decisions = files[file] ?? files[ReadingSpec.anyFile] ?? FileSpec()
    decisions.vocabulary = vocabulary.merging(decisions.vocabulary)
    return decisions
  }

  /// Refuses a file that the data set does not hold.
  func check(against names: [String]) throws(ReadingError) {
    for file in files.keys.sorted() where file != ReadingSpec.anyFile && !names.contains(file) {
      throw fault(
        "files",
        "the data set holds no \(MessageText.quoted(file)), but \(ReadingError.listed(names)). Rename the entry, or "
          + "call it \"\(ReadingSpec.anyFile)\", which stands for every file without one.")
    }
  }

  /// A message about one entry, named by its keys.
  func fault(_ keys: String, _ message: String) -> ReadingError {
    .malformed(place: "\(name): \(keys)", message: message)
  }
}

/// What is decided of one file; nil where the file is to be taken as it shows itself.
public struct FileSpec: Hashable, Sendable {
  public var shape: TableShape?
  public var encoding: TextEncoding?
  public var delimiter: CSVDialect.Delimiter?
  /// The sheet of a workbook.
  public var sheet: String?
  /// All columns that are read, by field; a column that is not named here is not used. Nil: by the names of the columns.
  public var columns: [Field: ColumnSpec]?
  /// The decimal mark of all numbers of the file, and of single columns.
  public var decimalMark: ReadingOptions.DecimalMark?
  public var decimalMarks: [Field: ReadingOptions.DecimalMark] = [:]
  /// Which of day and month comes first in all dates of the file, and in single columns.
  public var dateOrder: DateCell.Order?
  public var dateOrders: [Field: DateCell.Order] = [:]
  public var direction: ReadingOptions.Direction?
  public var duplicates: ReadingOptions.Duplicates?
  /// What becomes of actors and events, where the file says who took part in what.
  public var twoMode: ReadingOptions.TwoMode?
  /// Words to be read as others; they come before those for all files.
  public var vocabulary = WordReplacements()

  public init() {}
}

/// How a spec names a column.
public enum ColumnSpec: Hashable, Sendable {
  /// By its header, without regard to case, spaces, `_` and `-`.
  case header(String)
  /// By its place from 1, where the header is blank, stands twice, or is missing.
  case position(Int)
}

extension ReadingOptions {
  /// The options for one file: what is said here, else what the spec says of the file.
  func applied(to file: String) -> ReadingOptions {
    guard let spec else { return self }
    var options = self
    let decisions = spec.decisions(for: file)
    options.decisions = decisions
    options.direction = direction ?? decisions.direction
    options.decimalMark = decimalMark ?? decisions.decimalMark
    options.dateOrder = dateOrder ?? decisions.dateOrder
    options.sheet = sheet ?? decisions.sheet
    if duplicates == .keep, let decided = decisions.duplicates { options.duplicates = decided }
    if twoMode == .project, let decided = decisions.twoMode { options.twoMode = decided }
    return options
  }

  /// These options with the decimal mark of one field.
  func forNumbers(of field: Field) -> ReadingOptions {
    var options = self
    options.decimalMark = decimalMark ?? decisions.decimalMarks[field]
    return options
  }

  /// The order of day and month in the dates of one field; nil: by the evidence of its column.
  func dateOrder(of field: Field) -> DateCell.Order? { dateOrder ?? decisions.dateOrders[field] }
}

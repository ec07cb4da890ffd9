/// What was recognised of one file, and why: as far as reading came.
public struct FileRecognition: Sendable {
  /// The name relative to the data set.
  public var name: String
  /// The size of the file as it is stored.
  public var byteCount: Int
  public var format: FileFormat?
  public var encoding: TextEncoding?
  /// Whether a byte-order mark stands before the text.
  public var hasByteOrderMark = false
  /// The mark between cells; nil where the format has none.
  public var delimiter: CSVDialect.Delimiter?
  public var delimiterReason = DelimiterReason.evenRows
  /// The sheet of a workbook, where it was chosen.
  public var sheet: String?
  public var shape: TableShape?
  /// The header, or what stands first where no header was found.
  public var header: [String] = []
  /// The line of the header; nil where there is none.
  public var headerLine: Int?
  /// The columns that are read, in the order of ``Field``.
  public var columns: [ColumnReading] = []
  /// The headers of those that are not.
  public var unused: [String] = []
  /// The column in which a file of `nexus convert` says where its rows stood first; nil where there is none.
  public var placeColumn: String? { header.contains(WrittenRow.placeColumn) ? WrittenRow.placeColumn : nil }
  /// How the cells of a matrix write numbers.
  public var matrixNumbers: NumberReading?
  /// Data rows, once they were read.
  public var rows: Int?

  init(name: String, byteCount: Int) { (self.name, self.byteCount) = (name, byteCount) }
}

/// Why the mark between cells was taken.
public enum DelimiterReason: String, Sendable {
  case evenRows = "cuts the first rows most evenly"
  case declared = "declared by sep= in the first line"
  case spec = "the spec says so"
}

/// Why a column was taken for a field.
public enum ColumnReason: String, Sendable {
  case name = "exact name"
  case synonym = "accepted name"
  case option = "--map"
  case spec = "--spec"
  case position = "by position"
  case knownHeader = "a header known as a whole"
}

/// One column of a table: which field it was taken for, and how its cells are read.
public struct ColumnReading: Sendable {
  public var field: Field
  /// Empty where the table has no header.
  public var header: String
  /// From 1; nil where the format names its values and has no columns.
  public var position: Int?
  public var reason: ColumnReason
  /// How the column writes numbers; nil for a column of anything else.
  public var numbers: NumberReading?
  /// How the column writes dates; nil for a column of anything else.
  public var dates: DateReading?
}

/// Cells that have something in common: how many, and the line of the first.
public struct Sighting: Hashable, Sendable {
  public private(set) var count = 0
  /// Nil where there is none.
  public private(set) var line: Int?

  public init() {}

  mutating func add(line: Int) {
    if count == 0 { self.line = line }
    count += 1
  }
}

/// What decided how the cells of a column are read.
public enum ReadingBasis: String, Sendable {
  /// An option or a spec says so.
  case told
  /// Some cells can be read in one way only.
  case evidence
  /// No cell decides; this is the rule for such columns.
  case rule
  /// Cells contradict each other, and each was read by itself.
  case mixed
  /// There is nothing to decide.
  case none
}

/// How the numbers of a column are written, and which of its cells show it.
public struct NumberReading: Hashable, Sendable {
  /// What some cells can only be read with.
  public var commas: Sighting
  public var points: Sighting
  /// Cells like `1,200` and `1.200`, which leave it open.
  public var openCommas: Sighting
  public var openPoints: Sighting
  /// The mark that an option or a spec fixes.
  public var told: ReadingOptions.DecimalMark?
  /// How the open cells were read.
  public var commaIsDecimal: Bool
  public var pointIsDecimal: Bool

  init(_ marks: NumberMarks, _ rule: NumberCell) {
    (commas, points) = (marks.commas, marks.points)
    (openCommas, openPoints) = (marks.openCommas, marks.openPoints)
    told = rule.fixed
    commaIsDecimal = rule.fixed.map { $0 == .comma } ?? rule.undecidedCommaIsDecimal
    pointIsDecimal = rule.fixed.map { $0 == .point } ?? !rule.undecidedPointGroups
  }

  public var basis: ReadingBasis {
    if told != nil { return .told }
    if commas.count > 0, points.count > 0 { return .mixed }
    if isGuessed { return .rule }
    return commas.count > 0 || points.count > 0 || openPoints.count > 0 ? .evidence : .none
  }

  /// The one mark that the column was read with; nil where no cell shows one, or they differ.
  public var mark: ReadingOptions.DecimalMark? {
    if let told { return told }
    let isComma = commas.count > 0 || (openCommas.count > 0 && commaIsDecimal)
    let isPoint = points.count > 0 || (openPoints.count > 0 && pointIsDecimal)
    return isComma == isPoint ? nil : isComma ? .comma : .point
  }

  /// Whether some open cell was read by a rule that its column does not bear out.
  public var isGuessed: Bool {
    guard told == nil else { return false }
    let isCommaGuessed = openCommas.count > 0 && (commaIsDecimal ? commas : points).count == 0
    let isPointGuessed = openPoints.count > 0 && !pointIsDecimal && commas.count == 0
    return isCommaGuessed || isPointGuessed
  }
}

/// In which order the dates of a column write day and month, and which of its cells show it.
public struct DateReading: Hashable, Sendable {
  /// Cells that can only be read in one order: `25/12/2019`, `12/25/2019`.
  public var dayFirst: Sighting
  public var monthFirst: Sighting
  /// Cells like `03/04/2019`, which leave it open.
  public var open: Sighting
  /// How the open ones were read.
  public var order: DateCell.Order
  /// Whether an option or a spec fixes it.
  public var isTold: Bool

  public var basis: ReadingBasis {
    if isTold { return .told }
    if dayFirst.count > 0, monthFirst.count > 0 { return .mixed }
    if dayFirst.count > 0 || monthFirst.count > 0 { return .evidence }
    return open.count > 0 ? .rule : .none
  }

  /// Whether open dates were read in an order that the column does not show.
  public var isGuessed: Bool { open.count > 0 && (basis == .rule || basis == .mixed) }
}

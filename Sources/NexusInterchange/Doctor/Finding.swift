/// Something that the doctor found in a data set: where, what, and how to mend it.
public struct Finding: Hashable, Sendable {
  /// A fault changes what is read and fails `doctor --strict`; a remark is something to know.
  public enum Severity: String, Sendable { case fault, remark }

  /// What sort of thing it is; findings of one kind are counted together.
  public enum Kind: Hashable, Sendable {
    /// A problem that the reader met.
    case reading(Problem.Kind)
    case check(Check)
  }

  /// What the doctor looks for beyond what the reader meets.
  public enum Check: String, CaseIterable, Sendable {
    // Faults.
    case damagedID = "damaged id"
    case spreadsheetError = "spreadsheet error"
    case damagedText = "damaged text"
    case ambiguousDate = "ambiguous dates"
    case mixedDates = "mixed orders of day and month"
    case undecidedNumber = "undecided numbers"
    case mixedNumbers = "mixed decimal marks"
    case implausibleDate = "implausible date"
    case endBeforeStart = "end before start"
    case unknownRegion = "unknown region"
    case unknownHandling = "unknown handling code"
    case likelyEnds = "likely ends of ties"
    // Remarks.
    case ownRegion = "region of its own"
    case identicalRow = "identical row"
    case nearName = "near-identical names"
    case asymmetricPair = "asymmetric pair"
    case selfTie = "self-tie"
    case isolate = "isolate"
    case undescribedActor = "actor without a row of its own"
    case oneFileOnly = "actor of one file"
    case ungraded = "ungraded rows"
    case gradesOnDiagonal = "grades on the diagonal"
    case oneOrigin = "actor of one origin"
    case concentratedCoverage = "concentrated coverage"
    case prediction = "prediction"
    case unusedColumn = "unused column"

    public var severity: Severity {
      switch self {
      case .damagedID, .spreadsheetError, .damagedText, .ambiguousDate, .mixedDates, .undecidedNumber,
        .mixedNumbers, .implausibleDate, .endBeforeStart, .unknownRegion, .unknownHandling,
        .likelyEnds:
        .fault
      default: .remark
      }
    }
  }

  public var kind: Kind
  /// The name of the file; empty when the finding is about the data set.
  public var file = ""
  /// Nil when the finding is about a whole column or file.
  public var line: Int?
  /// From 1; nil when it is about a whole row or file.
  public var column: Int?
  /// What was found.
  public var message: String
  /// How to mend it, or what to make of it.
  public var fix: String

  /// `ties.csv:12:3`; empty when the finding is about the data set.
  public var place: String {
    file.isEmpty ? "" : file + [line, column].compactMap { $0.map { ":\($0)" } }.joined()
  }

  public var severity: Severity { kind.severity }

  init(
    _ check: Check, file: String = "", line: Int? = nil, column: Int? = nil, _ message: String, fix: String
  ) {
    kind = .check(check)
    (self.file, self.line, self.column) = (file, line, column)
    (self.message, self.fix) = (message, fix)
  }

  init(_ check: Check, _ place: CellPlace, _ message: String, fix: String) {
    self.init(check, file: place.file, line: place.line, column: place.column, message, fix: fix)
  }

  init(_ problem: Problem, fix: String) {
    kind = .reading(problem.kind)
    (file, line, column) = (problem.file, problem.line, problem.column)
    (message, self.fix) = (problem.message, fix)
  }
}

extension Finding.Kind {
  /// All kinds in the order in which they are told: what loses data first.
  public static let all: [Finding.Kind] =
    Problem.Kind.allCases.map { .reading($0) } + Finding.Check.allCases.map { .check($0) }

  public var name: String {
    switch self {
    case .reading(let kind): kind.rawValue
    case .check(let check): check.rawValue
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .reading: .fault
    case .check(let check): check.severity
    }
  }
}

public import NexusModel

/// How a data set is to be read. The defaults take the file at its word.
public struct ReadingOptions: Sendable {
  /// Columns that `--map FIELD=COLUMN` names.
  public var columns: [Field: String] = [:]
  /// A further table with attributes of actors.
  public var actorsFile: String?
  /// A table of regions with their vulnerability and consequence.
  public var indicatorsFile: String?
  /// Whether ties point, against what the file says; nil: as the file says, else undirected.
  public var direction: Direction?
  /// The decimal mark of all numbers; nil: by each column's own evidence.
  public var decimalMark: DecimalMark?
  /// What becomes of actors and events, where the data say who took part in what.
  public var twoMode = TwoMode.project
  /// Which of day and month comes first where a date leaves it open; nil: by each column's own evidence.
  public var dateOrder: DateCell.Order?
  /// What becomes of rows identical to an earlier one.
  public var duplicates = Duplicates.keep
  /// What becomes of values that a network has no place for.
  public var otherValues = OtherValues.drop

  /// A table of decisions about which records are one actor; nil: every record is its own.
  public var mergesFile: String?

  /// The sheet of a workbook that is read, without regard to case; nil: the first that is not hidden.
  public var sheet: String?

  /// How many bytes of memory the data set may take, by estimates made beforehand; nil: as many as there are.
  public var maximumMemory: Int?
  /// How many threads reading may use, which never changes what it comes to; nil: one for each processor.
  public var threads: Int?
  /// The decisions of an earlier import, for all that these options leave open.
  public var spec: ReadingSpec?
  /// What ``spec`` says of the file at hand.
  var decisions = FileSpec()

  public enum Direction: String, CaseIterable, Sendable { case directed, undirected }
  public enum DecimalMark: String, CaseIterable, Sendable { case comma, point }
  public enum Duplicates: String, CaseIterable, Sendable { case keep, drop }
  /// Ties between actors that share events, as strong as they share many; or ties of actors to events.
  public enum TwoMode: String, CaseIterable, Sendable { case project, keep }
  public enum OtherValues: Sendable { case keep, drop }

  public init() {}
}

/// A data set as it was read.
public struct Reading: Sendable {
  public var network: Network
  /// What an outside source says of regions.
  public var indicators = RegionIndicators()
  public var files: [FileReading]
  public var account: RowAccount
  public var problems: [Problem]
  /// What was decided on the way that a reader should know.
  public var notes: [String]
  public var rejected: [RejectedRow]
  /// What rows say beyond the network, when ``ReadingOptions/otherValues`` asks for it.
  public var otherValues = RowValues()
  /// Whether any row bears a grade or a confidence.
  public var isGraded: Bool
  /// The words that their vocabularies do not know, in the order of their first rows.
  public var unknownWords: [UnknownWord] = []
  /// Those of ``notes`` that no finding of the doctor repeats.
  var ownNotes: [String] = []
  /// The spec by which the data set was read.
  public var spec: ReadingSpec?
  /// What people decided about which records are one actor, as it was applied.
  public var merges: DecisionsFile?
}

/// A word of the data that its vocabulary does not know.
public struct UnknownWord: Hashable, Sendable {
  public var list: WordList
  public var word: String
  /// Where it stands first.
  public var file: String
  public var line: Int
  public var column: Int?
  /// How often it stands.
  public var count: Int
}

/// One file of a data set: what was recognised.
public struct FileReading: Sendable {
  /// The name relative to the data set.
  public var name: String
  public var fingerprint: FileFingerprint
  public var shape: TableShape
  public var format: FileFormat
  public var encoding: TextEncoding
  /// The mark between cells; nil where the format has none.
  public var delimiter: CSVDialect.Delimiter?
  /// Which column was taken for which field, by header.
  public var columns: [(field: Field, header: String)]
  public var rows: Int
}

public import NexusModel

/// Why a data set could not be read at all.
public enum ReadingError: Error, Hashable, CustomStringConvertible {
  case noSuchInput(String)
  case unreadable(String, reason: String)
  /// A folder cannot take what comes from standard input.
  case noRoom(String, reason: String)
  case isFolder(String)
  case notAFile(String)
  case emptyFile(String)
  case notText(String)
  case otherFormat(String, name: String)
  /// The file is not what its format asks for; `place` is `file:line:column`.
  case malformed(place: String, message: String)
  case noTable(String, format: String)
  case noData(folder: String)
  case noColumns(String, columns: [String])
  case noSuchColumn(String, field: String, column: String, columns: [String])
  case oneColumn(String)
  case sameColumn(String, column: String)
  case twoMode(String)
  case almostMatrix(String, label: String)
  case repeatedLabel(String, label: String)
  case crowdedEvent(String, event: String, participants: Int)
  case tooManySharedEvents(String, pairs: Int)
  case tooLarge(String, bytes: Int)
  case tooMuchMemory(String, needed: Int, limit: Int)
  case noIndicators(String, columns: [String])
  case badIndicator(place: String, message: String)
  case noUsableRow(String, rows: Int, firstProblem: String?)
  case noGrouping(String)
  case noGroupingColumns(String, columns: [String])
  case emptyGroupingCell(String, line: Int, column: Int)
  case noDecisionColumns(String, columns: [String])
  case badDecision(place: String, message: String)
  case contradictingDecisions(String, DecisionConflict)
  case unknownRegion(String, line: Int, column: Int?, region: String)

  /// Whether the input is not there, as against there and bad.
  public var isMissingInput: Bool {
    switch self {
    case .noSuchInput, .unreadable, .noGrouping: true
    default: false
    }
  }

  /// Whether the system failed, and not the input.
  public var isOfSystem: Bool {
    if case .noRoom = self { true } else { false }
  }

  public var description: String {
    switch self {
    case .noSuchInput(let path):
      "\(path): there is no such file or folder. Check the name, or give - to read standard input."
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason)."
    case .noRoom(let folder, let reason):
      "standard input: it is long, and its copy in \(folder) cannot be written: \(reason). Set TMPDIR to a folder with room, "
        + "or give the file itself."
    case .isFolder(let path):
      "\(path): this is a folder, where a table is expected. Give the file."
    case .notAFile(let path):
      "\(path): this is not a file but a pipe or a device. To read from a pipe, give - as data set."
    case .emptyFile(let file):
      "\(file): the file is empty. Expected a table such as source,target with one tie a row."
    case .notText(let file):
      "\(file): this is not text but a binary file. Export the table as CSV and give that."
    case .otherFormat(let file, let name):
      "\(file): this looks like \(name), which nexus does not read yet. Export it as CSV (source,target,…)."
    case .noTable(let file, let format):
      "\(file): this is a file of the format \(format), where a table is expected. Give it as CSV."
    case .malformed(let place, let message):
      "\(place): \(message)"
    case .noData(let folder):
      "\(folder): the folder holds none of actors.csv, ties.csv and flows.csv. Give one of them, or a CSV file."
    case .noColumns(let file, let columns):
      "\(file): no column holds the two ends of a tie, or the id of an actor. The columns are "
        + "\(ReadingError.listed(columns)). "
        + (EndPair.named(in: columns).map { "Perhaps \($0.options) reads it; doctor says why." }
          ?? "Name them: --map source=COLUMN --map target=COLUMN.")
    case .noSuchColumn(let file, let field, let column, let columns):
      "\(file): --map \(field)=\(column) names a column that is not there. The columns are "
        + "\(ReadingError.listed(columns))."
    case .oneColumn(let file):
      "\(file): the table has one column, and none is called id or name. A tie needs two: source,target."
    case .sameColumn(let file, let column):
      "\(file): the column \(column) is named for both ends of a tie. Name two: --map source=COLUMN --map target=COLUMN."
    case .twoMode(let file):
      "\(file): the rows and columns name different things, but the cells are not those of a two-mode matrix, most "
        + "of them 0 or empty. Give attributes of actors by --actors, or who took part in what as actor,event."
    case .almostMatrix(let file, let label):
      "\(file): a square matrix needs the same names on rows and columns, but \(label) stands on one side only. "
        + "Mend the spelling, or give the data as ties (source,target)."
    case .repeatedLabel(let file, let label):
      "\(file): in a matrix each name stands for one actor or event, but \(label) labels several rows or columns. "
        + "Tell them apart, or give the data as ties (source,target)."
    case .crowdedEvent(let file, let event, let participants):
      "\(file): \(participants) actors take part in \(event), so that it alone would join "
        + "\(participants * (participants - 1) / 2) pairs; up to \(Affiliations.mostParticipants) actors are joined. "
        + "Leave the event out, or keep events as actors: --keep-two-mode."
    case .tooManySharedEvents(let file, let pairs):
      "\(file): the events join \(pairs) pairs of actors; up to \(Affiliations.mostPairs) are joined. Leave out the "
        + "largest events, or keep events as actors: --keep-two-mode."
    case .tooLarge(let file, let bytes):
      "\(file): \(bytes) bytes are more than the 2 GiB that one file may have. Split it into a folder's files."
    case .tooMuchMemory(let file, let needed, let limit):
      "\(file): reading on would take more than \(MemorySize(bytes: needed)) of memory, and --max-memory allows "
        + "\(MemorySize(bytes: limit)). Give more, a part of the data, or use a larger machine."
    case .noGrouping(let name):
      "\(name): this is neither a file nor a grouping that nexus knows. Give a table with the columns grouping and "
        + "region, or one of \(RegionGrouping.Group.shipped.map(\.name).joined(separator: ", "))."
    case .noGroupingColumns(let file, let columns):
      "\(file):1: a grouping needs the columns grouping and region and a row for each member. The columns are "
        + "\(ReadingError.listed(columns))."
    case .emptyGroupingCell(let file, let line, let column):
      "\(file):\(line):\(column): the cell is empty or says that nothing is known. Expected a group and one member, "
        + "such as North,KZ."
    case .noDecisionColumns(let file, let columns):
      "\(file):1: decisions need the columns decision, a and b. The columns are \(ReadingError.listed(columns)). Expected "
        + "decision,a,b,who,when,why with same or different and two ids."
    case .badDecision(let place, let message):
      "\(place): \(message)"
    case .contradictingDecisions(let file, let conflict):
      conflict.message(in: file)
    case .unknownRegion(let file, let line, let column, let region):
      "\(file):\(line)\(column.map { ":\($0)" } ?? ""): \(MessageText.quoted(region)) is no region of ISO 3166 or UN "
        + "M49, and no row of the data names it. Mend the spelling, or give its code."
    case .noIndicators(let file, let columns):
      "\(file): no column holds a region, or none its vulnerability or consequence. The columns are "
        + "\(ReadingError.listed(columns)). Expected region,vulnerability,consequence with values from 0 to 100."
    case .badIndicator(let place, let message):
      "\(place): \(message)"
    case .noUsableRow(let file, rows: 0, _):
      "\(file): there are no rows below the header. Expected a table such as source,target with one tie a row."
    case .noUsableRow(let file, let rows, let firstProblem):
      rows == 0
        ? "\(file): there is a header but no row below it."
        : "\(file): none of the \(rows) rows could be used."
          + (firstProblem.map { " The first: \($0)" } ?? "")
    }
  }

  /// Names from a file as a message can bear them: the first dozen, each cut short.
  static func listed(_ columns: [String]) -> String {
    let shown = columns.prefix(12).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }.joined(separator: ", ")
    return columns.count > 12 ? shown + " and \(columns.count - 12) more" : shown
  }
}

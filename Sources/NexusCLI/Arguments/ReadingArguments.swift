import ArgumentParser
import Foundation
import NexusInterchange
import NexusModel

/// The options of every subcommand that reads a data set.
struct ReadingArguments: ParsableArguments {
  enum Direction: String, EnumerableFlag {
    case directed, undirected

    static func help(for value: Direction) -> ArgumentHelp? {
      value == .directed ? "Ties point from source to target." : "Ties do not point, whatever the file says."
    }
  }

  enum DecimalMark: String, EnumerableFlag {
    case decimalComma, decimalPoint

    static func help(for value: DecimalMark) -> ArgumentHelp? {
      value == .decimalComma ? "Numbers are written 1.200,50." : "Numbers are written 1,200.50."
    }
  }

  enum DateOrder: String, EnumerableFlag {
    case dayFirst, monthFirst

    static func help(for value: DateOrder) -> ArgumentHelp? {
      value == .dayFirst ? "Dates like 03/04/2019 are in April." : "Dates like 03/04/2019 are in March."
    }
  }

  @Option(
    name: .customLong("actors"), help: ArgumentHelp("A table with attributes of actors.", valueName: "file"))
  var actorsFile: String?

  @Option(
    name: .customLong("indicators"),
    help: ArgumentHelp("A table region,vulnerability,consequence (0 to 100).", valueName: "file"))
  var indicatorsFile: String?

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "Names the column of a field: --map source=ego --map target=alter.", valueName: "field=column"),
    transform: ColumnChoice.init(argument:))
  var columns: [ColumnChoice] = []

  @Option(
    name: .customLong("merges"),
    help: ArgumentHelp(
      "A table decision,a,b of which records are one actor (same) and which are two (different).",
      valueName: "file"))
  var mergesFile: String?

  @Flag(exclusivity: .exclusive)
  var direction: Direction?

  @Flag(exclusivity: .exclusive)
  var decimalMark: DecimalMark?

  @Flag(exclusivity: .exclusive)
  var dateOrder: DateOrder?

  @Option(
    help: ArgumentHelp(
      "Reads as an earlier import did: the file of doctor --write-spec.", valueName: "file"))
  var spec: String?

  @Option(help: ArgumentHelp("The sheet of a workbook; by default the first.", valueName: "name"))
  var sheet: String?

  @Flag(
    help: "Keeps events as actors, where the data say who took part in what; by default events become ties.")
  var keepTwoMode = false

  @Flag(help: "Folds rows that are identical to an earlier one.")
  var dropDuplicates = false

  @Flag(help: "Writes nothing when a row is rejected or a cell had to be emptied.")
  var strict = false

  @Option(help: ArgumentHelp("What an ungraded row counts in scores, 0 to 1.", valueName: "share"))
  var defaultConfidence = 0.5

  @Option(
    help: ArgumentHelp("The day of reference; by default the newest date of the data.", valueName: "date"))
  var asOf: DateArgument?

  @Option(help: ArgumentHelp("Evidence loses half its weight in this time, such as 3y.", valueName: "years"))
  var halfLife: YearsArgument?

  @Option(
    help: ArgumentHelp(
      "Groups of regions as one more level: \(RegionGrouping.Group.shipped.map(\.name).joined(separator: ", ")), or a "
        + "table with grouping and region; may repeat.", valueName: "name or file"))
  var grouping: [String] = []

  @Option(
    help: ArgumentHelp(
      "How much memory reading may take, such as 2G; by default three quarters of the machine's.",
      valueName: "size"))
  var maxMemory: SizeArgument?

  func validate() throws {
    guard (0...1).contains(defaultConfidence) else {
      throw ValidationError("--default-confidence takes a share from 0 to 1, such as 0.5.")
    }
  }

  /// - Throws: ``ReadingError`` when the file of `--spec` is not there, or no spec.
  var options: ReadingOptions {
    get throws {
      var options = unspecified
      options.spec = try spec.map { (path) throws(ReadingError) in try ReadingSpec(path: path) }
      return options
    }
  }

  private var unspecified: ReadingOptions {
    var options = ReadingOptions()
    options.actorsFile = actorsFile
    options.indicatorsFile = indicatorsFile
    options.mergesFile = mergesFile
    options.sheet = sheet
    options.maximumMemory = maxMemory?.bytes ?? Int(ProcessInfo.processInfo.physicalMemory / 4 * 3)
    options.columns = Dictionary(columns.map { ($0.field, $0.column) }) { _, last in last }
    options.direction = direction.map { $0 == .directed ? .directed : .undirected }
    options.decimalMark = decimalMark.map { $0 == .decimalComma ? .comma : .point }
    options.dateOrder = dateOrder.map { $0 == .dayFirst ? .dayFirst : .monthFirst }
    options.duplicates = dropDuplicates ? .drop : .keep
    options.twoMode = keepTwoMode ? .keep : .project
    return options
  }

  /// Under `--strict`, any rejected row or emptied cell ends the command before anything is written.
  func refuseIfStrict(_ read: Reading) throws {
    guard strict else { return }
    let faults = read.problems.count { $0.kind.outcome != .kept }
    guard faults > 0 else { return }
    Console.message(
      "nexus: --strict: \(faults) \(faults == 1 ? "problem" : "problems") as above; nothing was written.")
    throw ExitCode(EX_DATAERR)
  }
}

/// `FIELD=COLUMN`
struct ColumnChoice {
  var field: Field
  var column: String

  init(argument: String) throws {
    guard let sign = argument.firstIndex(of: "="), argument.index(after: sign) < argument.endIndex else {
      throw ValidationError("--map takes FIELD=COLUMN, such as source=ego.")
    }
    let name = argument[..<sign].lowercased().replacing("-", with: "_")
    guard let field = Field(rawValue: name) else {
      let fields = Field.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "--map knows no field \(TerminalText.shown(name, width: 24)). The fields are \(fields).")
    }
    self.field = field
    column = String(argument[argument.index(after: sign)...])
  }
}

/// A date as the data may write it; a year or a month stands for its last day.
struct DateArgument: ExpressibleByArgument {
  var instant: Instant

  init?(argument: String) {
    guard let instant = DateCell().instant(argument), let last = instant.lastDay else { return nil }
    self.instant = last
  }
}

/// A date as the data may write it; a year or a month stands for its first day.
struct FirstDayArgument: ExpressibleByArgument {
  var instant: Instant

  init?(argument: String) {
    guard let instant = DateCell().instant(argument) else { return nil }
    self.instant = instant
  }
}

/// A size in bytes, such as `2G`.
struct SizeArgument: ExpressibleByArgument {
  var bytes: Int

  init?(argument: String) {
    guard let size = MemorySize(argument) else { return nil }
    bytes = size.bytes
  }
}

/// A positive number of years, with or without the `y`.
struct YearsArgument: ExpressibleByArgument {
  var years: Double

  init?(argument: String) {
    let digits = argument.hasSuffix("y") ? argument.dropLast() : argument[...]
    guard let years = Double(digits), years > 0, years.isFinite else { return nil }
    self.years = years
  }
}

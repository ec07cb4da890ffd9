import ArgumentParser
import NexusModel
import NexusRisk

/// How uncertainty is simulated, and which part of the regional table is shown.
struct RiskArguments: ParsableArguments {
  enum LevelChoice: String, ExpressibleByArgument, CaseIterable {
    case country, subregion, region, world, grouping
  }
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  @Option(
    name: .customLong("level"),
    help: "The level to show; without it the table shows countries, JSON and CSV every level.")
  var levelChoice: LevelChoice?

  @Option(help: "What to print.")
  var format: Format?

  @Flag(help: "Short for --format json.")
  var json = false

  @Flag(help: "Short for --format csv.")
  var csv = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Two regions side by side, and whether they can be told apart.", valueName: "region"))
  var compare: [String] = []

  @Option(
    help: ArgumentHelp("Scores under other weights or half-values, from a JSON file.", valueName: "file"))
  var whatIf: String?

  @Option(help: ArgumentHelp("Exposure in windows of so many years, such as 2y.", valueName: "years"))
  var windows: YearsArgument?

  @Option(help: ArgumentHelp("Refused: regions have an index, actors have none.", valueName: "actor"))
  var entity: String?

  var level: Region.Level? { levelChoice.flatMap { Region.Level(rawValue: $0.rawValue) } }

  var shown: Format { format ?? (json ? .json : csv ? .csv : .text) }

  func validate() throws {
    if !compare.isEmpty, compare.count != 2 {
      throw ValidationError("--compare takes two regions, such as --compare TJ AF, after the data set.")
    }
    if let windows, windows.years != windows.years.rounded() || windows.years > 100 {
      throw ValidationError("--windows takes a whole number of years from 1 to 100, such as 2y.")
    }
    guard [format != nil, json, csv].count(where: { $0 }) < 2 else {
      throw ValidationError("Give one of --format, --json and --csv.")
    }
    guard [!compare.isEmpty, whatIf != nil, windows != nil].count(where: { $0 }) < 2 else {
      throw ValidationError("Give one of --compare, --what-if and --windows at a time.")
    }
    if shown == .csv, !compare.isEmpty || whatIf != nil || windows != nil {
      throw ValidationError("--csv prints the regional table only. Give --json instead.")
    }
  }
}

/// How the spread of scores is simulated.
struct SimulationArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Draws behind the intervals; 0 for none.", valueName: "number"))
  var draws = 2000

  @Option(help: ArgumentHelp("Seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Also draws what observation missed when it finds this share of what there is.", valueName: "share"))
  var detection: Double?

  @Option(help: ArgumentHelp("Threads to use; never changes a result.", valueName: "number"))
  var threads: Int?

  func validate() throws {
    guard (0...1_000_000).contains(draws) else {
      throw ValidationError("--draws takes a number from 0 to 1000000; 2000 is usual.")
    }
    if let detection, !(0.01...1).contains(detection) {
      throw ValidationError("--detection takes a share from 0.01 to 1, such as 0.8.")
    }
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1.") }
  }

  var options: UncertaintyOptions {
    var options = UncertaintyOptions()
    options.draws = draws
    options.seed = seed
    options.detection = detection
    options.threads = threads
    return options
  }
}

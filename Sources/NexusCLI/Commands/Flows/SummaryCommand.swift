import ArgumentParser
import Foundation
import NexusFlows
import NexusModel
import NexusReport
import NexusRisk

struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Sums up recorded transfers by currency, channel, crime, corridor and actor.",
    discussion: """
      Example: nexus flows payments.csv --rates rates.csv --svg flows.svg
      sums up the payments by currency, and once more converted; draws them from crime over role to region.

      Amounts of several currencies are never added up without --rates, a table date,currency,rate[,reference]: \
      the latest rate on or before the day of a transfer holds, and a transfer without one is counted, not guessed. \
      Growth compares the window up to --as-of with the one before it. A channel is a way to break down a sum; it \
      adds to no score.
      """)

  @OptionGroup var data: DatasetArguments

  @OptionGroup(title: "Rates") var rates: RatesArguments

  @Option(help: ArgumentHelp("The windows that growth compares, such as 2y or 30d.", valueName: "time"))
  var window = WindowArgument(window: .years(2))

  @Option(help: "The level of the regions of corridors.")
  var level = LevelArgument.country

  @Option(help: ArgumentHelp("Shows only this currency; may repeat.", valueName: "code"))
  var currency: [String] = []

  @Option(help: ArgumentHelp("How many rows of each table to show.", valueName: "number"))
  var top = 8

  @Flag(help: "Shows all rows of all currencies.")
  var all = false

  @Option(help: ArgumentHelp("Draws the flows into this file.", valueName: "file"))
  var svg: String?

  @Option(help: ArgumentHelp("Writes the tables as CSV into this folder.", valueName: "folder"))
  var csv: String?

  @Flag(help: "Prints everything as JSON.")
  var json = false

  @Flag(help: "Replaces a folder that nexus did not make.")
  var force = false

  func validate() throws {
    try PictureFile.check(svg)
    if top < 1 { throw ValidationError("--top takes a number from 1.") }
  }

  func run() throws {
    do { try summarise() } catch { throw Console.exitCode(for: error) }
  }

  private func summarise() throws {
    let folder = csv.map { OutputFolder(path: $0, keeping: data.inputs) }
    try folder?.check(force ? .anything : .ownResults)
    let rates = try rates.load()
    let dataset = try data.load()
    let network = dataset.network
    var options = FlowSummaryOptions()
    options.asOf = data.reading.asOf?.instant
    options.window = window.window
    options.level = level.level
    options.rates = rates
    options.rule = data.structuralRule(for: network)
    var exposure = ExposureOptions()
    exposure.rule = data.scoringRule(for: network)
    exposure.asOf = options.asOf
    let report = FlowReport(
      of: network, reading: dataset.reading, summary: network.flowSummary(options),
      exposure: (rates.map(network.converted) ?? network).regionalExposure(exposure))
    if let svg {
      try PictureFile(path: svg).write(report.picture(), keeping: data.inputs)
    }
    try folder?.write(report.files(optionsUsed: optionsUsed), force ? .anything : .ownResults)
    if json {
      try Console.result(report.document)
    } else {
      let text = FlowSummaryText(
        report, depth: all ? .max : top, currencies: Set(currency.map { $0.uppercased() }),
        mostLedgers: all ? .max : 3)
      try Console.result(text.text(TerminalStyle()))
    }
  }

  private var optionsUsed: [String: String] {
    var used = ["window": window.window.description, "level": level.rawValue]
    used["rates"] = rates.file.map { URL(filePath: $0).lastPathComponent }
    used["as-of"] = data.reading.asOf?.instant.description
    return used
  }
}

/// `2y`, `30d`
struct WindowArgument: ExpressibleByArgument {
  var window: FlowWindow

  init(window: FlowWindow) { self.window = window }

  init?(argument: String) {
    guard let unit = argument.last, let count = Int(argument.dropLast()), (1...100_000).contains(count) else {
      return nil
    }
    switch unit {
    case "y" where count <= 1_000: window = .years(count)
    case "d": window = .days(count)
    default: return nil
    }
  }

  var defaultValueDescription: String {
    switch window {
    case .years(let years): "\(years)y"
    case .days(let days): "\(days)d"
    }
  }
}

/// A level of regions on the command line.
enum LevelArgument: String, ExpressibleByArgument, CaseIterable {
  case country, subregion, region, world

  var level: Region.Level {
    switch self {
    case .country: .country
    case .subregion: .subregion
    case .region: .region
    case .world: .world
    }
  }
}

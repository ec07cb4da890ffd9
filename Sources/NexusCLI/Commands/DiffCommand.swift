import ArgumentParser
import Foundation
import NexusInterchange
import NexusModel
import NexusRendering
import NexusReport

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what changed between two data sets, or between windows of one.",
    discussion: """
      Example: nexus diff 2023.csv 2024.csv
      lists actors and ties that appeared or vanished, ranks that moved, regional scores before and after, and the new \
      rows behind each change. Actors are matched by id.

      Example: nexus diff datasets/northern-corridor --windows 2y --svg trend.svg
      compares each window of two years with the one before, back from the newest date, and draws the scores of regions.
      """)

  @Argument(help: ArgumentHelp("Two data sets, or one with --windows.", valueName: "dataset"))
  var datasets: [String]

  @Option(
    help: ArgumentHelp("Compares windows of this many whole years of one data set.", valueName: "years"))
  var windows: YearsArgument?

  @OptionGroup(title: "Reading")
  var reading: ReadingArguments

  @OptionGroup(title: "Filters")
  var filter: FilterArguments

  @Option(help: ArgumentHelp("Draws the scores of regions over the windows or data sets.", valueName: "file"))
  var svg: String?

  @Option(help: ArgumentHelp("Changes of each kind to print.", valueName: "number"))
  var limit = 12

  @Flag(help: "Prints JSON with all changes.")
  var json = false

  func validate() throws {
    try PictureFile.check(svg)
    if let windows {
      guard windows.years == windows.years.rounded(), windows.years <= 1000 else {
        throw ValidationError("--windows takes whole years, such as 2y.")
      }
      guard datasets.count == 1 else { throw ValidationError("--windows compares parts of one data set.") }
    } else if datasets.count != 2 {
      throw ValidationError("diff takes two data sets, or one with --windows 2y.")
    }
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    do { try compare() } catch { throw Console.exitCode(for: error) }
  }

  private func compare() throws {
    let networks = try parts(of: datasets.map(read))
    if let windows {
      let years = Int(windows.years)
      let comparison = try WindowComparison(of: networks[0], years: years, options)
      try draw(ScoreTrend(comparison, of: networks[0].name))
      if json { return try Console.result(comparison.document) }
      return try Console.result(comparison.text(TerminalStyle(), limit: limit))
    }
    let sides = networks.map { ComparisonSide($0, label: $0.name) }
    let comparison = NetworkComparison(from: sides[0], to: sides[1], options)
    try draw(ScoreTrend(comparison))
    if json { return try Console.result(comparison.document) }
    try Console.result(comparison.text(TerminalStyle(), limit: limit))
  }

  private func read(_ path: String) throws -> Network {
    let read = try DatasetReader(options: reading.options).read(path)
    Console.show(read.problems)
    try reading.refuseIfStrict(read)
    return read.network
  }

  /// What the filters let through of each data set; tells on stderr what they hid.
  ///
  /// An actor of `--focus` that is in one of the data sets need not be in the other.
  private func parts(of networks: [Network]) throws -> [Network] {
    let lookups = networks.map { ActorLookup($0.actors) }
    return try networks.indices.map { side in
      let network = networks[side]
      var asked = filter
      let known = asked.focus.filter { DiffCommand.knows(lookups[side], $0) }
      let elsewhere = asked.focus.allSatisfy { word in lookups.contains { DiffCommand.knows($0, word) } }
      // A side without any of them has no neighbourhood to compare, and the lookup says so.
      if elsewhere, !known.isEmpty { asked.focus = known }
      let rule = ConfidenceRule.structural(
        halfLife: reading.halfLife?.years, asOf: reading.asOf?.instant ?? network.newestDate)
      let part = try NetworkPart(of: network, asked.networkFilter(for: network), rule)
      if !part.filter.isEmpty {
        Console.message(TerminalText.shown("\(datasets[side]): \(part.sentence)"))
      }
      return part.network
    }
  }

  private static func knows(_ lookup: ActorLookup, _ word: String) -> Bool {
    do { return try !lookup.actors(word).isEmpty } catch {
      if case .unknown = error { return false }
      return true  // several bear the name, which the filter refuses
    }
  }

  private func draw(_ trend: ScoreTrend) throws {
    guard let svg else { return }
    try PictureFile(path: svg).write(trend.svg(), keeping: datasets)
    Console.message("drawn: \(TerminalText.shown(svg))")
  }

  private var options: AnalysisOptions {
    var options = AnalysisOptions()
    options.defaultConfidence = reading.defaultConfidence
    options.halfLife = reading.halfLife?.years
    options.asOf = reading.asOf?.instant
    return options
  }
}

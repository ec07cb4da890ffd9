import ArgumentParser
import Foundation
import NexusInterchange
import NexusModel

/// The data set of a subcommand, how to read it, and which part of it to look at.
struct DatasetArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A CSV file, a folder of tables, or - for standard input.", valueName: "dataset"))
  var dataset: String

  @OptionGroup(title: "Reading")
  var reading: ReadingArguments

  @OptionGroup(title: "Filters")
  var filter: FilterArguments

  /// Reads the data set, tells of its problems on stderr, stops where `--strict` says so, applies the filters and
  /// tells on stderr what they hid.
  ///
  /// - Throws: ``FilterError`` when a word is in no vocabulary and not in the data, or nothing is left.
  func load(_ options: ReadingOptions? = nil, threads: Int? = nil) throws -> Dataset {
    let dataset = try loadQuietly(options, threads: threads)
    if !dataset.filter.isEmpty { Console.message(TerminalText.shown(dataset.part.sentence)) }
    return dataset
  }

  /// The same for a command whose results themselves tell what the filters hid.
  ///
  /// - Parameters:
  ///   - options: nil: those of the command line.
  ///   - threads: how many may be used; nil: one for each processor.
  func loadQuietly(_ options: ReadingOptions? = nil, threads: Int? = nil) throws -> Dataset {
    var options = try options ?? reading.options
    options.threads = threads
    let read = try DatasetReader(options: options).read(dataset)
    Console.show(read.problems)
    try reading.refuseIfStrict(read)
    let filter = try filter.networkFilter(for: read.network)
    return Dataset(
      reading: read, part: try NetworkPart(of: read.network, filter, structuralRule(for: read.network)))
  }

  /// How evidence becomes confidence in scores: an ungraded row counts `--default-confidence`.
  func scoringRule(for network: Network) -> ConfidenceRule {
    ConfidenceRule(
      ungraded: reading.defaultConfidence, halfLife: reading.halfLife?.years,
      asOf: reading.asOf?.instant ?? network.newestDate)
  }

  /// How evidence becomes confidence in structure: an ungraded row counts 1.
  func structuralRule(for network: Network) -> ConfidenceRule {
    .structural(halfLife: reading.halfLife?.years, asOf: reading.asOf?.instant ?? network.newestDate)
  }
}

/// A data set as a subcommand sees it: what was read, and the part that the filters let through.
struct Dataset {
  let reading: Reading
  let part: NetworkPart

  var network: Network { part.network }
  var filter: NetworkFilter { part.filter }
  var hidden: HiddenCounts { part.hidden }
}

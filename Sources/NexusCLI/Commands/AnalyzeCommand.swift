import ArgumentParser
import Foundation
import NexusAlgorithms
import NexusInterchange
import NexusModel
import NexusReport

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyses a data set and writes tables, maps and a report into a folder.",
    discussion: """
      Example: nexus analyze ties.csv --actors people.csv
      reads both tables and writes ties-nexus/ with actors.csv, ties.csv, communities.csv, regions.csv, pairs.csv, \
      network.svg, matrix.svg, regions.svg, tiles.svg, report.html, analysis.json and manifest.json; of what is dated also \
      timeline.svg, of transfers flows.csv and flows.svg.

      DATASET is a CSV file, a folder with actors.csv, ties.csv and flows.csv in any subset, or - for standard \
      input. The filters look at a part of it: nexus analyze ties.csv --since 2020 --role terrorist. The same input, options and seed give the same bytes, on any number of threads.
      """)

  enum Length: String, ExpressibleByArgument, CaseIterable {
    case hops
    case inverseStrength = "inverse-strength"
  }
  enum Quality: String, ExpressibleByArgument, CaseIterable { case modularity, cpm }

  @OptionGroup var data: DatasetArguments

  @OptionGroup
  var rates: RatesArguments

  @Option(help: ArgumentHelp("Where to write; by default NAME-nexus.", valueName: "folder"))
  var output: String?

  @Flag(help: "Replaces a folder that nexus did not make.")
  var force = false

  @Option(help: "What a step of a path is long: a hop, or 1/strength.")
  var length = Length.hops

  @Flag(help: "Computes betweenness exactly however long it takes.")
  var exact = false

  @Option(help: "What makes communities good.")
  var quality = Quality.modularity

  @Option(help: ArgumentHelp("γ of the communities: larger finds smaller ones.", valueName: "number"))
  var resolution = 1.0

  @Flag(help: "Multiplies the strength of ties by their confidence.")
  var weighByConfidence = false

  @Option(
    help: ArgumentHelp(
      "Further measures, joined by commas, as `nexus measures --list` names them; may repeat.",
      valueName: "names"))
  var measures: [String] = []

  @Option(
    help: ArgumentHelp(
      "Networks drawn for the intervals of ranks, 0 for none; by default 500, fewer for a large network.",
      valueName: "number"))
  var rankDraws: Int?

  @Option(
    help: ArgumentHelp("Draws behind the intervals of regional scores; 0 for none.", valueName: "number"))
  var draws = 2000

  @Option(help: ArgumentHelp("Seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads to use; never changes a result.", valueName: "number"))
  var threads: Int?

  @Option(help: "Language of headings and labels on the report page, where it can also be switched.")
  var language = PageLanguage.english

  @Flag(help: "Prints analysis.json instead of the summary.")
  var json = false

  @Flag(help: "Prints how long each stage took.")
  var timings = false

  func validate() throws {
    guard resolution > 0, resolution.isFinite else {
      throw ValidationError("--resolution takes a number above 0; 1 is usual for modularity.")
    }
    if let rankDraws, !(0...100_000).contains(rankDraws) {
      throw ValidationError("--rank-draws takes a number from 0 to 100000.")
    }
    guard (0...1_000_000).contains(draws) else {
      throw ValidationError("--draws takes a number from 0 to 1000000; 2000 is usual.")
    }
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1.") }
  }

  func run() throws {
    do { try analyze() } catch { throw Console.exitCode(for: error) }
  }

  private func analyze() throws {
    var stages = StageClock()
    let folder = OutputFolder(
      path: output ?? "\(DatasetReader.name(of: data.dataset))-nexus", keeping: data.inputs)
    let replacement: OutputFolder.Replacement = force ? .anything : .ownResults
    try folder.check(replacement)

    let choice = measures.isEmpty ? nil : try MeasureChoice(listed: measures)
    let dataset = try data.loadQuietly(threads: threads)
    stages.finish("read")

    let groups = try GroupingChoice(data.reading.grouping, for: dataset.network)
    var options = options
    options.grouping = groups.grouping
    options.furtherInputs += groups.files.map { ($0.name, $0.contents) }
    options.furtherInputs += dataset.reading.spec.map { [($0.name, $0.contents)] } ?? []
    options.furtherInputs += dataset.reading.merges.map { [($0.name, $0.contents)] } ?? []
    options.rates = try rates.load()
    options.furtherInputs += rates.input.map { [$0] } ?? []
    let analysis = try Analysis(of: dataset.reading, part: dataset.part, options: options) {
      stages.finish($0)
    }
    let further = try choice.map { choice in
      try MeasureReport(choice, of: MeasureInput(analysis)) { stages.finish("measures: \($0)") }
    }
    let results = try analysis.resultFiles(
      optionsUsed: optionsUsed(dataset.part, choice), measures: further, language: language
    ) {
      stages.finish($0)
    }
    try folder.write(results, replacement)
    stages.finish("write")

    if json, let document = results.first(where: { $0.name == "analysis.json" }) {
      try Console.result(String(decoding: document.bytes, as: UTF8.self))
    } else {
      try Console.result(
        AnalysisSummary(analysis, folder: folder.path, files: results.map(\.name)).text(TerminalStyle()))
    }
    if timings { stages.show() }
  }

  private var options: AnalysisOptions {
    let reading = data.reading
    var options = AnalysisOptions()
    options.defaultConfidence = reading.defaultConfidence
    options.halfLife = reading.halfLife?.years
    options.asOf = reading.asOf?.instant
    options.strengths = weighByConfidence ? .weighedByConfidence : .asRead
    options.lengths = length == .hops ? .hops : .inverseStrength
    options.precision = exact ? .exact : .automatic
    options.quality = quality == .modularity ? .modularity : .cpm
    options.resolution = resolution
    options.rankDraws = rankDraws
    options.draws = draws
    options.seed = seed
    options.threads = threads
    return options
  }

  /// The options that change results, as the manifest lists them.
  private func optionsUsed(_ part: NetworkPart, _ measures: MeasureChoice?) -> [String: String] {
    var used = data.reading.used
    (used["length"], used["quality"]) = (length.rawValue, quality.rawValue)
    (used["resolution"], used["seed"], used["draws"]) = ("\(resolution)", "\(seed)", "\(draws)")
    used["language"] = language == .english ? nil : language.rawValue
    used["rank-draws"] = rankDraws.map { "\($0)" }
    used["measures"] = measures.map { $0.measures.map(\.name).joined(separator: ",") }
    used["rates"] = rates.file.map { URL(filePath: $0).lastPathComponent }
    for (option, isSet) in [("exact", exact), ("weigh-by-confidence", weighByConfidence)] where isSet {
      used[option] = "true"
    }
    for (option, values) in part.settings { used[option] = values.joined(separator: ";") }
    return used
  }
}

import ArgumentParser
import Foundation
import NexusInterchange
import NexusModel
import NexusReport

struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Writes an executed Jupyter notebook with the tables and pictures that it reads.",
    discussion: """
      Example: nexus notebook datasets/northern-corridor
      writes notebooks-export/northern-corridor/northern-corridor.ipynb and, beside it, northern-corridor-nexus/ with \
      the tables as CSV and the pictures as SVG. Open it with: jupyter lab notebooks-export/northern-corridor

      The outputs are there before anything is run; --execute runs every cell by Jupyter, which needs \
      python3 -m pip install nbconvert ipykernel pandas matplotlib. A notebook that somebody worked in is not replaced.
      """)

  @OptionGroup var data: DatasetArguments

  @Option(
    help: ArgumentHelp(
      "Where to write: a notebook, or a folder for it; by default notebooks-export/NAME.",
      valueName: "file.ipynb or folder"))
  var output: String?

  @Flag(help: "Replaces a notebook that was changed, or a folder that nexus did not make.")
  var force = false

  @Flag(help: "Runs the notebook by Jupyter after it is written.")
  var execute = false

  @Option(
    help: ArgumentHelp("Networks drawn for the intervals of ranks, 0 for none.", valueName: "number"))
  var rankDraws: Int?

  @Option(
    help: ArgumentHelp("Draws behind the intervals of regional scores; 0 for none.", valueName: "number"))
  var draws = 2000

  @Option(help: ArgumentHelp("γ of the communities: larger finds smaller ones.", valueName: "number"))
  var resolution = 1.0

  @Option(help: ArgumentHelp("Seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads to use; never changes a result.", valueName: "number"))
  var threads: Int?

  @Flag(help: "Prints the names of the files as JSON.")
  var json = false

  func validate() throws {
    if let output, output.isEmpty {
      throw ValidationError("--output takes the name of a notebook or folder.")
    }
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
    do { try write() } catch { throw Console.exitCode(for: error) }
  }

  private func write() throws {
    let jupyter = try execute ? Jupyter() : nil
    let place = NotebookPlace(output, dataset: DatasetReader.name(of: data.dataset))
    let kept = data.inputs
    let folder = OutputFolder(path: place.tables, keeping: kept)
    let replacement: OutputFolder.Replacement = force ? .anything : .ownResults
    if !force { try FormerNotebook.check(place.notebook, besides: place.tables) }
    try place.makeParents()
    try folder.check(replacement)

    let dataset = try data.loadQuietly(threads: threads)
    let groups = try GroupingChoice(data.reading.grouping, for: dataset.network)
    var options = options
    options.grouping = groups.grouping
    options.furtherInputs += groups.files.map { ($0.name, $0.contents) }
    options.furtherInputs += dataset.reading.spec.map { [($0.name, $0.contents)] } ?? []
    options.furtherInputs += dataset.reading.merges.map { [($0.name, $0.contents)] } ?? []
    let analysis = try Analysis(of: dataset.reading, part: dataset.part, options: options)
    let files = try analysis.notebook(named: place.stem, optionsUsed: optionsUsed(dataset.part))
    try folder.write(files.files, replacement)
    try OutputFile(name: place.notebook, bytes: files.notebook.bytes).write(keeping: kept)
    try jupyter?.execute(place.notebook)

    let names = files.files.map { "\(place.tables)/\($0.name)" }
    if json {
      try Console.result(["notebook": .text(place.notebook), "files": .list(names.map { .text($0) })])
    } else {
      let beside = files.files.map(\.name).joined(separator: ", ")
      try Console.result(
        "\(TerminalText.shown(place.notebook))\n\(TerminalText.shown(place.tables))/: \(TerminalText.shown(beside))"
      )
    }
  }

  private var options: AnalysisOptions {
    var options = AnalysisOptions()
    options.defaultConfidence = data.reading.defaultConfidence
    options.halfLife = data.reading.halfLife?.years
    options.asOf = data.reading.asOf?.instant
    options.resolution = resolution
    options.rankDraws = rankDraws
    options.draws = draws
    options.seed = seed
    options.threads = threads
    return options
  }

  /// The options that change results, as the manifest lists them.
  private func optionsUsed(_ part: NetworkPart) -> [String: String] {
    var used = data.reading.used
    (used["resolution"], used["seed"], used["draws"]) = ("\(resolution)", "\(seed)", "\(draws)")
    used["rank-draws"] = rankDraws.map { "\($0)" }
    for (option, values) in part.settings { used[option] = values.joined(separator: ";") }
    return used
  }
}

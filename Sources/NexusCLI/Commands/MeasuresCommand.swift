import ArgumentParser
import NexusReport

struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Computes measures of actors, ties and the network, as a table, CSV or JSON.",
    discussion: """
      Example: nexus measures datasets/northern-corridor --only betweenness,pagerank --limit 5
      prints the five actors with the largest betweenness, and their PageRank.

      nexus measures --list names every measure with its definition; --only takes names, or the word of a family for \
      all of it. Without --only these are the structural columns of actors.csv. The terminal shows the first rows by \
      the first measure, without victims, witnesses and reporting parties; --csv and --json give every value in full.
      """)

  @Argument(
    help: ArgumentHelp("A CSV file, a folder of tables, or - for standard input.", valueName: "dataset"))
  var dataset: String?

  @Flag(help: "Lists the measures with their definitions.")
  var list = false

  @Option(help: ArgumentHelp("Measures or families, joined by commas; may repeat.", valueName: "names"))
  var only: [String] = []

  @Option(help: ArgumentHelp("The measure to order the table by.", valueName: "name"))
  var sort: String?

  @Option(help: ArgumentHelp("Rows to print.", valueName: "number"))
  var limit = 20

  @OptionGroup(title: "Computing") var computing: MeasureArguments

  @OptionGroup(title: "Reading") var reading: ReadingArguments

  @OptionGroup(title: "Filters") var filter: FilterArguments

  @Flag(help: "Prints CSV with every row; the measures must be of one kind.")
  var csv = false

  @Flag(help: "Prints JSON.")
  var json = false

  func validate() throws {
    if dataset == nil, !list { throw ValidationError("Which data set? Or --list for the measures.") }
    if csv, json { throw ValidationError("--csv and --json exclude each other.") }
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    do { try list ? listMeasures() : measure() } catch { throw Console.exitCode(for: error) }
  }

  private func listMeasures() throws {
    if json {
      try Console.result(MeasureFamily.document)
    } else {
      try Console.result(MeasureListText.text(TerminalStyle()))
    }
  }

  private func measure() throws {
    let choice = only.isEmpty ? .standard : try MeasureChoice(listed: only)
    let order = try sort.map { try MeasureChoice(names: [$0]) }
    if let order, !Set(order.measures).isSubset(of: choice.measures) {
      throw MeasureError.unknown(sort ?? "", near: choice.measures.map(\.name))
    }
    var data = DatasetArguments()
    (data.dataset, data.reading, data.filter) = (dataset ?? "-", reading, filter)
    let network = try data.load(threads: computing.threads).network
    let input = MeasureInput(
      network, structural: data.structuralRule(for: network), scoring: data.scoringRule(for: network),
      options: computing.options)
    let report = try MeasureReport(choice, of: input)
    if json { return try Console.result(report.document) }
    guard csv else {
      let text = MeasureText(report, sortedBy: order?.measures.first?.name, limit: limit)
      return try Console.result(text.text(TerminalStyle()))
    }
    for note in report.notes { Console.message(TerminalText.shown(note)) }
    guard report.tables.count == 1, let table = report.tables.first else {
      throw ValidationError("--csv prints one table. Choose with --only measures of actors, or of ties.")
    }
    try Console.result(String(table.csv.dropLast()))
  }
}

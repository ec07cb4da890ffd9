import ArgumentParser
import NexusFlows
import NexusInterchange
import NexusReport

struct PatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns",
    abstract: "Lists the shapes that transfers make: cycles, fans, chains and their kin.",
    discussion: """
      Example: nexus flows patterns flows.csv --only cycle,structuring --threshold 10000
      lists the round trips and the runs of payments just below 10 000, most striking first, with how many of each \
      chance alone would give.

      Patterns: \(FlowPattern.allCases.map(\.rawValue).joined(separator: ", ")).
      A pattern is a shape in the recorded data. Trade, wages and savings clubs make the same shapes; none of them is \
      a finding about anyone. Windows are closed: the last transfer is at most so many days after the first. Hops \
      are strictly later in time. Amounts of several currencies are compared with --rates only.
      """)

  @OptionGroup var data: DatasetArguments

  @Option(help: ArgumentHelp("Only these patterns, separated by commas.", valueName: "names"))
  var only: PatternNames?

  @Flag(help: "Prints all hits, not the 20 most striking.")
  var all = false

  @OptionGroup(title: "What counts") var thresholds: PatternArguments

  @OptionGroup var rates: RatesArguments

  @Option(
    help: ArgumentHelp(
      "Shuffles for the number expected by chance; by default 20, or 0 above 200 000 transfers.",
      valueName: "number"))
  var shuffles: Int?

  @Option(help: ArgumentHelp("Seed of the shuffles.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Share of actors for whom a flag would be right, if known.", valueName: "share"))
  var prevalence = 0.001

  @Option(help: ArgumentHelp("Threads to use; never changes a result.", valueName: "number"))
  var threads: Int?

  @Flag(help: "Prints all hits as JSON.")
  var json = false

  private static let usualShuffles = 20
  private static let mostShuffled = 200_000

  func validate() throws {
    if let shuffles, !(0...10_000).contains(shuffles) {
      throw ValidationError("--shuffles takes a number from 0 to 10000.")
    }
    guard (0...1).contains(prevalence) else {
      throw ValidationError("--prevalence takes a share from 0 to 1, such as 0.001.")
    }
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1.") }
  }

  func run() throws {
    do {
      let dataset = try data.load(threads: threads)
      let network = dataset.network
      let ledger = PatternLedger(network, rates: try rates.load())
      var options = thresholds.options
      if let only { options.patterns = Set(only.patterns) }
      options.threads = threads
      let usual = ledger.count <= Self.mostShuffled ? Self.usualShuffles : 0
      let report = PatternReport(
        network, ledger, options, shuffles: shuffles ?? usual, seed: seed,
        predictive: PredictiveValue(prevalence: prevalence), folded: dataset.reading.account.selfTies)
      if json {
        try Console.result(report.document)
      } else {
        try Console.result(PatternText(report: report, limit: all ? nil : 20).text(TerminalStyle()))
      }
    } catch { throw Console.exitCode(for: error) }
  }
}

/// `cycle,fan-in`
struct PatternNames: ExpressibleByArgument {
  var patterns: [FlowPattern]

  init?(argument: String) {
    let names = argument.split(separator: ",").map { $0.lowercased().replacing("_", with: "-") }
    patterns = names.compactMap { name in FlowPattern(rawValue: String(name.filter { $0 != " " })) }
    guard !names.isEmpty, patterns.count == names.count else { return nil }
  }
}

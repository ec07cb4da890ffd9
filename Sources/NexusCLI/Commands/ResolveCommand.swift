import ArgumentParser
import NexusInterchange
import NexusModel
import NexusReport
import NexusResolution

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Proposes which records may be one actor; merges nothing.",
    discussion: """
      Example: nexus resolve datasets/northern-corridor --suggest decisions.csv
      lists pairs of records that are written alike, the most probable first, with what each part of the evidence adds \
      and how far the top ranks would move, and writes them into a table to decide on.

      Write same or different into its first column, then give it to any subcommand:
      nexus analyze datasets/northern-corridor --merges decisions.csv
      Records that are the same become one actor under the id in keep, else that of a; without the row they are two \
      again. Decided pairs are not proposed any more, and decisions that contradict each other are refused (exit 65).

      A proposal is a question, not a finding.
      """)

  @OptionGroup var data: DatasetArguments

  @Option(help: ArgumentHelp("Lists pairs of this probability or more.", valueName: "share"))
  var minProbability = 0.5

  @Option(help: ArgumentHelp("Pairs to print.", valueName: "number"))
  var limit = 20

  @Option(
    help: ArgumentHelp("Works out the ranks again for so many of the first pairs.", valueName: "number"))
  var rankShifts = 20

  @Option(
    help: ArgumentHelp("Does not compare actors through a key that more of them share.", valueName: "number")
  )
  var blockLimit = 100

  @Option(help: ArgumentHelp("Writes the pairs as a table to decide on.", valueName: "file"))
  var suggest: String?

  @Option(help: ArgumentHelp("Threads to use; never changes a result.", valueName: "number"))
  var threads: Int?

  @Flag(help: "Prints JSON with every pair.")
  var json = false

  func validate() throws {
    guard (0...1).contains(minProbability) else {
      throw ValidationError("--min-probability takes a share from 0 to 1, such as 0.5.")
    }
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    guard (0...1000).contains(rankShifts) else {
      throw ValidationError("--rank-shifts takes a number from 0 to 1000.")
    }
    guard (2...10_000).contains(blockLimit) else {
      throw ValidationError("--block-limit takes a number from 2 to 10000.")
    }
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1.") }
  }

  func run() throws {
    do { try resolve() } catch { throw Console.exitCode(for: error) }
  }

  private func resolve() throws {
    let dataset = try data.load(threads: threads)
    var options = ResolutionOptions()
    options.minimumProbability = minProbability
    options.blockLimit = blockLimit
    options.decisions = dataset.reading.merges?.decisions ?? Decisions()
    let findings = ResolveFindings(
      of: dataset.network, options, shifts: rankShifts, threads: threads)
    if let suggest {
      try OutputFile(name: suggest, bytes: Array(findings.suggestions.csv.utf8)).write(
        keeping: data.inputs)
      Console.message("written: \(TerminalText.shown(suggest))")
    }
    if json {
      try Console.result(findings.document)
    } else {
      try Console.result(ResolveText(findings: findings, limit: limit).text(TerminalStyle()))
    }
  }
}

import ArgumentParser
import Foundation
import NexusInterchange
import NexusModel
import NexusReport

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tells what was recognised in a data set and why, and every problem with how to mend it.",
    discussion: """
      Example: nexus doctor payments.csv --write-spec payments.json
      shows shape, format, columns and vocabulary with the reason for each, lists problems by file:line:column, and \
      saves the decisions. nexus analyze payments.csv --spec payments.json then reads the next export alike. Files that \
      options name (--actors, --merges) are no part of a spec: give them again.

      Problems change what is read: rejected rows, emptied cells, unknown words, damaged ids and text, spreadsheet \
      errors, undecided dates and numbers, implausible dates, regions that are nearly a known one. With --strict any \
      problem ends with exit code 1. Remarks never do: ungraded rows, isolates, self-ties, identical rows, near-identical \
      names, asymmetric pairs, concentrated sources, predictions, unused columns. Data that cannot be read end with 65, \
      after what was recognised of them.

      Filters leave out findings about rows and actors that they hide, and say how many; what was recognised and the \
      account of rows stay those of the whole data set.

      A spec is JSON. Words to be read as others go under "vocabulary", for all files or one: \
      {"roles": {"terorist": "terrorist"}}. Options on the command line come before it.
      """)

  @Argument(
    help: ArgumentHelp("A CSV file, a folder of tables, or - for standard input.", valueName: "dataset"))
  var dataset: String

  @Option(help: ArgumentHelp("Saves the decisions, for --spec.", valueName: "file"))
  var writeSpec: String?

  @Option(help: ArgumentHelp("Findings of each kind to print.", valueName: "number"))
  var limit = 5

  @Flag(help: "Prints JSON with every finding.")
  var json = false

  @OptionGroup(title: "Reading")
  var reading: ReadingArguments

  @OptionGroup(title: "Filters")
  var filter: FilterArguments

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    if writeSpec == "" { throw ValidationError("--write-spec takes the name of a file.") }
  }

  func run() throws {
    do { try diagnose() } catch { throw Console.exitCode(for: error) }
  }

  private func diagnose() throws {
    let options = try reading.options
    let examination = DatasetReader(options: options).examine(dataset)
    if let failure = examination.failure, failure.isMissingInput { throw failure }
    if let network = examination.network { _ = try GroupingChoice(reading.grouping, for: network) }
    let diagnosis = Diagnosis(try seen(examination), asOf: reading.asOf?.instant)
    if let part = diagnosis.examination.part {
      Console.message(TerminalText.shown(part.sentence + DoctorText.hidden(diagnosis)))
    }
    if json {
      try Console.result(diagnosis.document)
    } else {
      try Console.result(DoctorText(diagnosis, limit: limit).text(TerminalStyle()))
    }
    if let failure = examination.failure { throw failure }
    if let writeSpec {
      let kept = ([dataset] + reading.files).filter { $0 != "-" }
      let document = ReadingSpec(of: examination, options: options).document
      try OutputFile(name: writeSpec, bytes: document.bytes).write(keeping: kept)
      Console.message("written: \(TerminalText.shown(writeSpec))")
    }
    if reading.strict, !diagnosis.faults.isEmpty {
      Console.message("nexus: --strict: \(DoctorText.count(diagnosis.faults.count, "problem")) as above.")
      throw ExitCode(EXIT_FAILURE)
    }
  }

  /// The examination through the filters; as it is where the data could not be read.
  private func seen(_ examination: Examination) throws -> Examination {
    guard let network = examination.network else { return examination }
    let rule = ConfidenceRule.structural(
      halfLife: reading.halfLife?.years, asOf: reading.asOf?.instant ?? network.newestDate)
    return examination.seen(
      through: try NetworkPart(of: network, try filter.networkFilter(for: network), rule))
  }
}

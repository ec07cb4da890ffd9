public import ArgumentParser
import Foundation
public import NexusInterchange
import NexusModel
import NexusReport

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a data set, or a part of it, in another format.",
    discussion: """
      Example: nexus convert datasets/northern-corridor near-T1.graphml --focus T1 --hops 2
      writes the actors within two steps of T1, their ties and transfers as GraphML, for Gephi, igraph or NetworkX.

      The ending of OUT decides the format: .graphml, .gexf, .dot or .gv, .net (Pajek), .cyjs (Cytoscape), .stix.json, \
      .ftm.json or .jsonl (FollowTheMoney); .json alone needs --to. A name without an ending is a folder of CSV tables \
      with a datapackage.json. A further .gz compresses; - writes to standard output.

      Every row of evidence stays a row, an edge or an object with its origin, grade, dates and place in the data, so \
      that nexus reads the same network back. What a format has no place for is counted on standard error, never \
      dropped in silence.
      """)

  @OptionGroup var data: DatasetArguments

  @Argument(help: ArgumentHelp("The file or folder to write, or - for standard output.", valueName: "out"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "The format: \(ConversionFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"
    ))
  var to: ConversionFormat?

  @Flag(help: "Replaces a file or folder that is there.")
  var force = false

  @Flag(help: "Prints the files, the counts and what was lost as JSON.")
  var json = false

  func validate() throws {
    let target = try ConversionTarget(out, asked: to)
    if json, target.isStandardOutput {
      throw ValidationError("Standard output takes either the network or --json. Give a file.")
    }
  }

  func run() throws {
    do { try convert() } catch let error as ConversionError {
      Console.message("nexus: " + TerminalText.shown(error.description))
      throw ExitCode(EX_CANTCREAT)
    } catch {
      throw Console.exitCode(for: error)
    }
  }

  private func convert() throws {
    let target = try ConversionTarget(out, asked: to)
    let inputs = data.inputs
    try target.check(force ? .anything : .nothing, keeping: inputs)
    var options = try data.reading.options
    options.otherValues = .keep
    let dataset = try data.load(options)
    let network = dataset.network
    let result = network.converted(
      to: target.format, otherValues: dataset.reading.otherValues, indicators: dataset.reading.indicators)
    let files = try target.write(result.files, keeping: inputs)
    if !result.losses.isEmpty {
      let losses = result.losses.map { "\($0.count) \($0.what)" }.joined(separator: "; ")
      Console.message("\(target.format.name) has no place for: \(losses).")
    }
    if json {
      try Console.result(document(of: network, files, result.losses))
    } else if !target.isStandardOutput {
      try Console.result(summary(of: network, target, files))
    }
  }

  private func document(of network: Network, _ files: [String], _ losses: [ConversionLoss]) -> JSONValue {
    [
      "files": .list(files.map { .text($0) }),
      "losses": .list(losses.map { ["what": .text($0.what), "count": .whole($0.count)] }),
      "actors": .whole(network.actors.count), "ties": .whole(network.ties.count),
      "transfers": .whole(network.transfers.count),
    ]
  }

  private func summary(of network: Network, _ target: ConversionTarget, _ files: [String]) -> String {
    let counts = [
      (network.actors.count, "actor"), (network.ties.count, "tie"), (network.transfers.count, "transfer"),
    ].map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return """
      written       \(files.map { TerminalText.shown($0) }.joined(separator: ", "))
      holds         \(counts.joined(separator: ", ")), as \(target.format.name)
      """
  }
}

extension ConversionFormat: ExpressibleByArgument {
  /// Without regard to case.
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

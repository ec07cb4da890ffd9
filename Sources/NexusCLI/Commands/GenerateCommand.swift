import ArgumentParser
import Foundation
import NexusFlows
import NexusReport

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Invents a network with planted patterns and their key.",
    discussion: """
      Example: nexus generate practice --transfers 50000 --plant cycle:20,fan-in:20
      writes practice/ with actors.csv, ties.csv and flows.csv, and in key.csv the rows of the planted patterns; \
      nexus flows patterns practice then finds them.

      Everything is invented: names, regions and rows are about nobody. The same options and seed give the same \
      bytes. Patterns: \(FlowPattern.allCases.map(\.rawValue).joined(separator: ", ")); all:N plants N of each.
      """)

  @Argument(help: ArgumentHelp("The folder to write.", valueName: "out"))
  var folder: String

  @Option(help: ArgumentHelp("Actors in all.", valueName: "number"))
  var actors: Int?

  @Option(help: ArgumentHelp("Transfers in all.", valueName: "number"))
  var transfers: Int?

  @Option(help: ArgumentHelp("Patterns to plant, such as cycle:20,fan-in:5 or all:10.", valueName: "list"))
  var plant: [PlantArgument] = []

  @Option(help: ArgumentHelp("Seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1

  @Flag(help: "Replaces a folder that nexus did not make.")
  var force = false

  func validate() throws {
    if let actors, actors < 0 { throw ValidationError("--actors takes a number from 0.") }
    if let transfers, transfers < 0 { throw ValidationError("--transfers takes a number from 0.") }
  }

  func run() throws {
    do {
      let output = OutputFolder(path: folder)
      try output.check(force ? .anything : .ownResults)
      let network = try SyntheticNetwork(options)
      try SyntheticFolder(network).write(to: output, force ? .anything : .ownResults)
      try Console.result(summary(network))
    } catch let error as SyntheticError {
      Console.message("nexus: " + error.description)
      throw ExitCode(EX_USAGE)
    } catch {
      throw Console.exitCode(for: error)
    }
  }

  private var options: SyntheticOptions {
    var options = SyntheticOptions()
    if let actors { options.actors = actors }
    if let transfers { options.transfers = transfers }
    for (pattern, count) in plant.flatMap(\.counts) { options.plants[pattern, default: 0] += count }
    options.seed = seed
    return options
  }

  private func summary(_ network: SyntheticNetwork) -> String {
    let planted = FlowPattern.allCases.compactMap { pattern in
      network.options.plants[pattern].map { "\(pattern.rawValue) \($0)" }
    }
    return """
      invented      \(network.options.actors) actors, \(network.options.transfers) transfers, seed \(seed)
      planted       \(planted.isEmpty ? "nothing; see --plant" : planted.joined(separator: ", "))
      written       \(TerminalText.shown(folder))/: actors.csv, ties.csv, flows.csv, key.csv, key.json, PROVENANCE.md, manifest.json
      """
  }
}

/// `cycle:20,fan-in:5`, `all:10`
struct PlantArgument: ExpressibleByArgument {
  var counts: [(FlowPattern, Int)] = []

  init?(argument: String) {
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: ":", omittingEmptySubsequences: false)
      guard pieces.count == 2, let count = Int(pieces[1]), (0...1_000_000).contains(count) else { return nil }
      let name = pieces[0].lowercased().replacing("_", with: "-")
      if name == "all" {
        counts += FlowPattern.allCases.map { ($0, count) }
      } else if let pattern = FlowPattern(rawValue: name) {
        counts.append((pattern, count))
      } else {
        return nil
      }
    }
  }
}

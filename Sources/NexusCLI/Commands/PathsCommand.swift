import ArgumentParser
import NexusModel
import NexusReport

struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Shows the chains of evidence between two actors, and how likely any of them holds.",
    discussion: """
      Example: nexus paths datasets/northern-corridor C1 T1 --max-hops 3
      lists the most reliable chains of at most three ties from C1 to T1, each step with its confidence and rows, and \
      the probability that any such chain is true.

      A and B are ids, or names that one actor alone bears. A chain is as reliable as all its ties together; what a \
      chain says of two actors is that rows lead from one to the other, no more.
      """)

  @OptionGroup var data: DatasetArguments

  @Argument(help: ArgumentHelp("Where chains begin.", valueName: "a"))
  var source: String

  @Argument(help: ArgumentHelp("Where chains end.", valueName: "b"))
  var target: String

  @OptionGroup(title: "Chains") var chains: ChainArguments

  @Option(help: ArgumentHelp("How many chains to list.", valueName: "number"))
  var count = 5

  @Flag(help: "Prints JSON.")
  var json = false

  func validate() throws {
    guard (1...1000).contains(count) else {
      throw ValidationError("--count takes a number from 1 to 1000.")
    }
  }

  func run() throws {
    do {
      let network = try data.load().network
      let lookup = ActorLookup(network.actors)
      let ends = (source: try lookup.actor(source), target: try lookup.actor(target))
      Console.noteFormerIDs([source, target], lookup)
      let rule = data.scoringRule(for: network)
      let findings = try PathsFindings(
        of: network, from: ends.source, to: ends.target, count: count, chains.options(rule))
      if json {
        try Console.result(findings.document)
      } else {
        try Console.result(PathsText(findings, notes: chains.sentences(rule)).text(TerminalStyle()))
      }
    } catch { throw Console.exitCode(for: error) }
  }
}

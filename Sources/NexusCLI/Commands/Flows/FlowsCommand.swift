import ArgumentParser

/// What the recorded transfers of a data set show, one question a subcommand.
struct FlowsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flows",
    abstract: "Follows recorded money: patterns of transfers, where it came from, where it could pass.",
    discussion: """
      Example: nexus flows patterns flows.csv --only cycle,fan-in
      lists the round trips and the collecting accounts among the transfers.

      A pattern is a shape in the recorded data. Trade, wages and savings clubs make the same shapes; none of \
      them is a finding about anyone.
      """,
    subcommands: [
      SummaryCommand.self, PatternsCommand.self, TraceCommand.self, BetweenCommand.self,
      CorridorsCommand.self,
    ],
    defaultSubcommand: SummaryCommand.self)
}

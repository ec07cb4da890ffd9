import ArgumentParser
import Foundation
import NexusReport

@main
struct NexusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nexus",
    abstract: "Studies where terrorism and organised crime meet: networks, groups, flows, regional exposure.",
    discussion: """
      Describes recorded data. No number is a finding about a person: a score is a lead to follow, with its \
      evidence and its doubt beside it.
      """,
    version: NexusVersion.current,
    subcommands: [
      AnalyzeCommand.self, RiskCommand.self, LinksCommand.self, PathsCommand.self, ExplainCommand.self,
      FlowsCommand.self, MeasuresCommand.self, MapCommand.self, DiffCommand.self, InstrumentsCommand.self,
      GenerateCommand.self, ConvertCommand.self, DoctorCommand.self, ResolveCommand.self,
      NotebookCommand.self,
    ])

  /// Parses and runs the command. A reader of our output that goes away is no error.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    ProgressDisplay.run("working") { main(nil) }
  }
}

import ArgumentParser
import Nexus

@main
struct NexusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "nexus")
}

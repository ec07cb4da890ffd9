import ArgumentParser
import NexusFlows

struct PatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns",
    abstract: "Lists the shapes that money makes as it moves: cycles, fans, chains and their kin.")

  @OptionGroup var data: DatasetArguments

  func run() throws {
    do {
      let ledger = TransferLedger(try data.load().network)
      try Console.result("\(ledger.count) dated transfers")
    } catch { throw Console.exitCode(for: error) }
  }
}

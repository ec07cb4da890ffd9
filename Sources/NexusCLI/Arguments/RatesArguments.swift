import ArgumentParser
import Foundation
import NexusFlows
import NexusInterchange

/// Exchange rates, for subcommands that add up or compare amounts of several currencies.
struct RatesArguments: ParsableArguments {
  @Option(
    name: .customLong("rates"),
    help: ArgumentHelp("Exchange rates, a table date,currency,rate[,reference].", valueName: "file"))
  var file: String?

  /// The rates of `--rates`, nil where the option is not given. Ends the command with a sentence where they are bad.
  func load() throws -> Rates? {
    guard let file else { return nil }
    do {
      let (rates, reference) = try RatesReader().read(file)
      return try Rates(rates, reference: reference)
    } catch let error as RatesFileError {
      Console.message("nexus: " + TerminalText.shown(error.description))
      throw ExitCode(error.isMissingInput ? EX_NOINPUT : EX_DATAERR)
    } catch let error as RatesError {
      Console.message("nexus: " + TerminalText.shown(error.description))
      throw ExitCode(EX_DATAERR)
    }
  }

  /// The file, as the manifest lists what went in; nil where the option is not given.
  var input: (name: String, bytes: [UInt8])? {
    file.flatMap { path in
      FileManager.default.contents(atPath: path).map { (URL(filePath: path).lastPathComponent, Array($0)) }
    }
  }
}

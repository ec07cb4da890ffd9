import ArgumentParser
import Foundation
import NexusInterchange
import NexusReport

/// Messages and progress to stderr, results to stdout.
enum Console {
  static func message(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func result(_ text: String) { print(text) }

  /// The first five problems of each kind, then how many more there are.
  static func show(_ problems: [Problem]) {
    for kind in Problem.Kind.allCases {
      let ofKind = problems.filter { $0.kind == kind }
      for problem in ofKind.prefix(5) { message(TerminalText.shown(problem.description)) }
      if ofKind.count > 5 { message("… and \(ofKind.count - 5) more: \(kind.rawValue)") }
    }
  }

  /// Ends the command with a sentence and an exit code.
  static func exitCode(for error: any Error) -> ExitCode {
    switch error {
    case let error as ReadingError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(error.isMissingInput ? EX_NOINPUT : EX_DATAERR)
    case let error as OutputError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(error.isAboutPlace ? EX_CANTCREAT : EX_IOERR)
    case let code as ExitCode:
      return code
    default:
      message("nexus: a fault of nexus itself: \(TerminalText.shown("\(error)")). Please report it.")
      return ExitCode(EX_SOFTWARE)
    }
  }
}

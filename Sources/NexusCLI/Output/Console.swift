import ArgumentParser
import Foundation
import NexusInterchange
import NexusModel
import NexusRendering
import NexusReport
import NexusRisk

/// Messages and progress to stderr, results to stdout.
enum Console {
  static func message(_ text: String) {
    // A message that nobody can be told is no reason to stop.
    ProgressDisplay.interrupt {
      do { try FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8)) } catch { return }
    }
  }

  /// Prints a result. A reader that went away is no error, a full disk behind stdout is one.
  static func result(_ text: String) throws {
    do {
      try ProgressDisplay.interrupt {
        try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
      }
    } catch {
      guard errno != EPIPE else { return }
      throw PrintingError(reason: String(cString: strerror(errno)))
    }
  }

  /// Prints a machine-readable result.
  static func result(_ document: JSONValue) throws {
    try result(String(decoding: document.bytes.dropLast(), as: UTF8.self))
  }

  /// Why a result could not be printed.
  private struct PrintingError: Error { var reason: String }

  /// Tells which actors were understood by the ids of records that are part of them.
  static func noteFormerIDs(_ texts: [String], _ lookup: ActorLookup) {
    for note in texts.flatMap(lookup.notesOnFormerIDs) { message(TerminalText.shown(note)) }
  }

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
    ProgressDisplay.stop()
    switch error {
    case let error as ReadingError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(
        error.isOfSystem ? EX_IOERR : error.isMissingInput ? EX_NOINPUT : EX_DATAERR)
    case let error as FilterError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(error.isAboutWords ? EX_USAGE : EX_DATAERR)
    case let error as FlowQuestionError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(EX_USAGE)
    case let error as ActorLookupError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(EX_USAGE)
    case let error as OutputError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(error.isAboutPlace ? EX_CANTCREAT : EX_IOERR)
    case let error as PictureFileError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(EX_CANTCREAT)
    case let error as EvidenceChainError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(EX_USAGE)
    case let error as CompositeInputError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(error.isMissingInput ? EX_NOINPUT : EX_DATAERR)
    case let error as WhatIfError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(error.isMissingInput ? EX_NOINPUT : EX_DATAERR)
    case let error as EntityRefusal:
      message("nexus: " + error.description)
      return ExitCode(EX_USAGE)
    case let error as RegionLookupError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(EX_USAGE)
    case let error as PrintingError:
      message("nexus: standard output: could not be written: \(error.reason).")
      return ExitCode(EX_IOERR)
    case let error as ExplanationError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(EX_USAGE)
    case let error as MeasureError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(error.isAboutWords ? EX_USAGE : EX_DATAERR)
    case let error as MapError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(EX_DATAERR)
    case let error as RasterizerError:
      message("nexus: " + error.description)
      return ExitCode(EX_CANTCREAT)
    case let error as JupyterError:
      message("nexus: " + TerminalText.shown(error.description))
      return ExitCode(error == .missing ? EX_USAGE : EX_SOFTWARE)
    case let error as RenderingError:
      message("nexus: " + error.description)
      return ExitCode(error.isAboutSize ? EX_USAGE : EX_SOFTWARE)
    case let error as ValidationError:
      message("nexus: " + TerminalText.shown(error.message))
      return ExitCode(EX_USAGE)
    case let error as WindowError:
      message("nexus: " + error.description)
      return ExitCode(EX_DATAERR)
    case let code as ExitCode:
      return code
    default:
      message("nexus: a fault of nexus itself: \(TerminalText.shown("\(error)")). Please report it.")
      return ExitCode(EX_SOFTWARE)
    }
  }
}

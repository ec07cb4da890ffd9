import Foundation
import NexusGraph
import Synchronization

/// Shows on a terminal how far a long stage has come: one line on stderr that is gone when the stage ends.
///
/// Nothing is ever written where stderr is no terminal. A thread of its own looks at ``WorkProgress`` ten times a second;
/// the computation never waits for it.
enum ProgressDisplay {
  /// Stages below this many seconds are not shown.
  static let patience = 1.0
  private static let pause = 0.1

  /// What stands on the last line of the terminal. The lock keeps messages and the line apart.
  private struct Line {
    var isRunning = false
    var isDrawn = false
  }

  private static let line = Mutex(Line())

  /// Runs `body` and shows its progress on a terminal.
  static func run(_ name: String, _ body: () -> Void) {
    guard isTerminal, !isTypedIn else { return body() }
    let progress = WorkProgress()
    let whole = progress.begin(name)
    defer { whole.finish() }
    line.withLock { $0.isRunning = true }
    let watcher = Thread { watch(progress) }
    watcher.stackSize = 1 << 19
    watcher.start()
    WorkProgress.$current.withValue(progress, operation: body)
    stop()
  }

  /// Ends the display for good and clears its line.
  static func stop() {
    line.withLock { line in
      line.isRunning = false
      clear(&line)
    }
  }

  /// Clears the line, writes something else to the terminal, and leaves the next look to draw it again.
  static func interrupt<Failure: Error>(_ write: () throws(Failure) -> Void) throws(Failure) {
    // Held while writing, so that the line cannot come between.
    let result = line.withLock { line -> Result<Void, Failure> in
      clear(&line)
      do throws(Failure) { return .success(try write()) } catch { return .failure(error) }
    }
    try result.get()
  }

  private static var isTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Whether the data are being typed in on this terminal, where a line of ours would stand between theirs.
  private static var isTypedIn: Bool {
    CommandLine.arguments.contains("-") && isatty(STDIN_FILENO) == 1
  }

  /// Draws the innermost stage that runs long enough, until the display is stopped.
  private static func watch(_ progress: WorkProgress) {
    // The stage that runs, and before it those around it: they have been running all along.
    var seen: [(stage: WorkStage, start: ContinuousClock.Instant)] = []
    while true {
      Thread.sleep(forTimeInterval: pause)
      let stage = progress.stage
      if let stage {
        if let position = seen.firstIndex(where: { $0.stage === stage }) {
          seen.removeSubrange((position + 1)...)
        } else {
          seen.append((stage, .now))
        }
      }
      let seconds = seen.last.map { (ContinuousClock.now - $0.start) / .seconds(1) } ?? 0
      let isRunning = line.withLock { line in
        guard line.isRunning else { return false }
        if let stage, seconds >= patience {
          let text = ProgressText.line(
            name: stage.name, done: stage.done, of: stage.count, after: seconds, width: width)
          put("\r\u{1B}[2K\(text)")
          line.isDrawn = true
        } else {
          clear(&line)
        }
        return true
      }
      guard isRunning else { return }
    }
  }

  private static func clear(_ line: inout Line) {
    guard line.isDrawn else { return }
    put("\r\u{1B}[2K")
    line.isDrawn = false
  }

  private static func put(_ text: String) {
    // A terminal that went away is no reason to stop.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  private static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

private import Dispatch
private import Synchronization

/// The blocks of a long table, each read on a thread of its own while the one before is being used.
final class BlocksAhead: Sendable {
  /// A block, and how far in the text it reaches, in bytes.
  typealias Block = (table: CSVTable, position: Int)

  private struct State {
    var cursor: LongBlocks.Cursor
    /// What was read ahead; nil while it is not there yet.
    var ahead: Result<Block?, ReadingError>?
  }

  private let state: Mutex<State>
  private let isReady = DispatchSemaphore(value: 0)
  private let queue = DispatchQueue(label: "blocks ahead")

  init(_ cursor: sending LongBlocks.Cursor) {
    state = Mutex(State(cursor: cursor))
    readAhead()
  }

  /// The next records, at least one; nil at the end of the text. Nothing may be asked for after that, or after an error.
  func next() throws(ReadingError) -> Block? {
    isReady.wait()
    let ahead = state.withLock { state in
      defer { state.ahead = nil }
      return state.ahead!
    }
    let block = try ahead.get()
    if block != nil { readAhead() }
    return block
  }

  private func readAhead() {
    queue.async { [self] in
      state.withLock { state in
        do throws(ReadingError) {
          let table = try state.cursor.next()
          let position = state.cursor.position
          state.ahead = .success(table.map { ($0, position) })
        } catch {
          state.ahead = .failure(error)
        }
      }
      isReady.signal()
    }
  }
}

private import Foundation

/// What comes from standard input and is too long to be held: in a file without a name, which no other user can read and
/// which is gone with the process.
final class SpooledInput: Sendable {
  /// How messages name it.
  static let shown = "standard input"

  private let descriptor: Int32

  /// - Parameters:
  ///   - head: what was read already.
  ///   - folder: where the file is to be, which is on the disk as long as it is read.
  /// - Throws: ``ReadingError/unreadable(_:reason:)`` when the rest cannot be read, ``ReadingError/noRoom(_:reason:)`` when
  ///   it cannot be written.
  init(
    _ head: [UInt8], rest input: Int32, in folder: String = FileManager.default.temporaryDirectory.path
  ) throws(ReadingError) {
    var template = Array("\(folder)/nexus-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SpooledInput.unwritable(in: folder) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // It is opened again by its path, whatever mask of permissions the user has.
    fchmod(descriptor, S_IRUSR | S_IWUSR)
    var part = head
    while !part.isEmpty {
      try SpooledInput.write(part, to: descriptor, in: folder)
      part = try SpooledInput.next(of: input)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Where the file can be opened as long as this lives.
  var path: String { "/proc/self/fd/\(descriptor)" }

  private static func next(of input: Int32) throws(ReadingError) -> [UInt8] {
    var failure: Int32 = 0
    let part = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
      var length = -1
      repeat { length = read(input, buffer.baseAddress, buffer.count) } while length < 0 && errno == EINTR
      if length < 0 { failure = errno }
      count = max(length, 0)
    }
    guard failure == 0 else {
      throw .unreadable(shown, reason: String(cString: strerror(failure)))
    }
    return part
  }

  private static func write(_ part: [UInt8], to file: Int32, in folder: String) throws(ReadingError) {
    var written = 0
    while written < part.count {
      let count = part[written...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw unwritable(in: folder) }
      written += count
    }
  }

  private static func unwritable(in folder: String) -> ReadingError {
    .noRoom(folder, reason: String(cString: strerror(errno)))
  }
}

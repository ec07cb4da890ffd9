private import Foundation

/// The text of a file as it comes: read from the start, inflated where it is a `.gz`, and never held whole.
final class FilePieces {
  private let path: String
  private let name: String
  private let descriptor: Int32
  private let inflation: InflatedStream?
  private var fingerprint: RunningFingerprint?

  /// What is found out of a file on the way.
  enum Purpose { case text, textAndFingerprint }

  /// - Throws: ``ReadingError/unreadable(_:reason:)``.
  ///
  /// - Parameter shown: how messages name the path.
  init(
    path: String, shown: String, name: String, isCompressed: Bool, for purpose: Purpose = .text
  ) throws(ReadingError) {
    (self.path, self.name) = (shown, name)
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    do throws(FormatFault) { inflation = isCompressed ? try InflatedStream() : nil } catch {
      if descriptor >= 0 { close(descriptor) }
      throw .malformed(place: name, message: error.message)
    }
    if purpose == .textAndFingerprint { fingerprint = RunningFingerprint() }
    guard descriptor >= 0 else { throw .unreadable(shown, reason: String(cString: strerror(errno))) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Fills a buffer as far as the text reaches; returns how many bytes that are, 0 at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    guard let inflation else { return try readStored(into: buffer) }
    let name = name
    return try inflation.read(
      into: buffer, refill: { (rest) throws(ReadingError) in try readStored(into: rest) },
      fault: { .malformed(place: name, message: $0.message) })
  }

  /// Appends as much of the text to some bytes as makes them this many; tells whether the text goes on.
  func fill(_ bytes: inout [UInt8], upTo length: Int) throws(ReadingError) -> Bool {
    let kept = bytes.count
    guard length > kept else { return true }
    var fault: ReadingError?
    let read = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      count = kept
      do throws(ReadingError) {
        count += try self.read(
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[kept...]))
      } catch { fault = error }
    }
    if let fault { throw fault }
    bytes = read
    return bytes.count == length
  }

  /// What a manifest says of the file, its rest read.
  func finishedFingerprint() throws(ReadingError) -> FileFingerprint? {
    let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { rest.deallocate() }
    while try readStored(into: rest) > 0 {}
    return fingerprint?.value
  }

  private func readStored(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = Foundation.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path, reason: String(cString: strerror(errno))) }
      guard count > 0 else { break }
      filled += count
    }
    fingerprint?.add(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    return filled
  }
}

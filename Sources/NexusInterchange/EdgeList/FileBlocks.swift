private import Foundation

/// A file in blocks that end where a line does, so that a long one is never held whole.
struct FileBlocks: ~Copyable {
  /// The block, and behind it at least ``padding`` zero bytes.
  private(set) var bytes: [UInt8]
  /// The name of the file, without the folder.
  let name: String
  let fileLength: Int
  private let length: Int
  private let file: FileHandle
  /// Bytes behind the block that belong to the next one.
  private var tail = 0..<0
  private var isAtEnd = false

  /// How far a scan may look beyond the end of a block.
  static let padding = 16

  /// Nil unless the path is that of a plain file that can be read.
  init?(path: String, length: Int) {
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path)
    else { return nil }
    self.file = file
    name = URL(filePath: path).lastPathComponent
    self.length = length
    fileLength = Int(information.st_size)
    bytes = [UInt8](repeating: 0, count: length + FileBlocks.padding)
  }

  /// The first bytes of the file, up to the last end of a line in them, or all of them.
  func head(upTo limit: Int) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: min(limit, fileLength))
    let count = head.withUnsafeMutableBytes { pread(file.fileDescriptor, $0.baseAddress, $0.count, 0) }
    head.removeLast(head.count - max(count, 0))
    guard head.count < fileLength else { return head }
    return Array(head[..<(head.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)])
  }

  /// Goes to a position in the file before the first block is read.
  func skip(to position: Int) throws(NotPlain) {
    guard lseek(file.fileDescriptor, off_t(position), SEEK_SET) == position else { throw NotPlain() }
  }

  /// Reads the next block into ``bytes``; returns its length, nil at the end of the file.
  ///
  /// - Throws: ``NotPlain`` when a line is longer than a block, or the file cannot be read on.
  mutating func next() throws(NotPlain) -> Int? {
    let kept = tail.count
    bytes.withUnsafeMutableBytes { buffer in
      _ = memmove(buffer.baseAddress!, buffer.baseAddress! + tail.lowerBound, kept)
    }
    var filled = kept
    while filled < length, !isAtEnd {
      let count = bytes.withUnsafeMutableBytes {
        Foundation.read(file.fileDescriptor, $0.baseAddress! + filled, length - filled)
      }
      guard count >= 0 else { throw NotPlain() }
      isAtEnd = count == 0
      filled += count
    }
    guard filled > 0 else { return nil }
    guard !isAtEnd else {
      tail = 0..<0
      for position in filled..<filled + FileBlocks.padding { bytes[position] = 0 }
      return filled
    }
    guard let end = bytes[..<filled].lastIndex(of: UInt8(ascii: "\n")) else { throw NotPlain() }
    tail = end + 1..<filled
    return end + 1
  }
}

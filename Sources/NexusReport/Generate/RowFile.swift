internal import Foundation
internal import NexusInterchange

/// A CSV file that is written row by row, with its size and checksum: memory stays bounded however long it gets.
struct RowFile {
  let name: String
  private let path: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var isFirstCell = true
  private var fingerprint = RunningFingerprint()
  /// Lines written, the header among them.
  private(set) var lineCount = 0

  private static let chunk = 1 << 20

  /// Creates the file in a folder and writes its header.
  init(_ name: String, in folder: URL, header: [String]) throws(OutputError) {
    self.name = name
    path = folder.appending(path: name).path
    do {
      try Data().write(to: folder.appending(path: name))
      handle = try FileHandle(forWritingTo: folder.appending(path: name))
    } catch {
      throw OutputError(error, at: name, whenDenied: { .notWritable($0) })
    }
    buffer.reserveCapacity(RowFile.chunk + 4096)
    for column in header { text(column) }
    try endRow()
  }

  /// A cell of text, quoted where it must be and harmless in a spreadsheet.
  mutating func text(_ text: String) {
    beginCell()
    buffer.append(contentsOf: CSVText.quoted(CSVText.harmless(text)).utf8)
  }

  /// A cell of text that is known to need neither.
  mutating func plain(_ text: String) {
    beginCell()
    buffer.append(contentsOf: text.utf8)
  }

  mutating func empty() { beginCell() }

  mutating func whole(_ number: Int64) {
    beginCell()
    append(number)
  }

  /// Hundredths as a number with two decimals. - Precondition: not negative.
  mutating func hundredths(_ cents: Int64) {
    beginCell()
    append(cents / 100)
    buffer.append(UInt8(ascii: "."))
    append(padded: cents % 100)
  }

  /// A time as `2021-03-05T14:23:11Z`.
  mutating func time(day: String, second: Int64) {
    beginCell()
    buffer.append(contentsOf: day.utf8)
    buffer.append(UInt8(ascii: "T"))
    append(padded: second / 3600)
    buffer.append(UInt8(ascii: ":"))
    append(padded: second / 60 % 60)
    buffer.append(UInt8(ascii: ":"))
    append(padded: second % 60)
    buffer.append(UInt8(ascii: "Z"))
  }

  mutating func endRow() throws(OutputError) {
    buffer.append(0x0A)
    isFirstCell = true
    lineCount += 1
    if buffer.count >= RowFile.chunk { try flush() }
  }

  /// Writes what is left and gives the entry of the manifest.
  mutating func close() throws(OutputError) -> JSONValue {
    try flush()
    do { try handle.close() } catch { throw OutputError(error, at: name, whenDenied: { .notWritable($0) }) }
    return fingerprint.value.json(name: name)
  }

  private mutating func beginCell() {
    if !isFirstCell { buffer.append(UInt8(ascii: ",")) }
    isFirstCell = false
  }

  private mutating func append(_ number: Int64) {
    if number < 10 {
      buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
    } else {
      append(number / 10)
      buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
  }

  private mutating func append(padded number: Int64) {
    buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  private mutating func flush() throws(OutputError) {
    buffer.withUnsafeBytes { fingerprint.add($0) }
    do { try handle.write(contentsOf: buffer) } catch {
      throw OutputError(error, at: name, whenDenied: { .notWritable($0) })
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

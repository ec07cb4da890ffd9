/// A delimited text in UTF-8 that is too long to be held: it is read piece by piece, as often as it is needed.
///
/// A first pass over the whole file tells that it is such a text, and its fingerprint. Of the passes that follow, each
/// finds the same text, or says that the file changed.
struct LongFile: Sendable {
  let path: String
  let name: String
  let isCompressed: Bool
  /// The beginning of the text, up to the last end of a line in it, with the byte-order mark if there is one.
  let head: [UInt8]
  /// How many bytes the text has, inflated, with its mark.
  let byteCount: Int
  let fingerprint: FileFingerprint
  /// How much of it is read at a time.
  let pieceLength: Int
  /// Whether pieces are read on a thread of their own while earlier ones are used.
  var readsAhead = true
  /// Holds the file on the disk, where it is what came from standard input.
  private let spool: SpooledInput?

  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Nil where the file is not that long, or no delimited text in UTF-8: then it must be held to be read.
  ///
  /// - Parameter longestHeld: the length, in bytes of text, up to which files are held; the largest number: every one.
  /// - Throws: ``ReadingError`` when it cannot be read or inflated.
  /// - Complexity: O(bytes) time, O(`longestHeld`) memory.
  init?(
    path: String, name: String, longestHeld: Int, spool: SpooledInput? = nil
  ) throws(ReadingError) {
    guard longestHeld < .max else { return nil }
    (self.path, self.name, self.spool) = (path, name, spool)
    pieceLength = max(longestHeld / 4, 1)
    var start: [UInt8] = []
    let shown = spool == nil ? path : SpooledInput.shown
    let first = try FilePieces(path: path, shown: shown, name: name, isCompressed: false)
    _ = try first.fill(&start, upTo: Inflation.gzipMark.count)
    isCompressed = start == Inflation.gzipMark
    let pieces = try FilePieces(
      path: path, shown: shown, name: name, isCompressed: isCompressed, for: .textAndFingerprint)
    var bytes: [UInt8] = []
    guard try pieces.fill(&bytes, upTo: longestHeld + 1), let head = LongFile.head(of: bytes) else {
      return nil
    }
    self.head = head
    var survey = TextSurvey()
    var goesOn = true
    while true {
      let rest = survey.take(bytes)
      guard survey.isText else { return nil }
      guard goesOn else { break }
      bytes = rest
      goesOn = try pieces.fill(&bytes, upTo: rest.count + pieceLength)
    }
    guard survey.isWhole else { return nil }
    byteCount = survey.byteCount
    fingerprint = try pieces.finishedFingerprint()!
  }

  /// The whole lines with which a text begins; nil where they are no table in UTF-8.
  private static func head(of text: [UInt8]) -> [UInt8]? {
    guard let end = text.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
    let head = Array(text[...end])
    guard OtherFormat(recognising: head) == nil, let decoded = DecodedText(head), decoded.encoding == .utf8,
      isTable(decoded)
    else { return nil }
    return head
  }

  /// Whether a file that begins with these bytes can be read piece by piece.
  static func mayBegin(with bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: Inflation.gzipMark) else { return head(of: bytes) != nil }
    do { return head(of: try InflatedStream().beginning(of: bytes)) != nil } catch {
      // What is wrong with it is told where it is held.
      return false
    }
  }

  /// Whether the text is a table and no other format; a broken one shows when it is held.
  private static func isTable(_ text: DecodedText) -> Bool {
    do { return try FileFormat.recognised(in: text.bytes) == .delimited } catch { return false }
  }

  /// The text from its start, with its byte-order mark.
  func pieces() throws(ReadingError) -> FilePieces {
    try FilePieces(path: path, shown: shown, name: name, isCompressed: isCompressed)
  }

  /// The fault of a file of which a later pass finds another text.
  var changed: ReadingError { .unreadable(shown, reason: "it changed while it was read") }

  /// How messages name the file.
  private var shown: String { spool == nil ? path : SpooledInput.shown }
}

/// What the bytes of a text say of it, piece by piece: that they are UTF-8, and no control characters.
private struct TextSurvey {
  private(set) var byteCount = 0
  /// Whether nothing speaks against it so far.
  private(set) var isText = true
  /// Whether the text does not end within a character.
  private(set) var isWhole = true

  /// Looks at bytes; returns those of a last character that is not complete yet.
  mutating func take(_ bytes: [UInt8]) -> [UInt8] {
    let end = TextSurvey.completeCount(bytes)
    let span = bytes.span
    // Only whether the bytes are UTF-8 matters, not where they stop to be.
    isText = isText && (try? UTF8Span(validating: span.extracting(0..<end))) != nil
    var controls: UInt8 = 0
    for position in 0..<end { controls |= DecodedText.isControlCharacter(span[position]) ? 1 : 0 }
    isText = isText && controls == 0
    isWhole = end == bytes.count
    byteCount += end
    return Array(bytes[end...])
  }

  /// How many bytes stand before a character at the end of which bytes are missing.
  private static func completeCount(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }
}

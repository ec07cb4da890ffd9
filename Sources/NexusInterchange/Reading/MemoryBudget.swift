internal import NexusModel

/// How much memory a data set may take, by estimates made before it is taken.
///
/// Counted are the bytes of files, what they inflate to, what they are decoded or rewritten to, and what the network
/// keeps of each row. The estimates depend on the data alone, so that the same data set is always either read or refused.
struct MemoryBudget {
  /// In bytes; nil: without end.
  let limit: Int?
  /// How long a file may be to be held whole where it need not be, in bytes of text; the largest number: every one.
  let longestHeld: Int
  private(set) var claimed = 0

  init(limit: Int?, longestHeld: Int = .max) { (self.limit, self.longestHeld) = (limit, longestHeld) }

  var remaining: Int { limit.map { max(0, $0 - claimed) } ?? .max }

  /// Books memory that is about to be taken for a file.
  ///
  /// - Throws: ``ReadingError/tooMuchMemory(_:needed:limit:)`` where that is more than there may be.
  mutating func claim(_ bytes: Int, for file: String) throws(ReadingError) {
    claimed += bytes
    guard let limit, claimed > limit else { return }
    throw .tooMuchMemory(file, needed: claimed, limit: limit)
  }

  /// What the network keeps of a row of this shape, at most: its place, its evidence, its tie or transfer, and while
  /// ties are grouped both.
  static func bytesPerRow(_ shape: TableShape) -> Int {
    let place = 8
    let evidence = MemoryLayout<Evidence>.stride
    return switch shape {
    case .flows: place + MemoryLayout<Transfer>.stride
    case .actors: place + MemoryLayout<Presence>.stride + 200
    case .matrix, .regions, .description: place
    case .ties, .headerless, .affiliations: place + 2 * evidence + MemoryLayout<Tie>.stride + 64
    }
  }
}

/// A size in bytes as people write it: `2G`, `512M`, `1.5 GiB`, `65536`. The units are powers of 1024.
public struct MemorySize: Hashable, Sendable, CustomStringConvertible {
  public let bytes: Int

  public init(bytes: Int) { self.bytes = bytes }

  /// Nil for anything but a positive number with K, M, G or T behind it, or nothing.
  public init?(_ text: String) {
    let digits = text.prefix { $0.isASCIIDigit || $0 == "." }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    let powers = ["": 0, "b": 0, "k": 1, "m": 2, "g": 3, "t": 4]
    let letter =
      unit.hasSuffix("ib") ? String(unit.dropLast(2)) : unit.count == 2 ? String(unit.dropLast()) : unit
    guard unit.count == letter.count || unit.hasSuffix("b"), let power = powers[letter],
      let number = Double(digits)
    else { return nil }
    let bytes = (0..<power).reduce(number) { value, _ in value * 1024 }
    guard bytes >= 1, bytes < 0x1p62 else { return nil }
    self.bytes = Int(bytes)
  }

  /// In the largest unit of which there is at least one, rounded up to a tenth: `1.2 GiB`.
  public var description: String {
    var (value, unit) = (Double(bytes), 0)
    while value >= 1024, unit < 4 { (value, unit) = (value / 1024, unit + 1) }
    guard unit > 0 else { return "\(bytes) bytes" }
    let tenths = (value * 10).rounded(.up) / 10
    return
      "\(tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)) \(["", "KiB", "MiB", "GiB", "TiB"][unit])"
  }
}

/// Names that differ little from a text: what its writer may have meant.
public struct NearNames {
  private let folded: [UInt8]

  public init(_ text: String) { folded = Array(text.lowercased().utf8) }

  /// Up to three names within an edit distance of a third of the text, the nearest first.
  public func among(_ names: some Sequence<String>) -> [String] {
    candidates(names).prefix(3).map(\.name)
  }

  /// Those of ``among(_:)`` that are at most one edit farther than the nearest: what a writer likely meant.
  public func nearest(among names: some Sequence<String>) -> [String] {
    let candidates = candidates(names)
    guard let nearest = candidates.first?.distance else { return [] }
    return candidates.prefix { $0.distance <= nearest + 1 }.prefix(3).map(\.name)
  }

  /// The names within the limit, the nearest first.
  private func candidates(_ names: some Sequence<String>) -> [(distance: Int, name: String)] {
    let limit = max(1, folded.count / 3)
    var candidates: [(distance: Int, name: String)] = []
    for name in Set(names) {
      let other = Array(name.lowercased().utf8)
      guard abs(other.count - folded.count) <= limit else { continue }
      let distance = NearNames.editDistance(folded, other, limit: limit)
      if distance <= limit { candidates.append((distance, name)) }
    }
    return candidates.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
  }

  /// Levenshtein distance over bytes; more than `limit` as soon as it must be.
  private static func editDistance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int {
    var row = Array(0...second.count)
    for (i, byte) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in second.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
      if row.min() ?? 0 > limit { return limit + 1 }
    }
    return row[second.count]
  }
}

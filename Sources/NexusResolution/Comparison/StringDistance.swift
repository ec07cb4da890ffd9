/// Distances between words as bytes.
enum StringDistance {
  /// The fewest insertions, deletions, replacements and swaps of neighbours that make one word of the other, each byte
  /// edited once at most; more than `limit` as soon as it must be. Also known as optimal string alignment.
  ///
  /// - Complexity: O(first · second).
  ///
  /// Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors",
  /// *Communications of the ACM* 7(3), 1964, pp. 171–176, doi:10.1145/363958.363994.
  static func damerauLevenshtein(_ first: [UInt8], _ second: [UInt8], limit: Int = .max) -> Int {
    guard abs(first.count - second.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var last = Array(0...second.count)
    for i in first.indices {
      var row = [i + 1] + last.dropFirst()
      for j in second.indices {
        row[j + 1] = min(last[j] + (first[i] == second[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
      if let least = row.min(), least > limit { return limit + 1 }
      (before, last) = (last, row)
    }
    return last[second.count]
  }

  /// Jaro–Winkler similarity, from 0 to 1: the share of letters in common within half a word, less half of those out
  /// of order, raised by a tenth of what is missing for each of the first four letters that agree.
  ///
  /// - Complexity: O(first · second).
  ///
  /// Source: W. E. Winkler, "String comparator metrics and enhanced decision rules in the Fellegi–Sunter model of record
  /// linkage", *Proceedings of the Section on Survey Research Methods*, American Statistical Association, 1990,
  /// pp. 354–359.
  static func jaroWinkler(_ first: [UInt8], _ second: [UInt8]) -> Double {
    if first == second { return 1 }
    let window = max(first.count, second.count) / 2 - 1
    guard !first.isEmpty, !second.isEmpty, window >= 0 else { return 0 }
    var isTaken = [Bool](repeating: false, count: second.count)
    var matched: [UInt8] = []
    for i in first.indices {
      let range = min(max(0, i - window), second.count)..<min(second.count, i + window + 1)
      guard let j = range.first(where: { !isTaken[$0] && second[$0] == first[i] }) else { continue }
      isTaken[j] = true
      matched.append(first[i])
    }
    guard !matched.isEmpty else { return 0 }
    let others = second.indices.lazy.filter { isTaken[$0] }.map { second[$0] }
    let swapped = zip(matched, others).count { $0 != $1 } / 2
    let common = Double(matched.count)
    let jaro =
      (common / Double(first.count) + common / Double(second.count) + (common - Double(swapped)) / common) / 3
    let prefix = zip(first, second).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}

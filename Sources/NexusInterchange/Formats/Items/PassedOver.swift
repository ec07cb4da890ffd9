/// Items of a file that become no row: how many of which kind.
struct PassedOver {
  private var counts: [String: Int] = [:]

  var total: Int { counts.values.reduce(0, +) }

  mutating func add(_ kind: String) { counts[kind, default: 0] += 1 }

  /// The kinds, the most frequent first; nil where there are none.
  var note: String? {
    guard !counts.isEmpty else { return nil }
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return "passed over, since they are no actor, tie or transfer: "
      + ReadingError.listed(kinds.map { "\($0.value) \($0.key)" }) + "."
  }
}

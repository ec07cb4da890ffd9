/// Something that a format has no place for.
public struct ConversionLoss: Hashable, Sendable {
  /// What it is, to follow its count: `values with control characters, written as U+FFFD`.
  public var what: String
  /// How many of them there are.
  public var count: Int

  public init(what: String, count: Int) { (self.what, self.count) = (what, count) }
}

/// Counts what is lost, by kind, in the order of first sight.
struct LossTally {
  private(set) var losses: [ConversionLoss] = []

  mutating func add(_ what: String, _ count: Int = 1) {
    guard count > 0 else { return }
    if let known = losses.firstIndex(where: { $0.what == what }) {
      losses[known].count += count
    } else {
      losses.append(ConversionLoss(what: what, count: count))
    }
  }
}

/// Values whose outliers were drawn in to the next value, and how many were.
public struct Winsorised: Hashable, Sendable {
  public let values: [Double?]
  /// How many values were changed; 0 when the values passed as they were.
  public let points: Int

  /// Draws outliers in until the values pass the ``OutlierCheck``: the largest, or the smallest where the skewness
  /// is negative, become the next value inwards. Equal values move together.
  ///
  /// - Parameter limit: the most values that may be changed.
  /// - Returns: nil when so few are not enough: a transformation of all values would then be called for.
  /// - Complexity: O(`limit` · *n*).
  ///
  /// Source: the data treatment of COINr, doi:10.21105/joss.04567.
  public init?(_ values: [Double?], limit: Int = 5) {
    var treated = values
    var moved = Set<Int>()
    while true {
      let check = OutlierCheck(treated.compactMap { $0 })
      if check.passes {
        self.values = treated
        points = moved.count
        return
      }
      let isHigh = (check.skewness ?? 0) >= 0
      let present = treated.compactMap { $0 }
      guard let extreme = isHigh ? present.max() : present.min() else { return nil }
      let others = present.filter { $0 != extreme }
      guard let next = isHigh ? others.max() : others.min() else { return nil }
      for index in treated.indices where treated[index] == extreme {
        treated[index] = next
        moved.insert(index)
      }
      guard moved.count <= limit else { return nil }
    }
  }
}

/// The ranks of regions of one level in each draw: 1 is the highest, equal scores share the better rank.
struct RankDraws {
  /// By region, then draw.
  let ranks: [[Int32]]

  /// O(draws · regions · log regions).
  init(_ scores: [ArraySlice<Double>]) {
    let draws = scores.first?.count ?? 0
    var ranks = [[Int32]](repeating: [Int32](repeating: 0, count: draws), count: scores.count)
    for draw in 0..<draws {
      let values = scores.map { $0[$0.startIndex + draw] }
      let order = values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
      var rank: Int32 = 1
      for (position, region) in order.enumerated() {
        if position > 0, values[region] != values[order[position - 1]] { rank = Int32(position + 1) }
        ranks[region][draw] = rank
      }
    }
    self.ranks = ranks
  }

  /// - Parameter nominal: the rank of the score itself.
  func interval(_ region: Int, nominal: Int) -> RankInterval {
    let ranks = ranks[region]
    let sorted = ranks.sorted()
    let share = { (of: Double) in sorted[max(0, Int((of * Double(sorted.count)).rounded(.up)) - 1)] }
    return RankInterval(
      low: Int(share(0.05)), high: Int(share(0.95)),
      first: Double(ranks.count { $0 == 1 }) / Double(ranks.count),
      meanShift: ranks.reduce(0.0) { $0 + abs(Double($1) - Double(nominal)) } / Double(ranks.count))
  }

  /// In each draw the mean of |rank − nominal rank| over the regions.
  func meanShifts(nominal: [Int]) -> [Double] {
    (0..<(ranks.first?.count ?? 0)).map { draw in
      ranks.indices.reduce(0.0) { $0 + abs(Double(ranks[$1][draw]) - Double(nominal[$1])) }
        / Double(ranks.count)
    }
  }
}

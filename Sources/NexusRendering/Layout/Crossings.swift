/// A straight piece of a line between two vertices.
package struct LinePiece: Hashable, Sendable {
  package var start: Point
  package var end: Point
  /// The vertices that the line joins.
  package var source: Int
  package var target: Int

  package init(from start: Point, to end: Point, source: Int, target: Int) {
    (self.start, self.end, self.source, self.target) = (start, end, source, target)
  }

  /// Whether the insides of two pieces have one point in common. Pieces of lines that share a vertex never do.
  func crosses(_ other: LinePiece) -> Bool {
    if source == other.source || source == other.target || target == other.source || target == other.target {
      return false
    }
    return segmentsCross(start, end, other.start, other.end)
  }
}

/// Whether the insides of the segments a–b and c–d have one point in common.
func segmentsCross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
  if max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x) { return false }
  if max(a.y, b.y) < min(c.y, d.y) || max(c.y, d.y) < min(a.y, b.y) { return false }
  func side(_ first: Point, _ second: Point, _ point: Point) -> Double {
    (second.x - first.x) * (point.y - first.y) - (second.y - first.y) * (point.x - first.x)
  }
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/// How many pairs of pieces cross, pieces of one line and of lines that share a vertex apart.
///
/// Sorted by their left ends, each is held against those that begin before it ends. O(k log k + pairs that overlap
/// from left to right).
///
/// - Parameter sample: of so many pieces, evenly spread in that order, the crossings with all are counted and scaled
///   up; nil counts all pairs.
package func crossingCount(of pieces: [LinePiece], sample: Int? = nil) -> Double {
  let sorted = pieces.indices.map { (left: min(pieces[$0].start.x, pieces[$0].end.x), number: $0) }
    .sorted { $0 < $1 }.map { pieces[$0.number] }
  if let sample, sample > 0, sample < pieces.count {
    var count = 0
    for number in 0..<sample {
      let piece = sorted[number * sorted.count / sample]
      count += sorted.count { $0.crosses(piece) }
    }
    return Double(count) / 2 * Double(pieces.count) / Double(sample)
  }
  let lefts = sorted.map { min($0.start.x, $0.end.x) }
  var count = 0
  for (position, piece) in sorted.enumerated() {
    let right = max(piece.start.x, piece.end.x)
    var other = position + 1
    while other < sorted.count, lefts[other] <= right {
      if piece.crosses(sorted[other]) { count += 1 }
      other += 1
    }
  }
  return Double(count)
}

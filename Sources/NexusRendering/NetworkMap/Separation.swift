private import Foundation

/// Discs, some with a name beside them, that are moved as little as needed to keep clear of each other.
struct Separation {
  /// The middles of the discs.
  private(set) var points: [Point]
  private let radii: [Double]
  private let banners: [Banner]
  private let gap: Double
  private let area: Box
  /// Whether the last round moved nothing.
  private(set) var isSettled = false

  /// Room for a name to one side of a disc.
  struct Banner {
    var disc: Int
    /// Positive to the right, negative to the left.
    var width: Double
    var height: Double
  }

  init(_ points: [Point], radii: [Double], banners: [Banner], gap: Double, within area: Box) {
    (self.points, self.radii, self.banners, self.gap, self.area) = (points, radii, banners, gap, area)
  }

  /// Overlapping pairs push each other away, half each, until a round moves nothing or all rounds have passed (then
  /// the area is too small for them). O(n + pairs that are near) a round.
  mutating func settle(rounds: Int = 250) {
    for round in 0..<rounds {
      let hasMovedDiscs = parts(discsIn: round)
      let hasMovedNames = !banners.isEmpty && clearBanners()
      for index in points.indices { keepInside(index) }
      if !hasMovedDiscs && !hasMovedNames {
        isSettled = true
        return
      }
    }
  }

  /// One pass over the pairs that are near each other.
  private mutating func parts(discsIn round: Int) -> Bool {
    let grid = DiscGrid(points, cell: 2 * (radii.max() ?? 0) + gap)
    var hasMoved = false
    for first in points.indices {
      grid.forEachNear(first) { second in
        let least = radii[first] + radii[second] + gap
        var away = points[second] - points[first]
        guard away.length < least else { return }
        hasMoved = true
        if away.length < 1e-6 {
          // Two on one spot: each pair leaves in a direction of its own.
          let angle = Double(first &* 31 &+ second &* 17 &+ round)
          away = Point(x: cos(angle), y: sin(angle)) * 1e-6
        }
        let step = away * ((least - away.length) / away.length / 2 + 1e-9)
        points[first] = points[first] - step
        points[second] = points[second] + step
      }
    }
    return hasMoved
  }

  /// Moves discs out of the names of others, and names out of each other.
  private mutating func clearBanners() -> Bool {
    var hasMoved = false
    for (position, banner) in banners.enumerated() {
      let box = self.box(of: banner)
      for disc in points.indices where disc != banner.disc {
        let clear = radii[disc] + 1.5
        let grown = box.insetBy(-clear)
        let point = points[disc]
        guard point.x > grown.minX, point.x < grown.maxX, point.y > grown.minY, point.y < grown.maxY else {
          continue
        }
        hasMoved = true
        let isAbove = point.y == box.center.y ? disc % 2 == 0 : point.y < box.center.y
        let rise = isAbove ? grown.minY - point.y - 0.1 : grown.maxY - point.y + 0.1
        let run = banner.width > 0 ? grown.maxX - point.x + 0.1 : grown.minX - point.x - 0.1
        // The shorter way out: up, down, or past the end of the name. Who bears the name gives way a little.
        let step = abs(run) < abs(rise) ? Point(x: run, y: 0) : Point(x: 0, y: rise)
        points[disc] = points[disc] + step * 0.6
        points[banner.disc] = points[banner.disc] - step * 0.3
      }
      for other in banners[(position + 1)...] {
        let second = self.box(of: other)
        guard box.intersects(second) else { continue }
        hasMoved = true
        let isAbove = box.center.y <= second.center.y
        let overlap = isAbove ? box.maxY - second.minY : second.maxY - box.minY
        let step = (overlap / 2 + 0.5) * (isAbove ? 1 : -1)
        points[banner.disc].y -= step
        points[other.disc].y += step
      }
    }
    return hasMoved
  }

  /// The room of a name, where its disc now stands.
  func box(of banner: Banner) -> Box {
    let (center, radius) = (points[banner.disc], radii[banner.disc])
    let inner = center.x + (banner.width > 0 ? radius + 2 : -radius - 2)
    return Box(
      minX: min(inner, inner + banner.width), minY: center.y - banner.height / 2,
      maxX: max(inner, inner + banner.width), maxY: center.y + banner.height / 2)
  }

  private mutating func keepInside(_ index: Int) {
    let inner = area.insetBy(radii[index])
    points[index].x = max(inner.minX, min(inner.maxX, points[index].x))
    points[index].y = max(inner.minY, min(inner.maxY, points[index].y))
  }
}

/// Points by square cells, in which those near a point are found.
private struct DiscGrid {
  private let cells: [Int]
  private let columns: Int
  private let rows: Int
  private let starts: [Int]
  private let members: [Int]

  private static let most = 512.0

  /// - Parameter cell: the least side of a cell: as far as two discs can be apart and still touch.
  init(_ points: [Point], cell: Double) {
    let box = Box(holding: points)
    let side = max(cell, box.width / Self.most, box.height / Self.most, 1e-9)
    let columns = Int(box.width / side) + 1
    rows = Int(box.height / side) + 1
    cells = points.map { Int(($0.y - box.minY) / side) * columns + Int(($0.x - box.minX) / side) }
    var starts = [Int](repeating: 0, count: columns * rows + 1)
    for cell in cells { starts[cell + 1] += 1 }
    for cell in 0..<(columns * rows) { starts[cell + 1] += starts[cell] }
    var next = starts
    var members = [Int](repeating: 0, count: points.count)
    for (point, cell) in cells.enumerated() {
      members[next[cell]] = point
      next[cell] += 1
    }
    (self.columns, self.starts, self.members) = (columns, starts, members)
  }

  /// Calls `body` with each later point in the cell of `point` or one beside it.
  func forEachNear(_ point: Int, _ body: (Int) -> Void) {
    let (row, column) = cells[point].quotientAndRemainder(dividingBy: columns)
    for row in max(0, row - 1)...min(rows - 1, row + 1) {
      let (left, right) = (max(0, column - 1), min(columns - 1, column + 1))
      for position in starts[row * columns + left]..<starts[row * columns + right + 1]
      where members[position] > point { body(members[position]) }
    }
  }
}

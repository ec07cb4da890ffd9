/// A place in a picture; x grows to the right, y downwards.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

  package static func + (left: Point, right: Point) -> Point {
    Point(x: left.x + right.x, y: left.y + right.y)
  }
  package static func - (left: Point, right: Point) -> Point {
    Point(x: left.x - right.x, y: left.y - right.y)
  }
  package static func * (point: Point, factor: Double) -> Point {
    Point(x: point.x * factor, y: point.y * factor)
  }

  package var length: Double { (x * x + y * y).squareRoot() }
}

/// An upright rectangle.
package struct Box: Hashable, Sendable {
  package var minX: Double
  package var minY: Double
  package var maxX: Double
  package var maxY: Double

  package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    (self.minX, self.minY, self.maxX, self.maxY) = (minX, minY, maxX, maxY)
  }

  package init(around center: Point, radius: Double) {
    self.init(
      minX: center.x - radius, minY: center.y - radius, maxX: center.x + radius, maxY: center.y + radius)
  }

  /// The smallest box that holds all points; of no points, an empty box at the origin.
  init(holding points: some Sequence<Point>) {
    var box: Box?
    for point in points {
      let old = box ?? Box(around: point, radius: 0)
      box = Box(
        minX: min(old.minX, point.x), minY: min(old.minY, point.y), maxX: max(old.maxX, point.x),
        maxY: max(old.maxY, point.y))
    }
    self = box ?? Box(around: Point(x: 0, y: 0), radius: 0)
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var center: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  package func intersects(_ other: Box) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  func contains(_ other: Box) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  func insetBy(_ margin: Double) -> Box {
    Box(minX: minX + margin, minY: minY + margin, maxX: maxX - margin, maxY: maxY - margin)
  }

  /// Whether the segment from `start` to `end` passes through (Liang–Barsky clipping).
  func isCrossed(from start: Point, to end: Point) -> Bool {
    if max(start.x, end.x) < minX || min(start.x, end.x) > maxX { return false }
    if max(start.y, end.y) < minY || min(start.y, end.y) > maxY { return false }
    let step = end - start
    var (entry, exit) = (0.0, 1.0)
    if step.x != 0 {
      let (first, second) = ((minX - start.x) / step.x, (maxX - start.x) / step.x)
      (entry, exit) = (max(entry, min(first, second)), min(exit, max(first, second)))
    }
    if step.y != 0 {
      let (first, second) = ((minY - start.y) / step.y, (maxY - start.y) / step.y)
      (entry, exit) = (max(entry, min(first, second)), min(exit, max(first, second)))
    }
    return entry <= exit
  }
}

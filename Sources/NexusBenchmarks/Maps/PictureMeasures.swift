import NexusRendering

/// How well a picture can be read, in numbers that do not depend on its scale.
struct PictureMeasures: Codable {
  var nodes: Int
  var lines: Int
  /// Points in which lines without a common end cross.
  var crossings: Double
  /// The share of pairs of lines that this is.
  var crossingsPerPair: Double
  /// Whether crossings were counted on a sample.
  var isSampled: Bool
  var nodeOverlaps: Int
  var labels: Int
  /// Pairs of names that overlap, and of a name and the symbol of another, to 100 names.
  var labelOverlapsPer100: Double
  /// 0 where drawn distances follow the numbers of steps.
  var stress: Double

  /// Above so many pieces of lines crossings are counted on a sample.
  static let mostPieces = 20_000
  private static let sample = 1_000
  /// Above so many nodes stress is measured from a sample of them.
  static let mostSources = 3_000
  private static let sources = 200

  init(_ picture: DrawnPicture) {
    nodes = picture.nodes.count
    lines = picture.lines.count
    labels = picture.labels.count
    let pieces = picture.lines.flatMap { line in
      zip(line.course, line.course.dropFirst()).map {
        LinePiece(from: $0, to: $1, source: line.source, target: line.target)
      }
    }
    isSampled = pieces.count > Self.mostPieces
    crossings = crossingCount(of: pieces, sample: isSampled ? Self.sample : nil)
    let pairs = Double(lines) * Double(lines - 1) / 2
    crossingsPerPair = pairs > 0 ? crossings / pairs : 0
    nodeOverlaps = Self.overlaps(among: picture.nodes)
    labelOverlapsPer100 =
      labels > 0 ? 100 * Double(Self.overlaps(of: picture.labels, picture.nodes)) / Double(labels) : 0
    stress = Self.stress(of: picture)
  }

  /// Pairs of symbols, by an ellipse that holds all places where two touch (somewhat too wide where they are not alike).
  private static func overlaps(among nodes: [DrawnPicture.Node]) -> Int {
    let order = nodes.indices.sorted {
      nodes[$0].center.x - nodes[$0].halfWidth < nodes[$1].center.x - nodes[$1].halfWidth
    }
    var count = 0
    for (position, first) in order.enumerated() {
      let node = nodes[first]
      for second in order[(position + 1)...] {
        let other = nodes[second]
        if other.center.x - other.halfWidth >= node.center.x + node.halfWidth { break }
        let across = (other.center.x - node.center.x) / (node.halfWidth + other.halfWidth)
        let down = (other.center.y - node.center.y) / (node.halfHeight + other.halfHeight)
        if across * across + down * down < 1 - 1e-9 { count += 1 }
      }
    }
    return count
  }

  private static func overlaps(of labels: [DrawnPicture.Label], _ nodes: [DrawnPicture.Node]) -> Int {
    let sorted = labels.sorted { ($0.box.minX, $0.box.minY) < ($1.box.minX, $1.box.minY) }
    var count = 0
    for (position, label) in sorted.enumerated() {
      for other in sorted[(position + 1)...] {
        if other.box.minX >= label.box.maxX { break }
        if label.box.intersects(other.box) { count += 1 }
      }
    }
    let lefts = sorted.map(\.box.minX)
    let widest = sorted.map { $0.box.maxX - $0.box.minX }.max() ?? 0
    for (number, node) in nodes.enumerated() {
      var position = Self.first(in: lefts, atLeast: node.center.x - node.halfWidth - widest)
      while position < sorted.count, lefts[position] < node.center.x + node.halfWidth {
        let label = sorted[position]
        position += 1
        guard label.node != number else { continue }
        let x = max(label.box.minX, min(label.box.maxX, node.center.x)) - node.center.x
        let y = max(label.box.minY, min(label.box.maxY, node.center.y)) - node.center.y
        let (across, down) = (x / node.halfWidth, y / node.halfHeight)
        if across * across + down * down < 1 - 1e-9 { count += 1 }
      }
    }
    return count
  }

  private static func first(in sorted: [Double], atLeast value: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func stress(of picture: DrawnPicture) -> Double {
    let count = picture.nodes.count
    let neighbours = Neighbours(vertexCount: count, edges: picture.lines.map { ($0.source, $0.target) })
    let searches = count > mostSources ? sources : count
    var stress = LayoutStress()
    for search in 0..<searches {
      let source = search * count / searches
      for (target, steps) in neighbours.steps(from: source).enumerated() where steps > 0 {
        stress.add(
          distance: (picture.nodes[source].center - picture.nodes[target].center).length, steps: Double(steps)
        )
      }
    }
    return stress.value
  }
}

/// Where the stops of a trail stand, and where its bands leave and enter them.
///
/// A column holds the stops of one distance, ordered by the middle of where their bands come from so that bands cross
/// little. A stop is as high as the larger of what it received and what it paid on the trail.
struct TrailLayout {
  static let columnGap = 210.0
  static let stopWidth = 14.0
  static let stopGap = 30.0
  static let left = 40.0
  static let top = 86.0
  /// The height of the fullest column without its gaps.
  static let bandHeight = 420.0
  /// The most that a band which goes back is drawn wide, so that its bends do not swell over what stands beside it.
  static let widestReturn = 24.0
  /// The most room below the columns for the bands that go back; more of them lie closer together.
  static let returnRoom = 180.0

  private(set) var boxes: [Box]
  /// By band, the middle of where it leaves its payer and where it enters its payee, and the width that is drawn.
  private(set) var ends: [(start: Point, end: Point, width: Double)] = []
  /// By band that goes back, or stays in its column, the height below the columns at which it does.
  private(set) var lanes: [Int: Double] = [:]
  /// How many bands are drawn thinner than their amount.
  private(set) var cappedCount = 0
  let width: Double
  private(set) var height: Double

  init(_ trail: FlowTrail) {
    var (received, paid) = (
      [Double](repeating: 0, count: trail.stops.count), [Double](repeating: 0, count: trail.stops.count)
    )
    for band in trail.bands {
      paid[band.payer] += band.amount
      received[band.payee] += band.amount
    }
    let sizes = zip(received, paid).map { max($0, $1) }
    let depth = (trail.stops.map(\.hops).max() ?? 0) + 1
    var columns = [[Int]](repeating: [], count: depth)
    for (index, stop) in trail.stops.enumerated() { columns[stop.hops].append(index) }
    let fullest = columns.map { $0.reduce(0) { $0 + sizes[$1] } }.max() ?? 0
    let scale = fullest > 0 ? TrailLayout.bandHeight / fullest : 0

    let heights = columns.map { column in
      column.reduce(0) { $0 + max(4, sizes[$1] * scale) } + TrailLayout.stopGap
        * Double(max(0, column.count - 1))
    }
    let tallest = heights.max() ?? 0
    let returning = trail.bands.indices.filter { TrailLayout.goesBack(trail.bands[$0], trail) }
    let widestReturn =
      returning.map { min(TrailLayout.widestReturn, trail.bands[$0].amount * scale) }.max() ?? 0
    let left =
      returning.isEmpty ? TrailLayout.left : max(TrailLayout.left, 46 + widestReturn / 2)
    var boxes = [Box](repeating: Box(minX: 0, minY: 0, maxX: 0, maxY: 0), count: trail.stops.count)
    for (number, column) in columns.enumerated() {
      var y = TrailLayout.top + (tallest - heights[number]) / 2
      let x = left + Double(number) * TrailLayout.columnGap
      for stop in TrailLayout.ordered(column, trail, boxes) {
        let size = max(4, sizes[stop] * scale)
        boxes[stop] = Box(minX: x, minY: y, maxX: x + TrailLayout.stopWidth, maxY: y + size)
        y += size + TrailLayout.stopGap
      }
    }
    self.boxes = boxes
    width = left + TrailLayout.left + Double(max(0, depth - 1)) * TrailLayout.columnGap + 190
    height = TrailLayout.top + tallest
    ends = TrailLayout.ends(trail, boxes, scale)
    layReturns(returning)
  }

  private static func goesBack(_ band: FlowTrail.Band, _ trail: FlowTrail) -> Bool {
    trail.stops[band.payee].hops <= trail.stops[band.payer].hops
  }

  /// Gives each band that goes back a lane below the columns, and makes room for them.
  private mutating func layReturns(_ returning: [Int]) {
    guard !returning.isEmpty else { return }
    for band in returning where ends[band].width > TrailLayout.widestReturn {
      ends[band].width = TrailLayout.widestReturn
      cappedCount += 1
    }
    let gap = 5.0
    let widest = returning.map { ends[$0].width }.max() ?? 0
    let room = returning.reduce(0) { $0 + ends[$1].width + gap }
    let closeness = min(1, TrailLayout.returnRoom / room)
    // Far enough below for both bends of the widest.
    let first = height + 20 + widest
    var used = 0.0
    for band in returning {
      lanes[band] = first + used * closeness + ends[band].width / 2
      used += ends[band].width + gap
    }
    height = first + room * closeness + widest
  }

  /// A column from top to bottom: by the mean height of the payers further left, weighed by amount; then by position.
  private static func ordered(_ column: [Int], _ trail: FlowTrail, _ boxes: [Box]) -> [Int] {
    var (sums, weights) = ([Int: Double](), [Int: Double]())
    for band in trail.bands where trail.stops[band.payer].hops < trail.stops[band.payee].hops {
      sums[band.payee, default: 0] += boxes[band.payer].center.y * band.amount
      weights[band.payee, default: 0] += band.amount
    }
    let heights = column.map { stop in
      weights[stop].map { (sums[stop] ?? 0) / max($0, .leastNormalMagnitude) } ?? 0
    }
    return zip(column, heights).sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// Bands leave and enter a stop in the order of the stops at their other ends.
  private static func ends(_ trail: FlowTrail, _ boxes: [Box], _ scale: Double) -> [(
    start: Point, end: Point, width: Double
  )] {
    let widths = trail.bands.map { $0.amount * scale }
    var starts = [Double](repeating: 0, count: trail.bands.count)
    var stops = starts
    var (used, filled) = (boxes.map(\.minY), boxes.map(\.minY))
    let leaving = trail.bands.indices.sorted {
      (boxes[trail.bands[$0].payee].minY, $0) < (boxes[trail.bands[$1].payee].minY, $1)
    }
    for band in leaving {
      starts[band] = used[trail.bands[band].payer] + widths[band] / 2
      used[trail.bands[band].payer] += widths[band]
    }
    let entering = trail.bands.indices.sorted {
      (boxes[trail.bands[$0].payer].minY, $0) < (boxes[trail.bands[$1].payer].minY, $1)
    }
    for band in entering {
      stops[band] = filled[trail.bands[band].payee] + widths[band] / 2
      filled[trail.bands[band].payee] += widths[band]
    }
    return trail.bands.indices.map { band in
      (
        Point(x: boxes[trail.bands[band].payer].maxX, y: starts[band]),
        Point(x: boxes[trail.bands[band].payee].minX, y: stops[band]), widths[band]
      )
    }
  }
}

import NexusModel

/// Where the marks of a ``Timeline`` stand.
struct TimelineLayout: Sendable {
  /// A mark in a lane of marks.
  struct Mark: Sendable {
    var item: Int
    /// How far below the first row of its lane.
    var row: Int
    var left: Double
    var right: Double
  }

  /// What begins in one step of a lane of counts.
  struct Column: Sendable {
    var left: Double
    var right: Double
    var label: String
    var crossing = 0
    var others = 0

    var count: Int { crossing + others }
  }

  enum Content: Sendable {
    case marks([Mark], depth: Int)
    /// `coarse`: what is dated too coarsely for a step, by the year or month that it may lie in.
    case counts([Column], coarse: [Column], tallest: Int)
  }

  let lanes: [Content]
  let bin: CalendarStep
  let ticks: [(position: Double, label: String)]
  private let span: Range<Int64>
  private let left: Double
  private let right: Double

  /// Half the width of a mark of one day, with the room around it.
  static let reach = 4.0

  init(_ timeline: Timeline, from left: Double, to right: Double) {
    (self.left, self.right) = (left, right)
    let extents = timeline.items.map(TimelineLayout.extent)
    let reference = timeline.referenceDay.map { [$0.seconds] } ?? []
    let start = (extents.map(\.lowerBound) + reference).min() ?? 0
    let end = (extents.map(\.upperBound) + reference.map { $0 + 86_400 }).max() ?? 86_400
    let tick = CalendarStep.finest(of: CalendarStep.ticks, covering: start..<max(end, start + 1), limit: 13)
    let starts = tick.starts(covering: start..<max(end, start + 1))
    let first = min(starts.first ?? start, start)
    span = first..<max(starts.last ?? end, end, first + 86_400)
    let bin = CalendarStep.finest(of: CalendarStep.bins, covering: start..<max(end, start + 1), limit: 110)

    let scale = Scale(span: span, left: left, right: right)
    ticks = starts.map { (scale.position(of: $0), tick.label(of: $0)) }
    var byLane = [[Int]](repeating: [], count: timeline.lanes.count)
    for (index, item) in timeline.items.enumerated() { byLane[item.lane].append(index) }
    let boundaries = bin.starts(covering: start..<max(end, start + 1))
    var contents = byLane.map { items in
      TimelineLayout.packed(items, extents, scale, within: max(1, timeline.maximumDepth))
        ?? TimelineLayout.counted(items, timeline, extents, scale, bin, boundaries)
    }
    while true {
      let marks = contents.map { content in
        if case .marks(let marks, _) = content { marks.count } else { 0 }
      }
      guard marks.reduce(0, +) > max(0, timeline.maximumMarks),
        let deepest = marks.indices.max(by: { (marks[$0], $1) < (marks[$1], $0) })
      else { break }
      contents[deepest] = TimelineLayout.counted(
        byLane[deepest], timeline, extents, scale, bin, boundaries)
    }
    lanes = contents
    self.bin = bin
  }

  func position(of instant: Instant) -> Double {
    Scale(span: span, left: left, right: right).position(of: instant.seconds)
  }

  /// Every second in which an item may lie.
  static func extent(of item: Timeline.Item) -> Range<Int64> {
    let last = item.end.lastDay ?? item.end
    let end = item.end.precision == .second ? item.end.seconds + 1 : last.seconds + 86_400
    return item.start.seconds..<max(end, item.start.seconds + 1)
  }

  /// How finely an item is dated: as coarsely as the coarser of its dates.
  static func precision(of item: Timeline.Item) -> Instant.Precision {
    item.start.precision.rawValue < item.end.precision.rawValue ? item.start.precision : item.end.precision
  }

  private struct Scale {
    var span: Range<Int64>
    var left: Double
    var right: Double

    func position(of seconds: Int64) -> Double {
      let share = Double(seconds - span.lowerBound) / Double(span.upperBound - span.lowerBound)
      return left + (right - left) * share
    }
  }

  /// Each mark in the first row that has room for it; nil where more rows than `depth` are needed.
  private static func packed(
    _ items: [Int], _ extents: [Range<Int64>], _ scale: Scale, within depth: Int
  ) -> Content? {
    let marks = items.map { item in
      let extent = extents[item]
      let (left, right) = (
        scale.position(of: extent.lowerBound), scale.position(of: extent.upperBound - 1)
      )
      let missing = max(0, 2 * reach - (right - left)) / 2
      return Mark(item: item, row: 0, left: left - missing, right: right + missing)
    }.sorted { ($0.left, $0.right, $0.item) < ($1.left, $1.right, $1.item) }
    var ends: [Double] = []
    var placed: [Mark] = []
    for var mark in marks {
      mark.row = ends.firstIndex { $0 + 1 <= mark.left } ?? ends.count
      if mark.row == ends.count {
        guard ends.count < depth else { return nil }
        ends.append(mark.right)
      } else {
        ends[mark.row] = mark.right
      }
      placed.append(mark)
    }
    return .marks(placed, depth: max(1, ends.count))
  }

  /// Items by the step in which they begin.
  private static func counted(
    _ items: [Int], _ timeline: Timeline, _ extents: [Range<Int64>], _ scale: Scale, _ bin: CalendarStep,
    _ boundaries: [Int64]
  ) -> Content {
    var columns = zip(boundaries, boundaries.dropFirst()).map { start, end in
      Column(
        left: scale.position(of: start), right: scale.position(of: end), label: bin.label(of: start))
    }
    var coarse: [Instant: Column] = [:]
    for index in items {
      let item = timeline.items[index]
      if bin.holds(item.start.precision) {
        let after = boundaries.partitioningIndex { $0 > item.start.seconds }
        let position = min(max(0, after - 1), max(0, columns.count - 1))
        guard columns.indices.contains(position) else { continue }
        columns[position].add(item)
      } else {
        let whole = extent(of: Timeline.Item(lane: 0, kind: .tie, start: item.start, detail: ""))
        var column =
          coarse[item.start]
          ?? Column(
            left: scale.position(of: whole.lowerBound), right: scale.position(of: whole.upperBound),
            label: item.start.description)
        column.add(item)
        coarse[item.start] = column
      }
    }
    return .counts(
      columns.filter { $0.count > 0 }, coarse: coarse.sorted { $0.key < $1.key }.map(\.value),
      tallest: columns.map(\.count).max() ?? 0)
  }
}

extension TimelineLayout.Column {
  fileprivate mutating func add(_ item: Timeline.Item) {
    if item.isCrossing { crossing += 1 } else { others += 1 }
  }
}

extension [Int64] {
  /// The first position whose element passes; elements that pass stand behind those that do not. O(log *n*).
  fileprivate func partitioningIndex(where passes: (Int64) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Where the stops and bands of one panel stand, in the unit of amounts: columns of stops from top to bottom, and
/// between each two columns the bands.
struct FlowLayout: Sendable {
  struct Node: Sendable {
    var stop: FlowDiagram.Stop
    /// How many stops are gathered in it; 1 for a stop of its own.
    var gathered: Int
    var amount: Double
  }

  /// What goes from a node of one column to one of the next.
  struct Link: Sendable {
    var source: Int
    var target: Int
    var amount: Double
    var transfers: Int
  }

  /// The nodes of each column, top first.
  private(set) var columns: [[Node]]
  /// The links between each column and the next, ends numbered as in ``columns``.
  private(set) var links: [[Link]]
  let total: Double

  init(_ panel: FlowDiagram.Panel, columnCount: Int, maximumStops: Int) {
    let bands = panel.bands.filter { $0.amount > 0 }
    total = bands.reduce(0) { $0 + $1.amount }
    var columns: [[Node]] = []
    var numbers: [[FlowDiagram.Stop: Int]] = []
    for column in 0..<columnCount {
      let (nodes, number) = FlowLayout.nodes(of: bands, column, maximumStops)
      columns.append(nodes)
      numbers.append(number)
    }
    links = (0..<max(0, columnCount - 1)).map { column in
      var links: [Int: Link] = [:]
      for band in bands {
        let source = numbers[column][band.stops[column]] ?? 0
        let target = numbers[column + 1][band.stops[column + 1]] ?? 0
        let key = source * 10_000 + target
        links[key, default: Link(source: source, target: target, amount: 0, transfers: 0)].amount +=
          band.amount
        links[key]?.transfers += band.transfers
      }
      return links.sorted { $0.key < $1.key }.map(\.value)
    }
    self.columns = columns
    order()
  }

  /// The largest stops of a column, what the data do not say, and one node for all others. Unknown and gathered last.
  private static func nodes(
    of bands: [FlowDiagram.Band], _ column: Int, _ limit: Int
  ) -> ([Node], [FlowDiagram.Stop: Int]) {
    var amounts: [FlowDiagram.Stop: Double] = [:]
    var order: [FlowDiagram.Stop] = []
    for band in bands {
      if amounts[band.stops[column]] == nil { order.append(band.stops[column]) }
      amounts[band.stops[column], default: 0] += band.amount
    }
    // Equal amounts stay in the order of the bands.
    let named = order.enumerated().filter { $0.element.name != nil }.sorted {
      (amounts[$1.element] ?? 0, $0.offset) < (amounts[$0.element] ?? 0, $1.offset)
    }.map(\.element)
    let kept = named.count <= limit ? named : Array(named.prefix(max(1, limit - 1)))
    var nodes = kept.map { Node(stop: $0, gathered: 1, amount: amounts[$0] ?? 0) }
    var numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let rest = named.dropFirst(kept.count)
    if !rest.isEmpty {
      for stop in rest { numbers[stop] = nodes.count }
      nodes.append(
        Node(
          stop: FlowDiagram.Stop(nil), gathered: rest.count,
          amount: rest.reduce(0) { $0 + (amounts[$1] ?? 0) }))
    }
    for stop in order where stop.name == nil {
      numbers[stop] = nodes.count
      nodes.append(Node(stop: stop, gathered: 1, amount: amounts[stop] ?? 0))
    }
    return (nodes, numbers)
  }

  // MARK: Fewer crossings

  /// Sorts the columns by the mean place of what they are joined to, back and forth, and keeps the order in which the
  /// least crosses (Sugiyama's barycentre method).
  private mutating func order() {
    var best = (layout: (columns, links), crossings: crossings)
    for sweep in 0..<8 where best.crossings > 0 {
      let isForward = sweep % 2 == 0
      for column in isForward ? Array(columns.indices.dropFirst()) : columns.indices.dropLast().reversed() {
        sort(column, by: isForward ? column - 1 : column)
      }
      if crossings < best.crossings { best = ((columns, links), crossings) }
    }
    (columns, links) = best.layout
  }

  /// Sorts a column by its links of one gap.
  private mutating func sort(_ column: Int, by gap: Int) {
    let isTarget = gap < column
    let other = middles(of: isTarget ? column - 1 : column + 1)
    var weighted = [Double](repeating: 0, count: columns[column].count)
    var weights = weighted
    for link in links[gap] {
      let (own, far) = isTarget ? (link.target, link.source) : (link.source, link.target)
      weighted[own] += link.amount * other[far]
      weights[own] += link.amount
    }
    let places = weighted.indices.map { weights[$0] > 0 ? weighted[$0] / weights[$0] : 0 }
    let sorted = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    var numbers = [Int](repeating: 0, count: sorted.count)
    for (new, old) in sorted.enumerated() { numbers[old] = new }
    columns[column] = sorted.map { columns[column][$0] }
    if column > 0 {
      for index in links[column - 1].indices {
        links[column - 1][index].target = numbers[links[column - 1][index].target]
      }
    }
    if column < links.count {
      for index in links[column].indices {
        links[column][index].source = numbers[links[column][index].source]
      }
    }
  }

  private func middles(of column: Int) -> [Double] {
    var top = 0.0
    return columns[column].map { node in
      defer { top += node.amount }
      return top + node.amount / 2
    }
  }

  /// Σ over crossing pairs of links of the smaller amount, as a share of the total.
  var crossings: Double {
    guard total > 0 else { return 0 }
    var sum = 0.0
    for gap in links {
      for (position, first) in gap.enumerated() {
        for second in gap[(position + 1)...]
        where (first.source - second.source) * (first.target - second.target) < 0 {
          sum += min(first.amount, second.amount)
        }
      }
    }
    return sum / total
  }
}

/// The tied actors on their page, moved until symbols, names that matter most and shapes of groups keep apart.
struct PageArrangement {
  private(set) var points: [Point]
  private(set) var size: Point
  private(set) var rooms: [(vertex: Int, box: Box)] = []
  /// Of each vertex the number of its group; empty without groups.
  var groups: [Int?] = []

  private let reaches: [Double]
  private let banners: [Separation.Banner]
  private let isFixed: Bool
  private static let margin = 6.0

  init(
    _ points: [Point], reaches: [Double], banners: [Separation.Banner], height: Double, _ ground: PageGround
  ) {
    (self.points, self.reaches, self.banners) = (points, reaches, banners)
    (size, isFixed) = (Point(x: ground.size.x, y: height), ground.isFixed)
  }

  private var area: Box { Box(minX: 0, minY: 0, maxX: size.x, maxY: size.y).insetBy(Self.margin) }

  mutating func settle() {
    if groups.isEmpty { separate() } else { spaceGroups() }
  }

  /// Where the page is too crowded it grows by a tenth each way, at most to thrice its width.
  private mutating func separate() {
    for _ in 0..<12 {
      var separation = Separation(
        points, radii: reaches, banners: banners, gap: NetworkLayout.gap, within: area)
      separation.settle()
      points = separation.points
      rooms = banners.map { ($0.disc, separation.box(of: $0)) }
      guard !separation.isSettled, !isFixed else { return }
      size = size * 1.1
      points = points.map { $0 * 1.1 }
    }
  }

  /// Where the shapes, once apart, do not fit the page, all is drawn closer together and spaced again; what then still
  /// does not fit makes the page grow.
  private mutating func spaceGroups() {
    let start = points
    var extent = area
    var share = 1.0
    for _ in 0..<9 {
      let free = Box(minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6)
      var separation = Separation(
        start.map { $0 * share }, radii: reaches, banners: [], gap: NetworkLayout.gap, within: free)
      separation.settle()
      var spacing = GroupSpacing(separation.points, reaches: reaches, groups: groups)
      spacing.settle()
      points = spacing.points
      extent = self.extent(of: spacing)
      let excess = max(extent.width / area.width, extent.height / area.height)
      if excess <= 1 { break }
      share *= max(0.6, min(0.95, 1 / excess))
    }
    if isFixed {
      squeeze(extent)
    } else {
      size.x = max(size.x, extent.width + 2 * Self.margin)
      size.y = max(size.y, extent.height + 2 * Self.margin)
      let shift = Point(x: size.x / 2, y: size.y / 2) - extent.center
      points = points.map { $0 + shift }
    }
  }

  /// Fits what is too large into a page that must not grow; shapes may overlap again, symbols do not.
  private mutating func squeeze(_ extent: Box) {
    let share = min(1, area.width / extent.width, area.height / extent.height)
    let middle = area.center
    var separation = Separation(
      points.map { middle + ($0 - extent.center) * share }, radii: reaches, banners: [],
      gap: NetworkLayout.gap, within: area)
    separation.settle()
    points = separation.points
  }

  private func extent(of spacing: GroupSpacing) -> Box {
    let symbols = zip(spacing.points, reaches).map { Box(around: $0, radius: $1) }
    return (spacing.hulls.map(\.box) + symbols).reduce(into: Box(holding: spacing.points.prefix(1))) {
      all, box in
      all = Box(
        minX: min(all.minX, box.minX), minY: min(all.minY, box.minY), maxX: max(all.maxX, box.maxX),
        maxY: max(all.maxY, box.maxY))
    }
  }

  /// Moves single symbols to where fewer lines cross; edges are between positions in ``points``.
  mutating func untangle(_ edges: [(Int, Int)]) {
    guard points.count <= Untangling.mostVertices else { return }
    var rules = Untangling.Rules(area: area, gap: NetworkLayout.gap, rooms: rooms)
    if !groups.isEmpty {
      rules.hulls = GroupSpacing(points, reaches: reaches, groups: groups).hulls
      let order = Set(groups.compactMap { $0 }).sorted()
      let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      rules.hullOf = groups.map { $0.flatMap { positions[$0] } }
    }
    var untangling = Untangling(points, reaches: reaches, edges: edges, rules: rules)
    untangling.settle()
    points = untangling.points
  }
}

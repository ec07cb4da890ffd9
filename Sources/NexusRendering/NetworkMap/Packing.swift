/// Rectangles put side by side.
struct Packing {
  var origins: [Point]
  var size: Point

  /// The packing that can be scaled up most in a page of the given width to height.
  ///
  /// Tries twenty page widths. Each rectangle, in the given order, goes where it ends highest, then leftmost
  /// (skyline). O(k²) for k rectangles.
  static func best(of extents: [Point], aspect: Double) -> Packing {
    let widest = extents.map(\.x).max() ?? 0
    let area = extents.reduce(0) { $0 + $1.x * $1.y }
    let base = max(widest, (area * aspect).squareRoot())
    var best: (packing: Packing, cost: Double)?
    for attempt in 0..<20 {
      let width = widest + (base * 1.6 - widest) * Double(attempt) / 19
      let packing = skyline(extents, width: width)
      let cost = max(packing.size.x / aspect, packing.size.y)
      if cost < (best?.cost ?? .infinity) { best = (packing, cost) }
    }
    return best?.packing ?? Packing(origins: [], size: Point(x: 0, y: 0))
  }

  private static func skyline(_ extents: [Point], width: Double) -> Packing {
    var roofs: [(left: Double, right: Double, height: Double)] = [(0, max(width, 1e-9), 0)]
    var origins: [Point] = []
    for extent in extents {
      var spot = Point(x: 0, y: .infinity)
      for roof in roofs {
        let right = roof.left + extent.x
        if right > roofs[roofs.count - 1].right + 1e-9 { continue }
        let height =
          roofs.filter { $0.left < right - 1e-9 && $0.right > roof.left + 1e-9 }.map(\.height).max() ?? 0
        if height < spot.y { spot = Point(x: roof.left, y: height) }
      }
      if !spot.y.isFinite { spot = Point(x: 0, y: roofs.map(\.height).max() ?? 0) }
      origins.append(spot)
      let (left, right) = (spot.x, spot.x + extent.x)
      let outside = roofs.flatMap { roof -> [(left: Double, right: Double, height: Double)] in
        [(roof.left, min(roof.right, left), roof.height), (max(roof.left, right), roof.right, roof.height)]
          .filter { $0.0 < $0.1 - 1e-9 }
      }
      roofs = (outside + [(left, right, spot.y + extent.y)]).sorted { $0.left < $1.left }
    }
    let size = Point(
      x: zip(origins, extents).map { $0.x + $1.x }.max() ?? 0,
      y: zip(origins, extents).map { $0.y + $1.y }.max() ?? 0)
    return Packing(origins: origins, size: size)
  }
}

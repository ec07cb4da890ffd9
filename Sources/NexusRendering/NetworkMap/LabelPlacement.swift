import NexusModel

/// The names that are written on the map, each where it touches no symbol, no other name and few lines.
struct LabelPlacement: Sendable {
  struct Label: Sendable {
    /// Position of the actor in ``NetworkScene/actors``.
    var actor: Int
    var text: String
    var weight: TextWeight
    var box: Box
    /// From symbol to name, where the name had to stand apart.
    var leader: (start: Point, end: Point)?
  }

  /// What is written for an actor.
  struct Name: Sendable {
    var actor: Int
    var text: String
    var weight: TextWeight
    var width: Double
  }

  private(set) var labels: [Label] = []

  static let size = 11.5
  static let height = 12.5
  private static let widest = 150.0
  /// So many of the first names are set bold, the layout makes room for them, and they may stand apart.
  private static let prominentCount = 10

  /// Greedy, by falling priority, then input order. No name touches another one; where the map is too crowded, the
  /// few prominent ones may cover symbols of actors that are not prominent. Actors of protected roles are never labelled.
  /// O(labels · (actors + ties)).
  ///
  /// - Parameter included: who may be named; nil: everybody.
  init(_ scene: NetworkScene, _ layout: NetworkLayout, limit: Int, among included: Set<Int>? = nil) {
    let area = Box(minX: 0, minY: 0, maxX: layout.size.x, maxY: layout.bandTop ?? layout.size.y)
    let symbols = zip(layout.points, layout.reaches).map { Box(around: $0, radius: $1 + 1) }
    let lines = scene.ties.map { (layout.points[$0.source], layout.points[$0.target]) }
    let prominent = Set(Self.prominent(scene).map(\.actor))
    let names = Self.names(scene).filter { included?.contains($0.actor) ?? true }
    for (rank, name) in names.prefix(max(0, limit)).enumerated() {
      guard symbols[name.actor].maxY <= area.maxY else { continue }  // stands among the actors without ties
      let spots = Self.spots(
        around: layout.points[name.actor], reach: layout.reaches[name.actor], width: name.width,
        distances: rank < 2 * Self.prominentCount ? [2, 12, 24, 40] : [2])
      let mayCover = rank < Self.prominentCount
      var best: (label: Label, cost: Double)?
      for spot in spots {
        let label = Label(
          actor: name.actor, text: name.text, weight: name.weight, box: spot.box, leader: spot.leader)
        guard spot.cost < best?.cost ?? .infinity, area.contains(label.box), isFree(label) else { continue }
        let covered = symbols.indices.filter { Self.covers(label, symbols[$0], of: $0) }
        guard covered.isEmpty || mayCover && covered.allSatisfy({ !prominent.contains($0) }) else { continue }
        let crossed = lines.count { label.box.isCrossed(from: $0.0, to: $0.1) }
        let taken = layout.rooms.count { $0.actor != name.actor && $0.box.intersects(label.box) }
        let cost =
          spot.cost + 20 * Double(taken) + 2.5 * Double(min(crossed, 6)) + 40 * Double(covered.count)
        if cost < best?.cost ?? .infinity { best = (label, cost) }
      }
      if let best { labels.append(best.label) }
    }
  }

  /// The names that the layout makes room for.
  static func prominent(_ scene: NetworkScene) -> [Name] { Array(names(scene).prefix(prominentCount)) }

  /// The names in the order in which they are placed.
  private static func names(_ scene: NetworkScene) -> [Name] {
    candidates(scene).enumerated().compactMap { rank, actor in
      let weight: TextWeight = rank < prominentCount ? .bold : .regular
      let text = DisplayText.shortened(
        scene.actors[actor].actor.name, toWidth: widest, size: size, weight: weight)
      guard text.contains(where: { !$0.isWhitespace }) else { return nil }
      return Name(
        actor: actor, text: text, weight: weight,
        width: TextMetrics.width(of: text, size: size, weight: weight))
    }
  }

  /// Actors that may be named, those to name first in front.
  private static func candidates(_ scene: NetworkScene) -> [Int] {
    var candidates: [(actor: Int, priority: Double)] = []
    for (index, drawn) in scene.actors.enumerated() where !drawn.actor.role.isProtected {
      if let priority = drawn.actor.labelPriority { candidates.append((index, priority)) }
    }
    candidates.sort { $0.priority == $1.priority ? $0.actor < $1.actor : $0.priority > $1.priority }
    return candidates.map(\.actor)
  }

  /// Whether a name keeps clear of the names, and lines to names, that are there.
  private func isFree(_ label: Label) -> Bool {
    labels.allSatisfy { other in
      if other.box.intersects(label.box) { return false }
      if let leader = label.leader, other.box.isCrossed(from: leader.start, to: leader.end) { return false }
      if let leader = other.leader, label.box.isCrossed(from: leader.start, to: leader.end) { return false }
      return true
    }
  }

  private static func covers(_ label: Label, _ symbol: Box, of actor: Int) -> Bool {
    if symbol.intersects(label.box) { return true }
    guard let leader = label.leader, actor != label.actor else { return false }
    return symbol.isCrossed(from: leader.start, to: leader.end)
  }

  /// Places for a name around a symbol, with how little each is liked: right, left, below, above, then corners.
  private static func spots(
    around center: Point, reach: Double, width: Double, distances: [Double]
  ) -> [(box: Box, leader: (start: Point, end: Point)?, cost: Double)] {
    let directions: [(x: Double, y: Double, cost: Double)] = [
      (1, 0, 0), (-1, 0, 1), (0, 1, 1.5), (0, -1, 2), (1, -1, 2.5), (1, 1, 2.5), (-1, -1, 3), (-1, 1, 3),
    ]
    return distances.flatMap { distance in
      directions.map { x, y, cost in
        let diagonal = x != 0 && y != 0 ? 0.75 : 1
        let away = (reach + distance) * diagonal
        let middle = Point(x: center.x + x * (away + width / 2), y: center.y + y * (away + height / 2))
        let box = Box(
          minX: middle.x - width / 2, minY: middle.y - height / 2, maxX: middle.x + width / 2,
          maxY: middle.y + height / 2)
        guard distance > 2 else { return (box, nil, cost) }
        let norm = Point(x: x, y: y).length
        let start = center + Point(x: x / norm, y: y / norm) * (reach + 1)
        let end = Point(x: center.x + x * (away - 1), y: center.y + y * (away - 1))
        return (box, (start, end), cost + 8 + distance * 0.6)
      }
    }
  }
}

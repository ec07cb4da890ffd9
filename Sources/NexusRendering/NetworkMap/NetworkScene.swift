import NexusModel

/// What of a ``NetworkMap`` is drawn, in its own dense numbering, and how much is not.
struct NetworkScene: Sendable {
  /// One drawn actor.
  struct Actor: Sendable {
    var actor: NetworkMap.Actor
    /// Its position in ``NetworkMap/actors``.
    var number: Int
    var style: ActorStyle
    var shape: SymbolShape
  }

  /// One drawn line; its ends are positions in ``NetworkScene/actors``.
  struct Tie: Sendable {
    var tie: NetworkMap.Tie
    /// Its position in ``NetworkMap/ties``.
    var number: Int
    var source: Int
    var target: Int
    /// Whether it joins a terrorist actor and one of organised crime.
    var isCross: Bool
    var line: LineClass

    var kind: TieKind { TieKind(isTransfer: tie.isTransfer, isCross: isCross) }
    var weight: Double { tie.strength * (tie.confidence ?? 1) }
    /// Money always moves one way.
    var isDirected: Bool { tie.isDirected || tie.isTransfer }
  }

  private(set) var actors: [Actor] = []
  private(set) var ties: [Tie] = []
  /// Ties from an actor to itself, and ties without strength: never drawn.
  private(set) var selfTies = 0
  private(set) var unsupportedTies = 0
  /// Actors and ties that are left out because there are too many.
  private(set) var hiddenActors = 0
  private(set) var hiddenTies = 0

  /// Whether any drawn line has a confidence; where none has, there is nothing to tell apart by dashes.
  private(set) var isGraded = false

  /// O(n log n + m log m).
  init(_ map: NetworkMap) {
    var drawable: [Int] = []
    for (index, tie) in map.ties.enumerated() {
      if tie.source == tie.target {
        selfTies += 1
      } else if tie.strength == 0 {
        unsupportedTies += 1
      } else {
        drawable.append(index)
      }
    }
    let kept = Self.selection(of: map, ties: drawable)
    var numbers = [Int?](repeating: nil, count: map.actors.count)
    for (number, actor) in kept.enumerated() { numbers[actor] = number }
    actors = kept.map { index in
      let actor = map.actors[index]
      return Actor(
        actor: actor, number: index, style: map.colouring.style(of: actor), shape: SymbolShape(actor.type))
    }
    let all = drawable.compactMap { index -> Tie? in
      let tie = map.ties[index]
      guard let source = numbers[tie.source], let target = numbers[tie.target] else { return nil }
      let roles = [map.actors[tie.source].role, map.actors[tie.target].role]
      let isCross = roles.contains(.terrorist) && roles.contains(.organisedCrime)
      return Tie(
        tie: tie, number: index, source: source, target: target, isCross: isCross,
        line: LineClass(tie.confidence))
    }
    ties = Self.foremost(max(0, map.maximumTies), of: all, actorCount: actors.count)
    hiddenActors = map.actors.count - actors.count
    hiddenTies = drawable.count - ties.count
    isGraded = ties.contains { $0.line != .ungraded }
  }

  /// The actors to draw, in input order: all, or those of the largest size (then the most ties) that are tied to
  /// each other. Where no two of these are tied, they are drawn without ties.
  private static func selection(of map: NetworkMap, ties: [Int]) -> [Int] {
    let limit = max(0, map.maximumActors)
    guard map.actors.count > limit else { return Array(map.actors.indices) }
    var degrees = [Int](repeating: 0, count: map.actors.count)
    for index in ties {
      degrees[map.ties[index].source] += 1
      degrees[map.ties[index].target] += 1
    }
    let ranked = map.actors.indices.sorted { first, second in
      let (left, right) = (map.actors[first].size, map.actors[second].size)
      if left != right { return left > right }
      return degrees[first] == degrees[second] ? first < second : degrees[first] > degrees[second]
    }
    let foremost = Set(ranked.prefix(limit))
    var tied = Set<Int>()
    for index in ties
    where foremost.contains(map.ties[index].source) && foremost.contains(map.ties[index].target) {
      tied.insert(map.ties[index].source)
      tied.insert(map.ties[index].target)
    }
    return (tied.isEmpty ? foremost : tied).sorted()
  }

  /// At most `limit` ties, in their order: first a spanning forest, so that nobody seems to be without ties, then the
  /// rest; in both cross ties come first, then those of larger strength times confidence. (Kruskal's method.)
  private static func foremost(_ limit: Int, of ties: [Tie], actorCount: Int) -> [Tie] {
    guard ties.count > limit else { return ties }
    let ranked = ties.indices.sorted { first, second in
      let (left, right) = (ties[first], ties[second])
      if left.isCross != right.isCross { return left.isCross }
      return left.weight == right.weight ? first < second : left.weight > right.weight
    }
    var sets = DisjointSets(count: actorCount)
    var (backbone, others): ([Int], [Int]) = ([], [])
    for index in ranked {
      if sets.unite(ties[index].source, ties[index].target) {
        backbone.append(index)
      } else {
        others.append(index)
      }
    }
    return (backbone + others).prefix(limit).sorted().map { ties[$0] }
  }
}

/// The confidence of a tie, in the classes that its line shows.
enum LineClass: Int, Hashable, CaseIterable, Sendable {
  case solid, dashed, dotted, ungraded

  init(_ confidence: Double?) {
    guard let confidence else {
      self = .ungraded
      return
    }
    self = confidence >= 0.75 ? .solid : confidence >= 0.5 ? .dashed : .dotted
  }

  var name: String {
    switch self {
    case .solid: "Confidence 0.75 or more"
    case .dashed: "Confidence 0.50 to 0.75"
    case .dotted: "Confidence below 0.50"
    case .ungraded: "Not graded"
    }
  }

  /// The dashes of a line of the given width.
  func dashes(width: Double) -> String {
    switch self {
    case .solid: "none"
    case .dashed: "\(svg(3.5 + width)) \(svg(2 + width))"
    case .dotted: "0.1 \(svg(2 + width * 1.4))"
    case .ungraded: "\(svg(9 + 2 * width)) \(svg(1.5 + width))"
    }
  }
}

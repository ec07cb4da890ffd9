/// What of a network is laid out as one shape.
struct LayoutParts {
  struct Part {
    /// Positions in ``NetworkScene/actors``, ascending.
    var members: [Int]
    /// Between positions in ``members``.
    var edges: [(Int, Int)]
    /// Of each member its group.
    var groups: [Int?]
  }

  /// Connected components, larger first; where there are groups, which may hold actors of several, one part of all.
  private(set) var tied: [Part] = []
  /// Actors without ties and without a group.
  private(set) var isolates: [Int] = []

  init(_ scene: NetworkScene, _ page: NetworkLayout.Page) {
    let count = scene.actors.count
    let edges = scene.ties.map { (min($0.source, $0.target), max($0.source, $0.target)) }
    let components = connectedComponents(vertexCount: count, edges: edges)
    let groups = page.groups.isEmpty ? [Int?](repeating: nil, count: count) : page.groups
    let alone = components.filter { $0.count == 1 && groups[$0[0]] == nil }.map { $0[0] }
    isolates = page.isOneOfMany ? [] : alone
    let apart = Set(alone)
    let sets =
      page.groups.isEmpty
      ? components.filter { $0.count > 1 } : [(0..<count).filter { !apart.contains($0) }]
    var (numbers, partOf) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    var edgesOf = [[(Int, Int)]](repeating: [], count: sets.count)
    for (part, members) in sets.enumerated() {
      for (number, vertex) in members.enumerated() { (numbers[vertex], partOf[vertex]) = (number, part) }
    }
    for (source, target) in edges { edgesOf[partOf[source]].append((numbers[source], numbers[target])) }
    tied = zip(sets, edgesOf).filter { !$0.0.isEmpty }.map { members, edges in
      Part(members: members, edges: edges, groups: members.map { groups[$0] })
    }
  }
}

extension NetworkLayout.Page {
  var aspect: Double { size.x / max(1, size.y) }
}

/// The page on which components are placed.
struct PageGround {
  var edges: [(Int, Int)]
  var groups: [Int?]
  var names: [LabelPlacement.Name]
  var size: Point
  /// Whether the page stays as it is when it is too small.
  var isFixed: Bool
  /// Whether single symbols may leave the places that the layout gave them.
  var isUntangled: Bool
}

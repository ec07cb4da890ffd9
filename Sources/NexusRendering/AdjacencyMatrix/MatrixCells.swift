import NexusModel

/// The rows and cells of an ``AdjacencyMatrix``, in the order in which they stand.
struct MatrixCells: Sendable {
  /// An actor, a community, or the communities that follow.
  struct Row: Sendable {
    var label: String
    /// Whether `label` may stand in the margin: the names of protected actors do not.
    var isNamed: Bool
    var role: Role
    var type: ActorType
    var title: String
  }

  struct Cell: Sendable {
    var row: Int
    var column: Int
    /// Strength between two actors, or edges between two communities.
    var value: Double
  }

  /// The rows of one community.
  struct Block: Sendable {
    var community: Int
    var rows: Range<Int>
  }

  enum Unit: Sendable { case actors, communities }

  let unit: Unit
  let rows: [Row]
  /// By row, then by column.
  let cells: [Cell]
  /// Empty for communities.
  let blocks: [Block]
  /// Actors without an edge; they have no row.
  let hidden: Int
  /// Actors that have one.
  let shown: Int

  init(_ matrix: AdjacencyMatrix) {
    var strengths = [Double](repeating: 0, count: matrix.actors.count)
    for edge in matrix.edges where edge.source != edge.target {
      strengths[edge.source] += edge.strength
      strengths[edge.target] += edge.strength
    }
    let order = matrix.actors.indices.filter { strengths[$0] > 0 }.sorted { first, second in
      let (left, right) = (matrix.actors[first], matrix.actors[second])
      if left.community != right.community { return left.community < right.community }
      // Protected actors are ordered by no measure: they follow, in the order of the input.
      if left.role.isProtected != right.role.isProtected { return right.role.isProtected }
      if !left.role.isProtected, strengths[first] != strengths[second] {
        return strengths[first] > strengths[second]
      }
      return first < second
    }
    shown = order.count
    hidden = matrix.actors.count - order.count
    let communities = MatrixCells.communities(of: order, matrix)
    if order.count <= matrix.maximumActors {
      unit = .actors
      rows = order.map { MatrixCells.row(of: matrix.actors[$0]) }
      blocks = communities
      let positions = MatrixCells.positions(of: order, count: matrix.actors.count)
      cells = MatrixCells.cells(of: matrix, positions) { $0.strength }
    } else {
      unit = .communities
      let leading = communities.prefix(max(1, matrix.maximumCommunities))
      var positions = [Int](repeating: 0, count: matrix.actors.count)
      for (number, block) in communities.enumerated() {
        for actor in order[block.rows] { positions[actor] = min(number, leading.count) }
      }
      var rows = leading.map { block in
        MatrixCells.row(
          "\(block.community)", order[block.rows].map { matrix.actors[$0] })
      }
      let rest = communities.dropFirst(leading.count)
      if let first = rest.first {
        rows.append(
          MatrixCells.row(
            "\(Numerals.count(rest.count)) more", order[first.rows.lowerBound...].map { matrix.actors[$0] }))
      }
      self.rows = rows
      blocks = []
      cells = MatrixCells.cells(of: matrix, positions) { _ in 1 }
    }
  }

  private static func positions(of order: [Int], count: Int) -> [Int] {
    var positions = [Int](repeating: 0, count: count)
    for (position, actor) in order.enumerated() { positions[actor] = position }
    return positions
  }

  private static func communities(of order: [Int], _ matrix: AdjacencyMatrix) -> [Block] {
    var blocks: [Block] = []
    for (position, actor) in order.enumerated() {
      let community = matrix.actors[actor].community
      if let last = blocks.last, last.community == community {
        blocks[blocks.count - 1].rows = last.rows.lowerBound..<position + 1
      } else {
        blocks.append(Block(community: community, rows: position..<position + 1))
      }
    }
    return blocks
  }

  /// Edges between the same rows add up; inside a community each counts once.
  private static func cells(
    of matrix: AdjacencyMatrix, _ positions: [Int], _ value: (AdjacencyMatrix.Edge) -> Double
  ) -> [Cell] {
    var entries: [Cell] = []
    for edge in matrix.edges where edge.source != edge.target {
      let (row, column) = (positions[edge.source], positions[edge.target])
      entries.append(Cell(row: row, column: column, value: value(edge)))
      if matrix.direction == .mirrored, row != column {
        entries.append(Cell(row: column, column: row, value: value(edge)))
      }
    }
    entries.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return entries.reduce(into: []) { cells, entry in
      if let last = cells.last, last.row == entry.row, last.column == entry.column {
        cells[cells.count - 1].value += entry.value
      } else {
        cells.append(entry)
      }
    }
  }

  private static func row(of actor: AdjacencyMatrix.Actor) -> Row {
    let name = DisplayText.clean(actor.name, limit: 40)
    guard !actor.role.isProtected else {
      return Row(
        label: actor.role.word, isNamed: false, role: actor.role, type: actor.type,
        title: "a \(actor.role.word)")
    }
    return Row(
      label: name, isNamed: true, role: actor.role, type: actor.type, title: "\u{2068}\(name)\u{2069}")
  }

  /// The row of communities; its role is the one that most of its actors have.
  private static func row(_ number: String, _ members: [AdjacencyMatrix.Actor]) -> Row {
    var counts: [Role: Int] = [:]
    for member in members { counts[member.role, default: 0] += 1 }
    let roles = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let listed = roles.prefix(6).map {
      "\(Numerals.count($0.value)) \(DisplayText.clean($0.key.word, limit: 40))"
    }
    return Row(
      label: "\(number) (\(Numerals.count(members.count)))", isNamed: true,
      role: roles.first?.key ?? .unknown, type: .organisation,
      title: "community \(number) (\(listed.joined(separator: ", "))\(roles.count > 6 ? ", …" : ""))")
  }
}

import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusRendering

@Suite("Pictures of who is tied to whom")
struct AdjacencyMatrixTests {
  private func actor(_ name: String, _ community: Int, _ role: Role = .unknown) -> AdjacencyMatrix.Actor {
    AdjacencyMatrix.Actor(name: name, role: role, type: .person, community: community)
  }

  private func matrix(
    _ actors: [AdjacencyMatrix.Actor], _ edges: [(Int, Int, Double)],
    _ direction: AdjacencyMatrix.Direction = .mirrored
  ) -> AdjacencyMatrix {
    AdjacencyMatrix(
      title: "T", heading: "H", direction: direction, actors: actors,
      edges: edges.map { AdjacencyMatrix.Edge(source: $0.0, target: $0.1, strength: $0.2) },
      notes: ["Source: rows"])
  }

  /// Two communities; in the second the victim is strongest. F has no edge.
  private var small: AdjacencyMatrix {
    matrix(
      [
        actor("A", 2), actor("B", 1, .terrorist), actor("C", 1, .organisedCrime), actor("V", 2, .victim),
        actor("E", 2), actor("F", 3),
      ], [(0, 3, 9), (0, 4, 1), (1, 2, 2), (2, 0, 4), (3, 4, 9)])
  }

  @Test("Rows follow communities, inside them strength; protected actors come last, and without their names")
  func order() throws {
    let content = MatrixCells(small)
    #expect(content.rows.map(\.label) == ["C", "B", "A", "E", "victim"])
    #expect(content.rows.map(\.isNamed) == [true, true, true, true, false])
    #expect(content.blocks.map(\.community) == [1, 2] && content.blocks.map(\.rows) == [0..<2, 2..<5])
    #expect(content.hidden == 1)
    let parsed = try ParsedSVG(small.svg())
    #expect(!parsed.texts.contains("V") && !parsed.titles.contains { $0.contains("V") })
    #expect(parsed.titles.contains("\u{2068}A\u{2069} – a victim: strength 9"))
    #expect(parsed.titles.contains("Community 1: 2 actors"))
    #expect(parsed.texts.contains("Not drawn: 1 actor without an edge."))
  }

  @Test("Undirected edges stand in both halves, directed ones in the row of their source")
  func halves() throws {
    let edges = [(0, 1, 1.0), (1, 2, 2)]
    let actors = [actor("A", 1), actor("B", 1), actor("C", 1)]
    let mirrored = MatrixCells(matrix(actors, edges))
    #expect(mirrored.rows.map(\.label) == ["B", "C", "A"])
    #expect(mirrored.cells.map { [$0.row, $0.column] } == [[0, 1], [0, 2], [1, 0], [2, 0]])
    let directed = MatrixCells(matrix(actors, edges, .rowToColumn))
    #expect(directed.cells.map { [$0.row, $0.column] } == [[0, 1], [2, 0]])
    let parsed = try ParsedSVG(matrix(actors, edges, .rowToColumn).svg())
    #expect(parsed.texts.contains("Row: source. Column: target, in the order of the rows."))
    #expect(parsed.titles.contains("\u{2068}A\u{2069} → \u{2068}B\u{2069}: strength 1"))
  }

  @Test(
    "Above the limit a row is a community, and its cells count every edge once", arguments: UInt64(0)..<20)
  func communities(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let actors = (0..<400).map { _ in actor("x", Int.random(in: 1...90, using: &random)) }
    var pairs: Set<[Int]> = []
    for _ in 0..<1_500 {
      let ends = [Int.random(in: 0..<400, using: &random), Int.random(in: 0..<400, using: &random)].sorted()
      if ends[0] != ends[1] { pairs.insert(ends) }
    }
    let edges = pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1], 1.5) }
    let directed = MatrixCells(matrix(actors, edges, .rowToColumn))
    guard case .communities = directed.unit else {
      Issue.record("400 actors are drawn as communities")
      return
    }
    let drawn = Set(edges.flatMap { [actors[$0.0].community, actors[$0.1].community] }).count
    #expect(
      directed.rows.count == 61 && directed.rows[60].label.hasPrefix("\(drawn - 60) more ("), "seed \(seed)")
    #expect(directed.cells.reduce(0) { $0 + $1.value } == Double(edges.count), "seed \(seed)")
    let mirrored = MatrixCells(matrix(actors, edges))
    let inside = mirrored.cells.filter { $0.row == $0.column }.reduce(0) { $0 + $1.value }
    let between = mirrored.cells.filter { $0.row < $0.column }.reduce(0) { $0 + $1.value }
    #expect(inside + between == Double(edges.count), "seed \(seed)")
    let values = Dictionary(uniqueKeysWithValues: mirrored.cells.map { ([$0.row, $0.column], $0.value) })
    #expect(values.allSatisfy { values[$0.key.reversed()] == $0.value }, "seed \(seed)")
    #expect(try matrix(actors, edges).svg().contains("so a row is a community"))
  }

  @Test("Classes hold every value once, the stronger the larger and darker", arguments: UInt64(0)..<20)
  func classes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let distinct = Int.random(in: 1...40, using: &random)
    let values = (0..<200).map { _ in Double(Int.random(in: 1...distinct, using: &random)) / 3 }
    let classes = StrengthClasses(values)
    #expect(classes.classes.count <= 5 && classes.classes.reduce(0) { $0 + $1.count } == 200, "seed \(seed)")
    for value in values { #expect(classes(value).range.contains(value), "seed \(seed), \(value)") }
    for (weaker, stronger) in zip(classes.classes, classes.classes.dropFirst()) {
      #expect(weaker.range.upperBound < stronger.range.lowerBound && weaker.share < stronger.share)
    }
    #expect(StrengthClasses([]).classes.isEmpty)
  }

  @Test("Many cells of a row that look alike are one mark, and the picture stays below two megabytes")
  func size() throws {
    let actors = (0..<300).map { actor("A name of usual length \($0)", $0 / 50 + 1, .terrorist) }
    var random = SeededGenerator(seed: 1)
    let edges = (0..<300).flatMap { first in
      (0..<first).filter { _ in Bool.random(using: &random) }.map { (first, $0, Double(1 + $0 % 7)) }
    }
    let dense = try matrix(actors, edges).svg()
    #expect(dense.utf8.count < 2_000_000 && dense.contains("are one mark"))
    let sparse = try matrix(actors, Array(edges.prefix(1_450))).svg()
    #expect(sparse.utf8.count < 2_000_000 && !sparse.contains("are one mark"))
    // The runs of a row cover as many cells as it has.
    let counted = try ParsedSVG(dense).titles.compactMap { title in
      title.firstMatch(of: /: ([0-9 \u{A0}]+) of strength/).flatMap { Int($0.1.filter(\.isNumber)) }
    }
    #expect(counted.reduce(0, +) == 2 * edges.count)
  }

  @Test("No edges, one edge and faulty edges")
  func edges() throws {
    #expect(try ParsedSVG(matrix([actor("A", 1)], []).svg()).texts.contains("No two actors are tied."))
    #expect(try matrix([], []).svg().contains("No two actors are tied."))
    #expect(throws: RenderingError.self) { try matrix([actor("A", 1)], [(0, 1, 1)]).svg() }
    for strength in [0, -1, .nan, .infinity] {
      #expect(throws: RenderingError.self) {
        try matrix([actor("A", 1), actor("B", 1)], [(0, 1, strength)]).svg()
      }
    }
  }

  @Test("Hostile names stay text, and the same values give the same bytes")
  func hostile() throws {
    let names = HostileNames.all
    var picture = matrix(
      names.enumerated().map { actor($1, $0 % 3 + 1, Role(folding: $1)) },
      names.indices.dropFirst().map { ($0, $0 - 1, 1) })
    (picture.title, picture.heading, picture.notes) = (names[0], names[1], names)
    let document = try picture.svg()
    #expect(try ParsedSVG(document).isInert)
    #expect(try document == picture.svg())
    picture.maximumActors = 3
    #expect(try ParsedSVG(picture.svg()).isInert)
  }
}

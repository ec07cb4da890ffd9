import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct MapEquationTests {
  @Test("two triangles joined by an edge, by hand")
  func byHand() throws {
    // p = 2/14, 2/14, 3/14 a side; each side is left in 1/14 of the steps; so L = H(1/2, 1/2)/7 + 2 (8/14) H(2, 2, 3, 1)/8
    let graph = Graph(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)])
    let entropy = 2.0 * 2 / 8 * 2 + 3.0 / 8 * 1.415037499278844 + 1.0 / 8 * 3
    let sides = try graph.codelength(of: Partition(labels: [0, 0, 0, 1, 1, 1]))
    #expect(isClose(sides ?? .nan, 1.0 / 7 + 2 * 8 / 14 * entropy))
  }

  @Test("the karate club as igraph has it")
  func karate() throws {
    // igraph 1.0.0 Graph.Famous("Zachary").community_infomap(trials=20): sizes 17, 12, 5
    var generator = SeededGenerator(seed: 1)
    let partition = try Graph.karate.infomap(using: &generator)
    let length = try #require(try Graph.karate.codelength(of: partition))
    #expect(length <= 4.31179264580183 + 1e-9)
    #expect(isClose(length, 4.31179264580183))
    #expect(partition.sizes == [17, 12, 5])
  }

  @Test("the same as from the entropies of the codebooks, on 2000 small graphs")
  func slowReference() throws {
    for seed in 0..<2_000 as Range<UInt64> {
      let (graph, shape) = smallGraph(seed, most: 6)
      let labels = randomLabels(graph.vertexCount, seed: seed)
      var options = InfomapOptions()
      options.teleportation = 0.3
      options.directions = seed % 3 == 0 ? .ignored : .kept
      let slow = SlowCommunities(graph, keepingDirections: options.directions == .kept)
      let expected = slow.codelength(labels, teleportation: 0.3)
      let found = try graph.codelength(of: Partition(labels: labels), options)
      #expect((found == nil) == (expected == nil), "\(shape)")
      #expect(isClose(found ?? 0, expected ?? 0), "\(shape)")
    }
  }

  @Test("no edges have no code")
  func degenerate() throws {
    #expect(try Graph(0, []).codelength(of: Partition(labels: [])) == nil)
    #expect(try Graph(2, kind: .directed, []).codelength(of: Partition(labels: [0, 1])) == nil)
  }

  @Test("a walker who hardly teleports does not settle, and teleportation out of range is refused")
  func errors() {
    let star = Graph(3, kind: .directed, [(0, 1), (1, 0), (0, 2), (2, 0)])
    let all = Partition(labels: [0, 0, 0])
    var options = InfomapOptions()
    options.teleportation = 1e-9
    #expect(throws: InfomapError.notSettled(teleportation: 1e-9)) { try star.codelength(of: all, options) }
    for value in [0, 1, -1, .nan] as [Double] {
      options.teleportation = value
      #expect(throws: InfomapError.self) { try star.codelength(of: all, options) }
    }
    #expect(
      InfomapError.teleportationOutOfRange(2).description
        == "A teleportation of 2.0 is not between 0 and 1. Usual is 0.15.")
    #expect(
      InfomapError.notSettled(teleportation: 1e-9).description
        == "The random walker does not settle with a teleportation of 1e-09. More of it settles it sooner: usual is 0.15."
    )
  }
}

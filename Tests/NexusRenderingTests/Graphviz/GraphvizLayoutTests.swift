import Dispatch
import NexusGraph
import Synchronization
import Testing

@testable import NexusRendering

@Suite("Layout by Graphviz")
struct GraphvizLayoutTests {
  private static func cycle(_ count: Int) -> [(Int, Int)] { (0..<count).map { ($0, ($0 + 1) % count) } }

  @Test("A cycle becomes a round ring", arguments: [LayoutEngine.neato, .sfdp])
  func ring(engine: LayoutEngine) throws {
    let points = try graphvizLayout(vertexCount: 12, edges: Self.cycle(12), engine: engine, seed: 1)
    let middle = points.reduce(Point(x: 0, y: 0), +) * (1.0 / 12)
    let radii = points.map { ($0 - middle).length }
    let (least, most) = (try #require(radii.min()), try #require(radii.max()))
    #expect(most / least < 1.15)
  }

  @Test(
    "The same seed gives the same layout, whatever was laid out before",
    arguments: [LayoutEngine.neato, .sfdp])
  func determinism(engine: LayoutEngine) throws {
    var generator = SeededGenerator(seed: 5)
    let edges = (1..<80).map { (Int.random(in: 0..<$0, using: &generator), $0) }
    let first = try graphvizLayout(vertexCount: 80, edges: edges, engine: engine, seed: 7)
    for size in [5, 60] {
      _ = try graphvizLayout(vertexCount: size, edges: Self.cycle(size), engine: .sfdp, seed: UInt64(size))
      _ = try graphvizLayout(vertexCount: size, edges: Self.cycle(size), engine: .neato, seed: .max)
      #expect(try graphvizLayout(vertexCount: 80, edges: edges, engine: engine, seed: 7) == first)
    }
  }

  @Test("Many threads at once wait for each other and get what one would")
  func threads() throws {
    let expected = try graphvizLayout(vertexCount: 30, edges: Self.cycle(30), engine: .neato, seed: 1)
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 24) { _ in
      let points = try? graphvizLayout(vertexCount: 30, edges: Self.cycle(30), engine: .neato, seed: 1)
      if points != expected { wrong.withLock { $0 += 1 } }
    }
    #expect(wrong.withLock { $0 } == 0)
  }

  @Test("A failure says what to install")
  func message() {
    let text = RenderingError.layoutFailed(engine: "neato").description
    #expect(
      text == "Graphviz did not place the actors (engine neato). Install Graphviz with its layout plug-ins, "
        + "and run `dot -c` once if it was moved.")
  }
}

import NexusGraph
import NexusLinearAlgebra
import NexusTestSupport
import Testing

@testable import NexusAlgorithms

@Suite("Spectra and communities as stages")
struct SpectralStageTests {
  @Test("A stage goes the way of its iteration, never back, and ends with it")
  func stage() {
    let progress = WorkProgress()
    WorkProgress.$current.withValue(progress) {
      asStage("Katz") {
        for (share, done) in [(0.1, 10), (0.35, 35), (0.2, 35), (0.9, 90)] {
          DescentWatch.report?(share)
          #expect(progress.stage?.name == "Katz" && progress.stage?.done == done)
        }
      }
    }
    #expect(progress.stage == nil)
    #expect(asStage("Katz") { DescentWatch.report == nil }, "nobody watches")
  }

  @Test("A failure comes through as it is, and leaves no stage")
  func failure() {
    let progress = WorkProgress()
    WorkProgress.$current.withValue(progress) {
      #expect(throws: PageRankError.notConverged(damping: 0.5, residual: 1)) {
        try asStage("PageRank") { () throws(PageRankError) in
          throw PageRankError.notConverged(damping: 0.5, residual: 1)
        }
      }
    }
    #expect(progress.stage == nil)
  }

  @Test("Every iteration of the Leiden search is worth the vertices, whole levels and all", arguments: 1...5)
  func leiden(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let edges = (0..<900).map { _ in
      Edge(
        VertexID(Int.random(in: 0..<300, using: &generator)),
        VertexID(Int.random(in: 0..<300, using: &generator)))
    }
    let graph = Graph(vertexCount: 300, edges: edges).undirectedSum()
    let level = try #require(CommunityLevel(undirected: graph, .modularity, resolution: 1))
    func labels(_ stage: WorkStage?) -> [Int32] {
      var search = LeidenSearch(level, randomness: 0.01, stage: stage, generator: SeededGenerator(seed: seed))
      return search.run(iterations: 20)
    }
    let stage = WorkProgress().begin("communities", of: 20 * 300)
    #expect(labels(stage) == labels(nil), "seed \(seed)")
    #expect(stage.done >= 300 && stage.done % 300 == 0 && stage.done <= stage.count, "seed \(seed)")
  }
}

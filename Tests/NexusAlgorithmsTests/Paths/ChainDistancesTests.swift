import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusAlgorithms

@Suite("Distances along long chains")
struct ChainDistancesTests {
  @Test("They equal those of searches from every vertex", arguments: 0..<6)
  func reference(block: Int) throws {
    for seed in UInt64(block * 10)..<UInt64(block * 10 + 10) {
      let graph = chained(seed: seed)
      let chains = try #require(graph.chainDistances(threads: nil), "seed \(seed)")
      let searches = graph.bitParallelDistances(threads: nil)
      #expect(chains.reached == searches.reached, "seed \(seed)")
      #expect(chains.total == searches.total, "seed \(seed)")
      #expect(chains.farthest == searches.farthest, "seed \(seed)")
      #expect(isClose(chains.harmonic, searches.harmonic, relative: 1e-12), "seed \(seed)")
      #expect(graph.chainDistances(threads: 3)?.harmonic == chains.harmonic, "seed \(seed)")
    }
  }

  @Test("Rings, one of them with a tail and one alone, and a path")
  func shapes() throws {
    var pairs = (0..<70).map { ($0, ($0 + 1) % 70) } + (70..<220).map { ($0, $0 == 219 ? 70 : $0 + 1) }
    pairs.append((3, 220))
    for graph in [Graph(221, pairs), .path(100), .cycle(64)] {
      let chains = try #require(graph.chainDistances(threads: nil))
      let searches = graph.bitParallelDistances(threads: nil)
      #expect(chains.reached == searches.reached && chains.total == searches.total)
      #expect(chains.farthest == searches.farthest)
      #expect(isClose(chains.harmonic, searches.harmonic, relative: 1e-12))
    }
  }

  @Test("Short chains, directed graphs and none at all are left to searches")
  func refused() {
    #expect(Graph.karate.chainDistances(threads: nil) == nil)
    #expect(Graph.path(200, kind: .directed).chainDistances(threads: nil) == nil)
    #expect(Graph.star(leaves: 100).chainDistances(threads: nil) == nil)
    for count in [0, 1, 3, 40] { #expect(Graph(count, []).chainDistances(threads: nil) == nil) }
  }

  @Test("All path measures of a path of 30 000 actors need no search")
  func deep() {
    var options = PathOptions()
    options.precision = .exact
    let paths = Graph.path(30_000).pathCentralities(options)
    #expect(paths.diameter == 29_999)
    #expect(isClose(paths.closeness.values[0], 2.0 / 30_000))
    let ends = (1..<30_000).reduce(0) { $0 + 1 / Double($1) }
    #expect(isClose(paths.harmonic.values[29_999], ends / 29_999))
  }

  /// A few hubs at random, each tie drawn out into a chain of at least 100; a loop becomes a ring at its hub.
  private func chained(seed: UInt64) -> Graph {
    var generator = SeededGenerator(seed: seed)
    let hubs = Int.random(in: 1...5, using: &generator)
    var (count, pairs): (Int, [(Int, Int)]) = (hubs, [])
    for _ in 0..<Int.random(in: hubs...hubs + 3, using: &generator) {
      let (first, last) = (
        Int.random(in: 0..<hubs, using: &generator), Int.random(in: 0..<hubs, using: &generator)
      )
      let length = Int.random(in: 100...140, using: &generator)
      pairs.append((first, count))
      pairs += (count..<count + length - 1).map { ($0, $0 + 1) }
      count += length
      pairs.append((count - 1, last))
    }
    // One tie between hubs stays as it is.
    if hubs > 1 { pairs.append((0, 1)) }
    return Graph(count, pairs)
  }
}

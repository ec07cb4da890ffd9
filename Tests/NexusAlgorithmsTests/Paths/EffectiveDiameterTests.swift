import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Effective diameter")
struct EffectiveDiameterTests {
  @Test("The karate club's lies between 3 and 4")
  func karate() throws {
    // networkx 3.6.1, all_pairs_shortest_path_length: 156, 530, 274, 146, 16 pairs at distances 1 to 5.
    let diameter = try Graph.karate.effectiveDiameter()
    #expect(isClose(diameter.value, 3 + (0.9 * 1_122 - 960) / 146))
    #expect(diameter.low == diameter.value && diameter.high == diameter.value && diameter.sources == nil)
  }

  @Test("It falls between 0 and 1 when all pairs are adjacent, and is the diameter for a share of 1")
  func extremes() throws {
    #expect(isClose(try Graph.complete(4).effectiveDiameter().value, 0.9))
    var options = EffectiveDiameterOptions()
    options.share = 1
    #expect(try Graph.kite.effectiveDiameter(options).value == 4)
    options.share = 0.5
    #expect(isClose(try Graph.path(4, kind: .directed).effectiveDiameter(options).value, 1))
  }

  @Test("Without a pair that has a path it is 0")
  func degenerate() throws {
    for graph in [Graph(0, []), Graph(1, [(0, 0)]), Graph(4, [])] {
      #expect(try graph.effectiveDiameter().value == 0)
    }
    var options = EffectiveDiameterOptions()
    options.sources = .random(2)
    let estimate = try Graph(5, []).effectiveDiameter(options)
    #expect(estimate.value == 0 && estimate.low == 0 && estimate.high == 4)
  }

  @Test("It agrees with the definition", arguments: [EdgeKind.undirected, .directed], 0..<4)
  func reference(kind: EdgeKind, block: Int) throws {
    for seed in UInt64(block * 75)..<UInt64(block * 75 + 75) {
      let shape = RandomGraphShape(Int(2 + seed % 14), Int(1 + seed % 31), kind: kind, seed: seed)
      let graph = Graph.random(shape)
      let distances = SlowPaths(graph).pairDistances
      guard !distances.isEmpty else { continue }
      func within(_ hops: Double) -> Double {
        Double(distances.count { $0 <= hops }) / Double(distances.count)
      }
      let value = try graph.effectiveDiameter().value
      let (below, above) = (within(value.rounded(.down)), within(value.rounded(.down) + 1))
      let share = below + (value - value.rounded(.down)) * (above - below)
      #expect(isClose(share, 0.9), "\(shape)")
    }
  }

  @Test(
    "The interval holds the exact value in at least 95 of 100 draws",
    arguments: [EdgeKind.undirected, .directed], [10, 50])
  func coverage(kind: EdgeKind, sources: Int) throws {
    let graphs = [
      Graph.random(RandomGraphShape(60, 80, kind: kind, seed: 1)), .path(60, kind: kind),
      .random(RandomGraphShape(60, 36, kind: kind, seed: 5)),
    ]
    for (number, graph) in graphs.enumerated() {
      let exact = try graph.effectiveDiameter().value
      var misses = 0
      for seed in UInt64(1)...100 {
        var options = EffectiveDiameterOptions()
        (options.sources, options.seed) = (.random(sources), seed)
        let estimate = try graph.effectiveDiameter(options)
        #expect(
          estimate.sources == sources && estimate.low <= estimate.value && estimate.value <= estimate.high)
        misses += (estimate.low...estimate.high).contains(exact) ? 0 : 1
      }
      #expect(misses <= 5, "graph \(number), \(kind), \(sources) sources")
    }
  }

  @Test("More sources narrow the interval, and any number of threads gives the same bytes")
  func narrowing() throws {
    let graph = Graph.random(RandomGraphShape(1_500, 6_000, seed: 3))
    var options = EffectiveDiameterOptions()
    options.sources = .random(40)
    let few = try graph.effectiveDiameter(options)
    options.sources = .random(1_400)
    let many = try graph.effectiveDiameter(options)
    #expect(many.high - many.low < (few.high - few.low) / 4)
    for threads in [1, 3, 50] {
      options.threads = threads
      #expect(try graph.effectiveDiameter(options) == many)
    }
  }

  @Test("A share outside 0 to 1 and a draw of nothing are refused with a sentence")
  func errors() {
    var options = EffectiveDiameterOptions()
    for share in [0, -1, 1.5, .nan] {
      options.share = share
      #expect(throws: EffectiveDiameterError.self) { try Graph.kite.effectiveDiameter(options) }
    }
    options.share = 0.9
    options.sources = .random(0)
    #expect(throws: EffectiveDiameterError.tooFewSources(0)) { try Graph.kite.effectiveDiameter(options) }
    #expect(
      EffectiveDiameterError.tooFewSources(0).description
        == "0 random sources are too few. Take 1 or more, such as 1024.")
    #expect(EffectiveDiameterError.shareOutOfRange(2).description.hasSuffix("at most 1, such as 0.9."))
  }
}

import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct CommunityStructureTests {
  private func options(
    _ method: CommunityMethod = .leiden, runs: Int = 10, rewirings: Int = 40
  ) -> CommunityOptions {
    var options = CommunityOptions(method: method)
    options.runs = runs
    options.significance = .rewirings(rewirings)
    return options
  }

  @Test("planted blocks: significant, stable, and found by every method", arguments: CommunityMethod.allCases)
  func planted(method: CommunityMethod) throws {
    let graph = plantedPartition(4, of: 15, within: 0.6, between: 0.02, seed: 2)
    let blocks = Partition(labels: (0..<60).map { $0 / 15 })
    let found = try graph.communityStructure(options(method, rewirings: 25))
    #expect(found.partition.adjustedRandIndex(with: blocks) > 0.9)
    #expect(found.consensus.partition.adjustedRandIndex(with: blocks) > 0.9)
    let significance = try #require(found.significance)
    #expect(significance.verdict == .significant)
    #expect(significance.pValue == 1.0 / 26)
    // Infomap and label propagation find nothing at all in the rewired ones: then there is no deviation.
    #expect((significance.zScore ?? .infinity) > 5)
    #expect(try #require(found.stability) > 0.6)
    #expect(
      found.quality == (method == .infomap ? try graph.codelength(of: found.partition) : found.modularity))
  }

  @Test("random graphs: no significant community structure in at least 17 of 20, though modularity is high")
  func noise() throws {
    var significant = 0
    for seed in 0..<20 as Range<UInt64> {
      let graph = Graph.random(RandomGraphShape(40, 70, seed: seed))
      let found = try graph.communityStructure(options(runs: 1, rewirings: 30))
      #expect(try #require(found.modularity) > 0.3, "seed \(seed)")
      if found.significance?.verdict == .significant { significant += 1 }
    }
    #expect(significant <= 3)
  }

  @Test("the verdict of noise says so plainly")
  func wording() throws {
    let graph = Graph.random(RandomGraphShape(40, 70, seed: 1))
    let text = try #require(try graph.communityStructure(options(runs: 1)).significance).description
    #expect(text.hasPrefix("no significant community structure: modularity 0."))
    #expect(text.contains("networks with the same degrees 0."))
    #expect(text.hasSuffix("40 rewirings)"))
  }

  @Test("p-values count the network itself among the draws")
  func pValues() throws {
    // Complete graphs can not be rewired: all draws are as good, p = (B + 1)/(B + 1), and there is no z.
    let found = try #require(try Graph.complete(6).communityStructure(options()).significance)
    #expect(found.pValue == 1)
    #expect(found.zScore == nil)
    #expect(found.verdict == .notSignificant)
    #expect(
      found.description
        == "no significant community structure: modularity 0.0, networks with the same degrees 0.0 ± 0.0 (p = 1.0, 40 rewirings)"
    )
  }

  @Test("the same for any number of threads; the partition is that of the method alone")
  func determinism() throws {
    let graph = Graph.random(RandomGraphShape(50, 90, kind: .directed, strengths: .fractional, seed: 4))
    for directions in DirectionTreatment.allCases {
      var options = options(rewirings: 20)
      options.directions = directions
      options.threads = 1
      let single = try graph.communityStructure(options)
      options.threads = 3
      #expect(try graph.communityStructure(options) == single)
      var generator = SeededGenerator(seed: options.seed)
      var leiden = LeidenOptions()
      leiden.directions = directions
      #expect(try graph.leiden(leiden, using: &generator) == single.partition)
    }
  }

  @Test("one run has no stability; without edges there is no quality and no test")
  func degenerate() throws {
    let single = try Graph.karate.communityStructure(options(runs: 1))
    #expect(single.stability == nil)
    #expect(single.runs == 1)
    for method in CommunityMethod.allCases {
      for count in 0...2 {
        let found = try Graph(count, []).communityStructure(options(method))
        #expect(found.partition == Partition(singletons: count))
        #expect(found.quality == nil && found.modularity == nil && found.significance == nil)
        #expect(found.stability == 1)
      }
    }
    var untested = options()
    untested.significance = .none
    untested.quality = .cpm
    untested.resolution = 0.3
    let cpm = try Graph.karate.communityStructure(untested)
    #expect(cpm.significance == nil)
    #expect(cpm.measure == .cpm)
    #expect(cpm.quality == Graph.karate.cpmQuality(of: cpm.partition, resolution: 0.3))
  }

  @Test("the karate club is stable and significant")
  func karate() throws {
    let found = try Graph.karate.communityStructure(options(rewirings: 100))
    #expect(isClose(try #require(found.modularity), 0.4198, absolute: 5e-5))
    let significance = try #require(found.significance)
    #expect(significance.verdict == .significant)
    #expect(try #require(found.stability) > 0.6)
  }

  @Test("options out of range are refused with a hint")
  func errors() {
    #expect(throws: CommunityError.invalidRuns(0)) { try Graph.kite.communityStructure(options(runs: 0)) }
    #expect(throws: CommunityError.invalidRewirings(0)) {
      try Graph.kite.communityStructure(options(rewirings: 0))
    }
    var negative = options()
    negative.resolution = -1
    #expect(throws: CommunityError.leiden(.invalidResolution(-1))) {
      try Graph.kite.communityStructure(negative)
    }
    #expect(
      CommunityError.invalidRewirings(0).description
        == "0 rewirings test nothing. At least 19 are needed for a p-value of 0.05; usual are 200.")
    #expect(
      CommunityError.leiden(.invalidResolution(-1)).description
        == LeidenError.invalidResolution(-1).description)
  }
}

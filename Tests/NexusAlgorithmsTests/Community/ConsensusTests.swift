import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct ConsensusTests {
  private func consensus(
    of partitions: [Partition], on graph: Graph, _ options: ConsensusOptions = ConsensusOptions()
  ) throws -> Consensus {
    var generator = SeededGenerator(seed: 7)
    return try graph.consensus(of: partitions, options, using: &generator)
  }

  @Test("equal partitions are their own consensus, at once")
  func equal() throws {
    let sides = Partition(labels: [0, 0, 0, 1, 1, 1])
    let graph = Graph(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)])
    let found = try consensus(of: [sides, sides, sides], on: graph)
    #expect(found.partition == sides)
    #expect(found.rounds == 0)
    #expect(found.isSettled)
  }

  @Test("a vertex that one of five runs puts elsewhere goes with the four")
  func majority() throws {
    let graph = Graph(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)])
    let sides = Partition(labels: [0, 0, 0, 1, 1, 1])
    let odd = Partition(labels: [0, 0, 1, 1, 1, 1])
    let found = try consensus(of: [sides, sides, odd, sides, sides], on: graph)
    #expect(found.partition == sides)
    #expect(found.rounds == 1)
    #expect(found.isSettled)
  }

  @Test("communities that no edge joins are parted; partitions into singletons stay so")
  func connected() throws {
    let graph = Graph(4, [(0, 1), (2, 3)])
    let all = Partition(labels: [0, 0, 0, 0])
    #expect(try consensus(of: [all], on: graph).partition.labels == [0, 0, 1, 1])
    #expect(
      try consensus(of: [Partition(singletons: 4), Partition(labels: [0, 0, 1, 2])], on: graph).isSettled)
    #expect(try consensus(of: [Partition(labels: [])], on: Graph(0, [])).partition.count == 0)
  }

  @Test("planted blocks come out of noisy runs, also where groups are many", arguments: [200, 1_200])
  func planted(count: Int) throws {
    let blocks = Partition(labels: (0..<count).map { $0 / (count / 4) })
    let graph = plantedPartition(
      4, of: count / 4, within: 20.0 / Double(count), between: 0.1 / Double(count), seed: 3)
    let runs = (0..<12).map { run in
      var generator = SeededGenerator(seed: UInt64(run))
      return Partition(
        labels: blocks.labels.map { label in
          Double.random(in: 0..<1, using: &generator) < 0.15
            ? Int.random(in: 0..<4, using: &generator) : label
        })
    }
    let found = try consensus(of: runs, on: graph)
    #expect(found.isSettled)
    #expect(found.partition.adjustedRandIndex(with: blocks) > 0.95)
    #expect(found.partition.adjustedRandIndex(with: blocks) > runs[0].adjustedRandIndex(with: blocks))
  }

  @Test("too few rounds are said to be so, with the most typical partition")
  func notSettled() throws {
    let (one, other) = (Partition(labels: [0, 0, 1, 1]), Partition(labels: [0, 1, 1, 0]))
    var options = ConsensusOptions()
    options.maximumRounds = 0
    let found = try consensus(of: [other, one, one], on: .complete(4), options)
    #expect(!found.isSettled)
    #expect(found.partition == one)
  }

  @Test("options out of range and no partitions are refused with a hint")
  func errors() {
    #expect(throws: ConsensusError.noPartitions) { try consensus(of: [], on: .kite) }
    var options = ConsensusOptions()
    for value in [0, 1.1, .nan] as [Double] {
      options.threshold = value
      #expect(throws: ConsensusError.self) {
        try consensus(of: [Partition(singletons: 10)], on: .kite, options)
      }
    }
    #expect(
      ConsensusError.thresholdOutOfRange(2).description
        == "A threshold of 2.0 is not above 0 and up to 1. Usual is 0.5.")
    options = ConsensusOptions()
    options.maximumRounds = -1
    #expect(throws: ConsensusError.invalidRounds(-1)) {
      try consensus(of: [Partition(singletons: 10)], on: .kite, options)
    }
  }
}

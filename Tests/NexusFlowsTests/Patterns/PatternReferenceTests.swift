import NexusFlows
import Testing

/// Each detector against a search that tries everything, on thousands of small random ledgers.
@Suite("Detectors find what trying everything finds")
struct PatternReferenceTests {
  struct Case: CustomStringConvertible, Sendable {
    var pattern: FlowPattern
    var actors: Int
    var count: Int
    var days: Int
    var currencies: Int
    var description: String {
      "\(pattern.rawValue), \(actors) actors, \(count) transfers, \(currencies) currencies"
    }
  }

  static let cases: [Case] = [
    Case(pattern: .fanIn, actors: 6, count: 24, days: 12, currencies: 1),
    Case(pattern: .fanOut, actors: 5, count: 40, days: 30, currencies: 2),
    Case(pattern: .gatherScatter, actors: 6, count: 30, days: 12, currencies: 1),
    Case(pattern: .gatherScatter, actors: 6, count: 30, days: 12, currencies: 3),
    Case(pattern: .scatterGather, actors: 6, count: 30, days: 12, currencies: 2),
    Case(pattern: .cycle, actors: 4, count: 9, days: 8, currencies: 1),
    Case(pattern: .cycle, actors: 5, count: 14, days: 10, currencies: 3),
    Case(pattern: .structuring, actors: 3, count: 30, days: 12, currencies: 2),
    Case(pattern: .passThrough, actors: 3, count: 20, days: 8, currencies: 2),
    Case(pattern: .random, actors: 6, count: 24, days: 10, currencies: 1),
  ]

  @Test("on random ledgers of every shape", arguments: cases)
  func equalsBruteForce(_ shape: Case) {
    var total = 0
    for seed in UInt64(1)...100 {
      let ledger = PatternLedger(
        randomTransfers(
          seed: seed, actors: shape.actors, count: shape.count, days: shape.days, currencies: shape.currencies
        ))
      var options = PatternOptions()
      options.patterns = [shape.pattern]
      (options.fanCount, options.gatherCount, options.scatterCount) = (3, 2, 2)
      (options.intermediaryCount, options.chainHops) = (2, 2)
      (options.reportingThreshold, options.structuringFloor) = (18, 0.5)
      (options.shortWindow, options.longWindow) = (.days(3), .days(5))
      let hits = ledger.patterns(options).hits
      let found = hits.map(\.transfers)
      let expected = PatternReferenceTests.expected(ledger, options, shape.pattern)
      #expect(Set(found) == expected, "\(shape), seed \(seed)")
      for hit in hits {
        let fault = PatternDefinitions(ledger, options).fault(of: hit)
        #expect(fault == nil, "\(shape), seed \(seed): \(fault ?? "")")
      }
      total += found.count
    }
    #expect(total > 30, "the shape tests little: \(total) hits")
  }

  static func expected(
    _ ledger: PatternLedger, _ options: PatternOptions, _ pattern: FlowPattern
  ) -> Set<[Int32]> {
    let (windows, paths) = (SlowWindows(ledger, options), SlowPaths(ledger, options))
    return switch pattern {
    case .fanIn, .fanOut: windows.fans(pattern)
    case .gatherScatter: windows.gatherScatter()
    case .structuring: windows.structuring()
    case .scatterGather: paths.scatterGather()
    case .cycle: paths.cycles()
    case .passThrough: paths.passThroughs()
    case .random: paths.chains()
    case .bipartite, .stack, .funnel, .mirror, .price, .peel: []
    }
  }

  @Test(
    "every hit of every pattern satisfies its definition",
    arguments: FlowPattern.allCases)
  func satisfiesDefinition(_ pattern: FlowPattern) {
    var total = 0
    for seed in UInt64(1)...40 {
      var transfers = randomTransfers(
        seed: seed, actors: 9, count: 90, days: 10, currencies: 1 + Int(seed % 2))
      if pattern == .stack {
        transfers += stack(sources: [0, 1, 2], middle: [9, 10, 11], sinks: [3, 4, 5])
      }
      let ledger = PatternLedger(transfers)
      var options = PatternOptions()
      options.patterns = [pattern]
      options.peelLinks = 1
      options.mirrorLegs = 1
      options.corridorCount = 4
      options.priceDeviation = 1.5
      options.reportingThreshold = 18
      let hits = ledger.patterns(options).hits
      total += hits.count
      for hit in hits {
        let fault = PatternDefinitions(ledger, options).fault(of: hit)
        #expect(fault == nil, "\(pattern.rawValue), seed \(seed): \(fault ?? "")")
      }
    }
    #expect(total > 0, "no hit of \(pattern.rawValue) was checked")
  }

  @Test("one thread or many, the hits are the same")
  func threads() {
    let ledger = PatternLedger(randomTransfers(seed: 5, actors: 400, count: 9_000, days: 40), actors: 400)
    var options = PatternOptions()
    options.patterns = [.fanIn, .gatherScatter, .cycle, .passThrough]
    options.cycleHops = 3
    options.threads = 1
    let alone = ledger.patterns(options)
    options.threads = 2
    let together = ledger.patterns(options)
    #expect(alone.hits == together.hits)
    #expect(alone.guarded == together.guarded)
    #expect(!alone.hits.isEmpty)
  }
}

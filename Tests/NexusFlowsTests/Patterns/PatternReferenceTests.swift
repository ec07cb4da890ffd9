import NexusFlows
import Testing

/// Each detector against a search that tries everything, on thousands of small random ledgers.
@Suite("Detectors find what trying everything finds")
struct PatternReferenceTests {
  struct Case: CustomStringConvertible, Sendable {
    var pattern: FlowPattern
    var ledger: RandomLedger
    var seeds: ClosedRange<UInt64>

    init(
      _ pattern: FlowPattern, actors: Int, _ count: Int, days: Int, currencies: Int = 1,
      channels: [PatternChannel] = [.other], largest: Int = 20, places: Int32 = 5,
      ledgers: UInt64 = 240, tiers: Int? = nil
    ) {
      self.pattern = pattern
      ledger = RandomLedger(
        actors: actors, count: count, days: days, currencies: currencies, channels: channels,
        largest: largest, places: places, tiers: tiers)
      seeds = 1...ledgers
    }

    var description: String {
      "\(pattern.rawValue), \(ledger.actors) actors, \(ledger.count) transfers, \(ledger.currencies) currencies"
    }
  }

  static let cases: [Case] = [
    Case(.fanIn, actors: 6, 24, days: 12, currencies: 2),
    Case(.fanOut, actors: 5, 40, days: 30, currencies: 2),
    Case(.gatherScatter, actors: 5, 20, days: 10),
    Case(.gatherScatter, actors: 5, 20, days: 10, currencies: 3),
    Case(.scatterGather, actors: 5, 24, days: 12, currencies: 2),
    Case(.cycle, actors: 2, 14, days: 8, currencies: 2),
    Case(.cycle, actors: 3, 14, days: 8),
    Case(.cycle, actors: 4, 12, days: 8),
    Case(.cycle, actors: 5, 14, days: 10, currencies: 3),
    Case(.bipartite, actors: 6, 30, days: 5),
    Case(.bipartite, actors: 8, 40, days: 4, currencies: 2, ledgers: 150),
    Case(.stack, actors: 9, 48, days: 3, ledgers: 150, tiers: 3),
    Case(.stack, actors: 9, 54, days: 3, currencies: 2, ledgers: 150, tiers: 3),
    Case(.structuring, actors: 3, 24, days: 12, currencies: 2),
    Case(.passThrough, actors: 3, 20, days: 8),
    Case(.passThrough, actors: 3, 20, days: 8, currencies: 2),
    Case(.random, actors: 6, 24, days: 10),
    Case(.random, actors: 6, 24, days: 10, currencies: 2),
    Case(.funnel, actors: 3, 20, days: 10, currencies: 2),
    Case(.mirror, actors: 4, 20, days: 3, channels: [.hawala], largest: 4),
    Case(
      .mirror, actors: 4, 30, days: 3, currencies: 2, channels: [.hawala, .hawala, .other], largest: 3,
      ledgers: 500),
    Case(.price, actors: 3, 50, days: 10, channels: [.trade, .trade, .other], places: 2),
    Case(.price, actors: 3, 60, days: 10, currencies: 2, channels: [.trade], places: 2),
    Case(.peel, actors: 4, 30, days: 4, channels: [.virtualAsset], largest: 8, ledgers: 400),
    Case(
      .peel, actors: 4, 40, days: 4, currencies: 2, channels: [.virtualAsset, .virtualAsset, .other],
      largest: 8, ledgers: 400),
  ]

  @Test("on random ledgers of every shape", arguments: cases)
  func equalsBruteForce(_ shape: Case) {
    var total = 0
    for seed in shape.seeds {
      let ledger = PatternLedger(shape.ledger.transfers(seed: seed))
      var options = PatternOptions()
      options.patterns = [shape.pattern]
      (options.fanCount, options.gatherCount, options.scatterCount) = (3, 2, 2)
      (options.intermediaryCount, options.chainHops) = (2, 2)
      (options.reportingThreshold, options.structuringFloor) = (18, 0.5)
      (options.shortWindow, options.longWindow) = (.days(3), .days(5))
      (options.sourceCount, options.sinkCount) = seed % 2 == 0 ? (2, 2) : (3, 3)
      (options.funnelPlaces, options.mirrorLegs, options.peelLinks) = (
        2, 1 + Int(seed % 2), 1 + Int(seed % 2)
      )
      (options.corridorCount, options.priceDeviation) = (3, 1.5)
      let hits = ledger.patterns(options).hits
      let expected = PatternReferenceTests.expected(ledger, options, shape.pattern)
      #expect(Set(hits.map(\.transfers)) == expected, "\(shape), seed \(seed)")
      #expect(hits.count == expected.count, "\(shape), seed \(seed)")
      for hit in hits {
        let fault = PatternDefinitions(ledger, options).fault(of: hit)
        #expect(fault == nil, "\(shape), seed \(seed): \(fault ?? "")")
      }
      total += hits.count
    }
    #expect(total > 10, "the shape tests little: \(total) hits")
  }

  static func expected(
    _ ledger: PatternLedger, _ options: PatternOptions, _ pattern: FlowPattern
  ) -> Set<[Int32]> {
    let (windows, paths) = (SlowWindows(ledger, options), SlowPaths(ledger, options))
    let (layers, legs) = (SlowLayers(ledger, options), SlowLegs(ledger, options))
    return switch pattern {
    case .fanIn, .fanOut: windows.fans(pattern)
    case .gatherScatter: windows.gatherScatter()
    case .structuring: windows.structuring()
    case .funnel: windows.funnels()
    case .scatterGather: paths.scatterGather()
    case .cycle: paths.cycles()
    case .passThrough: paths.passThroughs()
    case .random: paths.chains()
    case .bipartite: layers.layers()
    case .stack: layers.stacks()
    case .mirror: legs.mirrors()
    case .price: legs.unusualPrices()
    case .peel: legs.peelChains()
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

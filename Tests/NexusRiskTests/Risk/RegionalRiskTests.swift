import NexusGraph
import NexusModel
import NexusRisk
import Testing

@Suite("Regional risk")
struct RegionalRiskTests {
  static func options(draws: Int = 200, threads: Int? = nil) -> RiskOptions {
    var options = RiskOptions()
    options.exposure.asOf = Instant(year: 2020, month: 12, day: 31)
    options.uncertainty.draws = draws
    options.uncertainty.threads = threads
    return options
  }

  func intervals(_ risk: RegionalRisk) -> [Region: ScoreInterval?] {
    Dictionary(
      uniqueKeysWithValues: zip(risk.exposure.regions, risk.regions).map {
        ($0.region, $1.exposureInterval)
      })
  }

  @Test("Draws, ranks, comparisons and drivers are the same on any number of threads", arguments: 0..<4)
  func threads(seed: UInt64) {
    let network = RandomNetwork(seed: seed).sketch.build()
    let one = network.regionalRisk(Self.options(threads: 1))
    let many = network.regionalRisk(Self.options(threads: 5))
    #expect(intervals(one) == intervals(many), "seed \(seed)")
    #expect(one.regions.map(\.rankInterval) == many.regions.map(\.rankInterval))
    #expect(one.comparisons == many.comparisons)
    for (left, right) in zip(one.regions, many.regions) {
      #expect(left.drivers.map(\.index) == right.drivers.map(\.index))
    }
    var other = Self.options()
    other.uncertainty.seed = 2
    #expect(intervals(network.regionalRisk(other)) != intervals(one))
  }

  @Test("Intervals lie in 0...100 around their mean, and scores do not depend on them", arguments: 0..<10)
  func ranges(seed: UInt64) {
    let network = RandomNetwork(seed: seed).sketch.build()
    let risk = network.regionalRisk(Self.options())
    let exposure = network.regionalExposure(Self.options().exposure)
    #expect(risk.exposure.regions.map(\.score) == exposure.regions.map(\.score))
    for (region, found) in zip(risk.exposure.regions, risk.regions) {
      #expect((region.score == nil) == (found.exposureInterval == nil))
      guard let interval = found.exposureInterval else { continue }
      #expect(interval.low >= 0 && interval.low <= interval.high && interval.high <= 100, "seed \(seed)")
      #expect(interval.mean >= 0 && interval.mean <= 100)
      #expect((region.rank == nil) == (found.rankInterval == nil), "seed \(seed)")
      if let rank = found.rankInterval { #expect(rank.low >= 1 && rank.low <= rank.high) }
    }
    for comparison in risk.comparisons {
      #expect((0...1).contains(comparison.aboveProbability))
      #expect(
        risk.exposure.regions[comparison.a].region.level == risk.exposure.regions[comparison.b].region.level)
      let back = risk.comparison(comparison.b, comparison.a)
      #expect(back?.aboveProbability == 1 - comparison.aboveProbability)
    }
  }

  @Test("A new region, protected actors and other channels change no interval", arguments: 0..<5)
  func invariance(seed: UInt64) {
    let random = RandomNetwork(seed: seed)
    let before = intervals(random.sketch.build().regionalRisk(Self.options()))

    var channels = random.sketch
    for index in channels.transfers.indices { channels.transfers[index].channel = Channel(folding: "hawala") }
    #expect(intervals(channels.build().regionalRisk(Self.options())) == before, "seed \(seed)")

    var added = random.sketch
    added.presence(added.actor("new", .terrorist), "Elsewhere", 0.9)
    let after = intervals(added.build().regionalRisk(Self.options()))
    for (region, interval) in before where region != .world {
      #expect(after[region] == interval, "seed \(seed)")
    }
    #expect(after.count == before.count + 1)

    var protected = random.sketch
    let victim = protected.actor("victim", Role(folding: "victim"))
    protected.presence(victim, "TJ", 1)
    for actor in 0..<victim.index { protected.tie(victim, ActorID(actor), 1, date: Instant(year: 2020)) }
    #expect(intervals(protected.build().regionalRisk(Self.options())) == before, "seed \(seed)")
  }

  @Test("What refutes a tie never raises a score", arguments: 0..<30)
  func refutation(seed: UInt64) {
    var random = RandomNetwork(seed: seed, isSteady: true)
    func scores(_ network: Network) -> [Region: Double] {
      let risk = network.regionalExposure(Self.options().exposure)
      return Dictionary(uniqueKeysWithValues: risk.regions.map { ($0.region, $0.score?.score ?? 0) })
    }
    let before = scores(random.sketch.build())
    let tie = Int.random(in: 0..<random.sketch.ties.count, using: &random.generator)
    var claim = NetworkSketch.Claim(confidence: 0.7, origin: 9)
    claim.stance = .refutes
    random.sketch.ties[tie].items.append(random.sketch.evidence(claim))
    for (region, score) in scores(random.sketch.build()) {
      #expect(score <= (before[region] ?? 0) + 1e-9, "\(region.code), seed \(seed)")
    }
  }

  @Test("Risk asks for V and C of the region itself; a level never takes them from its countries")
  func indicators() throws {
    let network = RandomNetwork(seed: 3).sketch.build()
    var options = Self.options()
    let (tajikistan, afghanistan) = try (
      #require(Region(resolving: "TJ")), #require(Region(resolving: "AF"))
    )
    options.indicators[tajikistan] = RegionIndicators.Entry(vulnerability: 70, consequence: 60, row: "x:2")
    options.indicators[afghanistan] = RegionIndicators.Entry(vulnerability: 70, consequence: nil, row: "x:3")
    let risk = network.regionalRisk(options)
    #expect(risk.hasRisk)
    for (region, found) in zip(risk.exposure.regions, risk.regions) {
      #expect((found.risk != nil) == (region.region == tajikistan))
      #expect((found.riskInterval != nil) == (region.region == tajikistan))
    }
    #expect(!network.regionalRisk(Self.options()).hasRisk)
    let position = try #require(risk.exposure.regions.firstIndex { $0.region == tajikistan })
    let interval = try #require(risk.regions[position].riskInterval)
    let score = try #require(risk.regions[position].risk?.score)
    #expect(interval.low < score + 5 && interval.high > score - 15)
  }

  @Test("Supporting evidence never lowers the risk index", arguments: 0..<40)
  func designLaw(seed: UInt64) {
    var random = RandomNetwork(seed: seed, isSteady: true)
    var options = Self.options(draws: 0)
    for name in RandomNetwork.regions {
      if let region = Region(resolving: name) {
        options.indicators[region] = RegionIndicators.Entry(vulnerability: 40, consequence: 55, row: "x:2")
      }
    }
    func scores() -> [Region: Double] {
      let risk = random.sketch.build().regionalRisk(options)
      return Dictionary(
        uniqueKeysWithValues: zip(risk.exposure.regions, risk.regions).map {
          ($0.region, $1.risk?.score ?? 0)
        })
    }
    var before = scores()
    for step in 0..<4 {
      random.addSupport()
      let after = scores()
      for (region, score) in before {
        #expect((after[region] ?? 0) >= score - 1e-9, "\(region.code), seed \(seed), step \(step)")
      }
      before = after
    }
  }

  @Test("Without draws there is no interval; without roles no score; without regions nothing")
  func fewData() {
    let network = RandomNetwork(seed: 1).sketch.build()
    let silent = network.regionalRisk(Self.options(draws: 0))
    #expect(silent.comparisons.isEmpty && silent.levels.isEmpty)
    #expect(silent.regions.allSatisfy { $0.exposureInterval == nil })
    var sketch = NetworkSketch()
    sketch.presence(sketch.actor("x"), "TJ", 1)
    let unscored = sketch.build().regionalRisk(Self.options())
    #expect(unscored.exposure.regions.allSatisfy { $0.missing == .rolesMissing })
    #expect(unscored.comparisons.isEmpty)
    var empty = NetworkSketch()
    _ = empty.actor("x")
    #expect(empty.build().regionalRisk(Self.options()).regions.isEmpty)
  }

  @Test("Undetected evidence raises scores")
  func detection() throws {
    let network = RandomNetwork(seed: 2).sketch.build()
    var options = Self.options(draws: 1000)
    let plain = network.regionalRisk(options)
    options.uncertainty.detection = 0.5
    let more = network.regionalRisk(options)
    for (left, right) in zip(plain.regions, more.regions) {
      guard let left = left.exposureInterval, let right = right.exposureInterval else { continue }
      #expect(right.mean > left.mean)
    }
  }
}

import NexusGraph
import NexusModel
import NexusRisk
import Testing

@Suite("Properties of the exposure index")
struct ExposurePropertiesTests {
  static let asOf = Instant(year: 2020, month: 12, day: 31)

  func exposure(_ network: Network) -> RegionalExposure {
    var options = ExposureOptions()
    options.asOf = Self.asOf
    return network.regionalExposure(options)
  }

  func scores(_ network: Network) -> [Region: Double] {
    Dictionary(
      uniqueKeysWithValues: exposure(network).regions.map { ($0.region, $0.score?.score ?? -1) })
  }

  @Test("Indicators, items and origins are those of the definitions", arguments: 0..<40)
  func againstDefinitions(seed: UInt64) throws {
    let network = RandomNetwork(seed: seed).sketch.build()
    let reference = DenseExposure(
      network: network, rule: ConfidenceRule(ungraded: 0.5), asOf: try #require(Self.asOf))
    for region in exposure(network).regions {
      let expected = reference.raw(region.region)
      for (indicator, expected) in zip(Indicator.allCases, expected) {
        let found = try #require(region.raw[indicator])
        #expect(abs(found - expected) < 1e-9, "\(indicator) of \(region.region.code), seed \(seed)")
      }
      let items = reference.items(region.region)
      #expect(region.items == Set(items.map(\.row)).count, "\(region.region.code), seed \(seed)")
      #expect(region.origins == Set(items.map(\.origin)).count, "\(region.region.code), seed \(seed)")
    }
    for actor in reference.actors {
      let found = network.brokerage()[actor]
      #expect((found == nil) == !reference.isFree(actor))
      #expect(abs((found ?? 0) - reference.brokerage(actor)) < 1e-9)
    }
  }

  @Test("Adding supporting evidence never lowers any region's score", arguments: 0..<150)
  func designLaw(seed: UInt64) {
    var random = RandomNetwork(seed: seed, isSteady: true)
    var before = scores(random.sketch.build())
    for step in 0..<8 {
      random.addSupport()
      let after = scores(random.sketch.build())
      for (region, score) in before {
        #expect((after[region] ?? -1) >= score - 1e-9, "\(region.code), seed \(seed), step \(step)")
      }
      before = after
    }
  }

  @Test("The order of rows and of actors changes nothing", arguments: 0..<30)
  func permutation(seed: UInt64) throws {
    var random = RandomNetwork(seed: seed)
    let base = exposure(random.sketch.build())
    let numbers = (0..<random.sketch.actors.count).shuffled(using: &random.generator)
    func moved(_ actor: ActorID) -> ActorID { ActorID(numbers[actor.index]) }

    var sketch = random.sketch
    for (old, new) in numbers.enumerated() { sketch.actors.roles[new] = random.sketch.actors.roles[old] }
    for index in sketch.actors.presences.indices {
      sketch.actors.presences[index].actor = moved(sketch.actors.presences[index].actor)
    }
    for index in sketch.actors.crimes.indices {
      sketch.actors.crimes[index].actor = moved(sketch.actors.crimes[index].actor)
    }
    for index in sketch.ties.indices {
      let tie = sketch.ties[index].tie
      sketch.ties[index].tie.source = moved(tie.target)
      sketch.ties[index].tie.target = moved(tie.source)
      (sketch.ties[index].tie.sourceRegions, sketch.ties[index].tie.targetRegions) =
        (tie.targetRegions, tie.sourceRegions)
    }
    for index in sketch.transfers.indices {
      sketch.transfers[index].payer = moved(sketch.transfers[index].payer)
      sketch.transfers[index].payee = moved(sketch.transfers[index].payee)
    }
    sketch.actors.presences.shuffle(using: &random.generator)
    sketch.actors.crimes.shuffle(using: &random.generator)
    sketch.ties.shuffle(using: &random.generator)
    sketch.transfers.shuffle(using: &random.generator)

    let shuffled = exposure(sketch.build())
    for region in base.regions {
      let other = try #require(shuffled.regions.first { $0.region == region.region })
      #expect(abs((other.score?.score ?? -1) - (region.score?.score ?? -1)) < 1e-9)
      #expect(other.items == region.items)
      #expect(other.origins == region.origins)
    }
  }

  @Test("A new region changes no other but the world", arguments: 0..<20)
  func regionAddition(seed: UInt64) {
    var random = RandomNetwork(seed: seed)
    let before = scores(random.sketch.build())
    let actor = random.sketch.actor("new", .terrorist)
    random.sketch.presence(actor, "Elsewhere", 0.9)
    random.sketch.crime(actor, "drugs", 0.9)
    let after = scores(random.sketch.build())
    for (region, score) in before where region != .world { #expect(after[region] == score) }
    #expect(after.count == before.count + 1)
  }

  @Test("Channels change nothing", arguments: 0..<10)
  func channels(seed: UInt64) {
    let random = RandomNetwork(seed: seed)
    var sketch = random.sketch
    for index in sketch.transfers.indices { sketch.transfers[index].channel = Channel(folding: "hawala") }
    #expect(scores(sketch.build()) == scores(random.sketch.build()))
  }

  @Test("Protected actors change nothing", arguments: ["victim", "witness", "reporting-party"])
  func protected(role: String) throws {
    let random = RandomNetwork(seed: 7)
    var sketch = random.sketch
    let person = sketch.actor("protected", Role(folding: role))
    for region in RandomNetwork.regions { sketch.presence(person, region, 1) }
    sketch.crime(person, "cyber", 1)
    for actor in 0..<person.index {
      sketch.tie(person, ActorID(actor), 1, crimes: ["robbery"], date: Instant(year: 2020))
      sketch.transfer(
        ActorID(actor), person, 1e9, 1, currency: "XAU", crimes: ["drugs"], from: "TJ", to: "AF")
    }
    let (plain, more) = (exposure(random.sketch.build()), exposure(sketch.build()))
    #expect(plain.regions.map(\.region) == more.regions.map(\.region))
    #expect(plain.regions.map(\.score) == more.regions.map(\.score))
    #expect(plain.regions.map(\.items) == more.regions.map(\.items))
    #expect(plain.method.measure == more.method.measure)
    #expect(sketch.build().brokerage()[person] == nil)
  }

  @Test("Predictions change nothing", arguments: 0..<10)
  func predictions(seed: UInt64) {
    let random = RandomNetwork(seed: seed)
    var sketch = random.sketch
    let claim = NetworkSketch.Claim(confidence: 1, kind: .prediction)
    for target in 1..<sketch.actors.count {
      sketch.tie(ActorID(0), ActorID(target), [claim], crimes: ["drugs"], date: Instant(year: 2020))
      sketch.transfer(ActorID(0), ActorID(target), 1e9, 1, kind: .prediction, currency: "XAU", from: "TJ")
    }
    #expect(scores(sketch.build()) == scores(random.sketch.build()))
  }
}

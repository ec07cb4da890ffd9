import NexusGraph
import NexusModel
import NexusRisk
import Testing

@Suite("Crime–terror pairs")
struct CrimeTerrorPairTests {
  func parties() -> (NetworkSketch, terror: ActorID, crime: ActorID) {
    var sketch = NetworkSketch()
    let terror = sketch.actor("t", .terrorist)
    let crime = sketch.actor("c", .organisedCrime)
    return (sketch, terror, crime)
  }

  @Test("The example of the method, as a network")
  func example() throws {
    var (sketch, terror, crime) = parties()
    sketch.tie(terror, crime, 0.8, origin: 1, relation: "finance", date: Instant(year: 2017))
    sketch.tie(crime, terror, 0.6, origin: 2, relation: "transaction", date: Instant(year: 2018, month: 4))
    sketch.tie(crime, terror, 0.5, origin: 2, relation: "shared_member")
    let pairs = sketch.build().crimeTerrorPairs()
    let pair = try #require(pairs.first)
    #expect(pairs.count == 1)
    #expect(pair.crime == crime && pair.terror == terror)
    #expect(pair.stage == .alliance)
    #expect(pair.status == .confirmed)
    #expect(abs(pair.ladder.intensity - 66) < 1e-12)
    #expect(pair.origins == 2)
    #expect(pair.modalities.map(\.word) == ["finance", "shared-member", "transaction"])
    #expect(pair.first?.description == "2017")
    #expect(pair.last?.description == "2018-04")
    #expect(pair.rows.map(\.rawValue) == [0, 1, 2])
  }

  @Test("One origin leaves a pair unconfirmed, however sure it is; then the probability decides")
  func status() {
    func status(_ confidence: Double, _ origins: [Int32]) -> PairStatus? {
      var (sketch, terror, crime) = parties()
      sketch.tie(terror, crime, origins.map { NetworkSketch.Claim(confidence: confidence, origin: $0) })
      return sketch.build().crimeTerrorPairs().first?.status
    }
    #expect(status(0.9, [1]) == .unconfirmed)
    #expect(status(0.9, [1, 1]) == .unconfirmed)
    #expect(status(0.9, [1, 2]) == .confirmed)
    #expect(status(0.5, [1, 2]) == .confirmed)  // 1 − ½ · ½ = .75
    #expect(status(0.4, [1, 2]) == .probable)  // .64
    #expect(status(0.2, [1, 2]) == .unconfirmed)  // .36
  }

  @Test("A weak pair coexists by a common neighbour or by region and crime type, else is none")
  func coexistence() {
    var (sketch, terror, crime) = parties()
    sketch.tie(terror, crime, 0.4)
    #expect(sketch.build().crimeTerrorPairs().map(\.stage) == [.none])

    var neighbours = sketch
    let broker = neighbours.actor("b")
    neighbours.tie(broker, terror, 0.1)
    #expect(neighbours.build().crimeTerrorPairs().map(\.stage) == [.none])
    neighbours.tie(crime, broker, 0.1)
    #expect(neighbours.build().crimeTerrorPairs().map(\.stage) == [.coexistence])
    neighbours.actors.roles[broker.index] = .victim
    #expect(neighbours.build().crimeTerrorPairs().map(\.stage) == [.none])

    sketch.presence(terror, "TJ", 0.5)
    sketch.presence(crime, "TJ", 0.5)
    sketch.crime(terror, "drugs", 0.5)
    #expect(sketch.build().crimeTerrorPairs().map(\.stage) == [.none])
    sketch.crime(crime, "drugs", 0.5)
    #expect(sketch.build().crimeTerrorPairs().map(\.stage) == [.coexistence])
  }

  @Test("Transfers, predictions, refuted ties and other roles make no pair")
  func noPair() {
    var (sketch, terror, crime) = parties()
    sketch.transfer(terror, crime, 100, 1)
    sketch.tie(terror, crime, [NetworkSketch.Claim(confidence: 1, kind: .prediction)])
    sketch.tie(terror, crime, [NetworkSketch.Claim(confidence: 1, stance: .refutes)])
    let facilitator = sketch.actor("f", .facilitator)
    sketch.tie(terror, facilitator, 1)
    #expect(sketch.build().crimeTerrorPairs().isEmpty)
  }

  @Test("An ungraded tie counts ½: a transactional link, unconfirmed")
  func ungraded() throws {
    var (sketch, terror, crime) = parties()
    sketch.tie(terror, crime, nil)
    let pair = try #require(sketch.build().crimeTerrorPairs().first)
    #expect(pair.ladder.transactional == 0.5)
    #expect(pair.stage == .transactional)
    #expect(pair.status == .unconfirmed)
  }

  @Test("Pairs come by the crime actor, then the terror actor")
  func order() {
    var (sketch, terror, crime) = parties()
    let second = sketch.actor("c2", .organisedCrime)
    let other = sketch.actor("t2", .terrorist)
    for (left, right) in [
      (other, second), (terror, second), (other, crime), (crime, terror), (terror, crime),
    ] {
      sketch.tie(left, right, 0.5)
    }
    let pairs = sketch.build().crimeTerrorPairs()
    #expect(
      pairs.map { [$0.crime, $0.terror] } == [
        [crime, terror], [crime, other], [second, terror], [second, other],
      ])
    #expect(pairs.map(\.ties.count) == [2, 1, 1, 1])
  }
}

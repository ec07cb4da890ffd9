import NexusGraph
import NexusModel
import NexusRisk
import Testing

@Suite("Facts beside the pairs: directions and coexistence")
struct PairFactsTests {
  @Test(
    "Who pays and leads whom is told by directed ties and transfers, not by the order of an undirected tie")
  func directions() throws {
    var sketch = NetworkSketch()
    let crime = sketch.actor("c", .organisedCrime)
    let terror = sketch.actor("t", .terrorist)
    sketch.tie(terror, crime, 0.8, relation: "finance")
    sketch.tie(terror, crime, 0.8, relation: "command")
    sketch.ties[1].tie.isDirected = true
    sketch.transfer(crime, terror, 10, 0.5)
    sketch.transfer(crime, terror, 20, 0.5)
    sketch.transfer(terror, sketch.actor("x"), 20, 0.5)
    let network = sketch.build()
    let facts = try #require(network.directions(of: network.crimeTerrorPairs()).first)
    #expect(facts.map(\.source) == [crime, terror] && facts.map(\.target) == [terror, crime])
    #expect(facts.map(\.relation) == [.transaction, .command])
    #expect(facts.map(\.count) == [2, 1] && facts.map { $0.rows.map(\.rawValue) } == [[2, 3], [1]])
  }

  @Test("Pairs coexist by region and crime together, or by a neighbour; a direct tie is more than that")
  func coexistence() throws {
    var sketch = NetworkSketch()
    let crime = sketch.actor("c", .organisedCrime)
    let terrorists = (0..<4).map { sketch.actor("t\($0)", .terrorist) }
    let (friend, victim) = (sketch.actor("f"), sketch.actor("v", .victim))
    sketch.presence(crime, "AF", 0.5)
    sketch.crime(crime, "drugs", 0.5)
    sketch.tie(crime, terrorists[0], 0.2)  // tied
    sketch.presence(terrorists[1], "AF", 0.5)  // the region, but no crime
    sketch.presence(terrorists[2], "AF", 0.5)
    sketch.crime(terrorists[2], "drugs", 0.5)
    sketch.tie(crime, friend, 0.5)
    sketch.tie(friend, terrorists[3], 0.5)
    sketch.tie(crime, victim, 0.9)
    sketch.tie(victim, terrorists[1], 0.9)
    let pairs = sketch.build().coexistingPairs()
    #expect(pairs.map(\.terror) == [terrorists[2], terrorists[3]])
    #expect(pairs.map { $0.regions.map(\.code) } == [["AF"], []])
    #expect(pairs.map { $0.crimes.map(\.word) } == [["drugs"], []])
    #expect(pairs.map(\.neighbours) == [[], [friend]], "nobody coexists through a victim")
  }
}

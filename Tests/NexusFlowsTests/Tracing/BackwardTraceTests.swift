import NexusFlows
import NexusGraph
import NexusModel
import Testing

@Suite("Where money came from")
struct BackwardTraceTests {
  @Test("the share of each actor is what a trace from it gives at the target", arguments: 0..<60)
  func forward(seed: Int) throws {
    let network = Network(randomTransfers(seed: UInt64(seed), actors: 7, transfers: 40, largest: 30))
    let streams = MoneyStreams(TransferLedger(network))
    let target = try network.actor("a1")
    let backward = try BackwardTrace(streams, to: [target])
    #expect(backward.omitted == 0)
    for number in 0..<network.actors.count where ActorID(number) != target {
      let source = TaintSource(paidBy: [ActorID(number)], in: streams.ledger)
      let forward = try MoneyTrace(streams, from: source).receipts.first { $0.actor == target }
      let share = backward.shares.first { $0.source == ActorID(number) }?.receipt
      #expect(share?.amounts == forward?.amounts, "a\(number), seed \(seed)")
      #expect(share?.least == forward?.least && share?.most == forward?.most, "a\(number), seed \(seed)")
    }
  }

  @Test("the nearest come first, and what was paid too late is in no share")
  func order() throws {
    let network = Network([
      TransferSketch(1, "far", "near", 5), TransferSketch(2, "near", "t", 5),
      TransferSketch(3, "late", "near", 9),
    ])
    let backward = try BackwardTrace(MoneyStreams(TransferLedger(network)), to: [network.actor("t")])
    #expect(backward.shares.map { network.actors.ids[$0.source.index] } == ["near", "far"])
    #expect(backward.shares.map(\.hops) == [1, 2])
    #expect(backward.shares.map(\.receipt.amounts.fifo) == [5, 5])
  }

  @Test("when the effort is spent the rest is counted")
  func effort() throws {
    let network = Network([TransferSketch(1, "a", "t", 5), TransferSketch(2, "b", "t", 5)])
    let backward = try BackwardTrace(
      MoneyStreams(TransferLedger(network)), to: [network.actor("t")], effort: 1)
    #expect(backward.shares.count == 1 && backward.omitted == 1)
  }
}

import NexusGraph
import NexusModel
import Testing

@Suite("Filters of random networks")
struct FilterPropertiesTests {
  /// A network of 12 actors with 30 ties and 15 transfers, some undated, ungraded or without a crime.
  private static func network(seed: UInt64) -> Network {
    var generator = SeededGenerator(seed: seed)
    func pick<Item>(_ items: [Item]) -> Item { items[Int(generator.next() % UInt64(items.count))] }
    var sketch = FilterSketch()
    let ids = (0..<12).map { "a\($0)" }
    for id in ids {
      sketch.actor(
        id, pick([.terrorist, .organisedCrime, .unknown]), type: pick([.person, .bank, .unknown]))
    }
    for _ in 0..<8 { sketch.presence(pick(ids), pick(["AF", "TJ", "KZ", "Port"]), pick([nil, 0.3, 0.9])) }
    for _ in 0..<30 {
      sketch.tie(
        pick(ids), pick(ids), pick(["finance", "kinship", "unknown"]),
        crimes: pick([[], ["drugs"], ["arms"]]),
        first: pick([nil, Instant(year: 2010), Instant(year: 2020)]), confidence: pick([nil, 0.2, 0.8]))
    }
    for _ in 0..<15 {
      sketch.transfer(
        pick(ids), pick(ids), pick(["bank", "cash"]), crimes: pick([[], ["drugs"]]),
        date: pick([nil, Instant(year: 2021)]))
    }
    return sketch.build()
  }

  private static let filters: [NetworkFilter] = [
    .with { $0.relations = [Relation(folding: "finance")] }, .with { $0.crimes = [Crime(folding: "drugs")] },
    .with { $0.since = Instant(year: 2015) }, .with { $0.minimumConfidence = 0.5 },
    .with { $0.roles = [.terrorist, .organisedCrime] }, .with { $0.regions = [Region(resolving: "143")!] },
    .with {
      $0.focus = [ActorID(0)]
      $0.hops = 2
    },
  ]

  @Test("Order is kept, counts add up, and filtering what is left changes nothing", arguments: 1...20)
  func idempotence(seed: Int) {
    let network = FilterPropertiesTests.network(seed: UInt64(seed))
    for filter in FilterPropertiesTests.filters where filter.focus.isEmpty {
      let part = network.filtered(by: filter)
      #expect(part.network.actors.count + part.hidden.actors == network.actors.count, "seed \(seed)")
      #expect(part.network.ties.count + part.hidden.ties == network.ties.count, "seed \(seed)")
      #expect(part.network.transfers.count + part.hidden.transfers == network.transfers.count, "seed \(seed)")
      let kept = Set(part.network.actors.ids)
      #expect(part.network.actors.ids == network.actors.ids.filter(kept.contains), "seed \(seed)")
      let again = part.network.filtered(by: filter)
      #expect(again.hidden == HiddenCounts() && again.network.links == part.network.links, "seed \(seed)")
    }
  }

  @Test("Two fields together are one after the other, focus last", arguments: 1...20)
  func conjunction(seed: Int) {
    let network = FilterPropertiesTests.network(seed: UInt64(seed))
    for first in [
      NetworkFilter.with { $0.roles = [.terrorist, .unknown] },
      .with { $0.relations = [.init(folding: "finance")] },
    ] {
      let both = NetworkFilter.with {
        $0 = first
        $0.focus = [ActorID(0)]
      }
      let step = network.filtered(by: first).network
      guard let focus = step.actors.ids.firstIndex(of: "a0") else {
        #expect(network.filtered(by: both).network.actors.count == 0, "seed \(seed)")
        continue
      }
      let second = step.filtered(by: .with { $0.focus = [ActorID(focus)] }).network
      let together = network.filtered(by: both).network
      #expect(together.actors.ids == second.actors.ids && together.links == second.links, "seed \(seed)")
    }
  }
}

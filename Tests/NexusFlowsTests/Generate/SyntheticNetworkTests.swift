import NexusFlows
import NexusGraph
import NexusModel
import Testing

@Suite("Invented networks")
struct SyntheticNetworkTests {
  private func options(_ each: Int, seed: UInt64) -> SyntheticOptions {
    var options = SyntheticOptions()
    options.actors = 2_000
    options.transfers = 6_000
    options.plants = Dictionary(uniqueKeysWithValues: FlowPattern.allCases.map { ($0, each) })
    options.seed = seed
    return options
  }

  @Test(
    "As many transfers as asked for, in the order of time, between actors that there are",
    arguments: [1, 2, 77] as [UInt64])
  func counts(seed: UInt64) throws {
    let network = try SyntheticNetwork(options(2, seed: seed))
    let transfers = network.days.flatMap { network.transfers(onDay: $0) }
    #expect(transfers.count == 6_000, "seed \(seed)")
    #expect(transfers.map(\.time) == transfers.map(\.time).sorted(), "seed \(seed)")
    #expect(transfers.allSatisfy { $0.payer != $0.payee && $0.cents > 0 }, "seed \(seed)")
    #expect(transfers.allSatisfy { (0..<2_000).contains($0.payer) && (0..<2_000).contains($0.payee) })
    for (number, plant) in network.plants.enumerated() {
      #expect(transfers.filter { $0.plant == Int32(number) } == plant.transfers, "seed \(seed)")
    }
  }

  @Test("The same seed gives the same network, another one another")
  func determinism() throws {
    func sample(_ seed: UInt64) throws -> [SyntheticTransfer] {
      try SyntheticNetwork(options(1, seed: seed)).transfers(onDay: 401)
    }
    #expect(try sample(5) == sample(5))
    #expect(try sample(5) != sample(6))
  }

  @Test(
    "Every planted pattern is found among ordinary life, with all of its transfers", arguments: UInt64(1)..<4)
  func recall(seed: UInt64) throws {
    let network = try SyntheticNetwork(options(3, seed: seed))
    let (read, plants) = network.asRead()
    let hits = PatternLedger(read).patterns(PatternOptions()).hits
    let ledger = PatternLedger(read)
    for (number, plant) in network.plants.enumerated() {
      let planted = plants[number]
      let isFound = hits.contains { hit in
        hit.pattern == plant.pattern
          && planted.isSubset(of: hit.transfers.map { ledger.positions[Int($0)] })
      }
      #expect(isFound, "seed \(seed): \(plant.pattern.rawValue), plant \(number)")
    }
  }

  @Test("Too little room is refused with what is needed")
  func refusals() {
    var options = SyntheticOptions()
    options.actors = 12
    options.plants = [.cycle: 50]
    #expect(throws: SyntheticError.self) { try SyntheticNetwork(options) }
    options.actors = 1_000
    options.transfers = 3
    do { _ = try SyntheticNetwork(options) } catch {
      #expect(error.description.hasPrefix("3 transfers are too few for the planted patterns, which take "))
    }
  }
}

extension SyntheticNetwork {
  /// The network as a reader would give it, and the positions of the transfers of each plant.
  fileprivate func asRead() -> (Network, [Set<Int32>]) {
    var actors = Actors()
    for actor in 0..<options.actors {
      let id = actors.append(id: "\(actor)")
      actors.roles[id.index] = Role(folding: SyntheticNetwork.roleWords[Int(roles[actor])])
    }
    func region(_ number: Int8) -> Region? {
      number < 0 ? nil : Region(resolving: SyntheticNetwork.regions[Int(number)])
    }
    var plants = [Set<Int32>](repeating: [], count: self.plants.count)
    var transfers: [Transfer] = []
    for transfer in days.flatMap({ self.transfers(onDay: $0) }) {
      if transfer.plant >= 0 { plants[Int(transfer.plant)].insert(Int32(transfers.count)) }
      transfers.append(
        Transfer(
          payer: ActorID(Int(transfer.payer)), payee: ActorID(Int(transfer.payee)),
          amount: Double(transfer.cents) / 100,
          currency: SyntheticNetwork.currencies[Int(transfer.currency)],
          channel: Channel(folding: SyntheticNetwork.channels[Int(transfer.channel)]),
          date: Instant(seconds: transfer.time, precision: .second),
          evidence: Evidence(row: RowID(rawValue: Int32(transfers.count))),
          payerRegion: region(transfer.payerRegion), payeeRegion: region(transfer.payeeRegion)))
    }
    let network = Network(
      name: "invented", actors: actors, ties: [], tieEvidence: [], transfers: transfers, origins: [""],
      rows: RowPlaces(files: ["flows.csv"], places: (0..<Int32(transfers.count)).map { (0, $0 + 2) }))
    return (network, plants)
  }
}

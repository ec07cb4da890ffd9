import NexusFlows
import NexusGraph
import NexusModel
import Testing

@Suite("Transfers in the order of time")
struct TransferLedgerTests {
  @Test("they are sorted by time and then by row, and the undated stand apart")
  func order() {
    let ledger = TransferLedger(network(days: [3, 1, nil, 1]))
    #expect(ledger.positions == [1, 3, 0])
    #expect(ledger.undated == [2])
    #expect(ledger.times == ledger.times.sorted())
  }

  private func network(days: [Int?]) -> Network {
    var actors = Actors()
    let (payer, payee) = (actors.append(id: "a"), actors.append(id: "b"))
    let transfers = days.enumerated().map { row, day in
      Transfer(
        payer: payer, payee: payee, amount: 1, currency: "EUR",
        date: day.flatMap { Instant(year: 2020, month: 1, day: $0) },
        evidence: Evidence(row: RowID(rawValue: Int32(row))))
    }
    return Network(
      name: "test", actors: actors, ties: [], tieEvidence: [], transfers: transfers, origins: [""],
      rows: RowPlaces(files: ["flows.csv"], places: days.indices.map { (0, Int32($0 + 2)) }))
  }
}

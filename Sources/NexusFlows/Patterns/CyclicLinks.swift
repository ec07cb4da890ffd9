internal import NexusAlgorithms
internal import NexusGraph

/// The transfers that can be part of a cycle, by payer, by payee, and by both.
struct CyclicLinks: Sendable {
  let offsets: [Int]
  let hops: [Hop]
  let incoming: TransferLists
  /// The payer of each transfer of ``incoming``, beside it.
  let payers: [Int32]
  /// The transfers of each payer, at the same offsets as ``hops``, by payee and then by time; and the payee and time of each.
  let byPayee: [Int32]
  private let payees: [Int32]
  private let timesByPayee: [Int64]

  /// The transfers inside strong components: no other one is part of a cycle.
  ///
  /// - Complexity: O(*n* + *m*).
  init(_ ledger: PatternLedger) {
    let edges = (0..<ledger.count).map {
      Edge(VertexID(Int(ledger.payers[$0])), VertexID(Int(ledger.payees[$0])))
    }
    let component = Graph(vertexCount: ledger.actorCount, kind: .directed, edges: edges).strongComponents()
    let inside = (0..<ledger.count).map { row in
      component[VertexID(Int(ledger.payers[row]))] == component[VertexID(Int(ledger.payees[row]))]
    }
    let outgoing = TransferLists(
      by: ledger.payers, at: ledger.times, actorCount: ledger.actorCount, where: inside)
    offsets = outgoing.offsets
    hops = Hop.all(of: ledger, along: outgoing)
    incoming = TransferLists(
      by: ledger.payees, at: ledger.times, actorCount: ledger.actorCount, where: inside)
    payers = incoming.transfers.map { ledger.payers[Int($0)] }
    // Those of each payee in turn, dealt out to their payers.
    var next = outgoing.offsets
    var byPayee = [Int32](repeating: 0, count: outgoing.transfers.count)
    for (transfer, payer) in zip(incoming.transfers, payers) {
      let payer = Int(payer)
      byPayee[next[payer]] = transfer
      next[payer] += 1
    }
    self.byPayee = byPayee
    payees = byPayee.map { ledger.payees[Int($0)] }
    timesByPayee = byPayee.map { ledger.times[Int($0)] }
  }

  /// The places in ``byPayee`` of the payments from one actor to another.
  func payments(from payer: Int32, to payee: Int32) -> Range<Int> {
    let all = offsets[Int(payer)]..<offsets[Int(payer) + 1]
    let low = firstPlace(in: all) { $0 >= payee }
    return low..<firstPlace(in: low..<all.upperBound) { $0 > payee }
  }

  private func firstPlace(in range: Range<Int>, where isReached: (Int32) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isReached(payees[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first place in ``byPayee``, among the payments from one actor to another, that is later than a time.
  func firstLater(than time: Int64, in payments: Range<Int>) -> Int {
    var (low, high) = (payments.lowerBound, payments.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if timesByPayee[middle] > time { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

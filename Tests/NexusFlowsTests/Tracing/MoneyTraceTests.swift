import NexusFlows
import NexusGraph
import NexusModel
import Testing

@Suite("Where money of a source went")
struct MoneyTraceTests {
  private func trace(_ sketches: [TransferSketch], from names: String...) throws -> (Network, MoneyTrace) {
    let network = Network(sketches)
    let ledger = TransferLedger(network)
    let source = TaintSource(paidBy: try names.map { try network.actor($0) }, in: ledger)
    return (network, try MoneyTrace(MoneyStreams(ledger), from: source))
  }

  private func receipt(_ name: String, _ result: (Network, MoneyTrace)) throws -> MoneyTrace.Receipt {
    let actor = try result.0.actor(name)
    return try #require(result.1.receipts.first { $0.actor == actor }, "\(name) received nothing")
  }

  @Test("2 clean, 3 of the source and 5 clean pay 4 and 6 as METHOD 4.6 says")
  func method() throws {
    let result = try trace(
      [
        TransferSketch(1, "clean", "a", 2), TransferSketch(2, "s", "a", 3),
        TransferSketch(3, "clean", "a", 5),
        TransferSketch(4, "a", "b", 4), TransferSketch(5, "a", "c", 6),
      ], from: "s")
    let (b, c) = (try receipt("b", result).amounts, try receipt("c", result).amounts)
    #expect((b.poison, c.poison) == (4, 6))
    #expect(abs(b.haircut - 1.2) < 1e-12 && abs(c.haircut - 1.8) < 1e-12)
    #expect((b.fifo, c.fifo) == (2, 1))
    #expect((b.lifo, c.lifo) == (0, 3))
    #expect(try receipt("b", result).least == 0 && receipt("b", result).most == 3)
    #expect(try receipt("c", result).least == 0 && receipt("c", result).most == 3)
    #expect(try receipt("a", result).direct == 3 && receipt("a", result).inflow == 10)
  }

  @Test("an opening balance is clean, the oldest, and no larger than it must be")
  func opening() throws {
    let result = try trace(
      [TransferSketch(1, "s", "a", 6), TransferSketch(2, "a", "b", 10), TransferSketch(3, "a", "c", 0)],
      from: "s")
    let b = try receipt("b", result)
    #expect((b.amounts.fifo, b.amounts.lifo, b.amounts.haircut) == (6, 6, 6))
    #expect(b.least == 6 && b.most == 6, "4 is all that other money can have supplied")
    #expect(result.1.receipts.count == 2, "a payment of nothing brings nothing")
  }

  @Test("money that was paid before the source paid is not from the source, though the day is the same")
  func order() throws {
    let early = try trace([TransferSketch(1, "a", "b", 5), TransferSketch(1, "s", "a", 5)], from: "s")
    #expect(early.1.receipts.count == 1)
    let late = try trace([TransferSketch(1, "s", "a", 5), TransferSketch(1, "a", "b", 5)], from: "s")
    #expect(try receipt("b", late).amounts.fifo == 5)
  }

  @Test("money that comes back to the source is its inflow, and goes out as the source's again")
  func cycle() throws {
    let result = try trace(
      [
        TransferSketch(1, "s", "a", 10), TransferSketch(2, "a", "s", 4), TransferSketch(3, "s", "a", 4),
        TransferSketch(4, "a", "b", 10),
      ], from: "s")
    #expect(try receipt("s", result).amounts == TaintAmounts(poison: 4, haircut: 4, fifo: 4, lifo: 4))
    #expect(try receipt("a", result).amounts.fifo == 14)
    #expect(try receipt("b", result).most == 10)
  }

  @Test("money that leaves an actor and comes back counts each time, in the rules and in the bounds")
  func return_() throws {
    let result = try trace(
      [
        TransferSketch(1, "s", "a", 10), TransferSketch(2, "a", "b", 10), TransferSketch(3, "b", "a", 10),
      ], from: "s")
    let a = try receipt("a", result)
    #expect((a.amounts.fifo, a.least, a.most) == (20, 20, 20))
  }

  @Test("a fee leaves the trail, and what arrives beyond the payment is from elsewhere")
  func fees() throws {
    let result = try trace(
      [
        TransferSketch(1, "s", "a", 100, received: 98), TransferSketch(2, "a", "b", 98, received: 90),
        TransferSketch(3, "b", "c", 90, received: 95),
      ], from: "s")
    #expect(try receipt("a", result).amounts.fifo == 98)
    #expect(try receipt("b", result).amounts.lifo == 90)
    let c = try receipt("c", result)
    #expect((c.inflow, c.amounts.haircut, c.least, c.most) == (95, 90, 90, 90))
  }

  @Test("the trail ends where money changes its currency, and each currency stands alone")
  func currencies() throws {
    var exchange = TransferSketch(2, "a", "b", 10, received: 11)
    exchange.currencyReceived = "USD"
    var dollars = TransferSketch(3, "b", "c", 11)
    dollars.currency = "USD"
    var paid = TransferSketch(4, "s", "d", 5, received: 6)
    paid.currencyReceived = "USD"
    let result = try trace([TransferSketch(1, "s", "a", 10), exchange, dollars, paid], from: "s")
    #expect(result.1.endsBetweenCurrencies == 1)
    #expect(result.1.receipts.map(\.currency) == ["EUR", "USD"])
    #expect(try receipt("d", result).amounts.fifo == 6, "what the source pays is known to be the source's")
  }

  @Test("transfers without a date stand in no trace and are counted")
  func undated() throws {
    let result = try trace([TransferSketch(nil, "s", "a", 5), TransferSketch(1, "s", "b", 5)], from: "s")
    #expect(result.1.undated == 1)
    #expect(result.1.receipts.count == 1)
  }

  @Test("decimal amounts add up exactly")
  func decimals() throws {
    let sketches =
      (0..<10).map { TransferSketch($0, "s", "a", 0.1) } + [TransferSketch(20, "a", "b", 1)]
    let b = try receipt("b", try trace(sketches, from: "s"))
    #expect((b.amounts.fifo, b.amounts.lifo, b.least, b.most) == (1, 1, 1, 1))
  }

  @Test("single transfers and crimes can be the source, whatever their payer held")
  func sources() throws {
    var theft = TransferSketch(1, "x", "a", 5)
    theft.crimes = ["drugs"]
    let network = Network([theft, TransferSketch(2, "x", "b", 7), TransferSketch(3, "a", "b", 5)])
    let ledger = TransferLedger(network)
    let ofCrime = try MoneyTrace(
      MoneyStreams(ledger), from: TaintSource(crimes: [Crime(folding: "drugs")], in: ledger, of: network))
    #expect(ofCrime.receipts.map(\.amounts.fifo) == [5, 5])
    let ofTransfer = try MoneyTrace(MoneyStreams(ledger), from: TaintSource(transfers: [1], in: ledger))
    #expect(ofTransfer.receipts.map(\.amounts.fifo) == [7])
    let both = TaintSource(transfers: [1], in: ledger).union(TaintSource(transfers: [0], in: ledger))
    #expect(both.count == 2)
  }

  @Test("first-in-first-out and last-in-first-out equal counting single coins", arguments: 0..<400)
  func coins(seed: Int) throws {
    let sketches = randomTransfers(seed: UInt64(seed), actors: 5, transfers: 20, largest: 9)
    let isSeed = sketches.map { $0.payer == "a0" }
    let result = try trace(sketches + [TransferSketch(999, "a0", "sink", 1)], from: "a0")
    let fifo = CoinLedger(sketches, isSeed: isSeed, .oldestFirst)
    let lifo = CoinLedger(sketches, isSeed: isSeed, .youngestFirst)
    for number in 0..<5 {
      let name = "a\(number)"
      guard let actor = try? result.0.actor(name) else { continue }
      let receipt = result.1.receipts.first { $0.actor == actor }
      #expect(Int(receipt?.amounts.fifo ?? 0) == fifo.inflows[name] ?? 0, "\(name), seed \(seed)")
      #expect(Int(receipt?.amounts.lifo ?? 0) == lifo.inflows[name] ?? 0, "\(name), seed \(seed)")
    }
  }

  @Test("the bounds are the extremes over all allocations of either kind of money", arguments: 0..<300)
  func bounds(seed: Int) throws {
    let sketches = randomTransfers(seed: UInt64(seed), actors: 4, transfers: 7, largest: 3)
    let isSeed = sketches.map { $0.payer == "a0" }
    guard isSeed.contains(true) else { return }
    let result = try trace(sketches, from: "a0")
    for receipt in result.1.receipts {
      let name = result.0.actors.ids[receipt.actor.index]
      let (least, most) = (Int(try #require(receipt.least)), Int(try #require(receipt.most)))
      let strict = Allocations(sketches, isSeed: isSeed, into: name, .strict)
      let ofSource = Allocations(sketches, isSeed: isSeed, into: name, .sourceOnly)
      let ofOther = Allocations(sketches, isSeed: isSeed, into: name, .otherOnly)
      #expect(most == ofSource.fromSource?.upperBound, "\(name), seed \(seed)")
      #expect(least == Int(receipt.inflow) - ofOther.mostOther, "\(name), seed \(seed)")
      if let range = strict.fromSource {
        #expect(least <= range.lowerBound && range.upperBound <= most, "\(name), seed \(seed)")
      }
    }
  }

  @Test("every rule but poison stays within the bounds and makes no money of the source", arguments: 0..<200)
  func conservation(seed: Int) throws {
    let sketches = randomTransfers(seed: UInt64(seed), actors: 8, transfers: 60, largest: 50)
    let result = try trace(sketches, from: "a0")
    for receipt in result.1.receipts {
      let amounts = receipt.amounts
      for amount in [amounts.haircut, amounts.fifo, amounts.lifo] {
        #expect(
          amount <= (receipt.most ?? 0) + 1e-9 && amount >= (receipt.least ?? .infinity) - 1e-9,
          "seed \(seed)")
        #expect(amount <= amounts.poison + 1e-9, "seed \(seed)")
      }
      let paid = result.1.trail.filter { result.0.transfers[$0.transfer].payer == receipt.actor }
      guard result.0.actors.ids[receipt.actor.index] != "a0" else { continue }
      #expect(paid.reduce(0) { $0 + $1.amounts.fifo } <= amounts.fifo, "seed \(seed)")
      #expect(paid.reduce(0) { $0 + $1.amounts.lifo } <= amounts.lifo, "seed \(seed)")
      #expect(paid.reduce(0) { $0 + $1.amounts.haircut } <= amounts.haircut + 1e-9, "seed \(seed)")
    }
  }
}

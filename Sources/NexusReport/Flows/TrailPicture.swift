internal import NexusFlows
internal import NexusGraph
internal import NexusModel
public import NexusRendering

extension TraceFindings {
  /// The largest number of actors that a picture of a trail shows.
  private static let mostStops = 40

  /// The trail in its main currency as a picture: of first-in-first-out, the actors that received most.
  ///
  /// Actors of a protected role are drawn without their names.
  public var trail: FlowTrail {
    let currency = mainCurrency
    let steps = trace.trail.filter { $0.currency == currency }
    var hops: [ActorID: Int] = [:]
    for step in steps {
      let transfer = network.transfers[step.transfer]
      let next = (step.isFromSource ? 0 : hops[transfer.payer] ?? 0) + 1
      if step.isFromSource { hops[transfer.payer] = 0 }
      hops[transfer.payee] = min(hops[transfer.payee] ?? .max, next)
    }
    let shown = shownActors(steps, hops)
    let numbers = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
    let bands = self.bands(steps, numbers)
    let stops = shown.map { actor in
      FlowTrail.Stop(
        name: label(actor), role: network.actors.roles[actor.index], hops: hops[actor] ?? 0)
    }
    let left = hops.count - shown.count
    return FlowTrail(
      title: "Money from \(originNames.joined(separator: ", "))",
      subtitle:
        "\(currency.isEmpty ? "amounts" : currency), \(steps.count) payments of the trail, first-in-first-out",
      stops: stops, bands: bands,
      notes: [
        left > 0 ? "Further actors that received less and are left out: \(left)." : nil,
        otherCurrencies > 0 ? "Other currencies in which the trail runs: \(otherCurrencies)." : nil,
        "First-in-first-out is a convention, not what happened; the table shows other rules and bounds. To receive is to "
          + "be an end of a recorded payment, no more. Data: \(network.name).",
      ].compactMap { $0 })
  }

  /// The currency with most payments of the trail, of equals the first by name.
  private var mainCurrency: String {
    let counts = Dictionary(grouping: trace.trail, by: \.currency).mapValues(\.count)
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
  }

  private var otherCurrencies: Int { max(0, Set(trace.trail.map(\.currency)).count - 1) }

  /// The sources and the actors that received most of their money, in the order of actors.
  private func shownActors(_ steps: [MoneyTrace.Step], _ hops: [ActorID: Int]) -> [ActorID] {
    var received: [ActorID: Double] = [:]
    var paid: [ActorID: Double] = [:]
    for step in steps {
      let transfer = network.transfers[step.transfer]
      received[transfer.payee, default: 0] += step.amounts.fifo
      if step.isFromSource { paid[transfer.payer, default: 0] += step.amounts.fifo }
    }
    let ranked = hops.keys.sorted {
      let (first, second) = (max(received[$0] ?? 0, paid[$0] ?? 0), max(received[$1] ?? 0, paid[$1] ?? 0))
      return (second, $0) < (first, $1)
    }
    return ranked.prefix(TraceFindings.mostStops)
      .filter { (received[$0] ?? 0) > 0 || (paid[$0] ?? 0) > 0 }.sorted()
  }

  private func bands(_ steps: [MoneyTrace.Step], _ numbers: [ActorID: Int]) -> [FlowTrail.Band] {
    var positions: [[Int]: Int] = [:]
    var bands: [FlowTrail.Band] = []
    var counts: [Int] = []
    for step in steps where step.amounts.fifo > 0 {
      let transfer = network.transfers[step.transfer]
      guard let payer = numbers[transfer.payer], let payee = numbers[transfer.payee] else { continue }
      let position = positions[[payer, payee]] ?? bands.count
      if position == bands.count {
        positions[[payer, payee]] = position
        bands.append(FlowTrail.Band(payer: payer, payee: payee, amount: 0, traced: 0, note: ""))
        counts.append(0)
      }
      bands[position].amount += step.amount
      bands[position].traced += step.amounts.fifo
      counts[position] += 1
      bands[position].note =
        "\(label(transfer.payer)) to \(label(transfer.payee)): \(rounded(bands[position].traced)) of "
        + "\(rounded(bands[position].amount)) from the source, payments: \(counts[position])"
    }
    return bands
  }

  private func label(_ actor: ActorID) -> String {
    network.actors.roles[actor.index].isProtected ? "(not named)" : network.actors.names[actor.index]
  }

  private func rounded(_ amount: Double) -> String {
    let cents = (amount * 100).rounded() / 100
    return cents == cents.rounded() && abs(cents) < 1e15 ? "\(Int64(cents))" : "\(cents)"
  }
}

import NexusAlgorithms
import NexusGraph
import NexusModel

/// Where a flow starts and ends, and the networks in which it runs.
struct FlowSides {
  enum Side: UInt8 { case between, source, target }

  private let sides: [Side]

  init(sources: [ActorID], targets: [ActorID], actorCount: Int) {
    var sides = [Side](repeating: .between, count: actorCount)
    for actor in sources { sides[actor.index] = .source }
    for actor in targets { sides[actor.index] = .target }
    self.sides = sides
  }

  /// Both sides of a transfer, nil where it can carry nothing from one side to the other.
  private func ends(_ stream: MoneyStream, _ event: Int) -> (payer: Side, payee: Side)? {
    guard stream.moved[event] > 0 else { return nil }
    let (payer, payee) = (sides[Int(stream.payers[event])], sides[Int(stream.payees[event])])
    return payer == .target || payee == .source ? nil : (payer, payee)
  }

  /// The time-respecting network, of the transfers that lie on some way forward in time from a source to a target.
  func expansion(of stream: MoneyStream) -> TimeExpansion {
    var expansion = TimeExpansion()
    for event in useful(stream) {
      let (payer, payee) = (stream.payers[Int(event)], stream.payees[Int(event)])
      let amount = stream.moved[Int(event)]
      switch (sides[Int(payer)], sides[Int(payee)]) {
      case (.source, .target): expansion.pass(amount, transfer: event)
      case (.source, _): expansion.supply(amount, to: payee, transfer: event)
      case (_, .target): expansion.arrive(amount, from: payer, transfer: event)
      default: expansion.move(amount, from: payer, to: payee, transfer: event)
      }
    }
    return expansion
  }

  /// A scan backwards for what leads to a target, then one forwards for what a source reaches.
  private func useful(_ stream: MoneyStream) -> [Int32] {
    var leadsOn = sides.map { $0 == .target }
    var leading: [Int32] = []
    for event in (0..<stream.count).reversed() {
      guard ends(stream, event) != nil, leadsOn[Int(stream.payees[event])] else { continue }
      leadsOn[Int(stream.payers[event])] = true
      leading.append(Int32(event))
    }
    var isReached = sides.map { $0 == .source }
    return leading.reversed().filter { event in
      guard isReached[Int(stream.payers[Int(event)])] else { return false }
      isReached[Int(stream.payees[Int(event)])] = true
      return true
    }
  }

  /// What arrives when each account passes on all it holds, as far as each payment goes. What is paid back to a source
  /// is gone; what arrived at a target stays there.
  func greedy(_ stream: MoneyStream) -> Double {
    var held = sides.map { $0 == .source ? Double.infinity : 0 }
    var arrived = 0.0
    for event in 0..<stream.count where stream.moved[event] > 0 {
      let (payer, payee) = (Int(stream.payers[event]), Int(stream.payees[event]))
      guard sides[payer] != .target else { continue }
      let passed = min(stream.moved[event], held[payer])
      if sides[payer] == .between { held[payer] -= passed }
      switch sides[payee] {
      case .between: held[payee] += passed
      case .source: break
      case .target: arrived += passed
      }
    }
    return arrived
  }

  /// The network without time: one arc for each pair, with all that was moved between them.
  func timeless(_ stream: MoneyStream) -> FlowNetwork {
    var network = FlowNetwork(vertexCount: 2 + sides.count)
    var sums: [Int64: Double] = [:]
    var order: [Int64] = []
    for event in 0..<stream.count {
      guard let (payer, payee) = ends(stream, event) else { continue }
      let origin = payer == .source ? TimeExpansion.source : Int(stream.payers[event]) + 2
      let end = payee == .target ? TimeExpansion.sink : Int(stream.payees[event]) + 2
      let key = Int64(origin) << 32 | Int64(end)
      if sums[key] == nil { order.append(key) }
      sums[key, default: 0] += stream.moved[event]
    }
    for key in order {
      network.addArc(from: Int(key >> 32), to: Int(key & 0xFFFF_FFFF), capacity: sums[key] ?? 0)
    }
    return network
  }
}

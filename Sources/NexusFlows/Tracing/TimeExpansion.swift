import NexusAlgorithms

/// Transfers as a network in which money flows forward in time only.
///
/// A vertex is an account from one of its receipts to the next that comes after a payment; what an account holds goes
/// over to its next vertex without bound. Vertices stand at events only, so a row of the data is at most one vertex
/// and two arcs. Rows of one instant follow each other in row order.
struct TimeExpansion {
  static let source = 0
  static let sink = 1

  private(set) var network = FlowNetwork(vertexCount: 2)
  /// The arcs of transfers, and which transfer each is, as the caller numbers them.
  private(set) var transferArcs: [(arc: Int, transfer: Int32)] = []
  private var states: [Int32: State] = [:]

  private struct State {
    var vertex: Int
    var hasPaid = false
  }

  /// Whether an account has received anything yet.
  func isReached(_ account: Int32) -> Bool { states[account] != nil }

  /// The vertex of an account for what it pays now. - Precondition: it is reached.
  private mutating func payingVertex(_ account: Int32) -> Int {
    states[account]?.hasPaid = true
    guard let state = states[account] else { preconditionFailure("An account pays before it was reached.") }
    return state.vertex
  }

  /// The vertex of an account for what it receives now.
  private mutating func receivingVertex(_ account: Int32) -> Int {
    if let state = states[account], !state.hasPaid { return state.vertex }
    let vertex = network.addVertex()
    if let state = states[account] { network.addArc(from: state.vertex, to: vertex, capacity: .infinity) }
    states[account] = State(vertex: vertex)
    return vertex
  }

  /// Money that enters at an account from the source of the network. Returns the arc.
  @discardableResult
  mutating func supply(_ amount: Double, to account: Int32, transfer: Int32? = nil) -> Int {
    let vertex = receivingVertex(account)
    let arc = network.addArc(from: TimeExpansion.source, to: vertex, capacity: amount)
    if let transfer { transferArcs.append((arc, transfer)) }
    return arc
  }

  /// A transfer between two accounts, the payer's one reached. Returns the arc.
  @discardableResult
  mutating func move(_ amount: Double, from payer: Int32, to payee: Int32, transfer: Int32) -> Int {
    let origin = payingVertex(payer)
    let arc = network.addArc(from: origin, to: receivingVertex(payee), capacity: amount)
    transferArcs.append((arc, transfer))
    return arc
  }

  /// A transfer out of the network: its end is reached.
  mutating func arrive(_ amount: Double, from payer: Int32, transfer: Int32) {
    let arc = network.addArc(from: payingVertex(payer), to: TimeExpansion.sink, capacity: amount)
    transferArcs.append((arc, transfer))
  }

  /// A transfer straight from the source to the sink.
  mutating func pass(_ amount: Double, transfer: Int32) {
    let arc = network.addArc(from: TimeExpansion.source, to: TimeExpansion.sink, capacity: amount)
    transferArcs.append((arc, transfer))
  }

  /// Lets what an account holds in the end flow to the sink.
  mutating func settle(_ account: Int32) {
    guard let state = states[account] else { return }
    network.addArc(from: state.vertex, to: TimeExpansion.sink, capacity: .infinity)
  }
}

internal import NexusAlgorithms
public import NexusFlows
public import NexusGraph
public import NexusModel

/// A corridor in the words of the data set: what `nexus flows corridors` finds.
public struct CorridorFindings: Sendable {
  public let network: Network
  public let graph: CorridorGraph
  public let corridor: Corridor
  /// The corridor that is left, and what was taken out of it.
  public let remainder: (removed: [String], corridor: Corridor)?
  public let sources: [VertexID]
  public let targets: [VertexID]

  public init(
    _ network: Network, _ graph: CorridorGraph, _ corridor: Corridor, from sources: [VertexID],
    to targets: [VertexID], without remainder: (removed: [String], corridor: Corridor)? = nil
  ) {
    (self.network, self.graph, self.corridor) = (network, graph, corridor)
    (self.sources, self.targets, self.remainder) = (sources, targets, remainder)
  }

  /// What the amounts are, in a word: `seizures` where all rows say so, for what is caught is not what flows.
  public var quantity: String {
    if graph.seizures > 0 { return graph.seizures == graph.items ? "seizures" : "flow and seizures mixed" }
    return graph.measure == .strengths ? "strength of ties" : "flow"
  }

  /// The code of the currency; nil for ties, and where the rows name none.
  public var currency: String? {
    guard case .amounts(let currency) = graph.measure, !currency.isEmpty else { return nil }
    return currency
  }

  public func name(_ vertex: VertexID) -> String { graph.names[vertex.index] }

  /// What lies between and may be ranked: victims, witnesses and reporting parties are left out.
  public func transit(_ corridor: Corridor) -> [Corridor.Transit] {
    guard graph.node == .actor else { return corridor.transit }
    let roles = Dictionary(zip(network.actors.ids, network.actors.roles)) { first, _ in first }
    return corridor.transit.filter { roles[name($0.vertex)]?.isProtected != true }
  }

  /// What depends on which vertex more than before: where the rest of the flow goes.
  public var displacement: [(vertex: VertexID, before: Double, after: Double)] {
    guard let remainder else { return [] }
    let before = Dictionary(transit(corridor).map { ($0.vertex, $0.share) }) { first, _ in first }
    return transit(remainder.corridor).map { ($0.vertex, before[$0.vertex] ?? 0, $0.share) }
      .filter { $0.2 > $0.1 + 1e-12 }
  }

  public var document: JSONValue {
    var members = self.members(corridor)
    members["from"] = .texts(sources.map(name))
    members["to"] = .texts(targets.map(name))
    members["by"] = .text(graph.node.rawValue)
    members["quantity"] = .text(quantity)
    members["currency"] = currency.map { .text($0) } ?? .null
    members["rows"] = .whole(graph.items)
    members["seizure_rows"] = .whole(graph.seizures)
    members["within"] = .real(graph.within)
    members["unlocated"] = .real(graph.unlocated)
    members["safeguards"] = .texts([Safeguards.sentences[0]])
    members["method"] = [
      "amount": .text(
        graph.measure == .strengths ? "strength of ties" : "what payers paid; what arrived may be less"),
      "share": "what the maximum flow loses without the node, as a share of it",
      "routes": "widest first, then fewer hops, then by name", "cut": "the minimum cut nearest the end",
      "regions":
        "of the row, else of the actor with its confidence divided by their sum where that exceeds 1",
    ]
    if let remainder {
      var without = self.members(remainder.corridor)
      without["removed"] = .texts(remainder.removed)
      without["lost"] = .real(corridor.maximumFlow - remainder.corridor.maximumFlow)
      without["displacement"] = .list(
        displacement.map {
          ["node": .text(name($0.vertex)), "before": .real($0.before), "after": .real($0.after)]
        })
      members["without"] = .object(without)
    }
    return .object(members)
  }

  private func members(_ corridor: Corridor) -> [String: JSONValue] {
    let routes = corridor.routes.map(route)
    return [
      "max_flow": .real(corridor.maximumFlow),
      "cut": .list(corridor.cut.map { .texts([name($0.source), name($0.target)]) }),
      "widest": routes.first ?? .null, "routes": .list(routes),
      "transit": .list(
        transit(corridor).map { ["node": .text(name($0.vertex)), "share": .real($0.share)] }),
    ]
  }

  private func route(_ route: WidestRoute) -> JSONValue {
    ["path": .texts(route.vertices.map(name)), "flow": .real(route.width)]
  }
}

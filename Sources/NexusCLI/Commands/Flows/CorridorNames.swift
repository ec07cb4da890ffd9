import NexusFlows
import NexusGraph
import NexusModel

/// Finds the nodes of a corridor by what a user calls them.
struct CorridorNames {
  private let graph: CorridorGraph
  private let lookup: ActorLookup
  private let ids: [String]

  init(_ graph: CorridorGraph, _ network: Network) {
    self.graph = graph
    lookup = ActorLookup(network.actors)
    ids = network.actors.ids
  }

  func knows(_ value: String) -> Bool {
    if case .success(let found) = Result(catching: { try vertices([value]) }) { return !found.isEmpty }
    return false
  }

  /// The nodes of some values, each tried whole and then split at commas; each node once.
  func vertices(_ values: [String]) throws -> [VertexID] {
    var found: [VertexID] = []
    for value in values {
      for vertex in try vertices(value) where !found.contains(vertex) { found.append(vertex) }
    }
    return found
  }

  private func vertices(_ value: String) throws -> [VertexID] {
    switch graph.node {
    case .actor:
      return try lookup.actors(value).map { actor in
        guard let vertex = graph.vertex(ids[actor.index]) else {
          throw FlowQuestionError("nothing moves to or from \"\(ids[actor.index])\" in the data looked at.")
        }
        return vertex
      }
    case .region:
      let whole = region(value)
      let parts =
        whole.isEmpty
        ? value.split(separator: ",").map { (String($0), region(String($0))) } : [(value, whole)]
      for (name, found) in parts where found.isEmpty {
        throw FlowQuestionError(
          "nothing moves to or from the region \"\(name)\" in the data looked at. There are: "
            + "\(graph.names.prefix(12).joined(separator: ", "))\(graph.names.count > 12 ? ", …" : "").")
      }
      return parts.flatMap(\.1)
    }
  }

  private func region(_ text: String) -> [VertexID] {
    guard let region = Region(resolving: text) else { return [] }
    return graph.vertices(in: region)
  }

  /// What `--without` takes out: a node by its name, or the legs of a route by several names.
  func removal(_ values: [String]) throws -> Corridor.Removal {
    var removal = Corridor.Removal()
    for value in values {
      let parts = value.split(separator: ",").map(String.init)
      if parts.count < 2 || knowsWhole(value) {
        removal.vertices.formUnion(try vertices(value))
        continue
      }
      let stops = try parts.map { try vertices($0) }
      for (first, second) in zip(stops, stops.dropFirst()) {
        for source in first { for target in second { removal.legs.append([source, target]) } }
      }
    }
    return removal
  }

  private func knowsWhole(_ value: String) -> Bool {
    switch graph.node {
    case .region: !region(value).isEmpty
    case .actor:
      if case .success = Result(catching: { try lookup.actor(value) }) { true } else { false }
    }
  }
}

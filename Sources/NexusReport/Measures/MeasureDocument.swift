internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

extension MeasureReport {
  /// The machine-readable form of `nexus measures`: `measures` by actor, `ties`, `network` and `tables`.
  public var document: JSONValue {
    var measures: [String: JSONValue] = [:]
    var network: [String: JSONValue] = [:]
    let ids = input.network.actors.ids
    for result in results {
      switch result.values {
      case .actors(let values):
        measures[result.name] = .object(
          Dictionary(uniqueKeysWithValues: zip(ids, values.map(JSONValue.finite))))
      case .network(let value): network[result.name] = .finite(value)
      case .ties, .table: break
      }
    }
    var members = summaryMembers
    members["measures"] = .object(measures)
    members["safeguards"] = .texts([Safeguards.sentences[0]])
    if !network.isEmpty { members["network"] = .object(network) }
    if let tieTable { members["ties"] = .table(tieTable) }
    let tables = ownTables
    if !tables.isEmpty {
      members["tables"] = .object(
        Dictionary(uniqueKeysWithValues: tables.map { ($0.name, .table($0)) }))
    }
    return .object(members)
  }

  /// What was computed and how, for results that hold the values elsewhere.
  var summary: JSONValue { .object(summaryMembers) }

  private var summaryMembers: [String: JSONValue] {
    let estimates = results.compactMap { result in result.estimate.map { (result.name, $0) } }
    let approximate = estimates.map { name, estimate -> (String, JSONValue) in
      let value: JSONValue = [
        "sample": .text(estimate.sample), "error_bound": .real(estimate.errorBound),
        "confidence": .real(estimate.confidence),
      ]
      return (name, value)
    }
    return [
      "approximate": .object(Dictionary(uniqueKeysWithValues: approximate)),
      "definitions": .object(
        Dictionary(uniqueKeysWithValues: choice.measures.map { ($0.name, .text($0.definition)) })),
      "method": method, "notes": .texts(notes),
    ]
  }

  private var method: JSONValue {
    let options = input.options
    return [
      "actors": .whole(input.graph.vertexCount), "edges": .whole(input.graph.edgeCount),
      "directed": .flag(input.graph.isDirected),
      "length": options.lengths == .hops ? "hops" : "inverse-strength",
      "strengths": options.strengths == .asRead ? "as read" : "multiplied by confidence",
      "resolution": .real(options.resolution), "permutations": .whole(options.permutations),
      "dense_limit": .whole(options.denseLimit), "seed": .seed(options.seed),
    ]
  }
}

extension JSONValue {
  fileprivate static func finite(_ value: Double?) -> JSONValue {
    value.flatMap { $0.isFinite ? .real($0) : nil } ?? .null
  }
}

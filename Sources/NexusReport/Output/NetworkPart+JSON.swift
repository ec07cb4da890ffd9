public import NexusModel

extension NetworkPart {
  /// What the results show of the data set, and what they hide; null when they show all of it.
  public var filterDocument: JSONValue {
    guard !filter.isEmpty else { return .null }
    var members = Dictionary(uniqueKeysWithValues: settings.map { ($0.option, JSONValue.texts($0.values)) })
    members["hidden"] = [
      "actors": .whole(hidden.actors), "ties": .whole(hidden.ties),
      "transfers": .whole(hidden.transfers), "undated": .whole(hidden.undated),
    ]
    return .object(members)
  }
}

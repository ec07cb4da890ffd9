public import NexusGraph

/// Finds actors by what a user calls them: an id, the id of a record that a decision made part of an actor, else a name
/// that only one actor bears.
public struct ActorLookup: Sendable {
  private let ids: [String: Int]
  /// Ids of records that are part of an actor now.
  private let formerIDs: [String: ActorID]
  private let names: [String: [Int]]
  private let actors: Actors

  public init(_ actors: Actors) {
    self.actors = actors
    ids = Dictionary(actors.ids.enumerated().map { ($1, $0) }) { first, _ in first }
    formerIDs = Dictionary(
      actors.particulars.aliases.lazy.filter { $0.quality == .formerID }.map { ($0.name, $0.actor) }
    ) { first, _ in first }
    names = Dictionary(grouping: actors.names.indices) { actors.names[$0] }
  }

  /// - Throws: ``ActorLookupError`` with near names when there is no such actor, or several bear the name.
  public func actor(_ text: String) throws(ActorLookupError) -> ActorID {
    if let number = ids[text] { return ActorID(number) }
    if let actor = formerIDs[text] { return actor }
    let bearers = names[text] ?? []
    if let only = bearers.first, bearers.count == 1 { return ActorID(only) }
    if bearers.isEmpty {
      throw .unknown(text, near: NearNames(text).among(actors.ids + actors.names + formerIDs.keys.sorted()))
    }
    throw .ambiguous(text, ids: bearers.map { actors.ids[$0] })
  }

  /// One value of an option: tried whole, then split at commas.
  public func actors(_ text: String) throws(ActorLookupError) -> [ActorID] {
    do { return [try actor(text)] } catch {
      let parts = text.split(separator: ",").map(String.init)
      guard parts.count > 1, case .unknown = error else { throw error }
      var found: [ActorID] = []
      for part in parts { found.append(try actor(part)) }
      return found
    }
  }

  /// What to tell a user whose text was understood by the id of a record that is part of another's actor, a sentence
  /// each; none for any other text.
  public func notesOnFormerIDs(in text: String) -> [String] {
    let isWhole = ids[text] != nil || formerIDs[text] != nil || names[text] != nil
    let parts = isWhole ? [text] : text.split(separator: ",").map(String.init)
    return parts.compactMap { part in
      guard ids[part] == nil, let actor = formerIDs[part] else { return nil }
      return
        "\"\(part)\" is the former id of a record that is part of the actor \"\(actors.ids[actor.index])\" "
        + "by decision (--merges)."
    }
  }
}

/// Why a name stands for no one actor.
public enum ActorLookupError: Error, Hashable, CustomStringConvertible {
  case unknown(String, near: [String])
  case ambiguous(String, ids: [String])

  public var description: String {
    switch self {
    case .unknown(let text, let near):
      let question =
        near.isEmpty ? "" : " Did you mean \(near.map { "\"\($0)\"" }.joined(separator: " or "))?"
      return "no actor has the id or name \"\(text)\".\(question)"
    case .ambiguous(let text, let ids):
      return "\(ids.count) actors are named \"\(text)\". Give an id: "
        + "\(ids.prefix(5).joined(separator: ", "))\(ids.count > 5 ? ", …" : "")."
    }
  }
}

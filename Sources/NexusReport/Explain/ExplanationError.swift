/// Why a number cannot be explained.
public enum ExplanationError: Error, Hashable, CustomStringConvertible {
  case unknownSubject(String, near: [String])
  case severalActors(String, ids: [String])
  /// An actor and a region bear the name.
  case actorOrRegion(String)
  case noPair(String, String)
  case unknownMeasure(String, of: String, near: [String], measures: [String])

  public var description: String {
    switch self {
    case .unknownSubject(let text, let near):
      return "no actor, pair or region is called \"\(text)\".\(ExplanationError.question(near))"
    case .severalActors(let text, let ids):
      return "\(ids.count) actors are named \"\(text)\". Give an id: "
        + "\(ids.prefix(5).joined(separator: ", "))\(ids.count > 5 ? ", …" : "")."
    case .actorOrRegion(let text):
      return "\"\(text)\" is an actor and a region. Write actor:\(text) or region:\(text)."
    case .noPair(let first, let second):
      return
        "no direct tie between \"\(first)\" and \"\(second)\" makes a pair of one organised-crime and one "
        + "terrorist actor. See pairs.csv; nexus paths finds chains of ties."
    case .unknownMeasure(let text, let kind, let near, let measures):
      return "no measure of \(kind) is called \"\(text)\".\(ExplanationError.question(near)) "
        + "There are \(measures.joined(separator: ", "))."
    }
  }

  private static func question(_ near: [String]) -> String {
    near.isEmpty ? "" : " Did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
  }
}

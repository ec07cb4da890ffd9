private import Foundation
internal import NexusModel

/// Actors whose names are the same but for case, diacritics, punctuation and the order of their parts.
enum NearIdenticalNames {
  static func findings(in examination: Examination) -> [Finding] {
    guard let network = examination.network else { return [] }
    var byKey: [String: [Int]] = [:]
    for actor in 0..<network.actors.count {
      guard let key = key(of: network.actors.names[actor]) else { continue }
      byKey[key, default: []].append(actor)
    }
    let groups = byKey.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    return groups.map { finding($0, network) }
  }

  /// What near-identical names have in common; nil for a name without letters, such as an account's number.
  static func key(of name: String) -> String? {
    guard name.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return nil }
    let folded = name.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    let parts = folded.split { !$0.isLetter && !$0.isNumber }
    return parts.isEmpty ? nil : parts.sorted().joined(separator: " ")
  }

  private static func finding(_ actors: [Int], _ network: Network) -> Finding {
    let (ids, names) = (network.actors.ids, network.actors.names)
    let shown = actors.prefix(5).map { actor in
      let name = MessageText.quoted(names[actor])
      return ids[actor] == names[actor] ? name : "\(MessageText.quoted(ids[actor])) (\(name))"
    }
    return Finding(
      .nearName,
      "\(shown.joined(separator: " and "))\(actors.count > 5 ? " and \(actors.count - 5) more" : "") differ in "
        + "case, accents, punctuation or the order of words only.",
      fix:
        "If they are one actor, write its id alike everywhere; if not, nothing. Nexus never merges by itself."
    )
  }
}

/// Reads the words by which a user asks for a part of a network.
///
/// A word stands for itself when its vocabulary lists it or the data use it; anything else is a slip.
public struct FilterWords: Sendable {
  private let network: Network

  public init(_ network: Network) { self.network = network }

  public func relations(_ texts: [String]) throws(FilterError) -> Set<Relation> {
    try terms(texts, option: "--relation", used: network.ties.lazy.map(\.relation))
  }

  public func crimes(_ texts: [String]) throws(FilterError) -> Set<Crime> {
    let used =
      network.ties.flatMap(\.crimes) + network.transfers.flatMap(\.crimes)
      + network.actors.crimes.map(\.crime)
    return try terms(texts, option: "--crime", used: used)
  }

  public func roles(_ texts: [String]) throws(FilterError) -> Set<Role> {
    try terms(texts, option: "--role", used: network.actors.roles)
  }

  public func types(_ texts: [String]) throws(FilterError) -> Set<ActorType> {
    try terms(texts, option: "--type", used: network.actors.types)
  }

  public func channels(_ texts: [String]) throws(FilterError) -> Set<Channel> {
    try terms(texts, option: "--channel", used: network.transfers.lazy.map(\.channel))
  }

  /// Regions by code or name. One that UN M49 does not know must stand in the data.
  public func regions(_ texts: [String]) throws(FilterError) -> Set<Region> {
    guard !texts.isEmpty else { return [] }
    var used = Set(network.actors.presences.map(\.region))
    for tie in network.ties { used.formUnion(tie.sourceRegions + tie.targetRegions + tie.places) }
    for transfer in network.transfers {
      used.formUnion([transfer.payerRegion, transfer.payeeRegion, transfer.place].compactMap { $0 })
    }
    return try FilterWords.each(of: texts) { text throws(FilterError) in
      guard let region = Region(resolving: text), region.isStandard || used.contains(region) else {
        let known = used.union(used.flatMap(\.ancestors)).map(\.name)
        throw .unknownWord(text, option: "--region", near: NearNames(text).among(known))
      }
      return region
    }
  }

  private func terms<Words>(_ texts: [String], option: String, used: some Sequence<Term<Words>>)
    throws(FilterError) -> Set<Term<Words>>
  {
    guard !texts.isEmpty else { return [] }
    let used = Set(used)
    return try FilterWords.each(of: texts) { text throws(FilterError) in
      let term = Term<Words>(folding: text)
      guard term.isKnown || used.contains(term) else {
        let known = Words.known + used.map(\.word)
        throw .unknownWord(text, option: option, near: NearNames(term.word).among(known))
      }
      return term
    }
  }

  /// Each text is tried whole, then split at commas.
  private static func each<Value>(of texts: [String], _ read: (String) throws(FilterError) -> Value)
    throws(FilterError) -> Set<Value>
  {
    var values: Set<Value> = []
    for text in texts {
      do { values.insert(try read(text)) } catch {
        let parts = text.split(separator: ",").map(String.init)
        guard parts.count > 1 else { throw error }
        for part in parts { values.insert(try read(part)) }
      }
    }
    return values
  }
}

/// Why a filter cannot be applied.
public enum FilterError: Error, Hashable, CustomStringConvertible {
  case unknownWord(String, option: String, near: [String])
  case nothingLeft(settings: String, actors: Int)

  /// Whether a word is at fault, as against data that lack what is asked for.
  public var isAboutWords: Bool {
    switch self {
    case .unknownWord: true
    case .nothingLeft: false
    }
  }

  public var description: String {
    switch self {
    case .unknownWord(let word, let option, let near):
      let question =
        near.isEmpty ? "" : " Did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
      return "\(option) knows no '\(word)', and it is not in the data.\(question)"
    case .nothingLeft(let settings, let actors):
      return
        "the filter (\(settings)) leaves nothing of \(actors) \(actors == 1 ? "actor" : "actors"). Widen it."
    }
  }
}

internal import NexusModel

/// The lists of words that cells of a data set draw from: the vocabularies, and the names of regions.
public enum WordList: String, CaseIterable, Sendable {
  case role, type, relation, crime, channel, region

  /// How a spec names the list: `roles`.
  public var plural: String { rawValue + "s" }

  /// The words that nexus knows, in the order of the vocabulary; of regions none, which any text can name.
  public var known: [String] {
    switch self {
    case .role: Roles.known
    case .type: ActorTypes.known
    case .relation: Relations.known
    case .crime: Crimes.known
    case .channel: Channels.known
    case .region: []
    }
  }

  /// The word of the vocabulary that a text spells; nil where it spells none, and for regions.
  public func word(spelled text: String) -> String? {
    switch self {
    case .role: WordList.known(Role(folding: text))
    case .type: WordList.known(ActorType(folding: text))
    case .relation: WordList.known(Relation(folding: text))
    case .crime: WordList.known(Crime(folding: text))
    case .channel: WordList.known(Channel(folding: text))
    case .region: nil
    }
  }

  /// Up to three words that differ little from a text.
  ///
  /// - Complexity: O(words · length²).
  public func words(near text: String) -> [String] {
    if self == .region {
      return NearNames(String(text.prefix(64))).nearest(among: Region.names(near: text, among: []))
    }
    let folded = WordReplacements.fold(String(text.prefix(64)))
    return NearNames(folded).nearest(among: known.filter { $0 != "unknown" })
  }

  private static func known<Words>(_ term: Term<Words>) -> String? { term.isKnown ? term.word : nil }
}

/// Words of the data that an analyst wants read as others: `terorist` as `terrorist`.
///
/// A word is found whatever its case, and whether its parts are joined by spaces, `_` or `-`.
public struct WordReplacements: Hashable, Sendable {
  /// The replacements of each list, by the word as it was given.
  public private(set) var words: [WordList: [String: String]] = [:]
  private var folded: [WordList: [String: String]] = [:]

  public init() {}

  public var isEmpty: Bool { words.isEmpty }

  /// Reads `word` as `replacement` from now on.
  public mutating func add(_ word: String, as replacement: String, in list: WordList) {
    words[list, default: [:]][word] = replacement
    folded[list, default: [:]][WordReplacements.fold(word)] = replacement
  }

  /// What a text is to be read as; nil where nothing is said of it.
  public func replacement(of text: String, in list: WordList) -> String? {
    folded.isEmpty ? nil : folded[list]?[WordReplacements.fold(text)]
  }

  /// These and others; where both speak of a word, the others hold.
  func merging(_ others: WordReplacements) -> WordReplacements {
    var merged = self
    for (list, words) in others.words {
      for (word, replacement) in words { merged.add(word, as: replacement, in: list) }
    }
    return merged
  }

  /// A word without case, its parts joined by one `-`.
  static func fold(_ text: String) -> String {
    text.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
  }
}

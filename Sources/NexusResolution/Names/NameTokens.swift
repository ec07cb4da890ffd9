/// What is left of a name when everything that comes and goes between spellings is taken away: its tokens, without order.
///
/// After ``Romanisation``, in steps: honorifics go (unless nothing else is left); a kunya becomes one token, Abu Bakr →
/// `abubakr`; names of servants become one token with the name they serve, Abdul Rahman, عبد الرحمن → `abdrahman`, `abdrhmn`;
/// so do names that end in the faith, Salah al-Din, Salahuddin → `salahdin`; then son-of, articles and other links go; of
/// organisations, the legal form and small words.
struct NameTokens {
  struct Token: Hashable {
    var letters: [UInt8]
    var lacksVowels: Bool
  }

  /// Whose name it is: kunyas and honorifics are of people, legal forms of organisations.
  enum Bearer: Hashable { case person, organisation, unknown }

  let tokens: [Token]
  /// Whether it was taken for the name of an organisation.
  let isOfOrganisation: Bool

  init(_ name: String, of bearer: Bearer) {
    var words = Romanisation.words(name).map(NameWord.init)
    let isOrganisation = bearer == .organisation || (bearer == .unknown && words.contains { $0.isLegalForm })
    if isOrganisation {
      words = NameTokens.kept(words) { !$0.isLegalForm && !NameParticles.small.contains($0.text) }
      words = NameTokens.kept(NameTokens.withoutLinks(words)) { _ in true }
    } else {
      words = NameTokens.kept(words) { !NameParticles.honorifics.contains($0.text) }
      words = NameTokens.joined(words)
      words = NameTokens.withoutLinks(words)
    }
    isOfOrganisation = isOrganisation
    tokens = words.map { Token(letters: Array($0.text.utf8), lacksVowels: $0.lacksVowels) }
  }

  /// The words that pass, or all of them where none does: "The Company" is a name too.
  private static func kept(_ words: [NameWord], _ isKept: (NameWord) -> Bool) -> [NameWord] {
    let kept = words.filter(isKept)
    return kept.isEmpty ? words : kept
  }

  // MARK: Compounds

  private static func joined(_ words: [NameWord]) -> [NameWord] {
    var result: [NameWord] = []
    var position = 0
    while position < words.count {
      let word = words[position]
      let follower = next(words, after: position)
      if let kunya = NameParticles.kunyas[word.text], let follower {
        result.append(NameWord(joining: kunya, words[follower]))
        position = follower + 1
      } else if NameParticles.servants.contains(word.text), let follower {
        result.append(NameWord(joining: "abd", words[follower]))
        position = follower + 1
      } else if word.isFaith || word.isGod, let last = popName(of: &result) {
        result.append(last.ending(word.isFaith ? "din" : "ullah"))
        position += 1
      } else {
        result.append(word.normalised)
        position += 1
      }
    }
    return result
  }

  private static let articles: Set<String> = ["al", "el", "ul", "ar", "as", "ash", "er", "ur"]

  /// Takes away the last word that is no article, and the articles behind it.
  private static func popName(of words: inout [NameWord]) -> NameWord? {
    guard let position = words.lastIndex(where: { !articles.contains($0.text) }) else { return nil }
    defer { words.removeSubrange(position...) }
    return words[position]
  }

  /// The next word that is no article; nil at the end.
  private static func next(_ words: [NameWord], after position: Int) -> Int? {
    var next = position + 1
    while next < words.count, articles.contains(words[next].text),
      next + 1 < words.count
    {
      next += 1
    }
    return next < words.count ? next : nil
  }

  // MARK: Links

  private static func withoutLinks(_ words: [NameWord]) -> [NameWord] {
    let named = words.indices.filter { position in
      let word = words[position]
      if NameParticles.links.contains(word.text) { return false }
      guard word.precedesHyphen, position + 1 < words.count else { return true }
      return !NameParticles.isAssimilatedArticle(word.text, before: Array(words[position + 1].text.utf8))
    }.map { words[$0] }
    return named.isEmpty ? words : named
  }
}

/// A word of a name on its way to a token.
struct NameWord {
  var text: String
  var lacksVowels: Bool
  var precedesHyphen: Bool

  init(_ word: Romanisation.Word) {
    text = String(decoding: word.letters, as: UTF8.self)
    (lacksVowels, precedesHyphen) = (word.lacksVowels, word.precedesHyphen)
  }

  /// A word with what stands before it as one.
  init(joining head: String, _ word: NameWord) {
    text = head + word.normalised.text
    (lacksVowels, precedesHyphen) = (word.lacksVowels, word.precedesHyphen)
  }

  func ending(_ end: String) -> NameWord {
    var joined = self
    joined.text += end
    return joined
  }

  var isLegalForm: Bool { LegalForms.contains(text) }

  /// "of the faith": al-Din, Eddine, ud-Deen.
  var isFaith: Bool {
    ["din", "dine", "deen", "eddin", "eddine", "uddin", "uddeen", "addin", "aldin", "eldin"].contains(text)
  }

  var isGod: Bool { ["ullah", "allah", "ollah", "ulla", "llah", "allh"].contains(text) }

  /// A compound that is written as one word, spelled as when it is written as several.
  var normalised: NameWord {
    var word = self
    for head in ["abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdoul", "abdus"]
    where text.hasPrefix(head) && text.utf8.count >= head.utf8.count + 4 {
      word.text = "abd" + text.dropFirst(head.utf8.count)
      return word
    }
    for end in ["uddine", "eddine", "uddin", "eddin", "uldin", "aldin", "eldin", "uddeen", "addin"]
    where text.hasSuffix(end) && text.utf8.count >= end.utf8.count + 3 {
      word.text = text.dropLast(end.utf8.count) + "din"
      return word
    }
    return word
  }
}

/// How two tokens of names agree, the best first.
enum TokenAgreement: Hashable {
  /// The same letters.
  case exact
  /// The same consonants by ``ConsonantSkeleton``, and vowels that are the same, unwritten on one side, or near.
  case sound
  /// One letter apart, or two in a long word; or very similar by Jaro–Winkler.
  case near
  /// One is only an initial, and the other begins with it.
  case initial
  /// The same consonants with other vowels: a spelling, or Hassan and Hussein.
  case consonants
  /// Two numbers that differ: Cell 2 is not Cell 3.
  case otherNumber
  case none

  /// What it adds to the similarity of names, from 0 to 1.
  var similarity: Double {
    switch self {
    case .exact: 1
    case .sound: 0.95
    case .near: 0.85
    case .initial: 0.6
    case .consonants: 0.5
    case .none, .otherNumber: 0
    }
  }
}

/// A token with what comparing it takes.
struct ComparableToken {
  /// Vowels of one key this far apart are spellings of one name.
  private static let sameVowels = 0.75

  let letters: [UInt8]
  let lacksVowels: Bool
  let skeleton: ConsonantSkeleton
  /// The consonants without an article that may have been written as part of the word: Alkafi, Elkafi.
  let bareConsonants: [UInt8]?
  let hasDigits: Bool

  init(_ token: NameTokens.Token) {
    letters = token.letters
    lacksVowels = token.lacksVowels
    skeleton = ConsonantSkeleton(letters)
    hasDigits = letters.contains { $0 < 0x61 }
    let hasArticle =
      letters.count >= 6 && (letters.starts(with: "al".utf8) || letters.starts(with: "el".utf8))
    bareConsonants = hasArticle ? ConsonantSkeleton(Array(letters.dropFirst(2))).consonants : nil
  }

  /// Whether this is the other with a last a or e: Karim and Karima, Ivan and Ivana, Emin and Emine are two.
  private func isFeminine(of other: ComparableToken) -> Bool {
    letters.count == other.letters.count + 1 && "ae".utf8.contains(letters.last ?? 0)
      && letters.starts(with: other.letters) && !lacksVowels && !other.lacksVowels
  }

  /// How this token agrees with another. O(letters²).
  func agreement(with other: ComparableToken) -> TokenAgreement {
    if letters == other.letters { return .exact }
    // A number is that number or another.
    if hasDigits || other.hasDigits { return hasDigits && other.hasDigits ? .otherNumber : .none }
    if letters.count == 1 || other.letters.count == 1 {
      return letters.first == other.letters.first ? .initial : .none
    }
    let consonants = skeleton.consonants
    let isSame = consonants == other.skeleton.consonants
    if isSame, consonants.count >= 2 {
      if lacksVowels || other.lacksVowels { return consonants.count >= 3 ? .sound : .near }
      let distance = ConsonantSkeleton.vowelDistance(skeleton.vowels, other.skeleton.vowels)
      if distance <= ComparableToken.sameVowels, !isFeminine(of: other), !other.isFeminine(of: self) {
        return .sound
      }
    }
    if isFeminine(of: other) || other.isFeminine(of: self) { return .none }
    if bareConsonants.map({ $0.count >= 3 && $0 == other.skeleton.consonants }) == true
      || other.bareConsonants.map({ $0.count >= 3 && $0 == consonants }) == true
    {
      return .near
    }
    let length = min(letters.count, other.letters.count)
    if isSame, consonants.count >= 2, lacksVowels == other.lacksVowels { return .consonants }
    if length >= 5 {
      let limit = length >= 9 ? 2 : 1
      if StringDistance.damerauLevenshtein(letters, other.letters, limit: limit) <= limit { return .near }
    }
    if length >= 6, StringDistance.jaroWinkler(letters, other.letters) >= 0.94 { return .near }
    return .none
  }
}

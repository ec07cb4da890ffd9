/// A phonetic key for names that reached Latin letters by many ways: the classes of its consonants, in order.
///
/// Muhammad, Mohamed and محمد have one key, as have Qaddafi, Gadhafi and القذافي, or Хамидов, Khamidov and Hamidow.
/// Classes: `K` k q g gh c · `T` t d th dh · `S` s sh ch ts · `Z` z · `J` j zh dj · `F` f v ph w · `B` b p · `L`, `M`,
/// `N`, `R` · `H` a first h or kh. Vowels, y, and h or w inside a word have none; `A` marks a first vowel; the same
/// class twice in a row without a vowel between counts once.
///
/// Beside it stand the vowels, in classes too: `a`, `e`, `i`, `u`. They tell Hassan from Hussein, which share a key.
/// The key is nexus's own, made for Arabic, Persian, Turkic and Slavic names; Soundex, by comparison, keeps the first
/// letter as it is and so parts Qaddafi from Gadhafi.
struct ConsonantSkeleton: Hashable {
  private(set) var consonants: [UInt8] = []
  private(set) var vowels: [UInt8] = []

  /// - Parameter letters: a to z in lower case; others are passed over.
  init(_ letters: [UInt8]) {
    var position = 0
    var followsConsonant = false
    while position < letters.count {
      let (sound, length) = ConsonantSkeleton.sound(letters, at: position)
      switch sound {
      case .consonant(let symbols):
        for symbol in symbols {
          if !(followsConsonant && consonants.last == symbol) { consonants.append(symbol) }
          followsConsonant = true
        }
      case .vowel(let symbol):
        if position == 0 { consonants.append(UInt8(ascii: "A")) }
        // Diphthongs and long vowels: one symbol for a run of the same class.
        if let symbol, vowels.last != symbol || followsConsonant { vowels.append(symbol) }
        followsConsonant = false
      // محمد is m-h-m-d: an h parts what stands around it.
      case .silent: followsConsonant = false
      }
      position += length
    }
  }

  private enum Sound {
    case consonant([UInt8])
    /// Nil for a y or w that only lengthens.
    case vowel(UInt8?)
    case silent
  }

  private static let digraphs: [(letters: [UInt8], symbols: [UInt8])] = [
    ("shch", "S"), ("tsch", "S"), ("dzh", "J"), ("dsch", "J"), ("sch", "S"), ("tch", "S"), ("sh", "S"),
    ("ch", "S"),
    ("zh", "J"), ("dj", "J"), ("gh", "K"), ("dh", "T"), ("th", "T"), ("ph", "F"), ("ts", "S"), ("tz", "S"),
    ("ck", "K"),
    ("qu", "K"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func sound(_ letters: [UInt8], at position: Int) -> (Sound, length: Int) {
    let rest = letters[position...]
    if rest.starts(with: "kh".utf8) {
      return (position == 0 ? .consonant([UInt8(ascii: "H")]) : .silent, 2)
    }
    // The French write a first w so: Ouali.
    if position == 0, rest.starts(with: "ou".utf8), rest.count > 2, "aei".utf8.contains(letters[2]) {
      return (.consonant([UInt8(ascii: "F")]), 2)
    }
    if let digraph = digraphs.first(where: { rest.starts(with: $0.letters) }) {
      return (.consonant(digraph.symbols), digraph.letters.count)
    }
    let next = position + 1 < letters.count ? letters[position + 1] : 0
    return (
      sound(letters[position], at: position, next: next, isLast: position + 1 == letters.count, letters), 1
    )
  }

  private static func sound(
    _ letter: UInt8, at position: Int, next: UInt8, isLast: Bool, _ letters: [UInt8]
  ) -> Sound {
    switch letter {
    case UInt8(ascii: "a"): .vowel(UInt8(ascii: "a"))
    case UInt8(ascii: "e"): .vowel(UInt8(ascii: "e"))
    case UInt8(ascii: "i"): .vowel(UInt8(ascii: "i"))
    case UInt8(ascii: "o"), UInt8(ascii: "u"): .vowel(UInt8(ascii: "u"))
    case UInt8(ascii: "y"): .vowel(position == 0 || "aou".utf8.contains(next) ? nil : UInt8(ascii: "i"))
    case UInt8(ascii: "b"), UInt8(ascii: "p"): .consonant([UInt8(ascii: "B")])
    case UInt8(ascii: "f"), UInt8(ascii: "v"): .consonant([UInt8(ascii: "F")])
    case UInt8(ascii: "w"):
      // Walid, Iwanow; but Tawfiq is Taufiq, and Anwar أنور.
      position == 0 || (isLast && "oe".utf8.contains(letters[position - 1]))
        ? .consonant([UInt8(ascii: "F")]) : .vowel(nil)
    case UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "g"): .consonant([UInt8(ascii: "K")])
    case UInt8(ascii: "c"): .consonant("eiy".utf8.contains(next) ? Array("S".utf8) : Array("K".utf8))
    case UInt8(ascii: "t"), UInt8(ascii: "d"): .consonant([UInt8(ascii: "T")])
    case UInt8(ascii: "x"): .consonant(Array("KS".utf8))
    case UInt8(ascii: "h"): position == 0 ? .consonant([letter &- 0x20]) : .silent
    case UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "r"),
      UInt8(ascii: "s"), UInt8(ascii: "z"):
      .consonant([letter &- 0x20])
    default: .silent
    }
  }

  /// How far the vowels of two words of one key lie apart: an edit distance in which e lies near a and i, and a vowel
  /// between consonants may be left unwritten, Harthi, Harithi.
  static func vowelDistance(_ first: [UInt8], _ second: [UInt8]) -> Double {
    var row = (0...second.count).map { Double($0) * 0.5 }
    for (i, vowel) in first.enumerated() {
      var diagonal = row[0]
      row[0] = Double(i + 1) * 0.5
      for (j, other) in second.enumerated() {
        let replaced = diagonal + cost(vowel, other)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 0.5, diagonal + 0.5)
      }
    }
    return row[second.count]
  }

  private static func cost(_ first: UInt8, _ second: UInt8) -> Double {
    if first == second { return 0 }
    let (low, high) = (min(first, second), max(first, second))
    switch (low, high) {
    case (UInt8(ascii: "a"), UInt8(ascii: "e")), (UInt8(ascii: "e"), UInt8(ascii: "i")): return 0.3
    case (UInt8(ascii: "e"), UInt8(ascii: "u")): return 0.6
    default: return 1
    }
  }
}

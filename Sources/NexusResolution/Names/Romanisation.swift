internal import Foundation

/// Words of a name in the letters a to z and digits, in steps:
///
/// 1. NFKC, so that ligatures and wide letters are the letters they stand for;
/// 2. lower case;
/// 3. without remarks in parentheses; words: what is neither letter, mark nor digit parts them, but an apostrophe, which is dropped, and the points of
///    an abbreviation, `S.A.`, which becomes one word;
/// 4. Latin letters: by ``RomanLetters`` for Cyrillic, Greek, Arabic and Hebrew, by ICU's `Any-Latin` for all other
///    scripts, in which Han characters become a word each;
/// 5. without marks.
struct Romanisation {
  /// A word in Latin letters.
  struct Word: Hashable {
    var letters: [UInt8]
    /// It was written in a script that leaves out short vowels.
    var lacksVowels = false
    /// It stood before a hyphen.
    var precedesHyphen = false
    /// It begins with the Arabic article in Arabic script, which is left out here.
    var hadArticle = false
  }

  /// Longer names are read up to here: no name of a person or a company is, and hostile ones may be.
  static let longestName = 400
  private static let mostWords = 24

  /// The words of a name. O(characters) but for what ICU takes.
  static func words(_ name: String) -> [Word] {
    let text = withoutRemarks(String(name.unicodeScalars.prefix(longestName)))
    var words: [Word] = []
    for (part, precedesHyphen) in parts(text.precomposedStringWithCompatibilityMapping.lowercased()) {
      var latin = romanised(part)
      if let last = latin.indices.last { latin[last].precedesHyphen = precedesHyphen }
      words += latin
      if words.count >= mostWords { break }
    }
    return Array(words.prefix(mostWords))
  }

  /// A name without what stands in parentheses, "(name withheld)", unless there is nothing else.
  private static func withoutRemarks(_ name: String) -> String {
    guard name.contains("(") else { return name }
    var depth = 0
    var bare = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth == 0 { bare.append(scalar) }
      }
    }
    let text = String(bare)
    return text.contains(where: \.isLetter) ? text : name
  }

  // MARK: Words

  private static let apostrophes: Set<Unicode.Scalar> = [
    "'", "’", "‘", "`", "´", "ʼ", "ʻ", "ʾ", "ʿ", "‛", "′", "״", "׳", "\u{200C}", "\u{200D}",
  ]
  private static let hyphens: Set<Unicode.Scalar> = ["-", "‐", "‑", "‒", "–", "־"]

  private static func parts(_ text: String) -> [(text: String, precedesHyphen: Bool)] {
    var parts: [(text: String, precedesHyphen: Bool)] = []
    var word = String.UnicodeScalarView()
    var run: [String] = []  // letters with a point behind each
    func endRun() {
      let joined = run.joined()
      if run.count > 1, LegalForms.contains(joined) {
        parts.append((joined, false))
      } else {
        parts += run.map { ($0, false) }
      }
      run = []
    }
    func endWord(_ scalar: Unicode.Scalar?) {
      guard !word.isEmpty else {
        if scalar != "." { endRun() }
        return
      }
      let text = String(word)
      word = String.UnicodeScalarView()
      if scalar == ".", text.unicodeScalars.count == 1 || (run.isEmpty && text.unicodeScalars.count == 2) {
        run.append(text)
        return
      }
      // The last letter of a run often has no point: S.A
      if !run.isEmpty, text.unicodeScalars.count == 1 {
        run.append(text)
        return endRun()
      }
      endRun()
      parts.append((text, scalar.map(hyphens.contains) ?? false))
    }
    for scalar in text.unicodeScalars where !apostrophes.contains(scalar) {
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
        .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
        word.append(scalar)
      default: endWord(scalar)
      }
    }
    endWord(nil)
    endRun()
    return parts
  }

  // MARK: Letters

  private static func romanised(_ word: String) -> [Word] {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return [Word(letters: Array(word.utf8))] }
    if let latin = byTable(word) { return [latin] }
    let bare = LegalForms.removed(fromHan: word)
    guard !bare.isEmpty else { return [] }
    let latin = bare.applyingTransform(.toLatin, reverse: false) ?? bare
    return latin.lowercased().split { !$0.isLetter && !$0.isNumber }.compactMap { part in
      let letters = ascii(String(part))
      return letters.isEmpty ? nil : Word(letters: letters)
    }
  }

  /// The word by ``RomanLetters``; nil where it has a letter that is not there.
  private static func byTable(_ word: String) -> Word? {
    var scalars = Array(word.decomposedStringWithCanonicalMapping.unicodeScalars)
    scalars.removeAll { $0.properties.generalCategory == .nonspacingMark }
    var latin = Word(letters: [])
    // The article of Arabic, before three letters at least; the name of God has none to lose.
    if scalars.count >= 5, scalars[0] == "ا", scalars[1] == "ل", scalars != Array("الله".unicodeScalars) {
      scalars.removeFirst(2)
      latin.hadArticle = true
    }
    for (position, scalar) in scalars.enumerated() {
      if scalar.isASCII {
        latin.letters.append(UInt8(scalar.value))
        continue
      }
      guard let letter = RomanLetters.letter(scalar) else { return nil }
      if letter.vowels == .unwritten { latin.lacksVowels = true }
      latin.letters += Array((position == 0 ? letter.initial ?? letter.text : letter.text).utf8)
    }
    return latin.letters.isEmpty ? nil : latin
  }

  /// Latin letters without marks; what is no letter of ASCII then is dropped.
  private static func ascii(_ word: String) -> [UInt8] {
    var letters: [UInt8] = []
    for scalar in word.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.isASCII {
        letters.append(UInt8(scalar.value))
      } else if let letter = RomanLetters.letter(scalar) {
        letters += Array(letter.text.utf8)
      }
    }
    return letters.filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }
}

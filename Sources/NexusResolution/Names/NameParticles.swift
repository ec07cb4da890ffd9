/// Words that stand in names beside the names themselves. Romanised.
enum NameParticles {
  /// Titles of respect, office and rank, which come and go.
  static let honorifics: Set<String> = [
    "haji", "hajji", "haj", "hajj", "hadji", "al-haj", "elhaj", "mullah", "mulla", "mola", "molla", "maulana",
    "mawlana", "maulvi", "maulavi", "mawlawi", "molvi", "moulavi", "sheikh", "shaykh", "shaikh", "sheik",
    "shekh",
    "cheikh", "shikh", "shij", "ustad", "ustaz", "ustadh", "ostad", "sayyid", "sayyed", "seyyed", "syed",
    "sayed",
    "hafiz", "hafez", "qari", "mufti", "imam", "ayatollah", "ayatullah", "hojatoleslam", "emir", "amir-ul",
    "dr", "doctor", "prof", "professor", "mr", "mrs", "ms", "miss", "mister", "sir", "eng", "engineer", "ing",
    "general", "gen", "colonel", "col", "captain", "capt", "commander", "cmdr", "major", "maj", "brigadier",
    "brig",
    "lieutenant", "lt", "sergeant", "sgt", "marshal", "admiral", "gospodin", "gospozha", "herr", "frau",
    "senor",
    "senora", "monsieur", "madame", "dktur", "duktur", "hjh", "datuk", "dato", "tan", "ustaaz", "comrade",
  ]

  /// Son of, daughter of, from, and the article where it stands alone.
  static let links: Set<String> = [
    "bin", "ben", "ibn", "bn", "bint", "binti", "binte", "ould", "wuld", "wld", "oglu", "oglou", "ogly",
    "oghlu", "ugli",
    "ogli", "qizi", "kizi", "kyzy", "uulu", "uly", "al", "el", "ul", "de", "da", "do", "dos", "das", "del",
    "della", "di",
    "van", "von", "der", "den", "zu", "zum", "la", "le", "du", "y", "e", "wa",
  ]

  /// Father of, mother of: with the word behind it a kunya, a name of its own kind.
  static let kunyas: [String: String] = [
    "abu": "abu", "abou": "abu", "aboo": "abu", "abi": "abu", "ebu": "abu", "bu": "abu", "umm": "umm",
    "um": "umm",
    "oum": "umm", "om": "umm", "am": "umm",
  ]

  /// Servant of, which only the word behind it completes: Abdul Rahman, Abd al-Rahman, Abdurrahman.
  static let servants: Set<String> = [
    "abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdus", "abdu", "abdoul", "abdoel",
  ]

  /// The article before a letter that it takes on: ar-Rahman, ash-Shami, ed-Din.
  static func isAssimilatedArticle(_ word: String, before next: [UInt8]) -> Bool {
    guard (2...3).contains(word.utf8.count), let first = word.first, "aeu".contains(first) else {
      return false
    }
    return next.starts(with: Array(word.dropFirst().utf8)) && "rsndtz".contains(word.dropFirst().first ?? "a")
  }

  /// Small words of the names of organisations.
  static let small: Set<String> = [
    "the", "of", "and", "for", "in", "on", "to", "und", "fur", "des", "et", "pour", "les", "y", "i", "dlya",
    "a", "an", "s", "z",
  ]
}

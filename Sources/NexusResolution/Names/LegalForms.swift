/// The forms of companies, which say little of who a company is and are written in many ways. Romanised.
enum LegalForms {
  private static let words: Set<String> = [
    // English
    "ltd", "limited", "llc", "llp", "lp", "inc", "incorporated", "corp", "corporation", "co", "company",
    "plc", "pty",
    "pvt", "private", "pte", "jsc", "ojsc", "cjsc", "pjsc", "fze", "fzc", "fzco", "fzllc", "dmcc", "est",
    "wll",
    // German, French, Italian, Spanish, Dutch, Nordic, Baltic, Hungarian, Balkan
    "gmbh", "ag", "kg", "ohg", "ug", "ev", "mbh", "sa", "sarl", "sas", "sasu", "srl", "spa", "sl", "sro",
    "bv", "nv",
    "oy", "oyj", "ab", "aps", "sia", "uab", "ou", "kft", "zrt", "doo", "dd", "ead", "eood", "ood", "cv",
    // Russian, Ukrainian, Kazakh
    "ooo", "oao", "zao", "pao", "ao", "too", "tov", "ip", "chp",
    // The same in full
    "liability", "joint", "stock", "gesellschaft", "beschrankter", "haftung", "aktiengesellschaft", "anonyme",
    "responsabilite", "limitee", "anonima", "responsabilidad", "limitada", "obshchestvo", "ogranichennoy",
    "ogranichennoi",
    "otvetstvennostyu", "otvetstvennostiu", "aktsionernoe", "aktsionernoye", "publichnoe", "publichnoye",
    "zakrytoe",
    "zakrytoye", "otkrytoe", "otkrytoye", "tovarystvo", "obmezhenoyu", "vidpovidalnistyu",
    // Malay, Turkish
    "sdn", "bhd", "sti", "anonim", "sirketi",
    // Arabic, Persian: the company of …
    "shrka", "shrkh", "sharika", "sharikat", "sherkat", "shirkat",
  ]

  private static let han = [
    "股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "公司", "株式会社", "有限会社",
  ]

  /// A dotted abbreviation of Cyrillic is looked up as it is written: о.о.о.
  private static let cyrillic: Set<String> = ["ооо", "оао", "зао", "пао", "ао", "тоо", "тов", "ип"]

  static func contains(_ word: String) -> Bool { words.contains(word) || cyrillic.contains(word) }

  /// A word in Han characters without the form of a company at either end.
  static func removed(fromHan word: String) -> String {
    for form in han {
      if word.hasSuffix(form) { return String(word.dropLast(form.count)) }
      if word.hasPrefix(form) { return String(word.dropFirst(form.count)) }
    }
    return word
  }
}

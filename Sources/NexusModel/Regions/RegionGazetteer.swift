private import Foundation

extension Region {
  /// Reads what a cell calls a region.
  ///
  /// Understood, in this order: ISO 3166 alpha-2 (`NA` is Namibia), alpha-3 and numeric codes and UN M49 codes
  /// of areas (`762`, `143`, `001`); names of countries and areas in English, French, Spanish, Russian, Arabic
  /// and Chinese, and the names the United Nations use. Case, diacritics and punctuation do not matter. A
  /// withdrawn code means the country that CLDR names as its successor. Any other string is a region of its
  /// own, trimmed and in Unicode NFC, otherwise as written.
  ///
  /// - Returns: nil when the cell says that there is none: empty, `n/a`, `unknown`, `-9`, `-99`.
  /// - Complexity: O(length). A string that is no code builds the table of names once, about 10 ms.
  public init?(resolving text: some StringProtocol) {
    if let code = RegionGazetteer.alpha2(text) {
      self.init(code: code)
      return
    }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    guard !RegionGazetteer.missing.contains(trimmed.lowercased()) else { return nil }
    self.init(code: RegionGazetteer.code(of: trimmed) ?? trimmed)
  }
}

/// The codes and names by which data call countries and areas.
enum RegionGazetteer {
  /// What a cell holds when no region is known. Not `NA`, which is Namibia.
  static let missing: Set<String> = ["", "n/a", "unknown", "-9", "-99"]

  /// The fast path: two ASCII letters that are a country's code.
  static func alpha2(_ text: some StringProtocol) -> String? {
    let letters = text.utf8
    guard letters.count == 2, letters.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else {
      return nil
    }
    let code = text.uppercased()
    return RegionHierarchy.places[code] == nil ? nil : code
  }

  static func code(of text: String) -> String? {
    standardCode(text) ?? codesByName[folded(text)]
  }

  static func englishName(of region: Region) -> String {
    if let name = RegionNames.english[region.code] { return name }
    guard RegionHierarchy.places[region.code] != nil || region.code == "EU" else { return region.code }
    return Locale(identifier: "en").localizedString(forRegionCode: region.code) ?? region.code
  }

  /// ISO 3166 and M49 codes of two or three letters or three digits, which ICU brings to alpha-2 where it can.
  private static func standardCode(_ text: String) -> String? {
    guard (2...3).contains(text.utf8.count), text.utf8.count == 3 || Int(text) == nil,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) })
    else { return nil }
    let code = text.uppercased()
    if RegionHierarchy.places[code] != nil { return code }
    let canonical = String(Locale.identifier(.icu, from: "und_" + code).dropFirst(4))
    return RegionHierarchy.places[canonical] == nil ? nil : canonical
  }

  /// Folded names of all countries and areas. Names of the United Nations come first, then countries before
  /// areas ("Micronesia"), then languages in the order below.
  private static let codesByName: [String: String] = {
    var codes: [String: String] = [:]
    func add(_ name: String?, _ code: String) {
      guard let name else { return }
      let key = folded(name)
      if codes[key] == nil { codes[key] = code }
    }
    for (code, names) in RegionNames.variants {
      for name in names { add(name, code) }
    }
    let areas = ["001"] + RegionHierarchy.continents + RegionHierarchy.subregions + ["EU"]
    let languages = ["en", "fr", "es", "ru", "ar", "zh"].map(Locale.init(identifier:))
    for group in [RegionHierarchy.countries, areas] {
      for language in languages {
        for code in group { add(language.localizedString(forRegionCode: code), code) }
      }
    }
    return codes
  }()

  /// A name without case, diacritics, punctuation and spaces; "St." is "Saint", "&" is "and", "the" is nothing.
  static func folded(_ name: String) -> String {
    let plain = name.replacing("&", with: " and ")
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    let words = plain.split { !$0.isLetter && !$0.isNumber }
    return words.map { $0 == "st" ? "saint" : $0 == "the" ? "" : String($0) }.joined()
  }
}

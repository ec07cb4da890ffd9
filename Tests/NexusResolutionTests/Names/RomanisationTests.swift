import NexusTestSupport
import Testing

@testable import NexusResolution

@Suite("Names reach Latin letters as passports write them")
struct RomanisationTests {
  private func words(_ name: String) -> [String] {
    Romanisation.words(name).map { String(decoding: $0.letters, as: UTF8.self) }
  }

  @Test(
    "Scripts with a table",
    arguments: [
      ("Хамидов Щукин Юлия", ["khamidov", "shchukin", "yuliya"]), ("محمد القذافي", ["mhmd", "qdhafi"]),
      ("يوسف وليد", ["yusf", "wlid"]), ("عبد الله", ["abd", "allh"]), ("Παναγιώτης", ["panagiotis"]),
      ("דוד לוי", ["dud", "lui"]), ("پرویز", ["pruiz"]), ("Đorđe Łuk", ["dorde", "luk"]),
      ("Weißhäupl Øst", ["weisshaupl", "ost"]),
    ])
  func tables(name: String, romanised: [String]) {
    #expect(words(name) == romanised)
  }

  @Test(
    "Scripts that ICU romanises; Han characters are a word each",
    arguments: [
      ("张伟", ["zhang", "wei"]), ("かな", ["kana"]), ("გიორგი", ["giorgi"]), ("नेहा", ["neha"]),
      ("深圳明港有限公司", ["shen", "zhen", "ming", "gang"]),
    ])
  func icu(name: String, romanised: [String]) {
    #expect(words(name) == romanised)
  }

  @Test(
    "Wide letters, ligatures, apostrophes, hyphens and dotted abbreviations",
    arguments: [
      ("ＡＢＣ ﬁn", ["abc", "fin"]), ("Ma’alin O'Neil", ["maalin", "oneil"]), ("al-Kafi", ["al", "kafi"]),
      ("Zahir S.A.R.L.", ["zahir", "sarl"]), ("Quillon L.L.C", ["quillon", "llc"]),
      ("J.K. Low", ["j", "k", "low"]),
      ("о.о.о. Луч", ["ooo", "luch"]), ("W. T. Perry", ["w", "t", "perry"]),
    ])
  func marks(name: String, romanised: [String]) {
    #expect(words(name) == romanised)
  }

  @Test("Hostile and very long names end as bounded lists of a to z and digits", arguments: HostileNames.all)
  func hostile(name: String) {
    let words = Romanisation.words(name)
    #expect(words.count <= 24)
    #expect(
      words.allSatisfy {
        $0.letters.allSatisfy { $0 < 0x80 } && $0.letters.count <= 4 * Romanisation.longestName
      })
  }
}

@Suite("What comes and goes between spellings is taken away from names")
struct NameTokensTests {
  private func tokens(_ name: String, _ bearer: NameTokens.Bearer = .person) -> [String] {
    NameTokens(name, of: bearer).tokens.map { String(decoding: $0.letters, as: UTF8.self) }
  }

  @Test(
    "Persons: honorifics, kunyas, servants, the faith, sons and articles",
    arguments: [
      ("Haji Gul Zadran", ["gul", "zadran"]), ("Mullah", ["mullah"]),
      ("Abu Bakr al-Sudani", ["abubakr", "sudani"]),
      ("Abou 'Ubaydah al Kafi", ["abuubaydah", "kafi"]), ("Umm Sulaym", ["ummsulaym"]),
      ("Abdul Rahman Tawfiqi", ["abdrahman", "tawfiqi"]), ("Abd al-Rahman", ["abdrahman"]),
      ("Abdurrahman", ["abdrahman"]), ("عبد الرحمن", ["abdrhmn"]),
      ("Salah al-Din Kurdi", ["salahdin", "kurdi"]),
      ("Salahuddin", ["salahdin"]), ("Salah Eddine", ["salahdin"]), ("Rahmat Ullah", ["rahmatullah"]),
      ("Hamad bin Nasser Al Suwaidi", ["hamad", "nasser", "suwaidi"]),
      ("Anis ar-Rashid", ["anis", "rashid"]),
      ("Ali oglu Mamedov", ["ali", "mamedov"]),
    ])
  func persons(name: String, left: [String]) {
    #expect(tokens(name) == left)
  }

  @Test(
    "Organisations: legal forms and small words, unless nothing else is left",
    arguments: [
      ("Kestrel Ridge Holdings Ltd.", ["kestrel", "ridge", "holdings"]), ("ООО Луч", ["luch"]),
      ("Общество с ограниченной ответственностью \"Луч\"", ["luch"]),
      ("Luch Limited Liability Company", ["luch"]),
      ("The Company", ["the", "company"]), ("Bank of the East", ["bank", "east"]),
      ("Hermanos Q S.A. de C.V.", ["hermanos", "q"]),
    ])
  func organisations(name: String, left: [String]) {
    #expect(tokens(name, .organisation) == left)
  }

  @Test("A name of nothing but marks has no token; of nobody's kind, a legal form tells a company")
  func odd() {
    #expect(tokens("…!?").isEmpty && tokens("").isEmpty)
    #expect(tokens("Abu Trading LLC", .unknown) == ["abu", "trading"])
    #expect(tokens("Abu Trading", .unknown) == ["abutrading"])
  }
}

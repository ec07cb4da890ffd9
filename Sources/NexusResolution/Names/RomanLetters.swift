/// Letters of other scripts as passports write them in Latin ones.
///
/// ICU romanises for libraries: х is `h`, щ `ŝ`, й `j`. Lists of names write them `kh`, `shch`, `i`, so the scripts that
/// meet most often in this field have a table of their own, after ICAO Doc 9303 part 3 (Cyrillic, Arabic without
/// vowels), ELOT 743 (Greek) and common use (Hebrew).
enum RomanLetters {
  /// Whether a script leaves short vowels unwritten.
  enum Vowels { case written, unwritten }

  struct Letter {
    var text: String
    /// How it is written at the beginning of a word, where that differs.
    var initial: String?
    var vowels: Vowels
  }

  /// By the letter without marks; nil for letters of scripts without a table.
  static func letter(_ scalar: Unicode.Scalar) -> Letter? { letters[scalar] }

  private static let letters: [Unicode.Scalar: Letter] = {
    var letters: [Unicode.Scalar: Letter] = [:]
    func add(_ table: String, _ vowels: Vowels) {
      for entry in table.split(separator: " ") {
        let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
        guard let scalar = parts[0].unicodeScalars.first else { continue }
        letters[scalar] = Letter(
          text: String(parts[1]), initial: parts.count > 2 ? String(parts[2]) : nil, vowels: vowels)
      }
    }
    add(latin, .written)
    add(cyrillic, .written)
    add(greek, .written)
    add(arabic, .unwritten)
    add(hebrew, .unwritten)
    return letters
  }()

  /// Latin letters that are no letter with a mark.
  private static let latin = "ß=ss ø=o ł=l đ=d ð=d þ=th æ=ae œ=oe ı=i ħ=h ŋ=n ə=a ɛ=e ɔ=o ŧ=t ĸ=k ƙ=k ɗ=d ɓ=b"

  private static let cyrillic = """
    а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch \
    ъ= ы=y ь= э=e ю=yu я=ya ґ=g є=e і=i ѓ=g ђ=dj ѕ=dz ј=y љ=l њ=n ћ=c џ=dj ә=a ғ=gh қ=q ң=n ө=o ұ=u ү=u һ=h ҳ=h \
    ҷ=j ҝ=g ҹ=j ӏ= җ=j ѣ=e
    """

  private static let greek = """
    α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=kh ψ=ps ω=o
    """

  private static let arabic = """
    ا=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع==a غ=gh ف=f ق=q ك=k ک=k ل=l \
    م=m ن=n ه=h ة=a و=u=w ي=i=y ى=a ی=i=y ء= پ=p چ=ch ژ=zh گ=g ڤ=v ٹ=t ڈ=d ڑ=r ں=n ے=e ھ=h ہ=h ۃ=a ـ= ې=e=y ۍ=i \
    ټ=t ډ=d ړ=r ښ=sh ځ=z څ=ts ګ=g ڼ=n
    """

  private static let hebrew = """
    א==a ב=b ג=g ד=d ה=h ו=u=v ז=z ח=kh ט=t י=i=y כ=k ך=kh ל=l מ=m ם=m נ=n ן=n ס=s ע==a פ=p ף=f צ=ts ץ=ts ק=k ר=r \
    ש=sh ת=t
    """
}

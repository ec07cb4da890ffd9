/// A resolution, statement, treaty or standard that stands behind the vocabulary of crimes, or a document that
/// cites it.
public struct Instrument: Hashable, Sendable {
  public enum Form: String, Hashable, CaseIterable, Sendable {
    case conceptNote = "concept-note"
    case declaration, resolution
    case presidentialStatement = "presidential-statement"
    case document, treaty, strategy, standard, plan
  }

  /// How the subject of an instrument is known.
  public enum Basis: String, Hashable, CaseIterable, Sendable {
    /// The concept note or the declaration says it.
    case document
    /// Checked against a public text.
    case verified
    /// General knowledge, not checked again: check before quoting.
    case knowledge

    /// As it is printed.
    public var words: String {
      switch self {
      case .document: "said by the citing document"
      case .verified: "verified"
      case .knowledge: "from general knowledge"
      }
    }
  }

  /// `S/RES/2195`, or a short name where the document has no symbol.
  public let symbol: String
  /// What it is about, in English.
  public let subject: String
  public let form: Form
  public let year: Int?
  public let basis: Basis
  /// What the two documents cite it for.
  public let citedFor: [String]
  /// The kinds of crime that it concerns.
  public let crimes: [Crime]
  /// Matters that are no crime; `general-nexus` marks what is about the links as such.
  public let topics: [String]
  /// The public text, or the part that is known in another way than the rest.
  public let note: String

  init(
    _ symbol: String, _ subject: String, _ form: Form, _ year: Int?, _ basis: Basis, citedFor: [String] = [],
    crimes: [String] = [], topics: [String] = [], note: String = ""
  ) {
    self.symbol = symbol
    self.subject = subject
    self.form = form
    self.year = year
    self.basis = basis
    self.citedFor = citedFor
    self.crimes = crimes.map { Crime(folding: $0) }
    self.topics = topics
    self.note = note
  }

  /// Whether it concerns the links of terrorism and crime as such, and so every kind of crime.
  public var isGeneral: Bool { topics.contains("general-nexus") }
}

/// One of the two documents that the vocabulary goes back to.
public enum SeedDocument: String, Hashable, CaseIterable, Sendable {
  case conceptNote = "concept note"
  case declaration

  /// The symbol of its entry in the register.
  public var symbol: String { self == .conceptNote ? "concept-note-2019" : "dushanbe-declaration-2019" }

  /// The day of the letter of the one, and of the adoption of the other.
  public var date: Instant {
    self == .conceptNote
      ? Instant(seconds: 1_561_593_600, precision: .day) : Instant(seconds: 1_558_051_200, precision: .day)
  }
}

/// One place where a document cites an instrument.
public struct Citation: Hashable, Sendable {
  public let document: SeedDocument
  public let symbol: String
  /// `preambular paragraph 8`
  public let paragraph: String
  /// The kind of crime that the paragraph names, where it names one.
  public let crime: Crime?
  public let reason: String
}

/// The register of the instruments that two documents cite: the concept note of Peru for the Security Council's
/// open debate of 9 July 2019, and the Dushanbe Declaration of 16–17 May 2019. S/RES/2482, the outcome of the
/// debate, is added and marked so.
public enum InstrumentRegistry {
  /// A paragraph that cites instruments.
  struct Passage {
    let document: SeedDocument
    let paragraph: String
    let reason: String
    let symbols: [String]
    let crime: Crime?

    init(
      _ document: SeedDocument, _ paragraph: String, _ reason: String, _ symbols: [String],
      crime: String? = nil
    ) {
      self.document = document
      self.paragraph = paragraph
      self.reason = reason
      self.symbols = symbols
      self.crime = crime.map { Crime(folding: $0) }
    }
  }

  /// Every entry: the two documents first, which cite and are not cited.
  public static var all: [Instrument] { entries }

  /// What can be cited: all entries but the two documents.
  public static let instruments = entries.filter { entry in
    !SeedDocument.allCases.contains { $0.symbol == entry.symbol }
  }

  /// Every citation, in the order of the documents and their paragraphs.
  public static let citations = passages.flatMap { passage in
    passage.symbols.map {
      Citation(
        document: passage.document, symbol: $0, paragraph: passage.paragraph, crime: passage.crime,
        reason: passage.reason)
    }
  }

  /// The documents that cite an instrument; none for one that was added.
  public static func documents(citing symbol: String) -> [SeedDocument] {
    SeedDocument.allCases.filter { document in
      citations.contains { $0.document == document && $0.symbol == symbol }
    }
  }

  /// Where an instrument is cited: `concept note, paragraph 1; declaration, paragraph 11`.
  public static func places(of symbol: String) -> [String] {
    citations.filter { $0.symbol == symbol }.map { "\($0.document.rawValue), \($0.paragraph)" }
  }

  /// What concerns the links of terrorism and crime as such.
  public static let general = instruments.filter(\.isGeneral)
}

extension Crime {
  /// The instruments that name this kind of crime, in the order of the register. What is about the links in general
  /// and names no crime is ``InstrumentRegistry/general``.
  public var instruments: [Instrument] {
    InstrumentRegistry.instruments.filter { $0.crimes.contains(self) }
  }
}

import NexusModel

/// The register of instruments for a terminal.
struct InstrumentText {
  private let crime: Crime
  private let style = TerminalStyle()

  init(_ crime: Crime) { self.crime = crime }

  /// The whole register, one line an instrument.
  static func register(_ style: TerminalStyle) -> String {
    var table = TextTable([
      TextTable.Column(head: "instrument"), TextTable.Column(head: "year"),
      TextTable.Column(head: "subject", canShrink: true), TextTable.Column(head: "known"),
      TextTable.Column(head: "note"), TextTable.Column(head: "declaration"),
    ])
    for entry in InstrumentRegistry.instruments {
      table.append([
        entry.symbol, entry.year.map(String.init) ?? "", entry.subject, entry.basis.rawValue,
        cited(entry.symbol, in: .conceptNote), cited(entry.symbol, in: .declaration),
      ])
    }
    return table.text(style) + "\n\n" + note(style)
  }

  /// What names one kind of crime, in full, then what is about the links in general.
  var text: String {
    let own = crime.instruments
    let general = InstrumentRegistry.general.filter { !$0.crimes.contains(crime) }
    var blocks =
      own.isEmpty
      ? ["No instrument of the register names \(crime.word) as such."]
      : [style.heading("Instruments that name \(crime.word)")] + own.map(entry)
    blocks += [style.heading("About the links of terrorism and crime as such")] + general.map(entry)
    if own.contains(where: { $0.form == .standard }) {
      blocks.append(
        style.heading("FATF Recommendations (from general knowledge)") + "\n"
          + FATFRecommendation.all.map { "R.\($0.number) \($0.subject)" }.joined(separator: "\n"))
    }
    return (blocks + [InstrumentText.note(style)]).joined(separator: "\n\n")
  }

  private func entry(_ instrument: Instrument) -> String {
    var facts = [
      style.labelled(
        instrument.symbol,
        "\(instrument.subject) (\(instrument.form.rawValue)\(instrument.year.map { ", \($0)" } ?? ""); "
          + "\(instrument.basis.words))", indent: 20)
    ]
    func add(_ text: String) { facts.append(style.labelled("", text, indent: 20)) }
    if !instrument.citedFor.isEmpty {
      add("cited for: \(instrument.citedFor.joined(separator: "; "))")
    }
    let places = InstrumentRegistry.places(of: instrument.symbol).joined(separator: "; ")
    add(places.isEmpty ? "cited by neither document: added" : "cited in: \(places)")
    if !instrument.note.isEmpty { add("note: \(instrument.note)") }
    return facts.joined(separator: "\n")
  }

  /// The paragraphs that cite it: `p4, p8, 11`, with a p for preambular ones.
  private static func cited(_ symbol: String, in document: SeedDocument) -> String {
    InstrumentRegistry.citations.filter { $0.symbol == symbol && $0.document == document }
      .map { citation in
        let words = citation.paragraph.replacing("preambular paragraph ", with: "p")
          .replacing("paragraph ", with: "")
        return String(words.prefix { $0 != "," })
      }.joined(separator: ", ")
  }

  private static func note(_ style: TerminalStyle) -> String {
    style.labelled(
      "sources",
      "note: concept note for the Security Council open debate of 9 July 2019; declaration: Dushanbe Declaration of "
        + "16–17 May 2019 (columns: their paragraphs, p = preambular). known: how the subject is known: verified in a public text, "
        + "said by the document, or general knowledge, to be checked before quoting.", indent: 10)
  }
}

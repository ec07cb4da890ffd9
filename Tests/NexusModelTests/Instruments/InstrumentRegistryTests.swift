import NexusModel
import Testing

@Suite("The register of instruments")
struct InstrumentRegistryTests {
  private func resolutions(cited document: SeedDocument) -> Set<Int> {
    Set(
      InstrumentRegistry.citations.filter { $0.document == document && $0.symbol.hasPrefix("S/RES/") }
        .compactMap { Int($0.symbol.dropFirst(6)) })
  }

  /// Counted in the letters of 27 June and 21 May 2019: METHOD §1.3, machine check.
  @Test("The two documents cite 16 resolutions, 8 and 15 of them, 7 both")
  func resolutions() {
    let note = resolutions(cited: .conceptNote)
    let declaration = resolutions(cited: .declaration)
    #expect(note == [1373, 2195, 2322, 2331, 2368, 2370, 2388, 2462])
    #expect(
      declaration == [
        1267, 1373, 1624, 2133, 2195, 2199, 2253, 2322, 2331, 2347, 2354, 2368, 2388, 2396, 2462,
      ])
    #expect(note.union(declaration).count == 16)
    #expect(note.intersection(declaration).count == 7)
  }

  @Test("Four presidential statements, one other Security Council document, one resolution added")
  func forms() {
    let forms = InstrumentRegistry.instruments.map(\.form)
    #expect(forms.count { $0 == .presidentialStatement } == 4)
    #expect(forms.count { $0 == .document } == 1)
    #expect(forms.count { $0 == .resolution } == 17)
    let added = InstrumentRegistry.instruments.filter {
      InstrumentRegistry.documents(citing: $0.symbol).isEmpty
    }
    #expect(added.map(\.symbol) == ["S/RES/2482"])
  }

  @Test("Every citation is of an entry, every symbol is one entry's, every crime is in the vocabulary")
  func references() {
    let symbols = InstrumentRegistry.all.map(\.symbol)
    #expect(Set(symbols).count == symbols.count)
    for citation in InstrumentRegistry.citations {
      #expect(symbols.contains(citation.symbol), "\(citation.symbol)")
      #expect(citation.crime?.isKnown != false)
    }
    for entry in InstrumentRegistry.all {
      for crime in entry.crimes { #expect(crime.isKnown, "\(entry.symbol): \(crime.word)") }
    }
    for document in SeedDocument.allCases { #expect(symbols.contains(document.symbol)) }
  }

  @Test("The first seven kinds of crime each have an instrument, and 2331 and 2388 are about persons")
  func crimes() {
    for word in [
      "drugs", "trafficking-in-persons", "arms", "cultural-property", "natural-resources", "money-laundering",
      "kidnap-for-ransom", "extortion", "robbery", "terrorist-financing",
    ] {
      #expect(!Crime(folding: word).instruments.isEmpty, "\(word)")
    }
    let persons = Crime(folding: "TIP").instruments.map(\.symbol)
    #expect(persons.contains("S/RES/2331") && persons.contains("S/RES/2388"))
    #expect(Crime(folding: "arms").instruments.map(\.symbol).contains("S/RES/2370"))
    #expect(Crime(folding: "no such crime").instruments.isEmpty)
  }

  @Test("S/RES/2370 is cited by the concept note alone, for arms")
  func onlyInTheNote() {
    #expect(InstrumentRegistry.documents(citing: "S/RES/2370") == [.conceptNote])
    #expect(InstrumentRegistry.places(of: "S/RES/2370") == ["concept note, paragraph 2"])
  }

  @Test("Patterns refer to Recommendations that are listed")
  func recommendations() {
    let numbers = Set(FATFRecommendation.all.map(\.number))
    #expect(FATFRecommendation.byPattern.count == 14)
    for (pattern, recommendations) in FATFRecommendation.byPattern {
      #expect(Set(recommendations).isSubset(of: numbers), "\(pattern)")
      #expect(recommendations == recommendations.sorted() && !recommendations.isEmpty, "\(pattern)")
    }
  }
}

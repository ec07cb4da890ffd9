public import NexusModel

extension Instrument {
  /// The instrument as JSON, with where and for what it is cited.
  public var document: JSONValue {
    [
      "symbol": .text(symbol), "subject": .text(subject), "form": .text(form.rawValue),
      "year": .whole(year), "basis": .text(basis.words), "crimes": .texts(crimes.map(\.word)),
      "topics": .texts(topics), "general": .flag(isGeneral),
      "cited_by": .text(InstrumentTables.citers(of: self)),
      "cited_in": .texts(InstrumentRegistry.places(of: symbol)), "cited_for": .texts(citedFor),
      "note": .text(note),
    ]
  }
}

extension InstrumentRegistry {
  /// The register, or what of it concerns one kind of crime, as JSON.
  public static func document(of crime: Crime? = nil) -> JSONValue {
    let chosen = crime.map { crime in instruments.filter { $0.isGeneral || $0.crimes.contains(crime) } }
    return [
      "crime": .text(crime?.word), "instruments": .list((chosen ?? instruments).map(\.document)),
      "recommendations": .list(
        FATFRecommendation.all.map { recommendation in
          [
            "number": .whole(recommendation.number), "subject": .text(recommendation.subject),
            "basis": .text(Instrument.Basis.knowledge.words),
          ]
        }),
      "recommendations_by_pattern": .object(
        FATFRecommendation.byPattern.mapValues { .list($0.map { .whole($0) }) }),
    ]
  }
}

internal import NexusGraph
internal import NexusModel
internal import NexusRisk

extension Analysis {
  /// The kinds of crime that the data name, in the order of the vocabulary; words beyond it last.
  var crimesNamed: [Crime] {
    var named = Set(network.actors.crimes.map(\.crime))
    for tie in network.ties { named.formUnion(tie.crimes) }
    for transfer in network.transfers { named.formUnion(transfer.crimes) }
    let order = Dictionary(uniqueKeysWithValues: Crimes.known.enumerated().map { ($0.element, $0.offset) })
    return named.sorted { (order[$0.word] ?? .max, $0) < (order[$1.word] ?? .max, $1) }
  }

  /// The instruments behind the kinds of crime of the data, and behind those of each pair's ties.
  var instruments: JSONValue {
    [
      "crimes": .object(
        Dictionary(
          uniqueKeysWithValues: crimesNamed.map { ($0.word, .texts($0.instruments.map(\.symbol))) })),
      "general": .texts(InstrumentRegistry.general.map(\.symbol)),
      "pairs": .list(
        pairs.compactMap { pair in
          let crimes = Set(pair.ties.flatMap { network.ties[$0].crimes }).sorted()
          guard !crimes.isEmpty else { return nil }
          return [
            "crime": .text(network.actors.ids[pair.crime.index]),
            "terror": .text(network.actors.ids[pair.terror.index]), "crimes": .texts(crimes.map(\.word)),
            "instruments": .texts(
              InstrumentRegistry.instruments.filter { !Set($0.crimes).isDisjoint(with: crimes) }
                .map(\.symbol)),
          ]
        }),
    ]
  }

  /// For the method of the report: which instruments name the kinds of crime that occur.
  var instrumentSentences: [String] {
    let named = crimesNamed.filter { !$0.instruments.isEmpty }
    guard !crimesNamed.isEmpty else { return [] }
    return named.map { crime in
      "\(crime.word): \(crime.instruments.map(\.symbol).joined(separator: ", "))."
    } + [
      "All kinds of crime: \(InstrumentRegistry.general.map(\.symbol).joined(separator: ", ")), which are about the "
        + "links as such. What each instrument says, and how that is known: nexus instruments."
    ]
  }
}

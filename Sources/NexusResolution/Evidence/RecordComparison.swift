internal import NexusGraph
internal import NexusModel

/// Weighs all evidence that two actors of a network are one.
struct RecordComparison {
  private let records: [ActorRecord]
  private var names: NameComparison
  private let neighbourhoods: Neighbourhoods
  private let priors: ClassPriors
  /// The share of actors that are tied to a country.
  private let countryShares: [Region: Double]

  init(_ records: ActorRecords, _ network: Network, duplicateRate: Double) {
    self.records = records.records
    names = NameComparison(records.table)
    neighbourhoods = Neighbourhoods(of: network)
    priors = ClassPriors(records.records.map(\.kind), duplicateRate: duplicateRate)
    var bearers: [Region: Int] = [:]
    for record in records.records {
      for country in record.countries.union(record.nationalities) { bearers[country, default: 0] += 1 }
    }
    let count = Double(max(1, records.records.count))
    countryShares = bearers.mapValues { Double($0) / count }
  }

  /// The parts of the evidence, and the names that agree best.
  mutating func compare(_ first: Int, _ second: Int) -> (parts: [EvidencePart], names: NameAgreement?) {
    let (one, other) = (records[first], records[second])
    var parts = [priors.part(one.kind, other.kind)]
    let agreement = names.best(one.names, other.names)
    if let agreement {
      parts.append(EvidencePart(.name, .number(agreement.similarity), bits: agreement.bits))
    }
    if let birth = EvidencePart.births(one.births, other.births) { parts.append(birth) }
    if let part = countries(.nationality, one.nationalities, other.nationalities) {
      parts.append(part)
    } else if let part = countries(.region, one.countries, other.countries) {
      parts.append(part)
    }
    if let part = identifiers(one.identifiers, other.identifiers) { parts.append(part) }
    if one.role != .unknown, other.role != .unknown, one.role != other.role {
      parts.append(EvidencePart(.role, .words("differs"), bits: MatchWeights.otherRole))
    }
    parts += neighbourhoods.parts(first, second)
    return (parts, agreement)
  }

  private func countries(
    _ kind: EvidencePart.Kind, _ first: Set<Region>, _ second: Set<Region>
  ) -> EvidencePart? {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let shared = first.intersection(second).map { countryShares[$0] ?? 0 }.min()
    guard let shared else { return EvidencePart(kind, .words("differs"), bits: MatchWeights.otherCountry) }
    let range = MatchWeights.countryChance
    let chance = min(max(shared, range.lowerBound), range.upperBound)
    return EvidencePart(kind, .words("same"), bits: MatchWeights.bits(MatchWeights.sameCountry, chance))
  }

  private func identifiers(
    _ first: [String: Set<String>], _ second: [String: Set<String>]
  ) -> EvidencePart? {
    let kinds = first.keys.filter { second[$0] != nil }.sorted()
    if let same = kinds.first(where: { !(first[$0] ?? []).isDisjoint(with: second[$0] ?? []) }) {
      return EvidencePart(.identifier, .words("\(same) same"), bits: MatchWeights.sameIdentifier)
    }
    guard !kinds.isEmpty else { return nil }
    // Of the kinds that differ the one that says most.
    let papers: Set<String> = ["passport", "identifier"]
    let kind = kinds.first { !papers.contains($0) } ?? kinds[0]
    return EvidencePart(
      .identifier, .words("\(kind) differs"),
      bits: papers.contains(kind) ? MatchWeights.otherPaper : MatchWeights.otherIdentifier)
  }
}

/// How likely two records of a class are one before anything is compared.
///
/// Of *n* actors that could be each other a share λ has one more record; a pair of them is one with chance λ / (*n* − 1).
struct ClassPriors {
  private let counts: [ActorClass: Int]
  private let total: Int
  private let rate: Double

  init(_ kinds: [ActorClass], duplicateRate: Double) {
    counts = Dictionary(grouping: kinds) { $0 }.mapValues(\.count)
    (total, rate) = (kinds.count, duplicateRate)
  }

  func part(_ first: ActorClass, _ second: ActorClass) -> EvidencePart {
    let others =
      first == .unknown || second == .unknown
      ? total - 1 : max(counts[first] ?? 1, counts[second] ?? 1) + (counts[.unknown] ?? 0) - 1
    let chance = min(0.5, rate / Double(max(1, others)))
    return EvidencePart(.prior, .number(chance), bits: MatchWeights.bits(chance, 1 - chance))
  }
}

/// Who is tied to whom, for what actors have in common.
struct Neighbourhoods {
  private let neighbours: [Set<Int32>]

  /// O(*n* + *m*).
  init(of network: Network) {
    let graph = network.graph()
    neighbours = (0..<graph.vertexCount).map { vertex in
      Set(graph.outgoing.targets[graph.outgoing.row(vertex)]).union(
        graph.incoming.targets[graph.incoming.row(vertex)])
    }
  }

  /// Support from shared neighbours, the rarer each the more, as Adamic and Adar weigh it; and a tie between the two.
  ///
  /// Source: L. A. Adamic and E. Adar, "Friends and neighbors on the Web", *Social Networks* 25(3), 2003, pp. 211–230,
  /// doi:10.1016/S0378-8733(03)00009-1.
  func parts(_ first: Int, _ second: Int) -> [EvidencePart] {
    var parts: [EvidencePart] = []
    let shared = neighbours[first].intersection(neighbours[second]).sorted()
    if !shared.isEmpty {
      let support = shared.reduce(0) { $0 + 1 / MatchWeights.bits(Double(neighbours[Int($1)].count), 1) }
      parts.append(
        EvidencePart(
          .neighbours, .number(Double(shared.count)),
          bits: min(MatchWeights.mostSharedNeighbours, MatchWeights.sharedNeighbours * support)))
    }
    if neighbours[first].contains(Int32(second)) {
      parts.append(EvidencePart(.tie, .words("tied to each other"), bits: MatchWeights.tiedToEachOther))
    }
    return parts
  }
}

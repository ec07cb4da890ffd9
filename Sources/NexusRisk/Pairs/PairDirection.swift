public import NexusModel

/// Who does what to whom, as rows say it: a directed tie or the transfers from one actor to the other.
public struct PairDirection: Hashable, Sendable {
  public let source: ActorID
  public let target: ActorID
  public let relation: Relation
  /// How many ties or transfers say so.
  public let count: Int
  /// The rows, ascending.
  public let rows: [RowID]
}

extension Network {
  /// The directed facts between the two of each pair: their directed ties that stand, by relation, and their
  /// transfers as `transaction`. Undirected ties say nothing of direction. O(*m* + pairs).
  ///
  /// - Returns: one list per pair, by source, target and relation.
  public func directions(of pairs: [CrimeTerrorPair]) -> [[PairDirection]] {
    struct Ends: Hashable {
      var source: ActorID
      var target: ActorID
    }
    struct Fact: Hashable {
      var ends: Ends
      var relation: Relation
    }
    var numbers: [Ends: Int] = [:]
    for (number, pair) in pairs.enumerated() {
      numbers[Ends(source: pair.crime, target: pair.terror)] = number
      numbers[Ends(source: pair.terror, target: pair.crime)] = number
    }
    var facts = [[Fact: [[RowID]]]](repeating: [:], count: pairs.count)
    for tie in ties where tie.isDirected && tie.strength > 0 {
      let ends = Ends(source: tie.source, target: tie.target)
      guard let number = numbers[ends] else { continue }
      let rows = evidence(of: tie).filter { $0.kind != .prediction }.map(\.row)
      facts[number][Fact(ends: ends, relation: tie.relation), default: []].append(rows)
    }
    for transfer in transfers where transfer.stands {
      let ends = Ends(source: transfer.payer, target: transfer.payee)
      guard let number = numbers[ends] else { continue }
      facts[number][Fact(ends: ends, relation: .transaction), default: []].append([transfer.evidence.row])
    }
    return facts.map { facts in
      facts.map { fact, rows in
        PairDirection(
          source: fact.ends.source, target: fact.ends.target, relation: fact.relation, count: rows.count,
          rows: Set(rows.joined()).sorted())
      }.sorted { ($0.source, $0.target, $0.relation) < ($1.source, $1.target, $1.relation) }
    }
  }
}

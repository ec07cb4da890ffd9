private import Foundation
public import NexusGraph

/// How a vertex spreads its tie strength over its contacts. See ``NexusGraph/Graph/tieConcentration(_:)``.
public struct TieConcentration: Hashable, Sendable {
  /// The Herfindahl–Hirschman index Σ p², from 1 ÷ contacts when all count alike to 1 for a single contact.
  public let herfindahl: Double
  /// Shannon's entropy −Σ p ln p, in nats: 0 for a single contact, ln(contacts) when all count alike.
  public let entropy: Double
  public let contacts: Int

  /// ``entropy`` ÷ ln(contacts), from 0 to 1; nil for a single contact.
  public var evenness: Double? { contacts > 1 ? min(entropy / log(Double(contacts)), 1) : nil }
  /// 1 ÷ ``herfindahl``: how many equal contacts would be as concentrated.
  public var effectiveContacts: Double { 1 / herfindahl }
}

extension Graph {
  /// The concentration of each vertex's ties: whether its strength hangs on one contact or on many.
  ///
  ///     HHI(i) = Σ_j p(i,j)²      H(i) = −Σ_j p(i,j) ln p(i,j)      p(i,j) = strength between i and j ÷ that of all
  ///
  /// - Parameter ties: which edges of a directed graph count. Either way, the strengths of both directions add up.
  /// - Returns: one value per vertex, in vertex order; nil for a vertex without such edges.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Sources: A. O. Hirschman, "The paternity of an index", *American Economic Review* 54(5), 1964, p. 761;
  /// C. E. Shannon, *Bell System Technical Journal* 27(3), 1948, doi:10.1002/j.1538-7305.1948.tb01338.x.
  public func tieConcentration(_ ties: TieDirection = .either) -> VertexMap<TieConcentration?> {
    let arcs = arcs(ties)
    return VertexMap(
      (0..<vertexCount).map { vertex in
        let row = arcs.row(vertex)
        guard !row.isEmpty else { return nil }
        // Dividing by the largest first keeps the sum of the greatest numbers finite.
        let largest = row.reduce(0) { max($0, arcs.strengths[$1]) }
        let sum = row.reduce(0) { $0 + arcs.strengths[$1] / largest }
        var (herfindahl, entropy) = (0.0, 0.0)
        for arc in row {
          let share = arcs.strengths[arc] / largest / sum
          herfindahl += share * share
          if share > 0, share < 1 { entropy -= share * log(share) }
        }
        return TieConcentration(herfindahl: herfindahl, entropy: entropy, contacts: row.count)
      })
  }
}

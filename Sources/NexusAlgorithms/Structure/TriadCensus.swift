public import NexusGraph

/// The sixteen ways in which edges can join three vertices, in the MAN notation of Holland and Leinhardt: how many
/// pairs are mutual, asymmetric and null, then *D*own, *U*p, *C*yclic or *T*ransitive.
public enum TriadType: Int, CaseIterable, Hashable, Sendable {
  case t003, t012, t102, t021D, t021U, t021C, t111D, t111U, t030T, t030C, t201, t120D, t120U, t120C, t210,
    t300

  /// The type as the literature writes it, such as `030T`.
  public var code: String {
    TriadType.codes[rawValue]
  }

  private static let codes = [
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U",
    "120C", "210",
    "300",
  ]
}

/// How many triples of vertices are of each type. See ``NexusGraph/Graph/triadCensus()``.
public struct TriadCensus: Hashable, Sendable {
  /// By the raw value of the type.
  var counts: [Int]

  public subscript(type: TriadType) -> Int { counts[type.rawValue] }

  /// All triples: n (n − 1) (n − 2) / 6.
  public var total: Int { counts.reduce(0, +) }
}

/// Why there is no triad census.
public enum TriadCensusError: Error, Hashable, CustomStringConvertible {
  case tooManyVertices(Int)

  public var description: String {
    switch self {
    case .tooManyVertices(let count):
      "The graph has \(count) vertices; their triples are more than can be counted. Take a part of at most \(Graph.mostVerticesOfTriads)."
    }
  }
}

extension Graph {
  /// The census of triads: how many triples of vertices are joined in each of the sixteen ways.
  ///
  /// An undirected edge is mutual, so that an undirected graph has only the types 003, 102, 201 and 300. Strengths are
  /// ignored.
  /// - Throws: ``TriadCensusError`` above 3 800 000 vertices, whose triples no 64-bit number counts.
  /// - Complexity: O(*m* · *d*) time for *d* the largest degree, O(*n* + *m*) memory.
  ///
  /// Source: V. Batagelj, A. Mrvar, "A subquadratic triad census algorithm for large sparse networks with small
  /// maximum degree", *Social Networks* 23(3), 2001, pp. 237–243, doi:10.1016/S0378-8733(01)00035-1.
  public func triadCensus() throws(TriadCensusError) -> TriadCensus {
    guard vertexCount <= Graph.mostVerticesOfTriads else { throw .tooManyVertices(vertexCount) }
    let skeleton = DirectedSkeleton(of: self)
    var counts = [Int](repeating: 0, count: TriadType.allCases.count)
    // Which edges join each vertex to the first and to the second of a pair; 0 where none does.
    var toFirst = [UInt8](repeating: 0, count: vertexCount)
    var toSecond = toFirst
    for first in 0..<vertexCount {
      let row = skeleton.adjacency.row(first)
      for arc in row { toFirst[skeleton.target(arc)] = skeleton.directions[arc].rawValue }
      for pair in row where skeleton.target(pair) > first {
        let second = skeleton.target(pair)
        let others = skeleton.adjacency.row(second)
        for arc in others { toSecond[skeleton.target(arc)] = skeleton.directions[arc].rawValue }
        let joining = skeleton.directions[pair].rawValue
        var seen = row.count + others.count - 2
        // A triple counts once, at the first of its joined pairs.
        for arc in row where skeleton.target(arc) != second {
          let third = skeleton.target(arc)
          if toSecond[third] != 0 { seen -= 1 }
          if third > second {
            counts[TriadType.of(joining, toFirst[third], toSecond[third])] += 1
          }
        }
        for arc in others where skeleton.target(arc) != first {
          let third = skeleton.target(arc)
          if toFirst[third] == 0, third > first {
            counts[TriadType.of(joining, 0, toSecond[third])] += 1
          }
        }
        let lone = joining == ArcDirections.both.rawValue ? TriadType.t102 : .t012
        counts[lone.rawValue] += vertexCount - 2 - seen
        for arc in others { toSecond[skeleton.target(arc)] = 0 }
      }
      for arc in row { toFirst[skeleton.target(arc)] = 0 }
    }
    let triples = vertexCount < 3 ? 0 : Graph.triples(vertexCount)
    counts[TriadType.t003.rawValue] = triples - counts.reduce(0, +)
    return TriadCensus(counts: counts)
  }

  static let mostVerticesOfTriads = 3_800_000

  private static func triples(_ count: Int) -> Int {
    // One of n, n − 1 is even and one of all three divides by 3: divide before the product can overflow.
    let pairs = count * (count - 1) / 2
    return pairs % 3 == 0 ? pairs / 3 * (count - 2) : (count - 2) / 3 * pairs
  }
}

extension DirectedSkeleton {
  fileprivate func target(_ arc: Int) -> Int { Int(adjacency.targets[arc]) }
}

extension TriadType {
  /// The type of u, v, w by the edges between u and v, u and w, v and w, each 1 for away from the first, 2 for towards
  /// it, 3 for both.
  fileprivate static func of(_ uv: UInt8, _ uw: UInt8, _ vw: UInt8) -> Int {
    Int(types[Int(uv) << 4 | Int(uw) << 2 | Int(vw)])
  }

  /// The types of all 64 triples, from the degrees of their vertices.
  private static let types: [UInt8] = (0..<64).map { code in
    let (uv, uw, vw) = (code >> 4, code >> 2 & 3, code & 3)
    let pairs = [uv, uw, vw]
    let mutual = pairs.count { $0 == 3 }
    let asymmetric = pairs.count { $0 == 1 || $0 == 2 }
    let leaving = [(uv & 1) + (uw & 1), (uv >> 1) + (vw & 1), (uw >> 1) + (vw >> 1)]
    let arriving = [(uv >> 1) + (uw >> 1), (uv & 1) + (vw >> 1), (uw & 1) + (vw & 1)]
    let type: TriadType =
      switch (mutual, asymmetric) {
      case (0, 0): .t003
      case (0, 1): .t012
      case (1, 0): .t102
      case (0, 2): leaving.contains(2) ? .t021D : arriving.contains(2) ? .t021U : .t021C
      // The end of the asymmetric pair that is in the mutual one: does it receive (D) or send (U)?
      case (1, 1): arriving.contains(2) ? .t111D : .t111U
      case (0, 3): leaving.contains(2) ? .t030T : .t030C
      case (2, 0): .t201
      // The vertex outside the mutual pair sends to both (D), receives from both (U), or one each.
      case (1, 2):
        zip(leaving, arriving).contains { $0 == 2 && $1 == 0 }
          ? .t120D : zip(leaving, arriving).contains { $0 == 0 && $1 == 2 } ? .t120U : .t120C
      case (2, 1): .t210
      default: .t300
      }
    return UInt8(type.rawValue)
  }
}

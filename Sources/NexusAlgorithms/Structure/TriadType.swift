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

extension TriadType {
  /// The type of u, v, w by the edges between u and v, u and w, v and w, each 1 for away from the first, 2 for towards
  /// it, 3 for both.
  static func of(_ uv: Int, _ uw: Int, _ vw: Int) -> Int { types[uv << 4 | uw << 2 | vw] }

  /// How many of its three pairs are mutual and asymmetric: the first two digits of its code.
  var pairs: (mutual: Int, asymmetric: Int) {
    let digits = code.utf8.prefix(2).map { Int($0) - 48 }
    return (digits[0], digits[1])
  }

  /// The types of all 64 triples, from the degrees of their vertices.
  private static let types: [Int] = (0..<64).map { code in
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
    return type.rawValue
  }
}

/// What vertices hold and communities hold the sum of.
protocol AdditiveWeight: Sendable {
  static var zero: Self { get }
  static func += (sum: inout Self, weight: Self)
  static func -= (sum: inout Self, weight: Self)
}

/// What a vertex brings to the strength expected between communities.
///
/// The expected strength between two sets of vertices is in proportion to the product of the sums of their weights,
/// which is symmetric, and linear in either factor.
protocol VertexWeight: AdditiveWeight {
  static func * (left: Self, right: Self) -> Double
}

/// Where directions are ignored: the strength of a vertex, or 1.
extension Double: VertexWeight {}

/// Where directions count: the strength that leaves a vertex, and the strength that arrives. The product counts both
/// ways between two sets.
struct DirectedWeight: VertexWeight {
  var outgoing: Double
  var incoming: Double

  static var zero: DirectedWeight { DirectedWeight(outgoing: 0, incoming: 0) }

  static func += (sum: inout DirectedWeight, weight: DirectedWeight) {
    sum.outgoing += weight.outgoing
    sum.incoming += weight.incoming
  }

  static func -= (sum: inout DirectedWeight, weight: DirectedWeight) {
    sum.outgoing -= weight.outgoing
    sum.incoming -= weight.incoming
  }

  static func * (left: DirectedWeight, right: DirectedWeight) -> Double {
    left.outgoing * right.incoming + left.incoming * right.outgoing
  }
}

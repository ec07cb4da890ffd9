public import NexusGraph

/// How far each vertex belongs to each of several groups.
///
/// A vertex of one group belongs to it whole. A vertex of several, such as an actor with several crimes, is shared out
/// over them in proportion to their confidences, so that each tie counts once however many crimes its ends have:
///
///     f(v, g) = c(v, g) / Σ_h c(v, h)
///
/// A vertex without a group belongs to none, and its ties count in no cell.
public struct GroupMemberships<Group: Hashable & Sendable>: Sendable {
  /// The groups that have a member, in the order in which they are first met.
  public let groups: [Group]
  /// Where the shares of each vertex stand in `numbers` and `shares`.
  let offsets: [Int]
  /// Positions in ``groups``.
  let numbers: [Int32]
  let shares: [Double]

  /// Each vertex in the one group that its label names.
  public init(labels: VertexMap<Group>) {
    let groups = GroupNumbers(labels.values)
    self.groups = groups.groups
    offsets = Array(0...labels.count)
    numbers = groups.numbers
    shares = [Double](repeating: 1, count: labels.count)
  }

  /// Each vertex in several groups, by the confidence that it is in them.
  ///
  /// - Precondition: confidences are finite and not below 0; one of 0 is no membership.
  public init(confidences: VertexMap<[(group: Group, confidence: Double)]>) {
    var known: [Group: Int32] = [:]
    var (groups, offsets, numbers, shares) = ([Group](), [0], [Int32](), [Double]())
    for memberships in confidences.values {
      let total = memberships.reduce(0) { $0 + $1.confidence }
      for (group, confidence) in memberships where confidence != 0 {
        precondition(
          confidence > 0 && confidence.isFinite, "A confidence of \(confidence) is not a number from 0 up.")
        if known[group] == nil {
          known[group] = Int32(groups.count)
          groups.append(group)
        }
        numbers.append(known[group]!)
        shares.append(confidence / total)
      }
      offsets.append(numbers.count)
    }
    (self.groups, self.offsets, self.numbers, self.shares) = (groups, offsets, numbers, shares)
  }

  /// The number of vertices.
  public var vertexCount: Int { offsets.count - 1 }

  /// The share of each group in a vertex, adding up to 1, or to nothing.
  public subscript(vertex: VertexID) -> [(group: Group, share: Double)] {
    (offsets[vertex.index]..<offsets[vertex.index + 1]).map { (groups[Int(numbers[$0])], shares[$0]) }
  }
}

public import NexusGraph

/// The part a broker b plays in an open triad a → b → c, by who is of one group (Gould and Fernandez).
public enum BrokerageRole: Int, CaseIterable, Hashable, Sendable {
  /// a, b and c are of one group (AAA).
  case coordinator
  /// a and c are of one group, b of another (ABA); also called consultant.
  case itinerant
  /// b and c are of one group, a is of another (ABB): b lets in.
  case gatekeeper
  /// a and b are of one group, c is of another (AAB): b lets out.
  case representative
  /// a, b and c are of three groups (ABC).
  case liaison
}

/// One value for each ``BrokerageRole``.
public struct BrokerageProfile<Value: Sendable>: Sendable {
  /// By the raw value of the role.
  var values: [Value]

  public subscript(role: BrokerageRole) -> Value { values[role.rawValue] }
}

extension BrokerageProfile: Equatable where Value: Equatable {}

extension BrokerageProfile<Int> {
  /// The open triads of all roles.
  public var total: Int { values.reduce(0, +) }
}

extension Graph {
  /// The brokerage roles of Gould and Fernandez: how often each vertex stands in the middle of an open triad
  /// a → b → c without a → c, by the groups of the three.
  ///
  /// An undirected graph is read as edges both ways, so that each open triad counts twice, once in each direction: a
  /// gatekeeper is as often a representative. Strengths are ignored.
  /// - Parameter labels: the group of each vertex, such as its role or region.
  /// - Returns: counts of open triads, in vertex order.
  /// - Complexity: O(*n* + *m*^1.5) time, O(*n* + *m*) memory: all pairs of an incoming and an outgoing contact are
  ///   counted by group, then the closed ones are taken off in one listing of triangles.
  ///
  /// Source: R. V. Gould, R. M. Fernandez, "Structures of mediation: a formal approach to brokerage in transaction
  /// networks", *Sociological Methodology* 19, 1989, pp. 89–126, doi:10.2307/270949.
  public func brokerageRoles<Label: Hashable & Sendable>(
    of labels: VertexMap<Label>
  ) -> VertexMap<BrokerageProfile<Int>> {
    precondition(labels.count == vertexCount, "There must be one label for each vertex.")
    let groups = GroupNumbers(labels.values)
    return VertexMap(
      profiles(OpenTriads(of: self).counts(by: groups.numbers, groupCount: groups.groups.count)))
  }
}

/// Cuts a flat list, role by role for each vertex, into profiles.
func profiles<Value>(_ values: [Value]) -> [BrokerageProfile<Value>] {
  let width = BrokerageRole.allCases.count
  return stride(from: 0, to: values.count, by: width).map {
    BrokerageProfile(values: Array(values[$0..<$0 + width]))
  }
}

public import NexusGraph

/// A division of all vertices into communities, none of them empty.
///
/// Communities are numbered from 0 by size, the largest first; of equal sizes, the one with the smallest
/// member first. So two partitions are equal exactly when they divide the vertices alike.
public struct Partition: Hashable, Sendable {
  /// The community of each vertex, in vertex order.
  public let labels: [Int]
  /// The number of members of each community, descending.
  public let sizes: [Int]
  private let ordered: [VertexID]
  private let offsets: [Int]

  /// The partition in which vertices are together exactly when their labels are equal; the labels are
  /// renumbered.
  ///
  /// - Complexity: O(*n* + *k* log *k*) for *k* communities.
  public init(labels: some Sequence<Int>) {
    var numbers: [Int: Int32] = [:]
    let dense = labels.map { label in
      let next = Int32(numbers.count)
      let number = numbers[label, default: next]
      if number == next { numbers[label] = next }
      return number
    }
    self.init(dense: dense, count: numbers.count)
  }

  /// Each vertex in a community of its own.
  public init(singletons vertexCount: Int) {
    self.init(dense: (0..<vertexCount).map { Int32($0) }, count: vertexCount)
  }

  /// - Precondition: the labels lie in `0..<count`. Labels that no vertex bears are passed over.
  init(dense: [Int32], count: Int) {
    var sizes = [Int](repeating: 0, count: count)
    var smallest = [Int](repeating: dense.count, count: count)
    for (vertex, label) in dense.enumerated().reversed() {
      sizes[Int(label)] += 1
      smallest[Int(label)] = vertex
    }
    let order = (0..<count).filter { sizes[$0] > 0 }
      .sorted { (-sizes[$0], smallest[$0]) < (-sizes[$1], smallest[$1]) }
    var number = [Int](repeating: 0, count: count)
    for (position, label) in order.enumerated() { number[label] = position }

    self.labels = dense.map { number[Int($0)] }
    self.sizes = order.map { sizes[$0] }
    var offsets = [0]
    for size in self.sizes { offsets.append(offsets[offsets.count - 1] + size) }
    self.offsets = offsets

    var ordered = [VertexID](repeating: VertexID(0), count: dense.count)
    for (vertex, label) in self.labels.enumerated() {
      ordered[offsets[label]] = VertexID(vertex)
      offsets[label] += 1
    }
    self.ordered = ordered
  }

  /// The number of communities.
  public var count: Int { sizes.count }

  /// The number of vertices that are divided.
  public var vertexCount: Int { labels.count }

  /// The community of a vertex.
  public subscript(vertex: VertexID) -> Int { labels[vertex.index] }

  /// The vertices of one community, ascending.
  public func members(of community: Int) -> ArraySlice<VertexID> {
    ordered[offsets[community]..<offsets[community + 1]]
  }
}

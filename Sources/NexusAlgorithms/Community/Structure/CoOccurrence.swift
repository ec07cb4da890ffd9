internal import NexusGraph

/// The network in which vertices are joined by how often partitions put them together.
struct CoOccurrence {
  private let runs: Int
  /// The vertices by what the partitions say of them: together exactly when no partition parts them.
  private let groups: Partition
  /// The network of the groups; nil when no two vertices are together often enough.
  private let level: CommunityLevel<Double>?

  init(of partitions: [Partition], on graph: Graph, threshold: Double) {
    runs = partitions.count
    let groups = partitions.dropFirst().reduce(partitions[0]) { $0.intersection(with: $1) }
    self.groups = groups
    let patterns = (0..<groups.count).map { group -> [Int32] in
      let vertex = groups.members(of: group).first!.index
      return partitions.map { Int32($0.labels[vertex]) }
    }
    let least = threshold * Double(partitions.count) - 1e-9

    var offsets = [0]
    var targets: [Int32] = []
    var strengths: [Double] = []
    var sums: [Double] = []
    for group in 0..<groups.count {
      let size = Double(groups.sizes[group])
      var sum = size * (size - 1)  // its loop: all its pairs, in both directions
      for other in graph.candidates(for: group, in: groups) where other != group {
        let together = CoOccurrence.agreements(patterns[group], patterns[other])
        guard together > 0, Double(together) >= least else { continue }
        let strength = size * Double(groups.sizes[other]) * Double(together) / Double(partitions.count)
        targets.append(Int32(other))
        strengths.append(strength)
        sum += strength
      }
      offsets.append(targets.count)
      sums.append(sum)
    }
    let total = sums.reduce(0, +)
    level =
      total > 0
      ? CommunityLevel(
        offsets: offsets, targets: targets, strengths: strengths,
        weights: sums.map { $0 / total.squareRoot() }, penalty: 1) : nil
  }

  private static func agreements(_ left: [Int32], _ right: [Int32]) -> Int {
    var count = 0
    for run in left.indices where left[run] == right[run] { count += 1 }
    return count
  }

  /// As many divisions of this network as there were partitions.
  func divide(using seeds: inout SeededGenerator) -> [Partition] {
    guard let level else {
      return [Partition](repeating: Partition(singletons: groups.vertexCount), count: runs)
    }
    return (0..<runs).map { _ in
      var search = LeidenSearch(
        level, randomness: LeidenOptions().randomness, generator: SeededGenerator(seed: seeds.next()))
      let labels = search.run(iterations: 5)
      return Partition(dense: groups.labels.map { labels[$0] }, count: groups.count)
    }
  }
}

extension Graph {
  /// The groups, ascending, that may be joined to a group: all of few, else those that an edge joins to it.
  fileprivate func candidates(for group: Int, in groups: Partition) -> [Int] {
    if groups.count <= 1_000 { return Array(0..<groups.count) }
    var joined: Set<Int> = []
    for vertex in groups.members(of: group) {
      for adjacency in isDirected ? [outgoing, incoming] : [outgoing] {
        for arc in adjacency.row(vertex.index) { joined.insert(groups.labels[Int(adjacency.targets[arc])]) }
      }
    }
    return joined.sorted()
  }
}

extension Partition {
  /// Together exactly those that are together in both.
  fileprivate func intersection(with other: Partition) -> Partition {
    Partition(labels: zip(labels, other.labels).map { $0 * other.count + $1 })
  }
}

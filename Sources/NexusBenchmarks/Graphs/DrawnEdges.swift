import NexusGraph

/// The edges of a generated graph, undirected: each pair once, no loops, no vertex without an edge.
struct DrawnEdges {
  let vertexCount: Int
  let sources: [Int32]
  let targets: [Int32]

  /// Leaves out loops and repeats of the pairs, and numbers the vertices that are left from 0 in ascending order.
  private init(simplifying pairs: [UInt64]) {
    var seen = Set<UInt64>(minimumCapacity: pairs.count)
    let kept = pairs.filter { pair in
      let (first, second) = (pair >> 32, pair & 0xFFFF_FFFF)
      return first != second && seen.insert(min(first, second) << 32 | max(first, second)).inserted
    }
    let ends = kept.flatMap { [Int($0 >> 32), Int($0 & 0xFFFF_FFFF)] }
    var numbers = [Int32](repeating: -1, count: 1 + (ends.max() ?? -1))
    for end in ends { numbers[end] = 0 }
    var count: Int32 = 0
    for vertex in numbers.indices where numbers[vertex] == 0 {
      numbers[vertex] = count
      count += 1
    }
    vertexCount = Int(count)
    sources = stride(from: 0, to: ends.count, by: 2).map { numbers[ends[$0]] }
    targets = stride(from: 1, to: ends.count, by: 2).map { numbers[ends[$0]] }
  }

  private static func pair(_ first: Int, _ second: Int) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// A recursive matrix: each edge falls into quadrants of the matrix with probabilities a, b, c and the rest.
  ///
  /// Source: D. Chakrabarti, Y. Zhan, C. Faloutsos, "R-MAT: a recursive model for graph mining", *SDM* 2004,
  /// doi:10.1137/1.9781611972740.43; the parameters are those of Graph500.
  static func recursiveMatrix(scale: Int, edgeFactor: Int = 16, seed: UInt64) -> DrawnEdges {
    var generator = SeededGenerator(seed: seed)
    // Vertices are shuffled, so that their numbers say nothing of their degrees.
    let names = shuffled(1 << scale, &generator)
    let (a, b, c) = (0.57, 0.19, 0.19)
    let pairs = (0..<edgeFactor << scale).map { _ in
      var (row, column) = (0, 0)
      for _ in 0..<scale {
        let draw = unit(&generator)
        row = row << 1 | (draw >= a + b ? 1 : 0)
        column = column << 1 | (draw >= a && draw < a + b || draw >= a + b + c ? 1 : 0)
      }
      return pair(names[row], names[column])
    }
    return DrawnEdges(simplifying: pairs)
  }

  /// Preferential attachment: each new vertex ties itself to `attached` earlier ones, by their degrees.
  ///
  /// Source: A.-L. Barabási, R. Albert, "Emergence of scaling in random networks", *Science* 286, 1999,
  /// doi:10.1126/science.286.5439.509.
  static func preferentialAttachment(vertices: Int, attached: Int, seed: UInt64) -> DrawnEdges {
    var generator = SeededGenerator(seed: seed)
    var pairs: [UInt64] = []
    // Each vertex stands here once for each of its edges.
    var ends = Array(0..<attached)
    for vertex in attached..<vertices {
      var chosen: [Int] = []
      while chosen.count < attached {
        let end = ends[index(below: ends.count, &generator)]
        if !chosen.contains(end) { chosen.append(end) }
      }
      for end in chosen {
        pairs.append(pair(vertex, end))
        ends += [vertex, end]
      }
    }
    return DrawnEdges(simplifying: pairs)
  }

  /// Groups of equal size with a fixed number of edges, most of them within a group: a stochastic block model.
  static func blockModel(
    vertices: Int, edges: Int, groups: Int, shareWithin: Double, seed: UInt64
  ) -> DrawnEdges {
    var generator = SeededGenerator(seed: seed)
    let size = vertices / groups
    var seen = Set<UInt64>()
    var pairs: [UInt64] = []
    while pairs.count < edges {
      let isWithin = unit(&generator) < shareWithin
      let first = index(below: vertices, &generator)
      let second =
        isWithin
        ? first / size * size + index(below: size, &generator) : index(below: vertices, &generator)
      guard first != second, seen.insert(pair(min(first, second), max(first, second))).inserted else {
        continue
      }
      pairs.append(pair(first, second))
    }
    return DrawnEdges(simplifying: pairs)
  }

  // MARK: Draws

  private static func unit(_ generator: inout SeededGenerator) -> Double {
    Double(generator.next() >> 11) * 0x1p-53
  }

  private static func index(below bound: Int, _ generator: inout SeededGenerator) -> Int {
    Int(generator.next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  private static func shuffled(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, index(below: place + 1, &generator))
    }
    return order
  }
}

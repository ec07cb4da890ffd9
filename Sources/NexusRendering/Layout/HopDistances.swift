/// How many steps lie between any two vertices of an undirected graph, and how well a drawing follows them.
struct HopDistances: Sendable {
  let count: Int
  /// Row after row; 0 for the vertex itself and for those that no path reaches.
  private let steps: [UInt16]

  /// One breadth-first search a vertex. O(n·(n + m)) time, 2n² bytes.
  init(vertexCount: Int, edges: [(Int, Int)]) {
    count = vertexCount
    let neighbours = Neighbours(vertexCount: vertexCount, edges: edges)
    var steps: [UInt16] = []
    steps.reserveCapacity(vertexCount * vertexCount)
    for source in 0..<vertexCount { steps += neighbours.steps(from: source) }
    self.steps = steps
  }

  /// Nil where no path leads from one to the other.
  subscript(first: Int, second: Int) -> Double? {
    let steps = steps[first * count + second]
    return steps == 0 ? nil : Double(steps)
  }
}

/// Who is tied to whom, in compressed rows; a pair that is given twice is there twice.
package struct Neighbours: Sendable {
  private let offsets: [Int]
  private let targets: [Int32]

  package init(vertexCount: Int, edges: [(Int, Int)]) {
    var offsets = [Int](repeating: 0, count: vertexCount + 1)
    for (source, target) in edges {
      offsets[source + 1] += 1
      offsets[target + 1] += 1
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    var targets = [Int32](repeating: 0, count: 2 * edges.count)
    for (source, target) in edges {
      targets[next[source]] = Int32(target)
      next[source] += 1
      targets[next[target]] = Int32(source)
      next[target] += 1
    }
    (self.offsets, self.targets) = (offsets, targets)
  }

  subscript(vertex: Int) -> ArraySlice<Int32> { targets[offsets[vertex]..<offsets[vertex + 1]] }

  /// Of each vertex the number of steps from `source`; 0 for itself and for those that no path reaches. (Breadth-first
  /// search.) O(n + m).
  package func steps(from source: Int) -> [UInt16] {
    let count = offsets.count - 1
    var steps = [UInt16](repeating: 0, count: count)
    var queue = [Int32(source)]
    queue.reserveCapacity(count)
    var head = 0
    while head < queue.count {
      let vertex = Int(queue[head])
      head += 1
      for position in offsets[vertex]..<offsets[vertex + 1] {
        let other = Int(targets[position])
        guard steps[other] == 0, other != source else { continue }
        steps[other] = steps[vertex] &+ 1
        queue.append(targets[position])
      }
    }
    return steps
  }
}

/// Vertices in the order in which a kernel stores them: those with the longest rows first, equal ones by number.
///
/// A kernel reads the entries of hubs again and again; side by side they stay in the cache.
struct HubsFirst {
  /// The vertex at each position.
  let vertices: [Int32]
  /// The position of each vertex.
  let position: [Int32]

  /// O(*n*), by counting.
  init(rowOffsets offsets: [Int]) {
    let count = offsets.count - 1
    let degrees = (0..<count).map { offsets[$0 + 1] - offsets[$0] }
    let largest = degrees.max() ?? 0
    var start = [Int32](repeating: 0, count: largest + 2)
    for degree in degrees { start[largest - degree + 1] += 1 }
    for slot in 1..<start.count { start[slot] += start[slot - 1] }
    var vertices = [Int32](repeating: 0, count: count)
    var position = vertices
    for vertex in 0..<count {
      let slot = largest - degrees[vertex]
      position[vertex] = start[slot]
      vertices[Int(start[slot])] = Int32(vertex)
      start[slot] += 1
    }
    (self.vertices, self.position) = (vertices, position)
  }
}

/// The arcs of a graph by their first end, in compressed sparse rows.
///
/// The neighbours of vertex *v* are `targets[offsets[v]..<offsets[v + 1]]`, ascending, each once;
/// `strengths` runs beside `targets`.
public struct Adjacency: Hashable, Sendable {
  public let offsets: [Int]
  public let targets: [Int32]
  public let strengths: [Double]

  /// Where the arcs of one vertex stand in `targets` and `strengths`.
  public func row(_ vertex: Int) -> Range<Int> { offsets[vertex]..<offsets[vertex + 1] }

  public var arcCount: Int { targets.count }

  /// The sum of each row's strengths, in vertex order.
  public func rowSums() -> [Double] {
    (0..<offsets.count - 1).map { vertex in strengths[row(vertex)].reduce(0, +) }
  }
}

extension Adjacency {
  /// Sorts arcs into rows by two stable counting sorts, adding up the strengths of parallel arcs in the
  /// order in which they were given. O(*n* + *m*).
  init(vertexCount: Int, sources: [Int32], targets: [Int32], strengths: [Double]) {
    let byTarget = Adjacency.stableOrder(of: targets, vertexCount: vertexCount, within: nil)
    let order = Adjacency.stableOrder(of: sources, vertexCount: vertexCount, within: byTarget)

    var offsets = [Int](repeating: 0, count: vertexCount + 1)
    var mergedTargets: [Int32] = []
    var mergedStrengths: [Double] = []
    mergedTargets.reserveCapacity(order.count)
    mergedStrengths.reserveCapacity(order.count)
    var last: (source: Int32, target: Int32) = (-1, -1)
    for arc in order {
      let (source, target) = (sources[Int(arc)], targets[Int(arc)])
      if (source, target) == last {
        mergedStrengths[mergedStrengths.count - 1] += strengths[Int(arc)]
      } else {
        mergedTargets.append(target)
        mergedStrengths.append(strengths[Int(arc)])
        offsets[Int(source) + 1] += 1
        last = (source, target)
      }
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    self.init(offsets: offsets, targets: mergedTargets, strengths: mergedStrengths)
  }

  /// The positions of `keys` in ascending order of key, equal keys in the order of `within`.
  private static func stableOrder(of keys: [Int32], vertexCount: Int, within: [Int32]?) -> [Int32] {
    var start = [Int32](repeating: 0, count: vertexCount + 1)
    for key in keys { start[Int(key) + 1] += 1 }
    for vertex in 0..<vertexCount { start[vertex + 1] += start[vertex] }
    var order = [Int32](repeating: 0, count: keys.count)
    for position in keys.indices {
      let item = within?[position] ?? Int32(position)
      let key = Int(keys[Int(item)])
      order[Int(start[key])] = item
      start[key] += 1
    }
    return order
  }
}

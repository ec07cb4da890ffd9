/// What parallel edges of equal strength 1 become.
package enum ParallelEdges: Hashable, Sendable {
  /// One edge whose strength is their number.
  case summed
  /// Of an undirected graph, one edge whose strength is the number of those in the direction that has more:
  /// a–b and b–a say the same twice.
  case countedOneWay
}

/// Edges sorted by source, then target, parallel ones merged: the larger half of the work of building a graph.
///
/// Two stable counting sorts, first by target and then by source. An edge on the way is 4 bytes, and 8 more
/// where strengths vary. The lowest bit of a sorted end tells that the edge was turned around.
struct EdgeSort {
  /// The edges of vertex *v* are `targets[offsets[v]..<offsets[v + 1]]`.
  private(set) var offsets: [Int]
  private(set) var targets: [Int32]
  /// None when all are 1.
  private(set) var strengths: [Double]

  /// - Precondition: ends lie in `0..<vertexCount`; there are as many strengths as edges, or none.
  init(
    vertexCount: Int, kind: EdgeKind, sources: consuming [Int32], targets: consuming [Int32],
    strengths: consuming [Double], parallel: ParallelEdges
  ) {
    precondition(vertexCount <= 1 << 30, "A graph has at most 2^30 vertices.")
    var bySource = [Int](repeating: 0, count: vertexCount + 1)
    var byTarget = bySource
    EdgeSort.count(sources, targets, kind, &bySource, &byTarget)
    let columns = byTarget
    var (turned, turnedStrengths) = EdgeSort.sortedByTarget(
      sources, targets, strengths, kind, count: columns[vertexCount], next: &byTarget)
    (sources, targets, strengths) = ([], [], [])

    offsets = bySource
    (self.targets, self.strengths) = EdgeSort.transposed(
      turned, turnedStrengths, columns: columns, next: &bySource)
    (turned, turnedStrengths) = ([], [])
    if self.strengths.isEmpty, hasParallelEdges {
      self.strengths = [Double](repeating: 1, count: self.targets.count)
    }
    merge(parallel)
  }

  /// Where the edges that leave and that reach each vertex begin. Loops are left out.
  private static func count(
    _ sources: [Int32], _ targets: [Int32], _ kind: EdgeKind, _ bySource: inout [Int], _ byTarget: inout [Int]
  ) {
    var leaving = bySource.mutableSpan
    var reaching = byTarget.mutableSpan
    let (sources, targets) = (sources.span, targets.span)
    for edge in sources.indices where sources[edge] != targets[edge] {
      let (source, target) = (Int(sources[edge]), Int(targets[edge]))
      let isTurned = kind == .undirected && target < source
      leaving[isTurned ? target : source] += 1
      reaching[isTurned ? source : target] += 1
    }
    var (left, reached) = (0, 0)
    for vertex in leaving.indices {
      let (out, back) = (leaving[vertex], reaching[vertex])
      (leaving[vertex], reaching[vertex]) = (left, reached)
      (left, reached) = (left + out, reached + back)
    }
  }

  /// The sources by target, in the given order, doubled, plus 1 where the edge was turned around.
  private static func sortedByTarget(
    _ sources: [Int32], _ targets: [Int32], _ strengths: [Double], _ kind: EdgeKind, count: Int,
    next: inout [Int]
  ) -> (sources: [Int32], strengths: [Double]) {
    var sorted = [Int32](repeating: 0, count: count)
    var sortedStrengths = [Double](repeating: 0, count: strengths.isEmpty ? 0 : count)
    var places = sorted.mutableSpan
    var values = sortedStrengths.mutableSpan
    var next = next.mutableSpan
    let (sources, targets, strengths) = (sources.span, targets.span, strengths.span)
    for edge in sources.indices where sources[edge] != targets[edge] {
      let (source, target) = (sources[edge], targets[edge])
      let isTurned = kind == .undirected && target < source
      let column = Int(isTurned ? source : target)
      places[next[column]] = isTurned ? target << 1 | 1 : source << 1
      if !strengths.isEmpty { values[next[column]] = strengths[edge] }
      next[column] += 1
    }
    return (sorted, sortedStrengths)
  }

  /// The targets by source, those of each ascending, with the turning bit.
  private static func transposed(
    _ sources: [Int32], _ strengths: [Double], columns: [Int], next: inout [Int]
  ) -> (targets: [Int32], strengths: [Double]) {
    var sorted = [Int32](repeating: 0, count: sources.count)
    var sortedStrengths = [Double](repeating: 0, count: strengths.count)
    var places = sorted.mutableSpan
    var values = sortedStrengths.mutableSpan
    var next = next.mutableSpan
    let (sources, strengths, columns) = (sources.span, strengths.span, columns.span)
    for target in 0..<columns.count - 1 {
      for edge in columns[target]..<columns[target + 1] {
        let source = Int(sources[edge] >> 1)
        places[next[source]] = Int32(target) << 1 | sources[edge] & 1
        if !strengths.isEmpty { values[next[source]] = strengths[edge] }
        next[source] += 1
      }
    }
    return (sorted, sortedStrengths)
  }

  private var hasParallelEdges: Bool {
    let (offsets, targets) = (offsets.span, targets.span)
    for vertex in 0..<offsets.count - 1 where offsets[vertex + 1] - offsets[vertex] > 1 {
      for edge in offsets[vertex] + 1..<offsets[vertex + 1]
      where targets[edge] >> 1 == targets[edge - 1] >> 1 {
        return true
      }
    }
    return false
  }

  /// Makes one edge of parallel ones, in place, and takes the turning bit off the targets.
  private mutating func merge(_ parallel: ParallelEdges) {
    let kept = EdgeSort.merge(&offsets, &targets, &strengths, parallel)
    targets.removeLast(targets.count - kept)
    guard !strengths.isEmpty else { return }
    strengths.removeLast(strengths.count - kept)
    if strengths.allSatisfy({ $0 == 1 }) { strengths = [] }
  }

  /// Returns how many edges are left.
  private static func merge(
    _ offsets: inout [Int], _ targets: inout [Int32], _ strengths: inout [Double], _ parallel: ParallelEdges
  ) -> Int {
    var offsets = offsets.mutableSpan
    var targets = targets.mutableSpan
    var strengths = strengths.mutableSpan
    var (kept, edge) = (0, 0)
    for vertex in 0..<offsets.count - 1 {
      let end = offsets[vertex + 1]
      while edge < end {
        let target = targets[edge] >> 1
        var (along, against) = (0.0, 0.0)
        repeat {
          let strength = strengths.isEmpty ? 1 : strengths[edge]
          let isAgainst = parallel == .countedOneWay && targets[edge] & 1 == 1
          if isAgainst { against += strength } else { along += strength }
          edge += 1
        } while edge < end && targets[edge] >> 1 == target
        targets[kept] = target
        if !strengths.isEmpty { strengths[kept] = max(along, against) }
        kept += 1
      }
      offsets[vertex + 1] = kept
    }
    return kept
  }
}

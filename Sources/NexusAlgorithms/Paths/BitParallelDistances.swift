import NexusGraph

extension Graph {
  /// The sums of hop distances into every vertex, by searches from 64 sources at once, a bit each.
  ///
  /// O(*n* · *m* · levels / 64) at worst, and like *n* · *m* / 64 where few levels hold most vertices.
  ///
  /// Source: M. Then et al., "The more the merrier: efficient multi-source graph traversal",
  /// *PVLDB* 8(4), 2014, doi:10.14778/2735496.2735507.
  func bitParallelDistances(threads: Int?) -> DistanceSums {
    let chunks = SourceChunks(vertexCount: vertexCount, threads: threads)
    let parts = chunks.map { chunk in
      outgoing.withArcs { away in
        incoming.withArcs { back in
          var search = BitParallelSearch(vertexCount: vertexCount, away: away, back: back)
          var fresh = [UInt64](repeating: 0, count: vertexCount)
          for first in stride(from: 64 * chunk, to: vertexCount, by: 64 * chunks.count) {
            search.run(from: first..<min(first + 64, vertexCount), fresh: &fresh)
          }
          return search.sums
        }
      }
    }
    var sums = DistanceSums(vertexCount: vertexCount)
    for part in parts {
      for vertex in 0..<vertexCount {
        sums.reached[vertex] += part.reached[vertex]
        sums.total[vertex] += part.total[vertex]
        sums.harmonic[vertex] += part.harmonic[vertex]
      }
      sums.farthest = max(sums.farthest, part.farthest)
    }
    return sums
  }
}

/// Breadth-first searches from up to 64 sources, run level by level together.
private struct BitParallelSearch {
  /// What the searches added to each vertex; `reached` counts others only.
  private(set) var sums: DistanceSums
  private let vertexCount: Int
  private let away: Arcs
  private let back: Arcs
  /// Bit *i* of a vertex: source *i* has reached it; reached it in the last level.
  private var seen: [UInt64]
  private var frontier: [UInt64]
  /// The vertices with a bit in `frontier`, and how many arcs leave them.
  private var active: [Int32] = []
  private var activeArcs = 0

  init(vertexCount: Int, away: Arcs, back: Arcs) {
    self.vertexCount = vertexCount
    self.away = away
    self.back = back
    sums = DistanceSums(vertexCount: vertexCount)
    sums.reached = [Int32](repeating: 0, count: vertexCount)
    seen = [UInt64](repeating: 0, count: vertexCount)
    frontier = seen
  }

  /// - Parameter fresh: room for a bit set a vertex, all 0, and left so.
  mutating func run(from sources: Range<Int>, fresh: inout [UInt64]) {
    for vertex in 0..<vertexCount { seen[vertex] = 0 }
    for (bit, source) in sources.enumerated() { activate(source, bits: 1 << UInt64(bit)) }
    let all: UInt64 = sources.count == 64 ? .max : (1 << UInt64(sources.count)) - 1
    var level = 0.0
    while !active.isEmpty {
      level += 1
      let touched =
        4 * activeArcs < away.offsets[vertexCount] ? push(into: &fresh) : pull(all, into: &fresh)
      for vertex in active { frontier[Int(vertex)] = 0 }
      active.removeAll(keepingCapacity: true)
      activeArcs = 0
      for vertex in touched {
        let vertex = Int(vertex)
        let count = fresh[vertex].nonzeroBitCount
        sums.reached[vertex] += Int32(count)
        sums.total[vertex] += level * Double(count)
        sums.harmonic[vertex] += Double(count) / level
        activate(vertex, bits: fresh[vertex])
        fresh[vertex] = 0
      }
      if !active.isEmpty { sums.farthest = max(sums.farthest, level) }
    }
  }

  private mutating func activate(_ vertex: Int, bits: UInt64) {
    seen[vertex] |= bits
    frontier[vertex] = bits
    active.append(Int32(vertex))
    activeArcs += away.degree(vertex)
  }

  private func push(into fresh: inout [UInt64]) -> [Int32] {
    var touched: [Int32] = []
    let (seen, frontier) = (seen.span, frontier.span)
    var fresh = fresh.mutableSpan
    for vertex in active {
      let bits = frontier[Int(vertex)]
      for arc in away.row(Int(vertex)) {
        let target = Int(away.targets[arc])
        let new = bits & ~seen[target]
        guard new != 0 else { continue }
        if fresh[target] == 0 { touched.append(Int32(target)) }
        fresh[target] |= new
      }
    }
    return touched
  }

  private func pull(_ all: UInt64, into fresh: inout [UInt64]) -> [Int32] {
    var touched: [Int32] = []
    touched.reserveCapacity(vertexCount)
    let (seen, frontier) = (seen.span, frontier.span)
    var fresh = fresh.mutableSpan
    for vertex in 0..<vertexCount where seen[vertex] != all {
      var bits: UInt64 = 0
      for arc in back.row(vertex) { bits |= frontier[Int(back.targets[arc])] }
      bits &= ~seen[vertex]
      guard bits != 0 else { continue }
      fresh[vertex] = bits
      touched.append(Int32(vertex))
    }
    return touched
  }
}

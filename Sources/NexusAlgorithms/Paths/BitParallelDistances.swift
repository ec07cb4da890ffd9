import NexusGraph

extension Graph {
  /// The sums of hop distances into every vertex, by searches from 64 sources at once, a bit each.
  ///
  /// O(*n* · *m* · levels / 64) at worst, and like *n* · *m* / 64 where few levels hold most vertices.
  ///
  /// Source: M. Then et al., "The more the merrier: efficient multi-source graph traversal",
  /// *PVLDB* 8(4), 2014, doi:10.14778/2735496.2735507.
  func bitParallelDistances(threads: Int?) -> DistanceSums {
    let chunks = SourceChunks(sumCount: vertexCount, threads: threads)
    let stage = WorkProgress.begin("closeness", of: (vertexCount + 63) / 64)
    defer { stage?.finish() }
    let order = nearbyOrder()
    let parts = chunks.map { chunk in
      outgoing.withArcs { away in
        incoming.withArcs { back in
          var search = BitParallelSearch(vertexCount: vertexCount, away: away, back: back)
          for first in stride(from: 64 * chunk, to: vertexCount, by: 64 * chunks.count) {
            search.run(from: order[first..<min(first + 64, vertexCount)])
            stage?.advance()
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
        sums.farthest[vertex] = max(sums.farthest[vertex], part.farthest[vertex])
      }
    }
    return sums
  }

  /// The vertices in an order in which those that follow each other are near each other: breadth first, without
  /// directions. Searches from near sources meet a vertex at few different levels, so that the bits of a word
  /// travel together. O(*n* + *m*).
  private func nearbyOrder() -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(vertexCount)
    var isQueued = [Bool](repeating: false, count: vertexCount)
    for root in 0..<vertexCount where !isQueued[root] {
      var next = order.count
      order.append(Int32(root))
      isQueued[root] = true
      while next < order.count {
        let vertex = Int(order[next])
        next += 1
        for adjacency in isDirected ? [outgoing, incoming] : [outgoing] {
          for arc in adjacency.row(vertex) where !isQueued[Int(adjacency.targets[arc])] {
            isQueued[Int(adjacency.targets[arc])] = true
            order.append(adjacency.targets[arc])
          }
        }
      }
    }
    return order
  }
}

/// Breadth-first searches from up to 64 sources, run level by level together.
struct BitParallelSearch: ~Copyable {
  /// What the searches added to each vertex; `reached` counts others only.
  private let reached: UnsafeMutablePointer<Int32>
  private let total: UnsafeMutablePointer<Double>
  private let harmonic: UnsafeMutablePointer<Double>
  private let farthest: UnsafeMutablePointer<Double>
  /// How many vertices the sources of the last run reached at each distance, themselves at 0.
  private(set) var reachedAt: [Int] = []
  /// The same for each source by itself, 64 numbers a distance from 1, where they are counted.
  private var reachedBySource: [Int32] = []
  private let vertexCount: Int
  private let away: Arcs
  private let back: Arcs
  /// Bit *i* of a vertex: source *i* has reached it; reached it in the last level; reaches it in this one.
  private let seen: UnsafeMutablePointer<UInt64>
  private let frontier: UnsafeMutablePointer<UInt64>
  private let fresh: UnsafeMutablePointer<UInt64>
  /// The vertices with a bit in `frontier`, and those with one in `fresh`.
  private let active: UnsafeMutablePointer<Int32>
  private let touched: UnsafeMutablePointer<Int32>

  init(vertexCount: Int, away: Arcs, back: Arcs) {
    self.vertexCount = vertexCount
    self.away = away
    self.back = back
    reached = .allocate(capacity: vertexCount)
    total = .allocate(capacity: vertexCount)
    harmonic = .allocate(capacity: vertexCount)
    farthest = .allocate(capacity: vertexCount)
    seen = .allocate(capacity: vertexCount)
    frontier = .allocate(capacity: vertexCount)
    fresh = .allocate(capacity: vertexCount)
    active = .allocate(capacity: vertexCount)
    touched = .allocate(capacity: vertexCount)
    reached.initialize(repeating: 0, count: vertexCount)
    total.initialize(repeating: 0, count: vertexCount)
    harmonic.initialize(repeating: 0, count: vertexCount)
    farthest.initialize(repeating: 0, count: vertexCount)
    frontier.initialize(repeating: 0, count: vertexCount)
    fresh.initialize(repeating: 0, count: vertexCount)
  }

  deinit {
    reached.deallocate()
    total.deallocate()
    harmonic.deallocate()
    farthest.deallocate()
    seen.deallocate()
    frontier.deallocate()
    fresh.deallocate()
    active.deallocate()
    touched.deallocate()
  }

  var sums: DistanceSums {
    var sums = DistanceSums(vertexCount: vertexCount)
    sums.reached = Array(UnsafeBufferPointer(start: reached, count: vertexCount))
    sums.total = Array(UnsafeBufferPointer(start: total, count: vertexCount))
    sums.harmonic = Array(UnsafeBufferPointer(start: harmonic, count: vertexCount))
    sums.farthest = Array(UnsafeBufferPointer(start: farthest, count: vertexCount))
    return sums
  }

  /// Searches from up to 64 sources, each given once.
  mutating func run(from sources: ArraySlice<Int32>) { run(from: sources) { _, _ in } }

  /// The same, counting what each source reaches at each distance.
  mutating func runCounting(from sources: ArraySlice<Int32>) {
    reachedBySource.removeAll(keepingCapacity: true)
    run(from: sources) { search, count in
      let row = search.reachedBySource.count
      search.reachedBySource += repeatElement(0, count: 64)
      for position in 0..<count {
        var bits = search.fresh[Int(search.touched[position])]
        while bits != 0 {
          search.reachedBySource[row + bits.trailingZeroBitCount] += 1
          bits &= bits - 1
        }
      }
    }
  }

  /// What one source of the last run, by its place among them, reached at the distances 1, 2, …
  func counts(ofSource source: Int) -> [Int] {
    stride(from: source, to: reachedBySource.count, by: 64).map { Int(reachedBySource[$0]) }
  }

  /// - Parameter body: is called with the number of touched vertices of each level, before they become the frontier.
  @inline(__always)
  private mutating func run(
    from sources: ArraySlice<Int32>, body: (inout BitParallelSearch, Int) -> Void
  ) {
    seen.initialize(repeating: 0, count: vertexCount)
    var activeCount = 0
    var activeArcs = 0
    for (bit, source) in sources.lazy.map(Int.init).enumerated() {
      seen[source] = 1 << UInt64(bit)
      frontier[source] = 1 << UInt64(bit)
      active[activeCount] = Int32(source)
      activeCount += 1
      activeArcs += away.degree(source)
    }
    let all: UInt64 = sources.count == 64 ? .max : (1 << UInt64(sources.count)) - 1
    reachedAt.removeAll(keepingCapacity: true)
    reachedAt.append(sources.count)
    var level = 0.0
    while activeCount > 0 {
      level += 1
      let count = 4 * activeArcs < away.offsets[vertexCount] ? push(activeCount) : pull(all)
      for position in 0..<activeCount { frontier[Int(active[position])] = 0 }
      body(&self, count)
      let reachedNow: Int
      (activeArcs, reachedNow) = complete(count, level: level)
      activeCount = count
      if count > 0 { reachedAt.append(reachedNow) }
    }
  }

  /// Makes the touched vertices the frontier; returns how many arcs leave them, and how many bits they gained.
  private func complete(_ count: Int, level: Double) -> (arcs: Int, reached: Int) {
    var (arcs, reachedNow) = (0, 0)
    let inverse = 1 / level
    for position in 0..<count {
      let vertex = Int(touched[position])
      let bits = fresh[vertex]
      let sources = bits.nonzeroBitCount
      reached[vertex] &+= Int32(truncatingIfNeeded: sources)
      total[vertex] += level * Double(sources)
      harmonic[vertex] += inverse * Double(sources)
      farthest[vertex] = max(farthest[vertex], level)
      reachedNow &+= sources
      seen[vertex] |= bits
      frontier[vertex] = bits
      fresh[vertex] = 0
      active[position] = touched[position]
      arcs &+= away.degree(vertex)
    }
    return (arcs, reachedNow)
  }

  /// Every arc out of the frontier; returns how many vertices are touched.
  private func push(_ activeCount: Int) -> Int {
    var count = 0
    for position in 0..<activeCount {
      let vertex = Int(active[position])
      let bits = frontier[vertex]
      for arc in away.row(vertex) {
        let target = Int(away.targets[arc])
        let new = bits & ~seen[target]
        guard new != 0 else { continue }
        if fresh[target] == 0 {
          touched[count] = Int32(truncatingIfNeeded: target)
          count &+= 1
        }
        fresh[target] |= new
      }
    }
    return count
  }

  /// Every arc into a vertex that some source has yet to reach.
  private func pull(_ all: UInt64) -> Int {
    var count = 0
    for vertex in 0..<vertexCount where seen[vertex] != all {
      var bits: UInt64 = 0
      for arc in back.row(vertex) { bits |= frontier[Int(back.targets[arc])] }
      bits &= ~seen[vertex]
      fresh[vertex] = bits
      touched[count] = Int32(truncatingIfNeeded: vertex)
      count &+= bits == 0 ? 0 : 1
    }
    return count
  }
}

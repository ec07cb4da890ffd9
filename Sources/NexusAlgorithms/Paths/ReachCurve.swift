import NexusGraph

/// Σ xₛ(h) over some sources s for the distances h = 0, 1, …, where xₛ(h) is what lies within h of s less a share of
/// what s reaches at all, divided by what it could reach. Beyond the last distance the sums stay as they are.
struct ReachCurve {
  private var sums: [Double] = [0]
  /// Σ xₛ(h)².
  private var squares: [Double] = [0]
  private var draws = 0.0

  init() {}

  /// The curve of one source, counted several times.
  ///
  /// - Parameter counts: what it reaches at the distances 1, 2, …
  init(counts: some Collection<Int>, share: Double, others: Double, times: Int) {
    let all = Double(counts.reduce(0, +))
    var within = 0
    sums = [-share * all / others]
    for count in counts {
      within += count
      sums.append((Double(within) - share * all) / others)
    }
    squares = sums.map { $0 * $0 * Double(times) }
    sums = sums.map { $0 * Double(times) }
    draws = Double(times)
  }

  mutating func add(_ other: ReachCurve) {
    let levels = max(sums.count, other.sums.count)
    sums += repeatElement(sums[sums.count - 1], count: levels - sums.count)
    squares += repeatElement(squares[squares.count - 1], count: levels - squares.count)
    for level in 0..<levels {
      sums[level] += other.sums[min(level, other.sums.count - 1)]
      squares[level] += other.squares[min(level, other.squares.count - 1)]
    }
    draws += other.draws
  }

  /// Where the sums, joined by straight lines, first reach 0.
  var root: Double { Self.firstRoot(of: sums) ?? Double(sums.count - 1) }

  /// The least and the greatest distance at which the mean may be 0; no greatest one where it may be so beyond all
  /// distances that were seen.
  func rootInterval(_ bound: MeanBound) -> (low: Double, high: Double?) {
    let radii = sums.indices.map { draws * bound.radius(sum: sums[$0], squares: squares[$0], range: 1) }
    let low = Self.firstRoot(of: zip(sums, radii).map { $0 + $1 }) ?? 0
    let fromEnd = Self.firstRoot(of: zip(sums, radii).map { $1 - $0 }.reversed())
    return (low, fromEnd == 0 ? nil : fromEnd.map { Double(sums.count - 1) - $0 })
  }

  private static func firstRoot(of values: [Double]) -> Double? {
    guard let index = values.firstIndex(where: { $0 >= 0 }) else { return nil }
    guard index > 0 else { return 0 }
    return Double(index - 1) + values[index - 1] / (values[index - 1] - values[index])
  }
}

/// A source and how often it was drawn.
struct DrawnSource {
  var vertex: Int32
  var times: Int
}

extension Graph {
  /// How many ordered pairs lie at each distance from 1, exactly.
  func pairsByDistance(threads: Int?) -> [Int] {
    let everySource = Array(0..<Int32(vertexCount))
    let parts: [[Int]] = searchAtOnce(from: everySource, threads: threads) { search, sources, pairs in
      search.run(from: sources)
      for (level, count) in search.reachedAt.dropFirst().enumerated() {
        if level == pairs.count { pairs.append(0) }
        pairs[level] += count
      }
    }
    var pairs = [Int](repeating: 0, count: parts.lazy.map(\.count).max() ?? 0)
    for part in parts {
      for (level, count) in part.enumerated() { pairs[level] += count }
    }
    return pairs
  }

  /// The sum of the curves of drawn sources, ascending, each given once.
  func reachCurve(from drawn: [DrawnSource], share: Double, threads: Int?) -> ReachCurve {
    let others = Double(vertexCount - 1)
    let vertices = drawn.map { $0.vertex }
    let parts: [[ReachCurve]] = searchAtOnce(from: vertices, threads: threads) { search, sources, parts in
      search.runCounting(from: sources)
      var sum = ReachCurve()
      for position in sources.indices {
        let counts = search.counts(ofSource: position - sources.startIndex)
        sum.add(ReachCurve(counts: counts, share: share, others: others, times: drawn[position].times))
      }
      parts.append(sum)
    }
    var curve = ReachCurve()
    for part in parts.joined() { curve.add(part) }
    return curve
  }

  /// Searches from 64 sources at a time; what `body` appends to, a list for each chunk.
  private func searchAtOnce<Part: Sendable>(
    from sources: [Int32], threads: Int?,
    _ body: @Sendable (inout BitParallelSearch, ArraySlice<Int32>, inout [Part]) -> Void
  ) -> [[Part]] {
    let chunks = SourceChunks(sumCount: vertexCount, threads: threads)
    return chunks.map { chunk in
      outgoing.withArcs { away in
        incoming.withArcs { back in
          var search = BitParallelSearch(vertexCount: vertexCount, away: away, back: back)
          var parts: [Part] = []
          for first in stride(from: 64 * chunk, to: sources.count, by: 64 * chunks.count) {
            body(&search, sources[first..<min(first + 64, sources.count)], &parts)
          }
          return parts
        }
      }
    }
  }
}

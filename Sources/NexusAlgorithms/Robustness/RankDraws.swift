import Dispatch
public import NexusGraph

extension UncertainGraph {
  /// Where vertices rank by several measures over many draws of the graph.
  ///
  /// - Parameters:
  ///   - draws: how many graphs to draw.
  ///   - ranked: the vertices that take places, ascending; the others take part in the graph only.
  ///   - tops: the sizes k of the sets whose membership is wanted.
  ///   - seed: of everything drawn. Each draw has a generator of its own, so that threads never change a result.
  ///   - threads: how many work at once, nil for one a processor.
  ///   - measures: the values of each measure for a drawn graph, by vertex; a measure that is not defined there is nil,
  ///     and ranks all alike. It gets a seed of its own for what it draws itself.
  /// - Returns: the intervals of each measure, in the order of the measures.
  /// - Complexity: draws times the measures and O(*n* log *n* + *m*); O(draws · ranked · measures) memory.
  ///
  /// Sources: S. Borgatti, K. Carley, D. Krackhardt, "On the robustness of centrality measures under conditions of
  /// imperfect data", *Social Networks* 28, 2006, doi:10.1016/j.socnet.2005.05.001; J. Smith, J. Moody,
  /// "Structural effects of network sampling coverage I", *Social Networks* 35, 2013,
  /// doi:10.1016/j.socnet.2013.09.003.
  public func rankIntervals(
    draws: Int, ranked: [Int], tops: [Int], seed: UInt64, threads: Int? = nil,
    measures: @Sendable (Graph, _ seed: UInt64) -> [[Double]?]
  ) -> [RankIntervals] {
    var seeds = SeededGenerator(seed: seed)
    let drawSeeds = (0..<draws).map { _ in seeds.next() }
    let stage = WorkProgress.begin("rank draws", of: draws)
    let placings = inParallel(draws, threads: threads) { draw -> [Placing] in
      defer { stage?.advance() }
      var generator = SeededGenerator(seed: drawSeeds[draw])
      let graph = self.draw(using: &generator)
      // What one draw computes is no stage of its own.
      let results = WorkProgress.$current.withValue(nil) { measures(graph, generator.next()) }
      return results.map { values in
        Placing(of: ranked.map { values?[$0] ?? 0 })
      }
    }
    stage?.finish()
    let measureCount = placings.first?.count ?? 0
    let comparing = WorkProgress.begin("rank intervals", of: measureCount)
    defer { comparing?.finish() }
    return (0..<measureCount).map { measure in
      defer { comparing?.advance() }
      return RankIntervals(placings.map { $0[measure] }, ranked: ranked, vertexCount: vertexCount, tops: tops)
    }
  }
}

/// The results of `body` for each number, in order, worked out side by side.
func inParallel<Result: Sendable>(
  _ count: Int, threads: Int?, _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 0 else { return [] }
  // More workers than processors gain nothing, but even out draws of unequal cost.
  let workers = min(max(threads ?? 32, 1), count)
  return [Result](unsafeUninitializedCapacity: count) { results, initialized in
    nonisolated(unsafe) let base = results.baseAddress!  // each worker writes places of its own
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for number in stride(from: worker, to: count, by: workers) {
        (base + number).initialize(to: body(number))
      }
    }
    initialized = count
  }
}

import NexusGraph

extension Graph {
  /// The sums of hop distances of an undirected graph that consists of long chains, nil when its chains are short.
  ///
  /// Searches from every vertex take *n* steps each on a chain. But of a chain whose ends are p and q away, what is
  /// nearer by its first end lies p + 1, p + 2, … away, so that sums over the chain follow from p and q alone, those
  /// of 1/d as differences of harmonic numbers. O(*n* · *c*) for *c* hubs and chains, at most *n* / 32 of them.
  func chainDistances(threads: Int?) -> DistanceSums? {
    guard !isDirected, vertexCount > 0, let graph = ChainGraph(self, limit: vertexCount / 32) else {
      return nil
    }
    var harmonicNumbers = [0.0]
    harmonicNumbers.reserveCapacity(vertexCount + 1)
    for number in 1...vertexCount { harmonicNumbers.append(harmonicNumbers[number - 1] + 1 / Double(number)) }
    let numbers = harmonicNumbers

    let chunks = SourceChunks(sumCount: 2 * graph.hubs.count, threads: threads)
    let parts = chunks.map { chunk in
      var found: [(vertex: Int32, sums: ChainSums)] = []
      for hub in stride(from: chunk, to: graph.hubs.count, by: chunks.count) {
        var sums = ChainSums(numbers)
        sums.add(graph, distances: graph.distances(from: hub), without: nil)
        found.append((graph.hubs[hub], sums))
      }
      for chain in graph.chains.indices where !graph.chains[chain].passages.isEmpty {
        let ends = (graph.chains[chain].first, graph.chains[chain].last)
        let passages = graph.chains[chain].passages
        let own =
          passages.lowerBound + (chunk - passages.lowerBound % chunks.count + chunks.count) % chunks.count
        guard own < passages.upperBound else { continue }
        let (first, last) = (graph.distances(from: ends.0), graph.distances(from: ends.1))
        var distances = first
        for place in stride(from: own, to: passages.upperBound, by: chunks.count) {
          let before = place - passages.lowerBound
          let after = passages.upperBound - 1 - place
          for hub in distances.indices {
            distances[hub] = min(Double(before + 1) + first[hub], Double(after + 1) + last[hub])
          }
          var sums = ChainSums(numbers)
          sums.add(graph, distances: distances, without: chain)
          // What is left and right of the vertex in its own chain: chains that begin at the vertex.
          sums.add(before, between: 0, and: distances[ends.0])
          sums.add(after, between: 0, and: distances[ends.1])
          found.append((graph.passages[place], sums))
        }
      }
      return found
    }
    var sums = DistanceSums(vertexCount: vertexCount)
    for (vertex, found) in parts.joined() {
      sums.reached[Int(vertex)] = Int32(found.reached)
      sums.total[Int(vertex)] = found.total
      sums.harmonic[Int(vertex)] = found.harmonic
      sums.farthest[Int(vertex)] = found.farthest
    }
    return sums
  }
}

/// What one vertex has for distances to the others.
private struct ChainSums {
  private let harmonicNumbers: [Double]
  private(set) var reached = 0
  private(set) var total = 0.0
  private(set) var harmonic = 0.0
  private(set) var farthest = 0.0

  init(_ harmonicNumbers: [Double]) { self.harmonicNumbers = harmonicNumbers }

  mutating func add(_ graph: ChainGraph, distances: [Double], without own: Int?) {
    for distance in distances where distance < .infinity {
      reached += 1
      guard distance > 0 else { continue }
      total += distance
      harmonic += 1 / distance
      farthest = max(farthest, distance)
    }
    for (number, chain) in graph.chains.enumerated()
    where number != own && !chain.passages.isEmpty && distances[chain.first] < .infinity {
      add(chain.passages.count, between: distances[chain.first], and: distances[chain.last])
    }
    reached += own == nil ? 0 : 1  // a vertex of a chain reaches itself
  }

  /// A chain of some vertices whose ends lie at these distances.
  mutating func add(_ count: Int, between first: Double, and last: Double) {
    let (first, last) = (Int(first), Int(last))
    let nearFirst = min(max((last + count + 1 - first) / 2, 0), count)
    let nearLast = count - nearFirst
    reached += count
    for (end, near) in [(first, nearFirst), (last, nearLast)] where near > 0 {
      total += Double(near * end + near * (near + 1) / 2)
      harmonic += harmonicNumbers[end + near] - harmonicNumbers[end]
      farthest = max(farthest, Double(end + near))
    }
  }
}

import NexusAlgorithms
import NexusGraph

/// Path measures by their definitions, over whole-number lengths: every pair, every vertex between. O(*n*³).
struct SlowPaths {
  var betweenness: [Double]
  /// In the order of the edges.
  var edgeBetweenness: [Double]
  var closeness: [Double]
  var harmonic: [Double]
  var diameter: Double
  /// Of the ordered pairs that have a path.
  var pairDistances: [Double]
  /// The largest distance out of each vertex.
  var eccentricity: [Double]

  /// - Parameter unit: lengths are `unit` / strength and must come out whole; nil counts hops.
  init(_ graph: Graph, unit: Int? = nil) {
    let n = graph.vertexCount
    let far = Int.max / 4
    var length = [[Int]](repeating: [Int](repeating: far, count: n), count: n)
    for edge in graph.edges {
      let own = unit.map { Int((Double($0) / edge.strength).rounded()) } ?? 1
      length[edge.source.index][edge.target.index] = own
      if !graph.isDirected { length[edge.target.index][edge.source.index] = own }
    }
    var distance = length
    for vertex in 0..<n { distance[vertex][vertex] = 0 }
    for middle in 0..<n {
      for source in 0..<n {
        for target in 0..<n {
          distance[source][target] = min(
            distance[source][target], distance[source][middle] + distance[middle][target])
        }
      }
    }
    // Counts, targets in order of distance from the source.
    var count = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for source in 0..<n {
      count[source][source] = 1
      for target in (0..<n).sorted(by: { distance[source][$0] < distance[source][$1] })
      where target != source && distance[source][target] < far {
        for before in 0..<n where length[before][target] < far {
          if distance[source][before] + length[before][target] == distance[source][target] {
            count[source][target] += count[source][before]
          }
        }
      }
    }
    let scale = Double(unit ?? 1)
    betweenness = (0..<n).map { middle in
      guard n > 2 else { return 0 }
      var sum = 0.0
      for source in 0..<n where source != middle {
        for target in 0..<n where target != middle && target != source && distance[source][target] < far {
          guard distance[source][middle] + distance[middle][target] == distance[source][target] else {
            continue
          }
          sum += count[source][middle] * count[middle][target] / count[source][target]
        }
      }
      return sum / Double((n - 1) * (n - 2))
    }
    edgeBetweenness = graph.edges.map { edge in
      let ends = (edge.source.index, edge.target.index)
      var sum = 0.0
      for (near, far) in graph.isDirected ? [ends] : [ends, (ends.1, ends.0)] {
        for source in 0..<n where distance[source][near] < Int.max / 4 {
          for target in 0..<n where target != source && distance[far][target] < Int.max / 4 {
            let through = distance[source][near] + length[near][far] + distance[far][target]
            guard through == distance[source][target] else { continue }
            sum += count[source][near] * count[far][target] / count[source][target]
          }
        }
      }
      return sum / Double(n * (n - 1))
    }
    let others = Double(n - 1)
    let into = (0..<n).map { vertex in
      (0..<n).filter { $0 != vertex && distance[$0][vertex] < far }.map {
        Double(distance[$0][vertex]) / scale
      }
    }
    closeness = into.map {
      $0.isEmpty ? 0 : Double($0.count) / $0.reduce(0, +) * (Double($0.count) / others)
    }
    harmonic = into.map { $0.isEmpty ? 0 : $0.reduce(0) { $0 + 1 / $1 } / others }
    pairDistances = Array(into.joined())
    eccentricity = (0..<n).map { source in
      Double((0..<n).map { distance[source][$0] }.filter { $0 < far }.max() ?? 0) / scale
    }
    diameter = into.flatMap(\.self).max() ?? 0
  }
}

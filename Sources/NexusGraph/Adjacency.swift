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
  /// The arcs of edges that point, by the end they leave and by the end they point at. O(*n* + *m*).
  static func bothEnds(of edges: consuming EdgeSort) -> (outgoing: Adjacency, incoming: Adjacency) {
    let starts = edges.startsByTarget(besides: nil)
    let (sources, turned) = edges.mirrored(into: starts, alongside: .none)
    // Where all strengths are 1, one array serves both ends.
    let ones = edges.strengths.isEmpty ? [Double](repeating: 1, count: edges.targets.count) : []
    return (
      Adjacency(
        offsets: edges.offsets, targets: edges.targets, strengths: ones.isEmpty ? edges.strengths : ones),
      Adjacency(offsets: starts, targets: sources, strengths: ones.isEmpty ? turned : ones)
    )
  }

  /// Both arcs of each undirected edge. O(*n* + *m*).
  init(bothWays edges: consuming EdgeSort) {
    let starts = edges.startsByTarget(besides: edges.offsets)
    let (targets, strengths) = edges.mirrored(into: starts, alongside: .edges)
    self.init(
      offsets: starts, targets: targets,
      strengths: strengths.isEmpty ? [Double](repeating: 1, count: targets.count) : strengths)
  }
}

extension EdgeSort {
  /// What stands in a row behind the ends of the edges that point at its vertex.
  fileprivate enum Alongside { case none, edges }

  /// Where the row of each vertex begins that holds the edges that point at it, and those that leave it if asked.
  fileprivate func startsByTarget(besides leaving: [Int]?) -> [Int] {
    var starts = [Int](repeating: 0, count: offsets.count)
    for target in targets { starts[Int(target) + 1] += 1 }
    for vertex in 0..<offsets.count - 1 { starts[vertex + 1] += starts[vertex] }
    if let leaving { for vertex in offsets.indices { starts[vertex] += leaving[vertex] } }
    return starts
  }

  /// The sources of the edges by target, ascending, and behind them the vertex's own targets if asked. Of an
  /// undirected graph every source is smaller than its target, so that the whole row ascends.
  fileprivate func mirrored(
    into starts: [Int], alongside: Alongside
  ) -> (ends: [Int32], strengths: [Double]) {
    let count = starts[starts.count - 1]
    var ends = [Int32](repeating: 0, count: count)
    var sums = [Double](repeating: 0, count: strengths.isEmpty ? 0 : count)
    var next = starts
    var places = ends.mutableSpan
    var values = sums.mutableSpan
    var nextPlace = next.mutableSpan
    let (offsets, targets, strengths) = (offsets.span, targets.span, strengths.span)
    for source in 0..<offsets.count - 1 {
      for edge in offsets[source]..<offsets[source + 1] {
        let target = Int(targets[edge])
        let place = nextPlace[target]
        nextPlace[target] += 1
        places[place] = Int32(source)
        if !strengths.isEmpty { values[place] = strengths[edge] }
        guard alongside == .edges else { continue }
        // All smaller neighbours of the source came before it.
        places[nextPlace[source]] = targets[edge]
        if !strengths.isEmpty { values[nextPlace[source]] = strengths[edge] }
        nextPlace[source] += 1
      }
    }
    return (ends, sums)
  }
}

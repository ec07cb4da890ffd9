import NexusAlgorithms
import NexusGraph
import Testing

@Suite("Maximum flow and minimum cut")
struct MaximumFlowTests {
  private typealias Arc = (source: Int, target: Int, capacity: Double)

  private func network(_ count: Int, _ arcs: [Arc]) -> FlowNetwork {
    var network = FlowNetwork(vertexCount: count)
    for arc in arcs { network.addArc(from: arc.source, to: arc.target, capacity: arc.capacity) }
    return network
  }

  /// METHOD §4.6: S, A, B, C, D, E, X as 0…6.
  private func corridor(last: Double) -> FlowNetwork {
    network(
      7,
      [
        (0, 1, 60), (0, 2, 20), (0, 3, 10), (1, 4, 40), (1, 2, 15), (2, 5, 30), (4, 5, 40), (3, 5, 5),
        (5, 6, last),
      ])
  }

  @Test(
    "the corridor of METHOD carries 70, and 75 when its last arc is wider; the cut is the one nearest the sink"
  )
  func method() throws {
    let flow = try corridor(last: 70).maximumFlow(from: 0, to: 6)
    #expect(flow.value == 70 && flow.minimumCut == [8])
    let wide = try corridor(last: 200).maximumFlow(from: 0, to: 6)
    #expect(wide.value == 75 && wide.minimumCut == [5, 6, 7])
  }

  @Test("no way gives 0 and an empty cut; parallel arcs add up; loops carry nothing")
  func degenerate() throws {
    #expect(try network(3, [(0, 1, 5)]).maximumFlow(from: 0, to: 2).value == 0)
    #expect(try network(3, [(0, 1, 5)]).maximumFlow(from: 0, to: 2).minimumCut.isEmpty)
    let parallel = try network(2, [(0, 1, 5), (0, 1, 0.5), (0, 0, 9), (1, 0, 3)]).maximumFlow(from: 0, to: 1)
    #expect(parallel.value == 5.5 && parallel.flows == [5, 0.5, 0, 0])
    let unbounded = network(3, [(0, 1, .infinity), (1, 2, 4)])
    #expect(try unbounded.maximumFlow(from: 0, to: 2).value == 4)
  }

  @Test("a flow without end and a flow to itself are refused with a sentence")
  func errors() {
    #expect(throws: FlowError.sourceIsSink) { try network(1, []).maximumFlow(from: 0, to: 0) }
    #expect(throws: FlowError.unbounded) {
      try network(3, [(0, 1, .infinity), (1, 2, .infinity)]).maximumFlow(from: 0, to: 2)
    }
    #expect(FlowError.sourceIsSink.description.hasSuffix("Name two different ones."))
    #expect(FlowError.unbounded.description.hasSuffix("Give one of them a capacity."))
  }

  @Test("it equals a slow reference, is a flow, and equals its cut", arguments: 0..<20)
  func reference(block: Int) throws {
    for seed in (block * 100)..<(block * 100 + 100) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let count = Int.random(in: 2...9, using: &generator)
      let isWhole = seed % 2 == 0
      let arcs: [Arc] = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        let capacity = Double.random(in: 0...10, using: &generator)
        return (
          Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator),
          isWhole ? capacity.rounded() : capacity
        )
      }
      let flow = try network(count, arcs).maximumFlow(from: 0, to: count - 1)
      #expect(abs(flow.value - slowMaximumFlow(count, arcs)) < 1e-9, "seed \(seed)")
      let cut = flow.minimumCut.reduce(0) { $0 + arcs[$1].capacity }
      #expect(abs(cut - flow.value) < 1e-9, "seed \(seed)")
      var balance = [Double](repeating: 0, count: count)
      for (arc, carried) in zip(arcs, flow.flows) {
        #expect(carried >= 0 && carried <= arc.capacity + 1e-9, "seed \(seed)")
        balance[arc.source] -= carried
        balance[arc.target] += carried
      }
      #expect(balance.dropFirst().dropLast().allSatisfy { abs($0) < 1e-9 }, "seed \(seed)")
      #expect(abs(balance[count - 1] - flow.value) < 1e-9, "seed \(seed)")
    }
  }

  @Test("the gain counts an arc as often as it is passed, and equals a slow reference", arguments: 0..<20)
  func gain(block: Int) throws {
    for seed in (block * 100)..<(block * 100 + 100) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let count = Int.random(in: 3...9, using: &generator)
      let arcs: [Arc] = (0..<Int.random(in: 1...24, using: &generator)).map { _ in
        let source = Int.random(in: 0..<count - 1, using: &generator)
        let target = Int.random(in: source + 1..<count, using: &generator)
        return (source, target, Double(Int.random(in: 0...6, using: &generator)))
      }
      let gaining = arcs.indices.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
      let gain = try network(count, arcs).maximumGain(from: 0, to: count - 1, over: gaining)
      #expect(gain == slowMaximumGain(count, arcs, Set(gaining)), "seed \(seed)")
    }
  }

  /// Edmonds and Karp on a matrix.
  private func slowMaximumFlow(_ count: Int, _ arcs: [Arc]) -> Double {
    var room = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for arc in arcs { room[arc.source][arc.target] += arc.capacity }
    var total = 0.0
    while true {
      var parent = [Int?](repeating: nil, count: count)
      var queue = [0]
      while !queue.isEmpty {
        let vertex = queue.removeFirst()
        for next in 1..<count where parent[next] == nil && room[vertex][next] > 1e-12 {
          parent[next] = vertex
          queue.append(next)
        }
      }
      guard parent[count - 1] != nil else { return total }
      var (width, vertex) = (Double.infinity, count - 1)
      while let before = parent[vertex] {
        width = min(width, room[before][vertex])
        vertex = before
      }
      vertex = count - 1
      while let before = parent[vertex] {
        room[before][vertex] -= width
        room[vertex][before] += width
        vertex = before
      }
      total += width
    }
  }

  /// One unit after another along the path that gains most (Bellman and Ford), while it gains.
  private func slowMaximumGain(_ count: Int, _ arcs: [Arc], _ gaining: Set<Int>) -> Double {
    var carried = [Double](repeating: 0, count: arcs.count)
    var total = 0.0
    while true {
      var best = [Int](repeating: .min / 2, count: count)
      var last = [(arc: Int, isForward: Bool)?](repeating: nil, count: count)
      best[0] = 0
      for _ in 0..<count {
        for (index, arc) in arcs.enumerated() {
          let gain = gaining.contains(index) ? 1 : 0
          if carried[index] < arc.capacity, best[arc.source] + gain > best[arc.target],
            best[arc.source] >= -99
          {
            (best[arc.target], last[arc.target]) = (best[arc.source] + gain, (index, true))
          }
          if carried[index] > 0, best[arc.target] - gain > best[arc.source], best[arc.target] >= -99 {
            (best[arc.source], last[arc.source]) = (best[arc.target] - gain, (index, false))
          }
        }
      }
      guard best[count - 1] > 0 else { return total }
      var vertex = count - 1
      while vertex != 0, let step = last[vertex] {
        carried[step.arc] += step.isForward ? 1 : -1
        vertex = step.isForward ? arcs[step.arc].source : arcs[step.arc].target
      }
      total += Double(best[count - 1])
    }
  }
}

import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Strong components")
struct StrongComponentsTests {
  @Test("Two rings and a bridge are numbered along the bridge")
  func rings() {
    let graph = Graph(6, kind: .directed, [(3, 4), (4, 5), (5, 3), (4, 1), (0, 1), (1, 2), (2, 0)])
    #expect(graph.strongComponents().values == [1, 1, 1, 0, 0, 0])
  }

  @Test("Of an undirected graph they are the connected components")
  func undirected() {
    let labels = Graph(5, [(0, 3), (1, 4)]).strongComponents().values
    #expect(labels[0] == labels[3] && labels[1] == labels[4])
    #expect(Set(labels).count == 3)
  }

  @Test("The empty graph has none")
  func empty() {
    #expect(Graph(0, []).strongComponents().values.isEmpty)
  }

  @Test("A long directed path needs no deep stack")
  func deep() {
    #expect(Graph.path(200_000, kind: .directed).strongComponents().values.last == 199_999)
  }

  @Test("Mutual reachability is what they say, and numbers rise along arcs", arguments: UInt64(1)...12)
  func random(seed: UInt64) {
    let graph = Graph.random(RandomGraphShape(25, 35, kind: .directed, seed: seed))
    let labels = graph.strongComponents().values
    let reach = (0..<25).map { reachable(from: $0, in: graph) }
    for first in 0..<25 {
      for second in 0..<25 {
        #expect(
          (labels[first] == labels[second])
            == (reach[first].contains(second) && reach[second].contains(first)))
      }
    }
    #expect(graph.edges.allSatisfy { labels[$0.source.index] <= labels[$0.target.index] })
    #expect(Set(labels) == Set(0...(labels.max() ?? 0)))
  }

  private func reachable(from start: Int, in graph: Graph) -> Set<Int> {
    var found: Set = [start]
    var stack = [start]
    while let vertex = stack.popLast() {
      for arc in graph.outgoing.row(vertex) where found.insert(Int(graph.outgoing.targets[arc])).inserted {
        stack.append(Int(graph.outgoing.targets[arc]))
      }
    }
    return found
  }
}

internal import NexusGraph

extension CommunityLevel<FlowWeight> {
  /// Refinement: divides each community anew, from singletons. Each vertex that is still alone joins one of the parts
  /// of its community with which the code gets shorter, drawn by lot, or stays alone where there is none.
  ///
  /// - Returns: one part per vertex; parts lie inside communities and are numbered by one of their vertices.
  func refine(_ labels: [Int32], using generator: inout SeededGenerator) -> [Int32] {
    var parts = (0..<Int32(vertexCount)).map { $0 }
    var code = MapCode(of: parts, on: self)
    var tally = Tally(count: vertexCount)
    var shorter: [Int32] = []
    for vertex in generator.permutation(vertexCount).lazy.map({ Int($0) }) {
      // A vertex that has not joined a part is the part of its own number.
      guard parts[vertex] == vertex, code.sizes[vertex] == 1 else { continue }
      var flow = 0.0
      for arc in row(vertex) {
        let target = Int(targets[arc])
        flow += strengths[arc]
        if labels[target] == labels[vertex] { tally.add(strengths[arc], to: parts[target]) }
      }
      let weight = weights[vertex]
      let removal = code.removal(of: weight, flow: flow, joint: 0, community: Int32(vertex))
      let least = -MapCode.slack(of: weight, flow: flow)
      for position in 0..<tally.count {
        let part = tally.community(position)
        let change = code.change(moving: weight, flow: flow, joint: tally[part], to: part, after: removal)
        if change < least { shorter.append(part) }
      }
      if !shorter.isEmpty {
        let part = shorter[generator.index(below: shorter.count)]
        code.move(weight, flow: flow, joint: tally[part], to: part, after: removal)
        parts[vertex] = part
        shorter.removeAll(keepingCapacity: true)
      }
      tally.clear()
    }
    return parts
  }
}

extension CommunityLevel<FlowWeight> {
  /// Fast local moving: visits the vertices in this order, moves each to the community of a neighbour, or to an
  /// empty one, with which the code is shortest, and visits again its neighbours, until no vertex is left to visit.
  ///
  /// Labels are below the number of vertices, before and after.
  func moveVertices(_ labels: inout [Int32], order: [Int32]) {
    var code = MapCode(of: labels, on: self)
    var empty = (0..<Int32(vertexCount)).reversed().filter { code.sizes[Int($0)] == 0 }
    var queue = VisitQueue(order)
    var tally = Tally(count: vertexCount)

    while let vertex = queue.next() {
      let own = labels[vertex]
      var flow = 0.0
      for arc in row(vertex) {
        flow += strengths[arc]
        tally.add(strengths[arc], to: labels[Int(targets[arc])])
      }
      let weight = weights[vertex]
      let removal = code.removal(of: weight, flow: flow, joint: tally[own], community: own)
      var (best, shortest) = (own, -MapCode.slack(of: weight, flow: flow))
      for position in 0..<tally.count {
        let community = tally.community(position)
        guard community != own else { continue }
        let change = code.change(
          moving: weight, flow: flow, joint: tally[community], to: community, after: removal)
        if change < shortest { (best, shortest) = (community, change) }
      }
      if code.sizes[Int(own)] > 1, let alone = empty.last {
        let change = code.change(moving: weight, flow: flow, joint: 0, to: alone, after: removal)
        if change < shortest { best = alone }
      }
      if best != own {
        if code.sizes[Int(best)] == 0 { empty.removeLast() }
        code.move(weight, flow: flow, joint: tally[best], to: best, after: removal)
        if code.sizes[Int(own)] == 0 { empty.append(own) }
        labels[vertex] = best
        for arc in row(vertex) where labels[Int(targets[arc])] != best { queue.add(targets[arc]) }
      }
      tally.clear()
    }
  }
}

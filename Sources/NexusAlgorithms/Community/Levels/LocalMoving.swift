extension CommunityLevel where Weight: VertexWeight {
  /// Fast local moving: visits the vertices in this order, moves each to its best community, and visits again
  /// the neighbours that this may concern, until no vertex is left to visit.
  ///
  /// Labels are below the number of vertices, before and after. Returns whether a vertex was moved.
  func moveVertices(_ labels: inout [Int32], order: [Int32]) -> Bool {
    var weightOf = weights(of: labels, count: vertexCount)
    var sizes = [Int32](repeating: 0, count: vertexCount)
    for label in labels { sizes[Int(label)] += 1 }
    var empty = (0..<Int32(vertexCount)).reversed().filter { sizes[Int($0)] == 0 }
    var queue = VisitQueue(order)
    var tally = Tally(count: vertexCount)
    var moved = false
    let (targets, strengths) = (self.targets.span, self.strengths.span)
    var labels = labels.mutableSpan

    while let vertex = queue.next() {
      let row = row(vertex)
      let own = labels[unchecked: vertex]
      for arc in row {
        let community = labels[unchecked: Int(targets[unchecked: arc])]
        tally.add(hasUnitStrengths ? 1 : strengths[unchecked: arc], to: community)
      }
      let weight = weights[vertex]
      var rest = weightOf[Int(own)]
      rest -= weight
      let ownGain = tally[own] - penalty * (weight * rest)

      var best = own
      var bestGain = ownGain
      var strength = 0.0
      for position in 0..<tally.count {
        let community = tally.community(position)
        let sum = tally[community]
        strength += sum
        guard community != own else { continue }
        let gain = sum - penalty * (weight * weightOf[Int(community)])
        if gain > bestGain { (best, bestGain) = (community, gain) }
      }
      tally.clear()
      let slack = 1e-10 * (strength + penalty * (weight * totalWeight))
      if bestGain <= ownGain + slack { (best, bestGain) = (own, ownGain + slack) }
      if bestGain < 0, sizes[Int(own)] > 1, let alone = empty.last { best = alone }
      guard best != own else { continue }

      moved = true
      labels[unchecked: vertex] = best
      if sizes[Int(best)] == 0 { empty.removeLast() }
      sizes[Int(best)] += 1
      weightOf[Int(best)] += weight
      sizes[Int(own)] -= 1
      weightOf[Int(own)] -= weight
      if sizes[Int(own)] == 0 {
        empty.append(own)
        weightOf[Int(own)] = .zero  // exactly, whatever rounding left
      }
      for arc in row {
        let target = targets[unchecked: arc]
        if labels[unchecked: Int(target)] != best { queue.add(target) }
      }
    }
    return moved
  }
}

/// Renumbers labels below their number of vertices from 0, in the order in which they are met, and returns how many
/// there are.
func renumber(_ labels: inout [Int32]) -> Int {
  var numbers = [Int32](repeating: -1, count: labels.count)
  var count: Int32 = 0
  for vertex in labels.indices {
    let label = Int(labels[vertex])
    if numbers[label] < 0 {
      numbers[label] = count
      count += 1
    }
    labels[vertex] = numbers[label]
  }
  return Int(count)
}

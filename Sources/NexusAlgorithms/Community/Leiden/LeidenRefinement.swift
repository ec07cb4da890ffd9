private import Foundation
internal import NexusGraph
internal import NexusLinearAlgebra

extension LeidenSearch {
  /// Refinement: divides each community anew, from singletons, into parts that are well connected.
  ///
  /// Each vertex that is still alone and well connected to its community joins, at random, one of the parts
  /// of its community that are well connected too and do not lower the quality, or stays alone: each with a
  /// probability that grows as exp(gain / θ).
  ///
  /// - Parameter labels: communities 0..<`count`.
  /// - Returns: one part per vertex; parts lie inside communities and are numbered by one of their vertices.
  mutating func refine(_ labels: [Int32], count: Int, of level: CommunityLevel<Weight>) -> [Int32] {
    let communityWeights = level.weights(of: labels, count: count)
    var parts = (0..<Int32(level.vertexCount)).map { $0 }
    var sizes = [Int32](repeating: 1, count: level.vertexCount)
    var weightOf = level.weights
    var strengthOut = strengthsInside(labels, of: level)
    var tally = Tally(count: level.vertexCount)
    var choices = Choices()
    let (targets, strengths, labels) = (level.targets.span, level.strengths.span, labels.span)

    for vertex in generator.permutation(level.vertexCount).lazy.map({ Int($0) }) {
      let label = labels[vertex]
      let community = communityWeights[Int(label)]
      func isWellConnected(_ part: Int) -> Bool {
        var rest = community
        rest -= weightOf[part]
        return strengthOut[part] >= level.penalty * (weightOf[part] * rest)
      }
      // A vertex that has not joined a part is the part of its own number.
      guard parts[vertex] == vertex, sizes[vertex] == 1, isWellConnected(vertex) else { continue }
      for arc in level.row(vertex) {
        let target = Int(targets[unchecked: arc])
        guard labels[unchecked: target] == label else { continue }
        tally.add(level.hasUnitStrengths ? 1 : strengths[unchecked: arc], to: parts[target])
      }
      choices.add(Int32(vertex), gain: 0)
      for position in 0..<tally.count {
        let part = tally.community(position)
        let gain = tally[part] - level.penalty * (level.weights[vertex] * weightOf[Int(part)])
        if gain >= 0, isWellConnected(Int(part)) { choices.add(part, gain: gain) }
      }
      let chosen = choices.draw(temperature: temperature, using: &generator)
      if chosen != vertex {
        let part = Int(chosen)
        parts[vertex] = chosen
        sizes[part] += 1
        sizes[vertex] = 0
        weightOf[part] += level.weights[vertex]
        strengthOut[part] += strengthOut[vertex] - 2 * tally[chosen]
      }
      tally.clear()
    }
    return parts
  }

  /// The strength from each vertex to the rest of its community.
  private func strengthsInside(_ labels: [Int32], of level: CommunityLevel<Weight>) -> [Double] {
    let chunks = RowChunks(rowOffsets: level.offsets, threads: threads)
    return [Double](unsafeUninitializedCapacity: level.vertexCount) { sums, initialized in
      nonisolated(unsafe) let base = sums.baseAddress!  // each chunk writes rows of its own
      chunks.perform { _, rows in
        let (targets, strengths, labels) = (level.targets.span, level.strengths.span, labels.span)
        for vertex in rows {
          let label = labels[unchecked: vertex]
          var sum = 0.0
          for arc in level.row(vertex) where labels[unchecked: Int(targets[unchecked: arc])] == label {
            sum += level.hasUnitStrengths ? 1 : strengths[unchecked: arc]
          }
          (base + vertex).initialize(to: sum)
        }
      }
      initialized = level.vertexCount
    }
  }
}

/// The parts that a vertex may join, each with what joining it gains.
private struct Choices {
  private var parts: [Int32] = []
  private var gains: [Double] = []
  private var largest = 0.0

  mutating func add(_ part: Int32, gain: Double) {
    parts.append(part)
    gains.append(gain)
    largest = max(largest, gain)
  }

  /// One of the choices, each with a probability in proportion to exp(gain / θ). None is left afterwards.
  mutating func draw(temperature: Double, using generator: inout SeededGenerator) -> Int32 {
    defer {
      parts.removeAll(keepingCapacity: true)
      gains.removeAll(keepingCapacity: true)
      largest = 0
    }
    guard parts.count > 1 else { return parts[0] }
    var sum = 0.0
    for choice in gains.indices {
      let exponent = (gains[choice] - largest) / temperature
      gains[choice] = exponent < -750 ? 0 : exp(exponent)  // exp(-750) is 0, and takes its time to be so
      sum += gains[choice]
    }
    var left = generator.unit() * sum
    for choice in gains.indices {
      left -= gains[choice]
      if left < 0 { return parts[choice] }
    }
    return parts[parts.count - 1]
  }
}

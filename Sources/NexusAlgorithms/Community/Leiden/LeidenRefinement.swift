private import Foundation
internal import NexusGraph

extension LeidenSearch {
  /// Refinement: divides each community anew, from singletons, into parts that are well connected.
  ///
  /// Each vertex that is still alone and well connected to its community joins, at random, one of the parts
  /// of its community that are well connected too and do not lower the quality, or stays alone: each with a
  /// probability that grows as exp(gain / θ).
  ///
  /// - Parameter labels: communities 0..<`count`.
  /// - Returns: one part per vertex; parts lie inside communities and are numbered by one of their vertices.
  mutating func refine(_ labels: [Int32], count: Int, of level: LeidenLevel) -> [Int32] {
    let communityWeights = level.weights(of: labels, count: count)
    var parts = (0..<Int32(level.vertexCount)).map { $0 }
    var sizes = [Int32](repeating: 1, count: level.vertexCount)
    var weightOf = level.weights
    // The strength from each part to the rest of its community.
    var strengthOut = [Double](repeating: 0, count: level.vertexCount)
    for vertex in 0..<level.vertexCount {
      for arc in level.row(vertex) where labels[Int(level.targets[arc])] == labels[vertex] {
        strengthOut[vertex] += level.strengths[arc]
      }
    }
    var tally = Tally(count: level.vertexCount)
    var choices: [(part: Int32, gain: Double)] = []

    for vertex in generator.permutation(level.vertexCount).lazy.map({ Int($0) }) {
      let community = communityWeights[Int(labels[vertex])]
      func isWellConnected(_ part: Int) -> Bool {
        strengthOut[part] >= level.penalty * weightOf[part] * (community - weightOf[part])
      }
      // A vertex that has not joined a part is the part of its own number.
      guard parts[vertex] == vertex, sizes[vertex] == 1, isWellConnected(vertex) else { continue }
      for arc in level.row(vertex) where labels[Int(level.targets[arc])] == labels[vertex] {
        tally.add(level.strengths[arc], to: parts[Int(level.targets[arc])])
      }
      choices.append((Int32(vertex), 0))
      for part in tally.met {
        let gain = tally[part] - level.penalty * level.weights[vertex] * weightOf[Int(part)]
        if gain >= 0, isWellConnected(Int(part)) { choices.append((part, gain)) }
      }
      let chosen = draw(choices)
      if chosen != vertex {
        let part = Int(chosen)
        parts[vertex] = chosen
        sizes[part] += 1
        sizes[vertex] = 0
        weightOf[part] += level.weights[vertex]
        strengthOut[part] += strengthOut[vertex] - 2 * tally[chosen]
      }
      choices.removeAll(keepingCapacity: true)
      tally.clear()
    }
    return parts
  }

  /// One of the choices, each with a probability in proportion to exp(gain / θ).
  private mutating func draw(_ choices: [(part: Int32, gain: Double)]) -> Int32 {
    guard choices.count > 1 else { return choices[0].part }
    let largest = choices.reduce(0) { max($0, $1.gain) }
    let chances = choices.map { exp(($0.gain - largest) / temperature) }
    var left = generator.unit() * chances.reduce(0, +)
    for (choice, chance) in zip(choices, chances) {
      left -= chance
      if left < 0 { return choice.part }
    }
    return choices[choices.count - 1].part
  }
}

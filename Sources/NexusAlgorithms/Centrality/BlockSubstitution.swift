import NexusGraph
import NexusLinearAlgebra

/// Carries scores down the condensation, block after block in topological order.
///
/// A block without the largest root answers what flows in through its resolvent; a leading block answers with
/// its Perron vector:
///
///     x_S = (μ I − B_S)⁻¹ (1 + inflow)          x_C = r (l · (1 + inflow)) / (l · r)
///
/// The *depth* of a block is how many leading blocks lie on the longest chain that ends with it. Only inflow from
/// the greatest depth above it counts for a block, and the 1 only where that depth is 0: what comes from
/// less depth grows a power of the step count more slowly. With no leading blocks given, this solves
/// (μ I − Aᵀ) x = 1 for the whole graph.
struct BlockSubstitution {
  private let blocks: Condensation
  private let shift: Double
  private let leading: [Int: [Double]]
  private let depth: [Int]
  /// The blocks of each depth that matter, in topological order.
  private var levels: [[Int]]
  private var values: [Double]
  /// What stands for 1 after rescaling.
  private var unit = 1.0
  /// What the present depth was rescaled by, beside the depth before.
  private var levelFactor = 1.0

  init(_ blocks: Condensation, shift: Double, leading: [Int: [Double]]) {
    self.blocks = blocks
    self.shift = shift
    self.leading = leading
    depth = BlockSubstitution.depths(blocks, leading)
    levels = [[Int]](repeating: [], count: (depth.max() ?? 0) + 1)
    values = [Double](repeating: 0, count: blocks.labels.count)
  }

  /// The scores of the vertices at the greatest depth, up to a common factor; 0 for all others.
  mutating func solve() throws(SpectralError) -> [Double] {
    let deepest = depth.max() ?? 0
    let needed = blocksAbove(deepest)
    for block in 0..<blocks.blockCount where needed[block] { levels[depth[block]].append(block) }
    for level in 0...deepest {
      levelFactor = 1
      for block in levels[level] { try place(block) }
      normalize(level)
    }
    return values.indices.map { depth[Int(blocks.labels[$0])] == deepest ? values[$0] : 0 }
  }

  private mutating func place(_ block: Int) throws(SpectralError) {
    let right = inflow(into: block)
    let scores: [Double]
    if let vector = leading[block] {
      let left =
        blocks.blocksAreApart ? vector : try blocks.matrix(of: block).transposed().perronVector().vector
      let share = dot(left, right) / dot(left, vector)
      scores = vector.map { share * $0 }
    } else if right.count == 1 {
      scores = [right[0] / shift]
    } else {
      scores = try blocks.matrix(of: block).solveShifted(shift, right)
    }
    var peak = 0.0
    for (vertex, score) in zip(blocks.members(of: block), scores) {
      guard score.isFinite else { throw .overflow }
      values[Int(vertex)] = score
      peak = max(peak, score)
    }
    if peak > 0x1p400 { rescale(depth[block], by: 0x1p-400) }
  }

  private func inflow(into block: Int) -> [Double] {
    let isLeading = leading[block] != nil
    let sourceDepth = isLeading ? depth[block] - 1 : depth[block]
    let factor = isLeading ? levelFactor : 1
    guard !blocks.blocksAreApart else {
      return [Double](repeating: sourceDepth == 0 ? unit * factor : 0, count: blocks.size(of: block))
    }
    let incoming = blocks.graph.incoming
    return blocks.members(of: block).map { vertex in
      var sum = sourceDepth == 0 ? unit : 0
      for arc in incoming.row(Int(vertex)) {
        let source = Int(incoming.targets[arc])
        let other = Int(blocks.labels[source])
        guard other != block, depth[other] == sourceDepth else { continue }
        sum += incoming.strengths[arc] * blocks.scale * values[source]
      }
      return sum * factor
    }
  }

  /// A chain of strong arcs multiplies scores at every step; only their proportions matter.
  private mutating func rescale(_ level: Int, by factor: Double) {
    for block in levels[level] {
      for vertex in blocks.members(of: block) { values[Int(vertex)] *= factor }
    }
    if level == 0 { unit *= factor }
    levelFactor *= factor
  }

  private mutating func normalize(_ level: Int) {
    var peak = level == 0 ? unit : 0
    for block in levels[level] {
      for vertex in blocks.members(of: block) { peak = max(peak, values[Int(vertex)]) }
    }
    if peak > 0 { rescale(level, by: 1 / peak) }
  }

  private static func depths(_ blocks: Condensation, _ leading: [Int: [Double]]) -> [Int] {
    var depth = [Int](repeating: 0, count: blocks.blockCount)
    guard !leading.isEmpty else { return depth }
    guard !blocks.blocksAreApart else { return depth.indices.map { leading[$0] == nil ? 0 : 1 } }
    let incoming = blocks.graph.incoming
    for block in 0..<blocks.blockCount {
      var deepest = 0
      for vertex in blocks.members(of: block) {
        for arc in incoming.row(Int(vertex)) {
          deepest = max(deepest, depth[Int(blocks.labels[Int(incoming.targets[arc])])])
        }
      }
      depth[block] = deepest + (leading[block] == nil ? 0 : 1)
    }
    return depth
  }

  /// The blocks of one depth and all from which they can be reached.
  private func blocksAbove(_ level: Int) -> [Bool] {
    var needed = depth.map { $0 == level }
    guard !blocks.blocksAreApart else { return needed }
    let outgoing = blocks.graph.outgoing
    for block in (0..<blocks.blockCount).reversed() where !needed[block] {
      needed[block] = blocks.members(of: block).contains { vertex in
        outgoing.row(Int(vertex)).contains { needed[Int(blocks.labels[Int(outgoing.targets[$0])])] }
      }
    }
    return needed
  }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
  var sum = 0.0
  for index in left.indices { sum += left[index] * right[index] }
  return sum
}

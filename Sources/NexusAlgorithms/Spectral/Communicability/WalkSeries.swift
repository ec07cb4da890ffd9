private import Foundation
import NexusLinearAlgebra

/// The powers of an adjacency matrix as coefficients of W(z) = Σ_k (A/σ)ᵏ zᵏ, with what turns them into an exponential:
/// K(k) = e^{−σ} σᵏ / k!. All coefficients are nonnegative, so that small entries keep their relative accuracy.
struct WalkSeries: Sendable {
  private let matrix: SparseMatrix
  private let components: Partition
  /// σ, an upper bound of the largest eigenvalue.
  let scale: Double

  init(_ matrix: SparseMatrix, components: Partition) {
    self.matrix = matrix
    self.components = components
    scale = max(matrix.collatzBound(), 0x1p-900)
  }

  /// Σ_{p≠q} (walks p → r → q) / (walks p → q) for each r, ends at r included; nil when a number of walks underflows.
  func sharesThroughEachVertex(threads: Int?) -> [Double]? {
    let count = matrix.dimension
    let blocks = BlockChunks(vertexCount: count, threads: threads)
    let returns = blocks.map { first in returnCounts(from: first) }.flatMap(\.self)
    let order = returns.reduce(0) { max($0, $1.count) }
    let kernel = exponentialKernel(order)

    // Every chunk adds up its blocks for all vertices; the chunks are then added in order.
    let chunks = SourceChunks(sumCount: count, threads: threads)
    let sums = chunks.map { chunk -> [Double]? in
      var convolved = [Double](repeating: 0, count: count * order)
      for first in stride(from: 8 * chunk, to: count, by: 8 * chunks.count) {
        guard convolve(from: first, order: order, kernel: kernel, into: &convolved) else { return nil }
      }
      return convolved
    }
    var total = [Double](repeating: 0, count: count * order)
    for sum in sums {
      guard let sum else { return nil }
      for index in total.indices { total[index] += sum[index] }
    }
    return (0..<count).map { vertex in
      let weights = kernelOverReturns(returns[vertex], kernel)
      return (0..<order).reduce(0) { $0 + weights[$1] * total[vertex * order + $1] }
    }
  }

  /// K(0..<order).
  private func exponentialKernel(_ order: Int) -> [Double] {
    var kernel = [exp(-scale)]
    for step in 1..<max(order, 2) { kernel.append(kernel[step - 1] * scale / Double(step)) }
    return kernel
  }

  /// (Aᵏ/σᵏ)_vv of eight vertices, for as many steps as the exponential needs in every entry of their columns.
  private func returnCounts(from first: Int) -> [[Double]] {
    let count = min(8, matrix.dimension - first)
    var walks = matrix.unitBlock(from: first)
    var next = walks
    var sums = walks
    var returns = [[Double]](repeating: [1], count: count)
    var weight = 1.0  // K(k) / K(0)
    var wasSettled = false
    for step in 1... {
      matrix.multiply(walks, by: 1 / scale, into: &next)
      swap(&walks, &next)
      weight *= scale / Double(step)
      let isSettled = isBelowRounding(walks, weight, beside: &sums) && Double(step) >= scale
      for lane in 0..<count { returns[lane].append(walks[first + lane][lane]) }
      // Two in a row, since every second power of a bipartite matrix vanishes.
      if isSettled, wasSettled { break }
      wasSettled = isSettled
    }
    return returns
  }

  /// sums += weight · walks. Returns whether that was below rounding everywhere; a row reached first is not.
  private func isBelowRounding(_ walks: ColumnBlock, _ weight: Double, beside sums: inout ColumnBlock) -> Bool
  {
    let walks = walks.span
    var sums = sums.mutableSpan
    var rest = SIMD8<Double>.zero
    for row in sums.indices {
      let part = weight * walks[row]
      let sum = sums[row] + part
      rest += (part - 0x1p-56 * sum).clamped(lowerBound: .zero, upperBound: SIMD8(repeating: 1))
      sums[row] = sum
    }
    return !(rest.sum() > 0)
  }

  /// Adds Σ_p Σ_{i+j=k} (Aⁱ)_pr (H Aʲ)_pr to coefficient *k* of each vertex *r*, for the eight rows *p* from `first`.
  /// Returns whether all numbers stayed in range.
  private func convolve(from first: Int, order: Int, kernel: [Double], into convolved: inout [Double]) -> Bool
  {
    let count = matrix.dimension
    var walks = [matrix.unitBlock(from: first)]
    var inverse = ColumnBlock(repeating: .zero, count: count)
    for step in 0..<order {
      if step > 0 {
        var next = ColumnBlock(repeating: .zero, count: count)
        matrix.multiply(walks[step - 1], by: 1 / scale, into: &next)
        walks.append(next)
      }
      for row in 0..<count { inverse[row] += kernel[step] * walks[step][row] }
    }
    for lane in 0..<min(8, count - first) {
      let vertex = first + lane
      for row in 0..<count where components.labels[row] == components.labels[vertex] {
        inverse[row][lane] = row == vertex ? 0 : 1 / inverse[row][lane]
      }
    }
    guard inverse.allSatisfy({ $0.max().isFinite }) else { return false }

    var weighted = [inverse]
    for step in 1..<max(order, 1) {
      var next = ColumnBlock(repeating: .zero, count: count)
      matrix.multiply(weighted[step - 1], by: 1 / scale, into: &next)
      weighted.append(next)
    }
    var (left, right) = (walks[0], walks[0])
    for row in 0..<count {
      (left, right) = ([], [])
      for step in 0..<order {
        left.append(walks[step][row])
        right.append(weighted[step][row])
      }
      multiplySeries(left, right, into: &convolved, at: row * order)
    }
    return true
  }

  /// target[k] += Σ_{i+j=k} left[i] · right[j], over all eight lanes.
  private func multiplySeries(
    _ left: ColumnBlock, _ right: ColumnBlock, into target: inout [Double], at start: Int
  ) {
    let (left, right) = (left.span, right.span)
    for power in 0..<left.count {
      var sum = SIMD8<Double>.zero
      for step in 0...power { sum += left[step] * right[power - step] }
      target[start + power] += sum.sum()
    }
  }

  /// Σ_l c(l) K(k + l) for each k, where c = 1 / W_rr: 1 less the walks that return to *r* for the first time.
  private func kernelOverReturns(_ returns: [Double], _ kernel: [Double]) -> [Double] {
    var inverse = [1.0]
    for step in 1..<max(returns.count, 1) {
      var first = 0.0
      for earlier in 0..<step { first -= inverse[earlier] * returns[step - earlier] }
      inverse.append(first)
    }
    return kernel.indices.map { power in
      var sum = 0.0
      for step in 0..<min(inverse.count, kernel.count - power) { sum += inverse[step] * kernel[power + step] }
      return sum
    }
  }
}

import Foundation
import NexusGraph
import NexusRisk
import Testing

@Suite("Sobol indices")
struct SobolIndicesTests {
  // METHOD §3.1: analytic values for a = 7, b = 0.1.
  @Test("Ishigami's function")
  func ishigami() {
    var generator = SeededGenerator(seed: 1)
    let indices = sobolIndices(
      of: { u in
        let x = u.map { Double.pi * (2 * $0 - 1) }
        return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
      }, factors: 3, draws: 50_000, using: &generator)
    for (index, expected) in zip(indices, [(0.3139, 0.5576), (0.4424, 0.4424), (0, 0.2437)]) {
      #expect(abs(index.first - expected.0) <= 0.02)
      #expect(abs(index.total - expected.1) <= 0.02)
      #expect(abs(index.first - expected.0) <= 4 * index.firstError)
      #expect(index.firstError < 0.01 && index.totalError < 0.01)
    }
  }

  @Test("x₁ + 2x₂ + 3x₃ has 1/14, 4/14, 9/14")
  func linear() {
    var generator = SeededGenerator(seed: 2)
    let indices = sobolIndices(
      of: { $0[0] + 2 * $0[1] + 3 * $0[2] }, factors: 3, draws: 50_000, using: &generator)
    for (index, expected) in zip(indices, [1.0 / 14, 4.0 / 14, 9.0 / 14]) {
      #expect(abs(index.first - expected) <= 0.02)
      #expect(abs(index.total - expected) <= 0.02)
    }
  }

  @Test("A constant has no drivers, and a large mean makes no noise")
  func degenerate() {
    var generator = SeededGenerator(seed: 3)
    for index in sobolIndices(of: { _ in 7 }, factors: 2, draws: 50, using: &generator) {
      #expect(index == SobolIndex(first: 0, firstError: 0, total: 0, totalError: 0))
    }
    let shifted = sobolIndices(of: { 1e6 + $0[0] }, factors: 2, draws: 5000, using: &generator)
    #expect(abs(shifted[0].first - 1) < 0.05)
    #expect(shifted[1].first == 0 && shifted[1].total == 0)
    #expect(sobolIndices(a: [], b: [], exchanged: [[]], resamples: 5, using: &generator).count == 1)
  }
}

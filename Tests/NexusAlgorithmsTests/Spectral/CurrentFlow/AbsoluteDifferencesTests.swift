import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusAlgorithms

@Suite("Absolute differences")
struct AbsoluteDifferencesTests {
  @Test("Dealing into buckets equals sorting, however the numbers crowd")
  func reference() {
    for seed in UInt64(1)...1_000 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...300, using: &generator)
      let values = (0..<count).map { index in
        let unit = Double.random(in: -1...1, using: &generator)
        return switch seed % 6 {
        case 0: unit
        case 1: unit * unit * unit * unit * unit
        case 2: (unit * 3).rounded()  // many equal
        case 3: 1 + unit * 1e-15  // rounding noise
        case 4: Double(sign: .plus, exponent: index % 500 - 250, significand: 1 + unit)  // all scales
        default: unit < 0.9 ? unit * 1e-9 : unit * 1e9
        }
      }
      var differences = AbsoluteDifferences(capacity: 300)
      var taken = values
      let found = differences.sum(overPairsOf: &taken)
      let ordered = values.sorted()
      let expected = ordered.indices.dropFirst().reduce(0) {
        $0 + (ordered[$1] - ordered[$1 - 1]) * Double($1) * Double(count - $1)
      }
      let rounding = 1e-16 * Double(count) * values.reduce(0) { $0 + abs($1) }
      #expect(isClose(found, expected, relative: 1e-11, absolute: rounding), "seed \(seed)")
    }
  }

  @Test("No numbers, one, and numbers that are all equal have no differences")
  func none() {
    var differences = AbsoluteDifferences(capacity: 100)
    for count in [0, 1, 2, 100] {
      var values = [Double](repeating: 2.5, count: count)
      #expect(differences.sum(overPairsOf: &values) == 0)
    }
  }
}

import NexusAlgorithms
import NexusTestSupport
import Testing

@Suite struct BenjaminiHochbergTests {
  let p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]

  @Test("ten tests with two rejections at 0.05")
  func rejections() {
    let adjusted = benjaminiHochberg(p).compactMap { $0 }
    #expect(adjusted.filter { $0 <= 0.05 }.count == 2)
    // By hand: 10 p / rank, then the smallest from the right.
    let expected = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.74 / 7, 0.216, 0.216, 0.216]
    #expect(isClose(adjusted, expected))
  }

  @Test("the order of tests does not matter, and absent tests do not count")
  func orderAndGaps() {
    let reversed = benjaminiHochberg(p.reversed())
    #expect(Array(reversed.reversed()) == benjaminiHochberg(p))
    let gaps = benjaminiHochberg([nil] + p.map { $0 } + [nil])
    #expect(gaps.first == .some(nil) && gaps.last == .some(nil))
    #expect(Array(gaps[1...10]) == benjaminiHochberg(p))
  }

  @Test("no tests, one test, equal tests")
  func degenerate() {
    #expect(benjaminiHochberg([]) == [])
    #expect(benjaminiHochberg([nil]) == [nil])
    #expect(benjaminiHochberg([0.3]) == [0.3])
    #expect(benjaminiHochberg([1, 1, 0]) == [1, 1, 0])
    #expect(benjaminiHochberg([0.2, 0.2]) == [0.2, 0.2])
  }
}

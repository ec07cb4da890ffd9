import NexusRisk
import NexusTestSupport
import Testing

@Suite("Outliers")
struct OutlierCheckTests {
  @Test("Skewness and kurtosis are those of small samples")
  func moments() {
    // By hand for 1, 2, 3, 4, 10 (mean 4): m₂ = 50/5, m₃ = 180/5, m₄ = 1394/5.
    //   g₁ = 36 / 10^1.5 = 1.138420, G₁ = g₁ √20 / 3;  g₂ = 278.8 / 100 − 3 = −0.212, G₂ = (6 g₂ + 6) · 4 / 6
    let check = OutlierCheck([1, 2, 3, 4, 10])
    #expect(isClose(check.skewness ?? .nan, 36 / 1000.0.squareRoot() * 20.0.squareRoot() / 3))
    #expect(isClose(check.kurtosis ?? .nan, (6 * -0.212 + 6) * 4 / 6))
    #expect(check.passes)
  }

  @Test("A far value among many does not pass")
  func outlying() {
    let check = OutlierCheck((1...20).map(Double.init) + [1000])
    #expect(!check.passes)
    #expect((check.skewness ?? 0) > 4 && (check.kurtosis ?? 0) > 15)
  }

  @Test("Without spread, or with too few values, there is nothing to check")
  func degenerate() {
    for values: [Double] in [[], [1], [1, 2], [3, 3, 3, 3]] {
      let check = OutlierCheck(values)
      #expect(check.passes && check.skewness == nil && check.kurtosis == nil)
    }
    let three = OutlierCheck([1, 2, 9])
    #expect(three.skewness != nil && three.kurtosis == nil && three.passes)
  }

  @Test("Winsorising draws the far values in until the rest passes")
  func winsorised() throws {
    let values: [Double?] = (1...20).map { Double($0) } + [nil, 1000]
    let treated = try #require(Winsorised(values))
    #expect(treated.points == 1 && treated.values.last == 20 && treated.values[20] == nil)
    #expect(Array(treated.values.prefix(20)) == Array(values.prefix(20)))
    let low = try #require(Winsorised(values.map { $0.map { -$0 } }))
    #expect(low.values == treated.values.map { $0.map { -$0 } })
    #expect(Winsorised([1, 2, 3])?.points == 0)
  }

  @Test("More than five values are not drawn in")
  func limit() {
    let values: [Double?] = [Double?](repeating: 1, count: 200) + (1...6).map { Double($0) * 1000 }
    #expect(Winsorised(values) == nil)
  }
}

import NexusRisk
import NexusTestSupport
import Testing

/// Small columns worked by hand; ranks of equal values as `rank(ties.method = "min")`, which COINr uses.
@Suite("Normalisation of an indicator")
struct NormalisationTests {
  private let column: [Double?] = [2, nil, 4, 4, 10]

  private func close(_ values: [Double?], _ expected: [Double?]) -> Bool {
    values.count == expected.count
      && zip(values, expected).allSatisfy { value, expected in
        guard let value, let expected else { return value == nil && expected == nil }
        return isClose(value, expected)
      }
  }

  @Test("Half-saturation: 0 gives 0, the half-value 50, and no region changes another")
  func halfSaturation() {
    let values = Normalisation.halfSaturation.normalised([0, 3, 9, nil], halfValue: 3)
    #expect(close(values, [0, 50, 75, nil]))
    #expect(close(Normalisation.halfSaturation.normalised([0.25]), [25]))
    #expect(!Normalisation.halfSaturation.dependsOnSample && Normalisation.minMax.dependsOnSample)
  }

  @Test("Min–max goes from 0 to 100")
  func minMax() {
    #expect(close(Normalisation.minMax.normalised(column), [0, nil, 25, 25, 100]))
  }

  @Test("The z-score divides by the standard deviation of a sample: √12 for 2, 4, 4, 10")
  func zScore() {
    let deviation = 12.0.squareRoot()
    #expect(
      close(
        Normalisation.zScore.normalised(column),
        [-3 / deviation, nil, -1 / deviation, -1 / deviation, 5 / deviation]))
  }

  @Test("Percentile ranks and Borda scores count the smaller ones; equal values share the lower rank")
  func ranks() {
    #expect(close(Normalisation.percentileRank.normalised(column), [0, nil, 100.0 / 3, 100.0 / 3, 100]))
    #expect(close(Normalisation.borda.normalised(column), [0, nil, 1, 1, 3]))
  }

  @Test("Goalposts cut what lies beyond; the fraction of the maximum keeps ratios")
  func posts() {
    let posts = Goalposts(low: 3, high: 5)
    #expect(close(Normalisation.goalposts.normalised(column, posts: posts), [0, nil, 50, 50, 100]))
    #expect(close(Normalisation.fractionOfMaximum.normalised(column), [20, nil, 40, 40, 100]))
  }

  @Test("Where a formula is not defined nothing is made up")
  func undefined() {
    for normalisation in [Normalisation.minMax, .zScore] {
      #expect(close(normalisation.normalised([5, 5]), [nil, nil]))
      #expect(close(normalisation.normalised([5]), [nil]))
    }
    #expect(close(Normalisation.percentileRank.normalised([5]), [nil]))
    #expect(close(Normalisation.fractionOfMaximum.normalised([0, 0]), [nil, nil]))
    #expect(close(Normalisation.goalposts.normalised([1]), [nil]))
    #expect(close(Normalisation.borda.normalised([5, 5]), [0, 0]))
    for normalisation in Normalisation.allCases { #expect(normalisation.normalised([]).isEmpty) }
  }
}

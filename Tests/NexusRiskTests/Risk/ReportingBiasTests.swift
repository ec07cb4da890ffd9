import NexusRisk
import Testing

@Suite("Reporting bias")
struct ReportingBiasTests {
  // METHOD §5: documents (5, 10, 20, 40, 80), scores (10, 18, 30, 38, 52).
  @Test("Scores that follow the number of reports are warned of")
  func published() throws {
    let bias = try #require(ReportingBias(items: [5, 10, 20, 40, 80], scores: [10, 18, 30, 38, 52]))
    #expect(abs(try #require(bias.correlation) - 0.9956) < 5e-5)
    #expect(abs(try #require(bias.slope) - 15.004) < 5e-4)
    #expect(bias.rankCorrelation == 1)
    #expect(bias.tracksReporting)
    #expect(abs(try #require(bias.residuals).reduce(0, +)) < 1e-9)
  }

  // Ranks of x (1, 2, 3.5, 3.5, 5) and y (4, 3, 5, 1, 2): Σ(x − 3)(y − 3) = −4; ÷ √(9.5 · 10).
  @Test("Equal numbers share their mean rank")
  func ties() throws {
    let bias = try #require(ReportingBias(items: [1, 2, 3, 3, 4], scores: [40, 30, 50, 10, 20]))
    let expected = -4 / (9.5 * 10).squareRoot()
    #expect(abs(try #require(bias.rankCorrelation) - expected) < 1e-12)
    #expect(!bias.tracksReporting)
  }

  @Test("Nothing is said of two regions, of equal numbers, or of regions without reports")
  func degenerate() throws {
    #expect(ReportingBias(items: [5, 10], scores: [1, 2]) == nil)
    #expect(ReportingBias(items: [5, 10, 0], scores: [1, 2, 3]) == nil)
    let flat = try #require(ReportingBias(items: [5, 5, 5], scores: [1, 2, 3]))
    #expect(
      flat.rankCorrelation == nil && flat.slope == nil && flat.residuals == nil && !flat.tracksReporting)
  }
}

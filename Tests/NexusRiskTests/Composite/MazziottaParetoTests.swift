import NexusRisk
import NexusTestSupport
import Testing

/// Numbers of METHOD §3.1 (numpy 2.4); the original variant by hand.
@Suite("Mazziotta–Pareto index")
struct MazziottaParetoTests {
  private func index(
    _ values: [Double], _ polarity: MazziottaPareto.Polarity, _ variant: MazziottaPareto.Variant = .adjusted
  ) -> Double {
    MazziottaPareto(values, polarity: polarity, variant: variant)?.value ?? .nan
  }

  @Test("The adjusted index takes the variance of a population")
  func adjusted() {
    #expect(isClose(index([90, 40, 20], .good), 32.6667, relative: 0, absolute: 5e-5))
    #expect(isClose(index([90, 40, 20], .bad), 67.3333, relative: 0, absolute: 5e-5))
    #expect(isClose(index([80, 100, 120], .good), 97.3333, relative: 0, absolute: 5e-5))
    #expect(isClose(index([80, 100, 120], .bad), 102.6667, relative: 0, absolute: 5e-5))
  }

  @Test("The original one that of a sample: (80, 100, 120) has S² = 400")
  func original() {
    #expect(isClose(index([80, 100, 120], .good, .original), 96))
    #expect(isClose(index([80, 100, 120], .bad, .original), 104))
  }

  @Test("With the sign of risks it is not monotone, which is why it only describes")
  func notMonotone() {
    #expect(isClose(index([90, 0], .bad), 90))
    #expect(isClose(index([90, 20], .bad), 77.27, relative: 0, absolute: 5e-3))
  }

  @Test("It is not defined for one value, or around 0")
  func undefined() {
    #expect(MazziottaPareto([5]) == nil && MazziottaPareto([]) == nil && MazziottaPareto([0, 0]) == nil)
    #expect(MazziottaPareto([7, 7])?.penalty == 0)
  }
}

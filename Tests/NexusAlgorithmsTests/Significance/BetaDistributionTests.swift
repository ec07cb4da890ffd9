import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Beta distribution")
struct BetaDistributionTests {
  struct Reference: CustomTestStringConvertible, Sendable {
    var (a, b): (Double, Double)
    /// Of θ: the ends of the 95 % interval, P(θ ≤ .35), P(θ > .65), P(θ > .5).
    var values: [Double]
    var testDescription: String { "a \(a), b \(b)" }
  }

  // scipy 1.17.1: d = scipy.stats.beta(a, b); d.ppf(.025), d.ppf(.975), d.cdf(.35), d.sf(.65), d.sf(.5)
  static let references = [
    Reference(
      a: 8.5, b: 2.5,
      values: [
        0.4972255035600069, 0.9559405864473692, 0.0017368111543006595, 0.839636560880212, 0.9739633851952316,
      ]),
    Reference(
      a: 5.5, b: 5.5,
      values: [0.22352867025270517, 0.7764713297472947, 0.15965773623927976, 0.15965773623927965, 0.5]),
    Reference(
      a: 0.5, b: 6.5,
      values: [
        7.849984836620805e-05, 0.33038890915155006, 0.9798258645210123, 0.000283193142310551,
        0.0031977303082424383,
      ]),
    Reference(
      a: 12.5, b: 10.5,
      values: [
        0.34263079564796417, 0.7371582642920429, 0.029761869425000937, 0.15203235874449092,
        0.6645724123485255,
      ]),
    Reference(
      a: 0.5, b: 0.5,
      values: [0.001541333133436012, 0.9984586668665639, 0.40301331597932166, 0.4030133159793217, 0.5]),
    Reference(
      a: 1.5, b: 9.5,
      values: [
        0.011011673763161133, 0.3813147710666164, 0.961361461696875, 0.00013923252159357913,
        0.003689890311953248,
      ]),
    Reference(a: 2000.5, b: 30.5, values: [0.97925836667029, 0.9898045219533954, 0, 1, 1]),
    Reference(
      a: 123456.5, b: 234567.5, values: [0.34327132993557646, 0.34638519557284003, 0.999999999958954, 0, 0]),
    Reference(
      a: 0.7, b: 900.25, values: [4.997566072303892e-06, 0.003349844071432197, 1, 0, 1.225344560926095e-272]),
  ]

  @Test("It agrees with scipy to 1e-11", arguments: references)
  func reference(_ reference: Reference) {
    let beta = BetaDistribution(a: reference.a, b: reference.b)
    let interval = beta.interval()
    let values = [
      interval.lowerBound, interval.upperBound, beta.probability(atMost: 0.35), beta.probability(above: 0.65),
      beta.probability(above: 0.5),
    ]
    for (value, expected) in zip(values, reference.values) {
      #expect(isClose(value, expected, relative: 1e-11, absolute: 1e-14), "\(value) is not \(expected)")
    }
  }

  @Test("Whole numbers give the binomial sums of exact arithmetic")
  func binomial() {
    // I_x(a, b) = Σ_(j ≥ a) C(n, j) x^j (1 − x)^(n − j) with n = a + b − 1
    for (a, b) in [(1, 1), (2, 5), (7, 3), (10, 10)] {
      for x in [0.125, 0.5, 0.75] {
        let n = a + b - 1
        var sum = 0.0
        for j in a...n {
          let choose = (0..<j).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
          sum += choose * power(x, j) * power(1 - x, n - j)
        }
        let value = BetaDistribution(a: Double(a), b: Double(b)).probability(atMost: x)
        #expect(isClose(value, sum, relative: 1e-13))
      }
    }
  }

  @Test(
    "A quantile is the inverse, the two sides add up to 1, and the mirror image is one",
    arguments: [1, 2, 3] as [UInt64])
  func inverse(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let beta = BetaDistribution(
        a: Double.random(in: 0.5...60, using: &generator), b: Double.random(in: 0.5...60, using: &generator))
      let mirror = BetaDistribution(a: beta.b, b: beta.a)
      let p = Double.random(in: 0.001...0.999, using: &generator)
      let x = beta.quantile(p)
      #expect(isClose(beta.probability(atMost: x), p, relative: 1e-10), "seed \(seed): \(beta), p \(p)")
      #expect(isClose(beta.probability(atMost: x) + beta.probability(above: x), 1))
      #expect(isClose(mirror.probability(above: 1 - x), beta.probability(atMost: x), relative: 1e-9))
    }
  }

  @Test("Beyond 0 and 1 there is nothing")
  func ends() {
    let beta = BetaDistribution(a: 2, b: 3)
    #expect(beta.probability(atMost: -1) == 0 && beta.probability(atMost: 0) == 0)
    #expect(beta.probability(atMost: 1) == 1 && beta.probability(above: 1) == 0)
    #expect(beta.quantile(0) == 0 && beta.quantile(1) == 1)
    #expect(isClose(beta.interval(0).lowerBound, beta.interval(0).upperBound))
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { value, _ in value * base }
  }
}

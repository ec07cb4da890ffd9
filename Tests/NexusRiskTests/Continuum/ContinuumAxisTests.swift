import NexusRisk
import NexusTestSupport
import Testing

@Suite("Axis of the continuum")
struct ContinuumAxisTests {
  struct Golden: CustomTestStringConvertible, Sendable {
    var (terror, crime): (Double, Double)
    var mean, position, low, high, mixed, towardsTerror: Double
    var testDescription: String { "(\(terror), \(crime))" }
  }

  // METHOD § 2.4, to the four decimals given there.
  static let golden = [
    Golden(
      terror: 8, crime: 2, mean: 0.7727, position: 0.5455, low: 0.4972, high: 0.9559, mixed: 0.1586,
      towardsTerror: 0.974),
    Golden(
      terror: 5, crime: 5, mean: 0.5, position: 0, low: 0.2235, high: 0.7765, mixed: 0.6807,
      towardsTerror: 0.5),
    Golden(
      terror: 0, crime: 6, mean: 0.0714, position: -0.8571, low: 0.0001, high: 0.3304, mixed: 0.0199,
      towardsTerror: 0.0032),
    Golden(
      terror: 12, crime: 10, mean: 0.5435, position: 0.087, low: 0.3426, high: 0.7372, mixed: 0.8182,
      towardsTerror: 0.6646),
    Golden(
      terror: 0, crime: 0, mean: 0.5, position: 0, low: 0.0015, high: 0.9985, mixed: 0.194, towardsTerror: 0.5
    ),
  ]

  @Test("The numbers of the method", arguments: golden)
  func numbers(_ golden: Golden) {
    let axis = ContinuumAxis(terror: golden.terror, crime: golden.crime)
    for (value, expected) in [
      (axis.mean, golden.mean), (axis.position, golden.position), (axis.interval.lowerBound, golden.low),
      (axis.interval.upperBound, golden.high), (axis.mixed, golden.mixed),
      (axis.towardsTerror, golden.towardsTerror),
    ] {
      #expect(abs(value - expected) <= 0.00005001, "\(value) is not \(expected)")
    }
    #expect(isClose(axis.crimeSide + axis.mixed + axis.terrorSide, 1))
    #expect(isClose(axis.positions.lowerBound, 2 * axis.interval.lowerBound - 1))
  }

  @Test("A side is the part with a probability of ½; without observations there is none")
  func sides() {
    #expect(ContinuumAxis(terror: 8, crime: 1).side == .terror)
    #expect(abs(ContinuumAxis(terror: 8, crime: 1).terrorSide - 0.9431) < 0.00005)
    #expect(ContinuumAxis(terror: 5, crime: 5).side == .mixed)
    #expect(ContinuumAxis(terror: 0, crime: 6).side == .crime)
    #expect(ContinuumAxis(terror: 0, crime: 0).side == nil)
    #expect(ContinuumAxis(terror: 0.5, crime: 0.5).side == nil)
  }
}

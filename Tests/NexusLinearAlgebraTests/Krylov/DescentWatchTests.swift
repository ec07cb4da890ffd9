import Synchronization
import Testing

@testable import NexusLinearAlgebra

@Suite("Watching iterations come down")
struct DescentWatchTests {
  /// The shares that are told while `body` runs, and its result.
  private func shares<Result>(_ body: () throws -> Result) rethrows -> (told: [Double], result: Result) {
    let told = Told()
    let result = try DescentWatch.$report.withValue({ share in told.add(share) }, operation: body)
    return (told.shares.withLock { $0 }, result)
  }

  private final class Told: Sendable {
    let shares = Mutex<[Double]>([])
    func add(_ share: Double) { shares.withLock { $0.append(share) } }
  }

  @Test(
    "Each iteration tells the way it has come, in several steps up to nearly all", arguments: [true, false])
  func steps(isSymmetric: Bool) throws {
    let matrix = SparseMatrix.irreducible(1_500, extra: 4_000, isSymmetric: isSymmetric, seed: 11)
    let (rooting, perron) = try shares { try matrix.perronVector() }
    let (solving, solution) = try shares {
      try matrix.solveShifted(perron.root * 1.2, [Double](repeating: 1, count: 1_500))
    }
    for told in [rooting, solving] {
      #expect(Set(told).count > 3 && told.allSatisfy { (0...1).contains($0) })
      #expect(told[0] < 0.5 && told.max() ?? 0 > 0.85)
    }
    // Nobody who watches changes a byte.
    #expect(try matrix.perronVector().vector == perron.vector)
    #expect(
      try matrix.solveShifted(perron.root * 1.2, [Double](repeating: 1, count: 1_500)) == solution)
  }

  @Test("What is no residual is not told")
  func nothing() {
    let (told, _) = shares {
      for residual in [0, -1, .nan, .infinity] { DescentWatch.reached(residual, goal: 1e-12) }
      DescentWatch.reached(10, goal: 1e-12)
      DescentWatch.reached(1e-6, goal: 1e-12)
    }
    #expect(told.count == 2 && told[0] == 0 && abs(told[1] - 0.5) < 1e-12)
  }
}

private import Foundation

/// How far an iteration has come down, for whoever looks while it runs; ambient, so that no result can depend on it.
///
/// Iterations do not know how many steps they will take, but most come down at an even pace: of the way from 1 to the
/// goal, on the scale of logarithms, a residual *r* has gone
///
///     ln r / ln goal
package enum DescentWatch {
  /// Told the share of the way, 0 to 1, which may fall back when an iteration starts anew.
  @TaskLocal package static var report: (@Sendable (Double) -> Void)?

  package static func reached(_ residual: Double, goal: Double) {
    guard let report, residual > 0, residual.isFinite else { return }
    report(min(1, max(0, log(residual) / log(goal))))
  }
}

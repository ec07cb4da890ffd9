import NexusAlgorithms

/// One axis of the continuum from crime to terrorism, method or motive, as far as observations tell.
///
///     θ ~ Beta(terror + ½, crime + ½)      (Jeffreys' prior)
///     position x = 2 E[θ] − 1              −1 crime … +1 terrorism
///
/// The crime side is θ < .35, the terror side θ > .65, mixed what lies between: conventions of nexus.
public struct ContinuumAxis: Hashable, Sendable {
  /// Observations on the side of terrorism and of crime, each worth the confidence of its row.
  public let terror: Double
  public let crime: Double
  /// E[θ], 0...1.
  public let mean: Double
  /// The equal-tailed 95 % credible interval of θ.
  public let interval: ClosedRange<Double>
  /// P(θ < .35)
  public let crimeSide: Double
  /// P(.35 ≤ θ ≤ .65)
  public let mixed: Double
  /// P(θ > .65)
  public let terrorSide: Double

  /// Where the mixed part begins and ends.
  public static let mixedRange = 0.35...0.65
  /// A side counts from this posterior probability on.
  public static let decisive = 0.5

  /// - Precondition: neither is negative.
  public init(terror: Double, crime: Double) {
    (self.terror, self.crime) = (terror, crime)
    let posterior = ContinuumAxis.posterior(terror: terror, crime: crime)
    mean = posterior.mean
    interval = posterior.interval()
    crimeSide = posterior.probability(atMost: ContinuumAxis.mixedRange.lowerBound)
    terrorSide = posterior.probability(above: ContinuumAxis.mixedRange.upperBound)
    mixed = max(0, 1 - crimeSide - terrorSide)
  }

  static func posterior(terror: Double, crime: Double) -> BetaDistribution {
    precondition(terror >= 0 && crime >= 0, "There are no fewer than no observations.")
    return BetaDistribution(a: terror + 0.5, b: crime + 0.5)
  }

  /// Observations on both sides.
  public var count: Double { terror + crime }

  /// −1 crime … +1 terrorism.
  public var position: Double { ContinuumAxis.position(of: mean) }

  /// The ends of the credible interval as positions.
  public var positions: ClosedRange<Double> {
    ContinuumAxis.position(of: interval.lowerBound)...ContinuumAxis.position(of: interval.upperBound)
  }

  public static func position(of share: Double) -> Double { 2 * share - 1 }

  /// P(θ > ½)
  public var towardsTerror: Double {
    ContinuumAxis.posterior(terror: terror, crime: crime).probability(above: 0.5)
  }

  /// The side that is at least as likely as not; nil when none is.
  public var side: ContinuumSide? {
    if mixed >= ContinuumAxis.decisive { return .mixed }
    if terrorSide >= ContinuumAxis.decisive { return .terror }
    return crimeSide >= ContinuumAxis.decisive ? .crime : nil
  }
}

/// A part of an axis of the continuum.
public enum ContinuumSide: String, Hashable, Sendable { case crime, mixed, terror }

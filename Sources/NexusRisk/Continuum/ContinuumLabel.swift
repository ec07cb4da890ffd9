/// What the position of an actor on the continuum is called: a position in the recorded data, not a finding.
public enum ContinuumLabel: String, Hashable, CaseIterable, Sendable {
  /// Method and motive both on the side of terrorism, or both on that of crime.
  case terrorist
  case organisedCrime = "organised-crime"
  /// The motive on one of the two sides, the method mixed or on the other: methods, not motives.
  case appropriation
  /// Method and motive mixed.
  case hybrid
  /// The motive went from one side of ½ to the other between two windows of time.
  case transformation
  /// The method is mixed, but fewer than three observations tell of the motive: not to be called hybrid.
  case motiveNotObserved = "method-convergent, motive not observed"
  /// Enough was observed, but no rule holds with a probability of ½.
  case undecided
  /// Fewer than five observations, or fewer than two origins.
  case insufficient

  /// Fewer observations, weighed by confidence, are insufficient.
  public static let leastObservations = 5.0
  public static let leastOrigins = 2
  /// Fewer observations of the motive do not make it observed.
  public static let leastMotiveObservations = 3.0
  /// What P(early side) · P(late side) must reach for a transformation.
  public static let transformationProbability = 0.9

  /// The label by the rules in the order insufficient, transformation, motive not observed, then by the sides.
  ///
  /// - Parameters:
  ///   - origins: how many independent origins the observations have.
  ///   - crossing: the probability that the motive crossed ½ between two windows; nil without windows.
  init(method: ContinuumAxis, motive: ContinuumAxis, origins: Int, crossing: Double?) {
    let isEnough =
      method.count + motive.count >= ContinuumLabel.leastObservations
      && origins >= ContinuumLabel.leastOrigins
    self =
      isEnough ? ContinuumLabel(method: method, motive: motive, crossing: crossing) : .insufficient
  }

  /// The label that the counts alone would give, however few they are.
  init(method: ContinuumAxis, motive: ContinuumAxis, crossing: Double?) {
    if let crossing, crossing >= ContinuumLabel.transformationProbability {
      self = .transformation
      return
    }
    if method.side == .mixed, motive.count < ContinuumLabel.leastMotiveObservations {
      self = .motiveNotObserved
      return
    }
    switch (method.side, motive.side) {
    case (.terror, .terror): self = .terrorist
    case (.crime, .crime): self = .organisedCrime
    case (.mixed, .mixed): self = .hybrid
    case (.mixed, .terror), (.mixed, .crime), (.crime, .terror), (.terror, .crime): self = .appropriation
    default: self = .undecided
    }
  }
}

/// What one row counts of an actor's acts and motives: where it stands between crime and terrorism, by that row.
public struct ActorObservation: Sendable {
  public var actor: ActorID
  public var counts: MethodMotiveCounts
  public var evidence: Evidence

  public init(actor: ActorID, counts: MethodMotiveCounts, evidence: Evidence) {
    self.actor = actor
    self.counts = counts
    self.evidence = evidence
  }
}

/// Observations of how an actor acts and of what it says it acts for.
public struct MethodMotiveCounts: Hashable, Sendable {
  /// Acts of political violence.
  public var methodTerror: Double
  /// Crimes for profit.
  public var methodCrime: Double
  /// Political or ideological statements, claims, targets.
  public var motiveTerror: Double
  /// Evidence of profit as the motive.
  public var motiveCrime: Double

  public init(
    methodTerror: Double = 0, methodCrime: Double = 0, motiveTerror: Double = 0, motiveCrime: Double = 0
  ) {
    self.methodTerror = methodTerror
    self.methodCrime = methodCrime
    self.motiveTerror = motiveTerror
    self.motiveCrime = motiveCrime
  }

  /// How many observations there are in all.
  public var total: Double { methodTerror + methodCrime + motiveTerror + motiveCrime }

  /// Adds counts, each worth `weight` of itself.
  public mutating func add(_ other: MethodMotiveCounts, weight: Double = 1) {
    methodTerror += weight * other.methodTerror
    methodCrime += weight * other.methodCrime
    motiveTerror += weight * other.motiveTerror
    motiveCrime += weight * other.motiveCrime
  }
}

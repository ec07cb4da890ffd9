public import NexusGraph

/// The actors of a network, as columns in the order of ``ActorID``.
public struct Actors: Sendable {
  public var ids: [String]
  public var names: [String]
  public var roles: [Role]
  public var types: [ActorType]
  /// What rows say of where an actor is active.
  public var presences: [Presence]
  /// What rows say of crimes of an actor itself (those of its ties and transfers are counted with them).
  public var crimes: [CrimeClaim]
  /// What rows count of the acts and motives of actors.
  public var observations: [ActorObservation]
  /// What rows say of who actors are, beyond a name.
  public var particulars = ActorParticulars()
  /// The row that describes the actor, where a file of actors has one.
  public var rows: [RowID?]

  public init() {
    (ids, names, roles, types, rows) = ([], [], [], [], [])
    (presences, crimes, observations) = ([], [], [])
  }

  public var count: Int { ids.count }

  /// Adds an actor that nothing is known of yet.
  public mutating func append(id: String, name: String? = nil) -> ActorID {
    ids.append(id)
    names.append(name ?? id)
    roles.append(.unknown)
    types.append(.unknown)
    rows.append(nil)
    return ActorID(ids.count - 1)
  }
}

/// One item of evidence that an actor is active in a region.
public struct Presence: Sendable {
  public var actor: ActorID
  public var region: Region
  public var evidence: Evidence

  public init(actor: ActorID, region: Region, evidence: Evidence) {
    self.actor = actor
    self.region = region
    self.evidence = evidence
  }
}

/// One item of evidence that an actor takes part in a kind of crime.
public struct CrimeClaim: Sendable {
  public var actor: ActorID
  public var crime: Crime
  public var evidence: Evidence

  public init(actor: ActorID, crime: Crime, evidence: Evidence) {
    self.actor = actor
    self.crime = crime
    self.evidence = evidence
  }
}

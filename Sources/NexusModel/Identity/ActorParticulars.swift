/// What rows say of who actors are, beyond a name: further names, births, nationalities, identifiers.
///
/// Lists by actor, as few actors have any. They tell records of one actor from those of two; no measure and no score
/// reads them, and a nationality is never a region of activity.
public struct ActorParticulars: Sendable {
  public var aliases: [ActorAlias] = []
  public var births: [ActorBirth] = []
  public var nationalities: [ActorNationality] = []
  public var identifiers: [ActorIdentifier] = []

  public init() {}

  public var isEmpty: Bool {
    aliases.isEmpty && births.isEmpty && nationalities.isEmpty && identifiers.isEmpty
  }

  /// The particulars of those actors that have a number in a part of their network. O(particulars).
  func renumbered(_ number: (ActorID) -> ActorID?) -> ActorParticulars {
    var part = ActorParticulars()
    for item in aliases {
      if let actor = number(item.actor) {
        part.aliases.append(ActorAlias(actor: actor, name: item.name, quality: item.quality))
      }
    }
    for item in births {
      if let actor = number(item.actor) { part.births.append(ActorBirth(actor: actor, date: item.date)) }
    }
    for item in nationalities {
      if let actor = number(item.actor) {
        part.nationalities.append(ActorNationality(actor: actor, country: item.country))
      }
    }
    for item in identifiers {
      if let actor = number(item.actor) {
        part.identifiers.append(ActorIdentifier(actor: actor, kind: item.kind, value: item.value))
      }
    }
    return part
  }
}

/// A further name of an actor.
public struct ActorAlias: Hashable, Sendable {
  /// How well the name tells the actor from others.
  public enum Quality: Hashable, Sendable {
    case good
    /// The source warns that many bear it, or that it alone identifies nobody.
    case weak
    /// The id of another record that a decision made one with the actor. It is no name.
    case formerID
  }

  public var actor: ActorID
  public var name: String
  public var quality: Quality

  public init(actor: ActorID, name: String, quality: Quality = .good) {
    self.actor = actor
    self.name = name
    self.quality = quality
  }
}

/// When an actor was born, by one row. An actor may have several: sources disagree.
public struct ActorBirth: Hashable, Sendable {
  public var actor: ActorID
  public var date: BirthDate

  public init(actor: ActorID, date: BirthDate) {
    self.actor = actor
    self.date = date
  }
}

/// A country whose national an actor is.
public struct ActorNationality: Hashable, Sendable {
  public var actor: ActorID
  public var country: Region

  public init(actor: ActorID, country: Region) {
    self.actor = actor
    self.country = country
  }
}

/// A number under which an authority knows an actor.
public struct ActorIdentifier: Hashable, Sendable {
  public var actor: ActorID
  /// What sort of number: `passport`, `national-id`, `registration`, `tax`, or a word of the data.
  public var kind: String
  /// As the data write it.
  public var value: String

  public init(actor: ActorID, kind: String, value: String) {
    self.actor = actor
    self.kind = kind
    self.value = value
  }
}

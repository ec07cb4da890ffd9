public typealias Role = Term<Roles>
public typealias ActorType = Term<ActorTypes>
public typealias Relation = Term<Relations>
public typealias Crime = Term<Crimes>
public typealias Channel = Term<Channels>

/// The part an actor plays, as the data say.
public enum Roles: Vocabulary {
  public static let known = [
    "terrorist", "organised-crime", "facilitator", "state", "reporting-party", "victim", "witness", "unknown",
  ]
  public static let spellings = [
    "organized-crime": "organised-crime", "organisedcrime": "organised-crime",
    "organizedcrime": "organised-crime", "oc": "organised-crime", "reportingparty": "reporting-party",
  ]
}

extension Role {
  public static var terrorist: Role { Role(known: "terrorist") }
  public static var organisedCrime: Role { Role(known: "organised-crime") }
  public static var facilitator: Role { Role(known: "facilitator") }
  public static var state: Role { Role(known: "state") }
  public static var reportingParty: Role { Role(known: "reporting-party") }
  public static var victim: Role { Role(known: "victim") }
  public static var witness: Role { Role(known: "witness") }

  /// Victims, witnesses and reporting parties: they enter no indicator, ranking or score.
  public var isProtected: Bool { self == .victim || self == .witness || self == .reportingParty }

  /// κ, what one actor adds to a region's expected number of actors: 1 terrorist or organised crime,
  /// ½ facilitator, 0 all others.
  public var actorWeight: Double {
    switch self {
    case .terrorist, .organisedCrime: 1
    case .facilitator: 0.5
    default: 0
    }
  }
}

/// What kind of thing an actor is.
public enum ActorTypes: Vocabulary {
  public static let known = [
    "person", "organisation", "company", "bank", "npo", "account", "vessel", "place", "unknown",
  ]
  public static let spellings = ["organization": "organisation", "individual": "person", "ngo": "npo"]
}

extension ActorType {
  public static var person: ActorType { ActorType(known: "person") }
  public static var organisation: ActorType { ActorType(known: "organisation") }
  public static var company: ActorType { ActorType(known: "company") }
  public static var bank: ActorType { ActorType(known: "bank") }
  public static var npo: ActorType { ActorType(known: "npo") }
  public static var account: ActorType { ActorType(known: "account") }
  public static var vessel: ActorType { ActorType(known: "vessel") }
  public static var place: ActorType { ActorType(known: "place") }
}

/// What a tie between two actors consists in.
public enum Relations: Vocabulary {
  public static let known = [
    "colocation", "transaction", "facilitation", "finance", "alliance", "shared-member", "joint-operation",
    "command", "membership", "kinship", "communication", "ownership", "movement", "unknown",
  ]
}

extension Relation {
  public static var sharedMember: Relation { Relation(known: "shared-member") }
  public static var jointOperation: Relation { Relation(known: "joint-operation") }
  public static var command: Relation { Relation(known: "command") }
  public static var transaction: Relation { Relation(known: "transaction") }
  public static var finance: Relation { Relation(known: "finance") }
}

/// The kinds of crime that the two documents and the resolutions they cite name.
public enum Crimes: Vocabulary {
  public static let known = [
    "drugs", "precursors", "trafficking-in-persons", "arms", "cultural-property", "natural-resources",
    "money-laundering", "kidnap-for-ransom", "extortion", "robbery", "migrant-smuggling", "cyber",
    "counterfeit",
    "other",
    "attack", "recruitment", "training", "propaganda", "incitement", "terrorist-financing", "travel",
  ]
  public static let spellings = ["tip": "trafficking-in-persons", "kfr": "kidnap-for-ransom"]
}

/// How money moved.
public enum Channels: Vocabulary {
  public static let known = [
    "bank", "hawala", "cash", "virtual-asset", "mobile-money", "prepaid", "crowdfunding", "trade", "unknown",
  ]
}

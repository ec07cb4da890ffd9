internal import NexusGraph
internal import NexusModel

/// What is compared of one actor.
struct ActorRecord {
  var names: [NameForm] = []
  var births: [BirthDate] = []
  var nationalities: Set<Region> = []
  var countries: Set<Region> = []
  /// Numbers without spaces and marks, by their kind.
  var identifiers: [String: Set<String>] = [:]
  var role: Role
  var kind: ActorClass
}

/// Which actors can be one: a person is never a company.
enum ActorClass: Hashable {
  case person, organisation, account, vessel, place, unknown

  init(_ type: ActorType) {
    switch type {
    case .person: self = .person
    case .organisation, .company, .bank, .npo: self = .organisation
    case .account: self = .account
    case .vessel: self = .vessel
    case .place: self = .place
    default: self = .unknown
    }
  }

  func canBe(_ other: ActorClass) -> Bool { self == other || self == .unknown || other == .unknown }

  var bearer: NameTokens.Bearer {
    switch self {
    case .person: .person
    case .unknown: .unknown
    default: .organisation
    }
  }
}

/// The records of all actors of a network, with the tokens of their names.
struct ActorRecords {
  /// Names of an actor that are compared; a record with more is most likely several.
  static let mostNames = 50

  private(set) var records: [ActorRecord] = []
  private(set) var table = TokenTable()
  /// The names as the data write them, by actor and ``NameForm/source``.
  private(set) var spellings: [[String]] = []
  /// Names beyond ``mostNames``.
  private(set) var namesLeftOut = 0

  /// O(names · length), and what ICU takes for other scripts.
  init(of network: Network) {
    let actors = network.actors
    spellings = actors.names.map { [$0] }
    var isWeak = actors.names.map { _ in [false] }
    for alias in actors.particulars.aliases {
      let actor = alias.actor.index
      // The id of a record is a name where ids are all the names there are.
      guard alias.quality != .formerID || actors.names[actor] == actors.ids[actor] else { continue }
      guard !spellings[actor].contains(alias.name) else { continue }
      guard spellings[actor].count < ActorRecords.mostNames else {
        namesLeftOut += 1
        continue
      }
      spellings[actor].append(alias.name)
      isWeak[actor].append(alias.quality == .weak)
    }
    records = zip(actors.roles, actors.types).map { ActorRecord(role: $0, kind: ActorClass($1)) }
    for birth in actors.particulars.births { records[birth.actor.index].births.append(birth.date) }
    for item in actors.particulars.nationalities {
      records[item.actor.index].nationalities.insert(item.country)
    }
    for presence in actors.presences where presence.evidence.stance == .supports {
      records[presence.actor.index].countries.insert(presence.region)
    }
    for item in actors.particulars.identifiers {
      let value = ActorRecords.bare(item.value)
      if !value.isEmpty { records[item.actor.index].identifiers[item.kind, default: []].insert(value) }
    }
    for actor in records.indices { addNames(to: actor, isWeak[actor]) }
  }

  private mutating func addNames(to actor: Int, _ isWeak: [Bool]) {
    var seen: Set<[Int32]> = []
    for (source, spelling) in spellings[actor].enumerated() {
      let name = NameTokens(spelling, of: records[actor].kind.bearer)
      let tokens = name.tokens.map { table.number(of: $0) }
      guard !tokens.isEmpty, seen.insert(tokens.sorted()).inserted else { continue }
      records[actor].names.append(
        NameForm(
          tokens: tokens, source: source, isWeak: isWeak[source], isOfOrganisation: name.isOfOrganisation))
    }
    table.count(Set(records[actor].names.flatMap(\.tokens)))
  }

  /// A number without what people put between its digits, without regard to case.
  private static func bare(_ value: String) -> String {
    String(value.uppercased().filter { $0.isLetter || $0.isNumber })
  }
}

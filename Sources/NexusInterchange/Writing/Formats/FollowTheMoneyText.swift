internal import NexusGraph
internal import NexusModel

/// Writes FollowTheMoney, one entity a line; the inverse of ``FollowTheMoney``.
///
/// | of the network | schema |
/// |---|---|
/// | an actor | by type Person, Organization (PublicBody of the state), Company, Vessel, BankAccount, Address; else LegalEntity |
/// | a tie of kinship between persons | Family |
/// | a directed tie of ownership to a company or vessel, of membership in an organisation | Ownership, Membership |
/// | any other tie | UnknownLink, the relation as its `role` |
/// | a transfer | Payment |
///
/// | of a row | property |
/// |---|---|
/// | name, aliases, countries of an actor | `name`, `alias`, `country` |
/// | role terrorist, organised crime | `topics`: `crime.terror`, `crime` |
/// | dates, amount, currency | `startDate`, `endDate`, `date`, `amount`, `currency` |
///
/// Each entity has a member `nexus` with its rows as tables have them (``StatementRows``), which other programs keep or
/// pass over and nexus reads back; so ids that FollowTheMoney does not allow, and all that its properties do not hold,
/// come back as they were.
///
/// Source: see ``FollowTheMoney``; schemata of version 4.11.
struct FollowTheMoneyText {
  /// The member of an entity that holds what nexus wrote.
  static let memberName = "nexus"

  private let rows: RecordRows
  private let ids: [String]
  private let schemata: [String]
  /// The countries of each actor, each once.
  private let countries: [[String]]

  static func bytes(_ rows: RecordRows) -> [UInt8] {
    let writer = FollowTheMoneyText(rows)
    var bytes: [UInt8] = []
    let links = (rows.ties + rows.transfers).enumerated().map { writer.link($0.element, number: $0.offset) }
    for entity in rows.actors.map(writer.actor) + links {
      JSONText.append(entity, to: &bytes)
      bytes.append(0x0A)
    }
    return bytes
  }

  private init(_ rows: RecordRows) {
    self.rows = rows
    let actors = rows.network.actors
    ids = actors.ids.map(FollowTheMoneyText.id)
    var countries = [[String]](repeating: [], count: actors.count)
    for presence in actors.presences where presence.region.isStandard && presence.region.level == .country {
      let code = presence.region.code.lowercased()
      if !countries[presence.actor.index].contains(code) { countries[presence.actor.index].append(code) }
    }
    self.countries = countries
    schemata = actors.ids.indices.map { FollowTheMoneyText.schema(actors.types[$0], actors.roles[$0]) }
  }

  /// The id itself where it is letters, digits, points and hyphens, else one made of it. What is made begins with
  /// `nexus-`, and so does no other.
  private static func id(_ id: String) -> String {
    func isAlphanumeric(_ byte: UInt8?) -> Bool {
      guard let byte else { return false }
      return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    let isPlain =
      isAlphanumeric(id.utf8.first) && isAlphanumeric(id.utf8.last)
      && id.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    return isPlain && !id.hasPrefix("nexus-") && id.utf8.count <= 200 ? id : made(of: "actor\n\(id)")
  }

  private static func made(of name: String) -> String {
    "nexus-" + HexadecimalText.of(SHA1.digest(of: Array(name.utf8)))
  }

  private static func schema(_ type: ActorType, _ role: Role) -> String {
    switch type {
    case .person: "Person"
    case .organisation: role == .state ? "PublicBody" : "Organization"
    case .npo: "Organization"
    case .company, .bank: "Company"
    case .vessel: "Vessel"
    case .account: "BankAccount"
    case .place: "Address"
    default: "LegalEntity"
    }
  }

  // MARK: Entities

  private func entity(
    _ id: String, _ schema: String, _ caption: String?, _ properties: [(name: String, values: [String])],
    _ record: String, _ statements: [JSONValue]
  ) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [("id", .string(id)), ("schema", .string(schema))]
    if let caption { members.append(("caption", .string(caption))) }
    members.append(("datasets", .texts([DataPackageText.slug(rows.network.name)])))
    let filled = properties.filter { !$0.values.isEmpty }
    members.append(("properties", .object(filled.map { ($0.name, .texts($0.values)) })))
    let own: JSONValue = .object([("record", .string(record)), ("rows", .array(statements))])
    members.append((FollowTheMoneyText.memberName, own))
    return .object(members)
  }

  private func actor(_ actor: RecordRows.ActorRows) -> JSONValue {
    let number = actor.actor.index
    let network = rows.network
    let name = network.actors.names[number]
    let aliases = actor.rows[0].aliases
    let topics: [String] =
      switch network.actors.roles[number] {
      case .terrorist: ["crime.terror"]
      case .organisedCrime: ["crime"]
      default: []
      }
    let rows = actor.rows.map { row in
      JSONValue.object([("id", .string(network.actors.ids[number]))] + row.members)
    }
    return entity(
      ids[number], schemata[number], name,
      [("name", [name]), ("alias", aliases), ("country", countries[number]), ("topics", topics)], "actor",
      rows)
  }

  private func link(_ link: RecordRows.LinkRow, number: Int) -> JSONValue {
    let row = link.row
    func dates(_ field: Field) -> [String] { row[field].map { [$0.replacing("Z", with: "")] } ?? [] }
    var cells: [(name: String, value: JSONValue)] = [
      ("source", .string(rows.id(link.source))), ("target", .string(rows.id(link.target))),
    ]
    if let isDirected = link.isDirected {
      cells.append(("directed", .string(isDirected ? "directed" : "undirected")))
    }
    let (schema, ends) = self.schema(of: link)
    let id = FollowTheMoneyText.made(of: "link\n\(rows.network.name)\n\(number)")
    var properties = [
      (name: ends.source, values: [ids[link.source.index]]),
      (name: ends.target, values: [ids[link.target.index]]),
      (name: "startDate", values: dates(.start)), (name: "endDate", values: dates(.end)),
      (name: "date", values: dates(.date)),
    ]
    if link.isDirected == nil {
      // FollowTheMoney has no exponents.
      properties.append(("amount", row[.amount].map { [$0] }?.filter { !$0.contains("e") } ?? []))
      properties.append(("currency", row[.currency].map { [$0] } ?? []))
      properties.append(("purpose", row[.channel].map { [$0] } ?? []))
    } else if schema == "UnknownLink" {
      properties.append(("role", row[.relation].map { [$0] } ?? []))
    }
    return entity(
      id, schema, nil, properties, link.isDirected == nil ? "transfer" : "tie", [.object(cells + row.members)]
    )
  }

  /// The narrowest schema whose ends may be what these are.
  private func schema(of link: RecordRows.LinkRow) -> (schema: String, ends: (source: String, target: String))
  {
    guard let isDirected = link.isDirected else { return ("Payment", ("payer", "beneficiary")) }
    let (source, target) = (schemata[link.source.index], schemata[link.target.index])
    let legal: Set<String> = ["Person", "Organization", "PublicBody", "Company", "LegalEntity"]
    switch link.row[.relation] {
    case "kinship" where !isDirected && source == "Person" && target == "Person":
      return ("Family", ("person", "relative"))
    case "ownership" where isDirected && legal.contains(source) && ["Company", "Vessel"].contains(target):
      return ("Ownership", ("owner", "asset"))
    case "membership"
    where isDirected && legal.contains(source) && ["Organization", "PublicBody", "Company"].contains(target):
      return ("Membership", ("member", "organization"))
    default: return ("UnknownLink", ("subject", "object"))
    }
  }
}

/// Reads entities of FollowTheMoney, one JSON object a line or in an array, as OpenSanctions and Aleph publish them.
///
/// | schema | becomes |
/// |---|---|
/// | Person, Organization, PublicBody, Company, LegalEntity, Vessel, BankAccount, CryptoWallet | an actor |
/// | Ownership, Directorship, Membership, Employment, Representation | a directed tie: ownership, membership (three), facilitation |
/// | Family, Associate, UnknownLink | an undirected tie: kinship, unknown, unknown |
/// | Payment | a transfer |
/// | Sanction | a further row of its entity, with the status `sanctioned` |
/// | Address | a region of the actors whose `addressEntity` it is |
/// | any other | passed over, with a note that counts |
/// | any that nexus wrote | the rows in its member `nexus`, see ``FollowTheMoneyText`` |
///
/// | property | becomes |
/// |---|---|
/// | `caption`, else the first `name`; other names, `alias`, `previousName`; `weakAlias` | name; aliases; weak aliases |
/// | `country`, `jurisdiction`, `mainCountry` | regions |
/// | `nationality`, `citizenship` | nationality, never a region |
/// | `birthDate` | date of birth |
/// | `passportNumber`, `idNumber`, `registrationNumber`, `taxNumber` | passport, national id, registration, tax number |
/// | `innCode`, `ogrnCode`, `leiCode`, `imoNumber`, `swiftBic` | identifiers |
/// | `topics`: `crime.terror`, `crime.boss` | role: terrorist, organised crime; a PublicBody is of the state |
/// | `topics`: `crime.traffick.drug`, `crime.traffick.human`, `crime.cyber` | crimes |
/// | `startDate`, `endDate`, `date` | start (the first), end (the last), date |
/// | `sourceUrl`, `proof` | evidence |
/// | `datasets`; `authority` of a Sanction | origin |
///
/// A link with several ends on one side is a row for each pair.
///
/// Source: Organized Crime and Corruption Reporting Project, *FollowTheMoney: a data model for financial crime
/// investigations*, https://followthemoney.tech.
struct FollowTheMoney {
  /// The properties of a link that hold its ends, and what the link is.
  private struct Link {
    var source: String
    var target: String
    var relation: String
    var direction: String
  }

  private static let actorTypes: [String: String] = [
    "Person": "person", "Organization": "organisation", "PublicBody": "organisation", "Company": "company",
    "LegalEntity": "unknown", "Vessel": "vessel", "BankAccount": "account", "CryptoWallet": "account",
  ]
  private static let links: [String: Link] = [
    "Ownership": Link(source: "owner", target: "asset", relation: "ownership", direction: "directed"),
    "Directorship": Link(
      source: "director", target: "organization", relation: "membership", direction: "directed"),
    "Membership": Link(
      source: "member", target: "organization", relation: "membership", direction: "directed"),
    "Employment": Link(source: "employee", target: "employer", relation: "membership", direction: "directed"),
    "Representation": Link(
      source: "agent", target: "client", relation: "facilitation", direction: "directed"),
    "Family": Link(source: "person", target: "relative", relation: "kinship", direction: "undirected"),
    "Associate": Link(source: "person", target: "associate", relation: "unknown", direction: "undirected"),
    "UnknownLink": Link(source: "subject", target: "object", relation: "unknown", direction: "undirected"),
  ]
  private static let identifiers = [
    ("innCode", "inn"), ("ogrnCode", "ogrn"), ("leiCode", "lei"), ("imoNumber", "imo"), ("swiftBic", "swift"),
  ]
  private static let roles = ["crime.terror": "terrorist", "crime.boss": "organised-crime"]
  private static let crimes = [
    "crime.traffick.drug": "drugs", "crime.traffick.human": "trafficking-in-persons", "crime.cyber": "cyber",
  ]

  private var actors = RecordTable(.actors, [.id, .name, .type])
  private var ties = RecordTable(.ties, [.source, .target, .relation, .directed])
  private var transfers = RecordTable(.ties, [.source, .target, .amount, .currency])
  /// The countries of addresses, by id.
  private var countries: [String: [String]] = [:]
  /// The ids that actors have in the data, of entities that nexus gave others.
  private var ownIDs: [String: String] = [:]
  private var passedOver = PassedOver()

  /// - Parameter text: the file in UTF-8.
  /// - Complexity: O(bytes), in two passes: addresses count wherever they stand.
  static func items(of text: [UInt8]) throws(FormatFault) -> ItemTables {
    var reader = FollowTheMoney()
    try forEachEntity(in: text) { (schema, entity, properties) throws(FormatFault) in
      guard let id = entity["id"]?.cell else { return }
      if let own = OwnStatement(entity), own.record == .actor { reader.ownIDs[id] = own.id }
      guard schema == "Address" else { return }
      reader.countries[id] = properties.values("country")
    }
    try forEachEntity(in: text) { (schema, entity, properties) throws(FormatFault) in
      try reader.read(schema, entity, properties)
    }
    return ItemTables(
      tables: [reader.actors, reader.ties, reader.transfers],
      notes: reader.passedOver.note.map { [$0] } ?? [],
      passedOver: reader.passedOver.total)
  }

  private static func forEachEntity(
    in text: [UInt8], _ read: (String, JSONObject, JSONObject) throws(FormatFault) -> Void
  ) throws(FormatFault) {
    var scanner = JSONScanner(text)
    let isArray = scanner.kind() == .array
    func next(_ scanner: inout JSONScanner) throws(FormatFault) {
      let (value, line) = (try scanner.value(), scanner.line)
      guard let entity = value.object, let schema = entity["schema"]?.text else {
        throw FormatFault(
          line, "this is no entity. Expected {\"id\": …, \"schema\": …, \"properties\": {…}}.")
      }
      try read(
        schema, entity, entity["properties"]?.object ?? JSONObject(line: entity.line, column: entity.column))
    }
    if isArray { return try scanner.array(next) }
    while !scanner.isAtEnd() { try next(&scanner) }
  }

  private mutating func read(
    _ schema: String, _ entity: JSONObject, _ properties: JSONObject
  ) throws(FormatFault) {
    let (line, column) = (entity.line, entity.column)
    if let own = OwnStatement(entity) { return try read(own, line: line, column: column) }
    let origin = entity["datasets"]?.cell
    let evidence = (properties.values("sourceUrl") + properties.values("proof")).first
    if let type = FollowTheMoney.actorTypes[schema] {
      try addActor(type, schema, entity, properties, origin, evidence)
    } else if let link = FollowTheMoney.links[schema] {
      for (source, target) in FollowTheMoney.pairs(properties, link.source, link.target) {
        try ties.append(
          [
            .source: ownID(source), .target: ownID(target), .relation: link.relation,
            .directed: link.direction,
            .start: properties.values("startDate").min(), .end: properties.values("endDate").max(),
            .date: properties.values("date").min(), .origin: origin, .evidence: evidence,
          ], line: line, column: column)
      }
    } else if schema == "Payment" {
      let isInEuro = properties.values("amount").isEmpty && !properties.values("amountEur").isEmpty
      for (payer, payee) in FollowTheMoney.pairs(properties, "payer", "beneficiary") {
        try transfers.append(
          [
            .source: ownID(payer), .target: ownID(payee),
            .amount: properties.values(isInEuro ? "amountEur" : "amount").first,
            .currency: isInEuro ? "EUR" : properties.values("currency").first,
            .date: (properties.values("date") + properties.values("startDate")).min(), .origin: origin,
            .evidence: evidence,
          ], line: line, column: column)
      }
    } else if schema == "Sanction", let sanctioned = properties.values("entity").first {
      try actors.append(
        [
          .id: ownID(sanctioned), .status: "sanctioned",
          .origin: properties.values("authority").first ?? origin,
          .evidence: evidence,
        ], line: line, column: column)
    } else {
      passedOver.add(schema)
    }
  }

  /// Takes the rows of an entity that nexus wrote.
  private mutating func read(_ own: OwnStatement, line: Int, column: Int?) throws(FormatFault) {
    for row in own.rows {
      switch own.record {
      case .actor: try actors.append(row, line: line, column: column)
      case .tie: try ties.append(row, line: line, column: column)
      case .transfer: try transfers.append(row, line: line, column: column)
      case .repeated: break
      }
    }
  }

  private func ownID(_ id: String?) -> String? { id.map { ownIDs[$0] ?? $0 } }

  private mutating func addActor(
    _ type: String, _ schema: String, _ entity: JSONObject, _ properties: JSONObject, _ origin: String?,
    _ evidence: String?
  ) throws(FormatFault) {
    let names = properties.values("name")
    let name = entity["caption"]?.cell ?? names.first
    let aliases = (names + ["alias", "previousName"].flatMap(properties.values)).filter { $0 != name }
    let identifiers = FollowTheMoney.identifiers.flatMap { property, kind in
      properties.values(property).map { "\(kind):\($0)" }
    }
    let regions =
      ["country", "jurisdiction", "mainCountry"].flatMap(properties.values)
      + properties.values("addressEntity").flatMap { countries[$0] ?? [] }
    let topics = properties.values("topics")
    let role =
      topics.compactMap { FollowTheMoney.roles[$0] }.first ?? (schema == "PublicBody" ? "state" : nil)
    let own: Set<String> = [
      "name", "alias", "previousName", "weakAlias", "country", "jurisdiction", "mainCountry", "addressEntity",
      "sourceUrl", "proof", "topics", "nationality", "citizenship", "birthDate", "passportNumber", "idNumber",
      "registrationNumber", "taxNumber", "innCode", "ogrnCode", "leiCode", "imoNumber", "swiftBic",
    ]
    let others = properties.members.filter { !own.contains($0.name) }
      .map { (name: "property \($0.name)", value: $0.value.cell) }
    try actors.append(
      [
        ("id", entity["id"]?.cell), ("name", name), ("type", type),
        ("aliases", FollowTheMoney.joined(aliases)),
        ("weak aliases", FollowTheMoney.joined(properties.values("weakAlias"))),
        ("birth date", FollowTheMoney.joined(properties.values("birthDate"))),
        ("nationality", FollowTheMoney.joined(["nationality", "citizenship"].flatMap(properties.values))),
        ("passport", FollowTheMoney.joined(properties.values("passportNumber"))),
        ("national id", FollowTheMoney.joined(properties.values("idNumber"))),
        ("registration number", FollowTheMoney.joined(properties.values("registrationNumber"))),
        ("tax number", FollowTheMoney.joined(properties.values("taxNumber"))),
        ("identifiers", FollowTheMoney.joined(identifiers)), ("role", role),
        ("region", FollowTheMoney.joined(regions.map { $0.count == 2 ? $0.uppercased() : $0 })),
        ("crimes", FollowTheMoney.joined(topics.compactMap { FollowTheMoney.crimes[$0] })),
        ("origin", origin),
        ("evidence", evidence), ("property topics", properties["topics"]?.cell),
      ] + others, line: entity.line, column: entity.column)
  }

  /// Every pair of an end on the one side and one on the other; a side without any leaves its end missing.
  private static func pairs(
    _ properties: JSONObject, _ source: String, _ target: String
  ) -> [(source: String?, target: String?)] {
    let sources = properties.values(source).map(Optional.some)
    let targets = properties.values(target).map(Optional.some)
    return (sources.isEmpty ? [nil] : sources).flatMap { source in
      (targets.isEmpty ? [nil] : targets).map { (source, $0) }
    }
  }

  /// Distinct values in their order, as a list cell.
  private static func joined(_ values: [String]) -> String {
    var seen = Set<String>()
    return values.filter { seen.insert($0).inserted }.map { $0.replacing(";", with: ",") }.joined(
      separator: ";")
  }
}

extension JSONObject {
  /// The values of a property: of a list each, of an entity in full its id.
  fileprivate func values(_ name: String) -> [String] {
    guard let value = self[name] else { return [] }
    let elements = value.elements.isEmpty ? [value] : value.elements
    return elements.compactMap { $0.object?["id"]?.cell ?? $0.cell }.filter { !$0.isEmpty }
  }
}

internal import NexusGraph
internal import NexusModel

/// Writes a bundle of STIX 2.1; the inverse of ``STIXBundle``.
///
/// | of the network | STIX |
/// |---|---|
/// | an actor of role terrorist or organised crime | `threat-actor` with its type |
/// | any other actor | `identity`, its class by its type |
/// | a row of a tie | `relationship` of its relation, `related-to` where it does not point |
/// | a transfer | `relationship` `paid`, the amount in its description |
/// | a region of an actor | `location`, and `relationship` `located-at` |
/// | confidence | `confidence`, rounded to whole percent |
/// | dates | `start_time`, `stop_time` |
///
/// What these words do not hold, ids, roles, grades, crimes and the rest, stands as the rows of a table in the property
/// `statements` of an extension (``StatementRows``), which other programs pass over and nexus reads back. Ids are made of
/// the actors' ids, and versions bear the newest date of the data, not that of writing.
///
/// Source: OASIS Standard, *STIX Version 2.1*, 10 June 2021, sections 4 and 7.3.
struct STIXText {
  /// The namespace of ids that are made here.
  private static let namespace: [UInt8] = [
    0x3B, 0x8D, 0x51, 0xF2, 0x6E, 0x1C, 0x4D, 0x0A, 0x9C, 0x47, 0x25, 0xE0, 0x9A, 0x7B, 0x13, 0xD6,
  ]

  /// By which a property of an object is known as what nexus wrote.
  static let extensionID = "extension-definition--" + UUID5.text(of: "extension\nstatement", in: namespace)
  private static let authorID = "identity--" + UUID5.text(of: "author\nnexus", in: namespace)

  private let rows: RecordRows
  private let version: String

  static func bytes(_ rows: RecordRows) -> [UInt8] {
    let writer = STIXText(rows)
    let bundle = id("bundle", "bundle\n\(rows.network.name)")
    var bytes = Array("{\"type\": \"bundle\", \"id\": \"\(bundle)\", ".utf8)
    JSONText.append(lines: writer.objects, named: "objects", to: &bytes)
    return bytes + Array("}\n".utf8)
  }

  private init(_ rows: RecordRows) {
    self.rows = rows
    version = rows.network.newestDate.map(STIXText.time) ?? "1970-01-01T00:00:00.000Z"
  }

  private static func id(_ type: String, _ name: String) -> String {
    "\(type)--\(UUID5.text(of: name, in: namespace))"
  }

  private static func time(_ instant: Instant) -> String {
    Instant(seconds: instant.seconds, precision: .second).description.replacing("Z", with: ".000Z")
  }

  // MARK: Objects

  private var objects: [JSONValue] {
    var locations: [(region: Region, id: String)] = []
    var seen = Set<Region>()
    let presences = rows.network.actors.presences
    for presence in presences where seen.insert(presence.region).inserted {
      locations.append((presence.region, STIXText.id("location", "region\n\(presence.region.code)")))
    }
    let links = (rows.ties + rows.transfers).enumerated().map { relationship($0.element, number: $0.offset) }
    return [author, definition] + rows.actors.map(actor) + locations.map { location($0.region, $0.id) }
      + presences.enumerated().map { residence($0.element, number: $0.offset) } + links
  }

  private func object(
    _ type: String, _ id: String, _ members: [(name: String, value: JSONValue)]
  ) -> JSONValue {
    .object(
      [
        ("type", .string(type)), ("spec_version", .string("2.1")), ("id", .string(id)),
        ("created", .string(version)), ("modified", .string(version)),
      ] + members)
  }

  private var author: JSONValue {
    object(
      "identity", STIXText.authorID,
      [
        ("name", .string("nexus")), ("identity_class", .string("system")),
        extended("repeat", []),
      ])
  }

  private var definition: JSONValue {
    object(
      "extension-definition", STIXText.extensionID,
      [
        ("created_by_ref", .string(STIXText.authorID)), ("name", .string("Rows of nexus")),
        (
          "description",
          .string(
            "record: what the object was made of (actor, tie, transfer), or repeat for what another object says "
              + "already. statements: its rows as JSON lists of objects, each member a cell of a table.")
        ),
        ("schema", .string("record is a string, statements a list of strings, each a JSON list of objects")),
        ("version", .string("1.0.0")), ("extension_types", .texts(["property-extension"])),
      ])
  }

  private func extended(
    _ record: String, _ statements: [WrittenRow], _ leading: [(name: String, value: JSONValue)] = []
  ) -> (name: String, value: JSONValue) {
    let members: [(name: String, value: JSONValue)] = [
      ("extension_type", .string("property-extension")), ("record", .string(record)),
    ]
    let texts = StatementRows.texts(statements, leading: leading)
    let statement: [(name: String, value: JSONValue)] =
      texts.isEmpty ? [] : [("statements", .texts(texts))]
    return ("extensions", .object([(STIXText.extensionID, .object(members + statement))]))
  }

  // MARK: Actors and places

  private func isThreat(_ role: Role) -> Bool { role == .terrorist || role == .organisedCrime }

  private func reference(_ actor: ActorID) -> String {
    let type = isThreat(rows.network.actors.roles[actor.index]) ? "threat-actor" : "identity"
    return STIXText.id(type, "actor\n\(rows.id(actor))")
  }

  private func actor(_ rows: RecordRows.ActorRows) -> JSONValue {
    let actors = self.rows.network.actors
    let role = actors.roles[rows.actor.index]
    var members: [(name: String, value: JSONValue)] = [("name", .string(actors.names[rows.actor.index]))]
    if isThreat(role) {
      members.append(("threat_actor_types", .texts([role == .terrorist ? "terrorist" : "crime-syndicate"])))
      let aliases = rows.rows[0].aliases
      if !aliases.isEmpty { members.append(("aliases", .texts(aliases))) }
    } else {
      members.append(
        ("identity_class", .string(STIXText.identityClass(actors.types[rows.actor.index]))))
    }
    if let confidence = rows.rows[0][.confidence].flatMap(Double.init) {
      members.append(STIXText.confidence(confidence))
    }
    let id: [(name: String, value: JSONValue)] = [("id", .string(self.rows.id(rows.actor)))]
    members.append(extended("actor", rows.rows, id))
    return object(isThreat(role) ? "threat-actor" : "identity", reference(rows.actor), members)
  }

  private static func identityClass(_ type: ActorType) -> String {
    switch type {
    case .person: "individual"
    case .organisation, .company, .bank, .npo: "organization"
    default: "unknown"
    }
  }

  private static func confidence(_ share: Double) -> (name: String, value: JSONValue) {
    ("confidence", .number("\(Int((min(max(share, 0), 1) * 100).rounded()))"))
  }

  private func location(_ region: Region, _ id: String) -> JSONValue {
    let isCountry = region.isStandard && region.level == .country
    let words = region.name.lowercased().replacing(" ", with: "-")
    return object(
      "location", id,
      [
        ("name", .string(region.name)),
        isCountry ? ("country", .string(region.code)) : ("region", .string(words)),
        extended("repeat", []),
      ])
  }

  private func residence(_ presence: Presence, number: Int) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("relationship_type", .string("located-at")), ("source_ref", .string(reference(presence.actor))),
      ("target_ref", .string(STIXText.id("location", "region\n\(presence.region.code)"))),
    ]
    if let date = presence.evidence.date { members.append(("start_time", .string(STIXText.time(date)))) }
    if let grading = presence.evidence.grading { members.append(STIXText.confidence(grading)) }
    members.append(extended("repeat", []))
    let id = STIXText.id("relationship", "presence\n\(rows.network.name)\n\(number)")
    return object("relationship", id, members)
  }

  // MARK: Ties and transfers

  private func relationship(_ link: RecordRows.LinkRow, number: Int) -> JSONValue {
    let row = link.row
    let isTransfer = link.isDirected == nil
    var members: [(name: String, value: JSONValue)] = [
      ("relationship_type", .string(isTransfer ? "paid" : STIXText.relationshipType(link))),
      ("source_ref", .string(reference(link.source))), ("target_ref", .string(reference(link.target))),
    ]
    if isTransfer {
      let words = [row[.amount], row[.currency], row[.channel].map { "by \($0)" }].compactMap { $0 }
      members.append(("description", .string(words.joined(separator: " "))))
    }
    func instant(_ field: Field) -> Instant? { row[field].flatMap { DateCell().instant($0) } }
    let start = instant(.start) ?? instant(.date)
    let end = instant(.end) ?? instant(.date)
    if let start { members.append(("start_time", .string(STIXText.time(start)))) }
    // STIX wants the end behind the start, which those of one day are not.
    if let end, start.map({ $0.seconds < end.seconds }) ?? true {
      members.append(("stop_time", .string(STIXText.time(end))))
    }
    if let share = row[.confidence].flatMap(Double.init) { members.append(STIXText.confidence(share)) }
    var ends: [(name: String, value: JSONValue)] = [
      ("source", .string(rows.id(link.source))), ("target", .string(rows.id(link.target))),
    ]
    if let isDirected = link.isDirected {
      ends.append(("directed", .string(isDirected ? "directed" : "undirected")))
    }
    members.append(extended(isTransfer ? "transfer" : "tie", [row], ends))
    let id = STIXText.id("relationship", "link\n\(rows.network.name)\n\(number)")
    return object("relationship", id, members)
  }

  private static let relationshipTypes = ["ownership": "owns", "membership": "member-of"]

  private static func relationshipType(_ link: RecordRows.LinkRow) -> String {
    guard link.isDirected == true, let relation = link.row[.relation] else { return "related-to" }
    if let word = relationshipTypes[relation] { return word }
    // STIX has small letters, digits and hyphens here.
    let isPlain = relation.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    return isPlain && (3...250).contains(relation.utf8.count) ? relation : "related-to"
  }
}

/// Reads a bundle of STIX 2.0 or 2.1.
///
/// | object | becomes |
/// |---|---|
/// | `threat-actor`, `intrusion-set`, `identity` | an actor |
/// | `relationship` between two of them | a tie; its type is the relation |
/// | `relationship` `located-at`, `sighting` at a `location` | a further row of the actor, with the location as region |
/// | revoked objects, older versions, all others | passed over, with a note that counts |
/// | any that nexus wrote | the rows in its extension, see ``STIXText`` |
///
/// | property | becomes |
/// |---|---|
/// | `name`, `aliases` | name, aliases |
/// | `identity_class`: individual; group, organization | type: person; organisation |
/// | `threat_actor_types`: terrorist; crime-syndicate; nation-state | role: terrorist; organised crime; state |
/// | `relationship_type`: owns; member-of, part-of; related-to | relation: ownership; membership; unknown, undirected. Others stay |
/// | `start_time` or `first_seen`, `stop_time` or `last_seen` | start, end |
/// | `confidence`, 0 to 100 | confidence, 0 to 1 |
/// | `created_by_ref` | origin |
/// | the first `external_references[].url` | evidence |
/// | `country`, else `region`, else `name` of a location | region |
///
/// Source: OASIS Standard, *STIX Version 2.1*, 10 June 2021.
struct STIXBundle {
  private static let actorKinds: Set<String> = ["threat-actor", "intrusion-set", "identity"]
  private static let types = [
    "individual": "person", "group": "organisation", "organization": "organisation",
  ]
  private static let roles = [
    "terrorist": "terrorist", "crime-syndicate": "organised-crime", "nation-state": "state",
  ]
  private static let relations = [
    "owns": "ownership", "member-of": "membership", "part-of": "membership", "related-to": "unknown",
  ]

  private var actors = RecordTable(.actors, [.id, .name, .type, .role])
  private var ties = RecordTable(.ties, [.source, .target, .relation, .directed])
  /// The newest version of each object.
  private var newest: [String: String] = [:]
  private var revoked = Set<String>()
  /// The regions of locations.
  private var regions: [String: String] = [:]
  private var transfers = RecordTable(.ties, [.source, .target, .amount, .currency])
  /// The ids that actors have in the data, of objects that nexus gave others.
  private var ownIDs: [String: String] = [:]
  private var passedOver = PassedOver()

  /// - Parameter text: the document in UTF-8.
  /// - Complexity: O(bytes), in two passes: versions and locations count wherever they stand.
  static func items(of text: [UInt8]) throws(FormatFault) -> ItemTables {
    var reader = STIXBundle()
    try forEachObject(in: text) { (object, id) in reader.index(object, id) }
    var seen = Set<String>()
    try forEachObject(in: text) { (object, id) throws(FormatFault) in
      if reader.revoked.contains(id) {
        reader.passedOver.add("revoked \(object["type"]?.text ?? "object")")
      } else if reader.newest[id] != object.version || !seen.insert(id).inserted {
        reader.passedOver.add("older version")
      } else {
        try reader.read(object, id)
      }
    }
    return ItemTables(
      tables: [reader.actors, reader.ties, reader.transfers],
      notes: reader.passedOver.note.map { [$0] } ?? [],
      passedOver: reader.passedOver.total)
  }

  private static func forEachObject(
    in text: [UInt8], _ read: (JSONObject, String) throws(FormatFault) -> Void
  ) throws(FormatFault) {
    var scanner = JSONScanner(text)
    try scanner.object { (scanner, name) throws(FormatFault) in
      guard name == "objects" else { return try scanner.skip() }
      try scanner.array { (scanner) throws(FormatFault) in
        let (value, line) = (try scanner.value(), scanner.line)
        guard let object = value.object, let id = object["id"]?.text, object["type"]?.text != nil else {
          throw FormatFault(line, "an object of the bundle has no type or no id. Give it both.")
        }
        try read(object, id)
      }
    }
    try scanner.expectEnd()
  }

  private mutating func index(_ object: JSONObject, _ id: String) {
    // The newest version decides whether an object is revoked.
    guard newest[id].map({ $0 < object.version }) ?? true else { return }
    newest[id] = object.version
    if case .truth(true)? = object["revoked"] { revoked.insert(id) } else { revoked.remove(id) }
    if let own = OwnStatement(object), own.record == .actor { ownIDs[id] = own.id }
    if object["type"]?.text == "location" {
      // Regions are written as words with hyphens: eastern-asia.
      regions[id] =
        object["country"]?.text ?? object["region"]?.text?.replacing("-", with: " ") ?? object["name"]?.text
    }
  }

  private mutating func read(_ object: JSONObject, _ id: String) throws(FormatFault) {
    let kind = object["type"]?.text ?? ""
    if id == STIXText.extensionID { return }
    if let own = OwnStatement(object) { return try read(own, line: object.line, column: object.column) }
    switch kind {
    case "relationship": try readRelationship(object)
    case "sighting":
      let places = object["where_sighted_refs"]?.elements.compactMap(\.text) ?? []
      guard let actor = actorID(object["sighting_of_ref"]), places.contains(where: { regions[$0] != nil })
      else {
        return passedOver.add("sighting")
      }
      for place in places.compactMap({ regions[$0] }) {
        try addPlace(place, of: actor, object, date: object["first_seen"]?.text)
      }
    case "location": if regions[id] == nil { passedOver.add("location") }
    case _ where STIXBundle.actorKinds.contains(kind):
      let roles = object["threat_actor_types"]?.elements.compactMap {
        $0.text.flatMap { STIXBundle.roles[$0] }
      }
      try actors.append(
        [
          .id: id, .name: object["name"]?.text, .aliases: object["aliases"]?.cell,
          .type: object["identity_class"]?.text.flatMap { STIXBundle.types[$0] },
          .role: roles?.first, .confidence: object.confidence, .origin: object["created_by_ref"]?.text,
          .evidence: object.evidence,
        ], line: object.line, column: object.column)
    default: passedOver.add(kind)
    }
  }

  /// Takes the rows of an object that nexus wrote.
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

  private mutating func readRelationship(_ object: JSONObject) throws(FormatFault) {
    let kind = object["relationship_type"]?.text ?? "unknown"
    guard let source = actorID(object["source_ref"]) else { return passedOver.add("relationship") }
    if kind == "located-at", let place = object["target_ref"]?.text.flatMap({ regions[$0] }) {
      return try addPlace(place, of: source, object, date: object["start_time"]?.text)
    }
    guard let target = actorID(object["target_ref"]) else { return passedOver.add("relationship") }
    try ties.append(
      [
        .source: source, .target: target, .relation: STIXBundle.relations[kind] ?? kind,
        .directed: kind == "related-to" ? "undirected" : "directed", .start: object["start_time"]?.text,
        .end: object["stop_time"]?.text, .confidence: object.confidence,
        .origin: object["created_by_ref"]?.text, .evidence: object.evidence,
      ], line: object.line, column: object.column)
  }

  private mutating func addPlace(
    _ place: String, of actor: String, _ object: JSONObject, date: String?
  ) throws(FormatFault) {
    try actors.append(
      [
        .id: actor, .region: place, .confidence: object.confidence, .date: date,
        .origin: object["created_by_ref"]?.text, .evidence: object.evidence,
      ], line: object.line, column: object.column)
  }

  /// The id of an actor that a reference names, in the bundle or outside; nil for other objects and revoked ones.
  private func actorID(_ reference: JSONValue?) -> String? {
    guard let id = reference?.text, !revoked.contains(id), let mark = id.firstRange(of: "--"),
      STIXBundle.actorKinds.contains(String(id[..<mark.lowerBound]))
    else { return nil }
    return ownIDs[id] ?? id
  }
}

extension JSONObject {
  /// When the object was last changed; versions compare as text.
  fileprivate var version: String { self["modified"]?.text ?? self["created"]?.text ?? "" }

  /// 0 to 100 as 0 to 1. What is no such number stays, for its row to be rejected.
  fileprivate var confidence: String? {
    guard let text = self["confidence"]?.cell else { return nil }
    return Double(text).map { "\($0 / 100)" } ?? text
  }

  fileprivate var evidence: String? {
    self["external_references"]?.elements.lazy.compactMap { $0.object?["url"]?.text }.first
  }
}

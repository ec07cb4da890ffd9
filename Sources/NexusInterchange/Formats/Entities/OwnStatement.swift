/// What nexus put beside the words of an entity format: the rows that the entity was made of.
struct OwnStatement {
  /// What the rows are. An entity that repeats what another says has none.
  enum Record: String {
    case actor, tie, transfer
    case repeated = "repeat"
  }

  var record: Record
  var rows: [[(name: String, value: String?)]]

  /// The id of the actor that the rows are of.
  var id: String? { rows.first?.first { $0.name == Field.id.rawValue }?.value }

  /// Nil for an entity that nexus did not write.
  ///
  /// - Parameter object: an object of STIX with the extension of ``STIXText``, or an entity of FollowTheMoney with the
  ///   member of ``FollowTheMoneyText``.
  init?(_ object: JSONObject) {
    let own =
      object["extensions"]?.object?[STIXText.extensionID] ?? object[FollowTheMoneyText.memberName]
    guard let own = own?.object, let record = own["record"]?.text.flatMap(Record.init) else { return nil }
    self.record = record
    var rows: [[(name: String, value: String?)]]? = []
    if let texts = own["statements"]?.elements {
      let lists = texts.map { $0.text.flatMap { StatementRows.rows($0) } }
      rows = lists.contains { $0 == nil } ? nil : lists.flatMap { $0 ?? [] }
    } else if let list = own["rows"] {
      rows = StatementRows.rows(list)
    }
    guard let rows else { return nil }
    self.rows = rows
  }
}

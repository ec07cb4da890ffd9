/// Reads events of the Georeferenced Event Dataset (GED) of the Uppsala Conflict Data Program.
///
/// | column | becomes |
/// |---|---|
/// | `side_a`, `side_b`, by `side_a_new_id`, `side_b_new_id` | actors: organisations, of the state where the name begins with "Government of" |
/// | `country` | their region, and the place of ties |
/// | the two sides of one event | an undirected tie of the relation `conflict`: adversaries, not partners |
/// | `date_start`, `date_end` | dates |
/// | `source_article` | evidence |
///
/// An event is a row of each actor and of the tie. Civilians and unknown sides become nobody; an event without a known
/// side is passed over and counted.
///
/// Source: R. Sundberg and E. Melander, "Introducing the UCDP Georeferenced Event Dataset", *Journal of Peace Research*
/// 50(4), 2013, pp. 523–532, doi:10.1177/0022343313484347.
enum GEDIncidents {
  static let columns = ["side_a", "side_b", "type_of_violence", "country", "date_start"]

  /// - Complexity: O(bytes).
  static func items(of events: IncidentTable, notes: [String]) throws(FormatFault) -> ItemTables {
    var actors = RecordTable(.actors, [.id, .name, .type, .role, .region, .date])
    var ties = RecordTable(.ties, [.source, .target, .relation, .directed, .start, .end, .place])
    var anonymous = 0
    for row in events.rows {
      let sides = ["side_a", "side_b"].compactMap { column in
        events.value(column, row).map { (name: $0, id: events.value("\(column)_new_id", row) ?? $0) }
      }
      guard !sides.isEmpty else {
        anonymous += 1
        continue
      }
      let country = events.value("country", row)
      let (start, end) = (events.value("date_start", row), events.value("date_end", row))
      let evidence = events.value("source_article", row)
      for side in sides {
        try actors.append(
          [
            .id: side.id, .name: side.name, .type: "organisation",
            .role: side.name.hasPrefix("Government of ") ? "state" : nil,
            .region: country?.replacing(";", with: ","), .date: start, .evidence: evidence,
          ], line: row.line)
      }
      guard sides.count == 2 else { continue }
      try ties.append(
        [
          .source: sides[0].id, .target: sides[1].id, .relation: "conflict", .directed: "undirected",
          .start: start, .end: end, .place: country, .evidence: evidence,
        ], line: row.line)
    }
    var notes = notes
    if ties.count > 0 { notes.append("ties of the relation conflict join adversaries, not partners.") }
    if anonymous > 0 { notes.append("\(anonymous) events without a known side were passed over.") }
    return ItemTables(
      tables: [actors, ties], notes: notes, passedOver: anonymous, brokenRows: events.brokenRows)
  }
}

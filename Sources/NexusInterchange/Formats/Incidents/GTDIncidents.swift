/// Reads incidents of the Global Terrorism Database (GTD).
///
/// | column | becomes |
/// |---|---|
/// | `gname`, `gname2`, `gname3` | actors: organisations, terrorist unless `doubtterr` is 1, with the crime `attack` |
/// | `country_txt` | their region, and the place of ties |
/// | `target1`, else `corp1` | an actor with the role victim; a directed tie from each perpetrator with the crime `attack` |
/// | two perpetrators of one incident | an undirected tie, joint operation |
/// | `iyear`, `imonth`, `iday` (0 is not known) | date |
/// | `scite1` | evidence |
///
/// An incident is a row of each actor and each tie that it names. Unknown perpetrators and targets (`Unknown`, -9, -99)
/// become nobody; an incident without a known perpetrator is passed over and counted.
///
/// Source: START, *Global Terrorism Database Codebook: Methodology, Inclusion Criteria, and Variables*, University of
/// Maryland, 2021.
enum GTDIncidents {
  static let columns = ["eventid", "iyear", "country_txt", "gname"]

  /// - Complexity: O(bytes).
  static func items(of incidents: IncidentTable, notes: [String]) throws(FormatFault) -> ItemTables {
    var actors = RecordTable(.actors, [.id, .type, .role, .region, .crimes, .date])
    var ties = RecordTable(.ties, [.source, .target, .relation, .directed, .crime, .date, .place])
    var anonymous = 0
    for row in incidents.rows {
      let groups = ["gname", "gname2", "gname3"].compactMap { incidents.value($0, row) }
      guard !groups.isEmpty else {
        anonymous += 1
        continue
      }
      let (date, country) = (date(row, incidents), incidents.value("country_txt", row))
      let evidence = incidents.value("scite1", row)
      let role = incidents.value("doubtterr", row) == "1" ? nil : "terrorist"
      for group in groups {
        try actors.append(
          [
            .id: group, .type: "organisation", .role: role, .region: country?.replacing(";", with: ","),
            .crimes: "attack", .date: date, .evidence: evidence,
          ], line: row.line)
      }
      for (position, group) in groups.enumerated() {
        for other in groups[(position + 1)...] where other != group {
          try ties.append(
            [
              .source: group, .target: other, .relation: "joint-operation", .directed: "undirected",
              .crime: "attack", .date: date, .place: country, .evidence: evidence,
            ], line: row.line)
        }
      }
      guard let target = incidents.value("target1", row) ?? incidents.value("corp1", row) else { continue }
      for group in groups where group != target {
        try ties.append(
          [
            .source: group, .target: target, .directed: "directed", .crime: "attack", .date: date,
            .place: country,
            .targetRole: "victim", .evidence: evidence,
          ], line: row.line)
      }
    }
    var notes = notes
    if anonymous > 0 { notes.append("\(anonymous) incidents without a known perpetrator were passed over.") }
    return ItemTables(
      tables: [actors, ties], notes: notes, passedOver: anonymous, brokenRows: incidents.brokenRows)
  }

  /// The date as finely as it is known.
  private static func date(_ row: CSVTable.Record, _ incidents: IncidentTable) -> String? {
    guard let year = incidents.value("iyear", row) else { return nil }
    var date = year
    for column in ["imonth", "iday"] {
      guard let number = incidents.value(column, row).flatMap({ Int($0) }), number > 0 else { break }
      date += number < 10 ? "-0\(number)" : "-\(number)"
    }
    return date
  }
}

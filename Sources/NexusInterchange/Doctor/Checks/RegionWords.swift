internal import NexusModel

/// Regions that neither ISO 3166 nor UN M49 knows: slips of the pen where a known name is near, else regions of their
/// own.
enum RegionWords {
  static let fields: [Field] = [.region, .sourceRegion, .targetRegion, .place]
  /// `NA` is missing anywhere else, but here Namibia.
  static func isMissing(_ text: String) -> Bool { text != "NA" && MissingCell.matches(text) }

  /// For how many words near names are sought.
  private static let mostSought = 200

  static func findings(in examination: Examination) -> [Finding] {
    var seen = Set<String>()
    var findings: [Finding] = []
    for (table, field, column) in examination.tables.flatMap(regionColumns) {
      for cell in table.distinctCells(column, missing: RegionWords.isMissing) {
        for text in VocabularyUse.parts(of: cell.text, field) {
          guard let region = Region(resolving: table.reader.regionSaid(text)), !region.isStandard,
            seen.insert(region.code).inserted
          else { continue }
          let near = seen.count <= mostSought ? WordList.region.words(near: text) : []
          findings.append(
            finding(text, near, table.place(line: cell.line, column: column)))
        }
      }
    }
    return findings
  }

  private static func regionColumns(_ table: ExaminedTable) -> [(ExaminedTable, Field, Int)] {
    table.columns(of: fields).map { (table, $0.field, $0.column) }
  }

  private static func finding(_ text: String, _ near: [String], _ place: CellPlace) -> Finding {
    let shown = MessageText.quoted(text)
    guard let nearest = near.first else {
      return Finding(
        .ownRegion, place,
        "region \(shown) is no country or area of UN M49 and stands alone, in the world only.",
        fix: "Nothing, if it is meant. Else write an ISO 3166 code or a name in a UN language.")
    }
    return Finding(
      .unknownRegion, place,
      "region \(shown) is no country or area of UN M49. Did you mean "
        + "\(near.map { "\"\($0)\"" }.joined(separator: " or "))?",
      fix:
        "Write it so, or let a spec do it: \"vocabulary\": {\"regions\": {\(shown): \"\(nearest)\"}} (--write-spec, then "
        + "--spec). A name that is meant as it stands can be replaced by itself.")
  }
}

extension RowReader {
  /// What a region is read as, after the words that a spec replaces.
  func regionSaid(_ text: String) -> String { replacements.replacement(of: text, in: .region) ?? text }
}

internal import NexusModel

/// The register of instruments as tables, in the columns of `datasets/instruments`.
public enum InstrumentTables {
  /// `actors.csv`: one row an instrument or citing document.
  public static var instruments: Table {
    var table = Table(
      "actors",
      columns: [
        "id", "name", "form", "year", "cited_by", "cited_for", "crimes", "topics", "basis", "note",
      ])
    for entry in InstrumentRegistry.all {
      table.append([
        .text(entry.symbol), .text(entry.subject), .text(entry.form.rawValue), .whole(entry.year),
        .text(citers(of: entry)), .text(entry.citedFor.joined(separator: "; ")),
        .list(entry.crimes.map(\.word)), .list(entry.topics), .text(entry.basis.rawValue), .text(entry.note),
      ])
    }
    return table
  }

  /// `ties.csv`: one row a citation.
  public static var citations: Table {
    var table = Table(
      "ties",
      columns: [
        "source", "target", "relation", "crime", "directed", "date", "confidence", "origin", "evidence",
        "basis", "cited_for",
      ])
    for citation in InstrumentRegistry.citations {
      table.append([
        .text(citation.document.symbol), .text(citation.symbol), .text("citation"),
        .text(citation.crime?.word ?? ""), .text("directed"), .text(citation.document.date.description),
        .whole(1), .text(citation.document.rawValue),
        .text("\(citation.document.rawValue), \(citation.paragraph)"), .text("document"),
        .text(citation.reason),
      ])
    }
    return table
  }

  /// Both tables as files of a data set.
  public static var files: [OutputFile] {
    [instruments, citations].map { OutputFile(name: "\($0.name).csv", text: $0.csv) }
  }

  /// Who cites an entry: `concept-note`, `declaration`, `both`, or `added` for what neither could cite.
  static func citers(of entry: Instrument) -> String {
    if SeedDocument.allCases.contains(where: { $0.symbol == entry.symbol }) { return "" }
    return switch InstrumentRegistry.documents(citing: entry.symbol) {
    case [.conceptNote]: "concept-note"
    case [.declaration]: "declaration"
    case []: "added"
    default: "both"
    }
  }
}

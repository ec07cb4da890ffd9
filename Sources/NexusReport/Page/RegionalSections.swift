internal import NexusAlgorithms
internal import NexusModel
internal import NexusRisk

/// The parts of the report on borders and on chance.
struct RegionalSections {
  private let findings: RegionalFindings

  init(_ findings: RegionalFindings) { self.findings = findings }

  /// The strongest pairs of regions, and how open each region's borders are.
  var borders: HTML {
    let matrix = findings.borders
    let crossing = matrix.pairs.filter(\.crosses)
    guard !matrix.exposures.isEmpty else { return "" }
    let part = matrix.allCrossTies - matrix.unlocatedCrossTies
    let intro: HTML = """
      <h3\(HTML.wordMark("Across borders"))>Across borders</h3>
      <p>Each tie is split over the regions of its two ends by how sure their presence is there, so that nothing counts twice. Of \(HTML.short(matrix.allCrossTies)) expected ties between organised-crime and terrorist actors, \(HTML.short(part)) have a known region at both ends and \(HTML.short(crossing.reduce(0) { $0 + $1.crossTies })) cross a border.</p>
      """
    let pairs: HTML =
      crossing.isEmpty
      ? "<p class=\"none\">No such tie that crosses a border was observed.</p>"
      : HTML.table(
        Table.regionPairs(matrix).keeping { $0[5] == .flag(true) },
        columns: ["first_name", "second_name", "cross_ties"],
        headings: ["Region", "Region", "Expected cross ties"], limit: 10,
        caption: "Pairs of regions with the most ties between organised-crime and terrorist actors")
    let corridors =
      matrix.corridors.contains(where: \.crosses)
      ? HTML.table(
        Table.regionCorridors(matrix).keeping { $0[7] == .flag(true) }.sorted(byFalling: "transfers"),
        columns: ["from_name", "to_name", "currency", "transfers", "amount"],
        headings: ["From", "To", "Currency", "Expected transfers", "Expected amount"], limit: 10,
        caption: "Corridors of transfers across borders, currencies apart") : ""
    return """
      \(intro)
      \(pairs)
      \(corridors)
      \(HTML.table(Table.borderExposure(matrix).sorted(byFalling: "crossing"), columns: ["name", "ties", "crossing", "share", "low", "high"], headings: ["Region", "Expected ties", "Crossing a border", "Share", "Low", "High"], limit: 15, caption: "How much of a region's ties crosses its borders, with 95 % intervals (Wilson)"))
      """
  }

  /// Where the two meet more than chance, by region and crime.
  var chance: HTML {
    let regions = findings.chanceByRegion.filter { $0.test != nil }
    let crimes = findings.chanceByCrime.filter { $0.test != nil }
    guard !regions.isEmpty || !crimes.isEmpty else { return "" }
    let columns = ["actors", "edges", "observed", "expected", "ratio", "p", "p_adjusted"]
    let headings = ["Actors", "Joined pairs", "Terrorist–crime", "By chance", "Ratio", "p", "p adjusted"]
    let mixing = Table.crimeMixing(findings.crimeMixing)
    return """
      <h3\(HTML.wordMark("More than chance?"))>More than chance?</h3>
      <p>Within each region, and within the network of each kind of crime, role labels are dealt out anew \(ChanceTest.permutations) times; who is joined to whom stays. Adjusted p-values allow for the number of tests (Benjamini–Hochberg). A high p-value does not show that there is nothing, least of all with few actors.</p>
      \(HTML.table(Table.chance(byRegion: regions).sorted(byRising: "p_adjusted"), columns: ["name"] + columns, headings: ["Region"] + headings, limit: 15, caption: "Ties between terrorist and organised-crime actors within a region, against chance"))
      \(HTML.table(Table.chance(byCrime: crimes).sorted(byRising: "p_adjusted"), columns: ["crime"] + columns, headings: ["Crime"] + headings, limit: 25, caption: "The same within each kind of crime"))
      \(HTML.table(mixing, columns: mixing.columns, headings: mixing.columns.map { RegionalSections.heading($0) }, limit: 30, caption: "Actors by role and kind of crime, and the share of joined pairs that reach into terrorism, with 95 % intervals (Wilson)"))
      """
  }

  /// `organised_crime` as a heading.
  private static func heading(_ column: String) -> String {
    let words = column.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension Table {
  /// The rows that fulfil a condition.
  func keeping(_ condition: ([Cell]) -> Bool) -> Table {
    var table = Table(name, columns: columns)
    for row in rows where condition(row) { table.append(row) }
    return table
  }

  /// By the number in a column, equal ones in their order; rows without one last.
  func sorted(byRising column: String) -> Table { sorted(column) { $0 } }

  func sorted(byFalling column: String) -> Table { sorted(column) { -$0 } }

  private func sorted(_ column: String, _ key: (Double) -> Double) -> Table {
    guard let position = columns.firstIndex(of: column) else { return self }
    func number(_ row: [Cell]) -> Double {
      switch row[position] {
      case .real(let value): key(value)
      case .whole(let value): key(Double(value))
      default: .infinity
      }
    }
    var table = Table(name, columns: columns)
    let order = rows.indices.sorted { (number(rows[$0]), $0) < (number(rows[$1]), $1) }
    for row in order { table.append(rows[row]) }
    return table
  }
}

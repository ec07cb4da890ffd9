/// actors.csv: the cast with its roles, types and regions.
enum Actors {
  static let header =
    "id,name,aliases,role,type,region,crimes,status,method_terror,method_crime,motive_terror,motive_crime,grade,origin"

  private static let groups: [(entries: [CastEntry], role: String, type: String)] = [
    (Cast.terrorGroups, "terrorist", "organisation"), (Cast.crimeGroups, "organised-crime", "organisation"),
    (Cast.terrorPersons, "terrorist", "person"), (Cast.crimePersons, "organised-crime", "person"),
    (Cast.facilitators, "facilitator", "person"), (Cast.shadyCompanies, "facilitator", "company"),
    (Cast.companies, "unknown", "company"), (Cast.banks, "unknown", "bank"),
    (Cast.accounts, "unknown", "account"), (Cast.vessels, "unknown", "vessel"),
    (Cast.charities, "unknown", "npo"),
    (Cast.stateBodies, "state", "organisation"), (Cast.places, "unknown", "place"),
    (Cast.victims, "victim", "person"), (Cast.witnesses, "witness", "person"),
    (Cast.reporters, "reporting-party", "organisation"), (Cast.unknowns, "unknown", "person"),
  ]

  static func table(using chance: inout SplitMix64) -> Table {
    var rows: [Row] = []
    for group in groups {
      for entry in group.entries {
        rows.append(Row(fields: fields(of: entry, group.role, group.type, using: &chance)))
      }
    }
    plantFaults(in: &rows)
    return Table(file: "actors.csv", header: header, rows: rows)
  }

  private static func fields(
    of entry: CastEntry, _ role: String, _ type: String, using chance: inout SplitMix64
  ) -> [String] {
    let isGroup = type == "organisation" && (role == "terrorist" || role == "organised-crime")
    let counts =
      isGroup && !entry.extra.isEmpty
      ? entry.extra.split(separator: ",").map { String($0) } : ["", "", "", ""]
    let aliases = isGroup || type == "account" ? "" : entry.extra
    let status =
      isGroup || type == "person"
      ? chance.pick(shares: [("active", 6), ("unknown", 3), ("detained", 1)]) : ""
    let judged = Sources.judgement(isGroup && entry.holder.isEmpty ? .strong : .usual, using: &chance)
    return [
      entry.id, entry.name, aliases, role, type, region(entry.regions, using: &chance), entry.crimes, status,
    ]
      + counts + [judged.grade, chance.pick(Sources.all)]
  }

  /// The codes as they are, or now and then the country's name in one of the languages of the United Nations.
  private static func region(_ codes: String, using chance: inout SplitMix64) -> String {
    guard codes.utf8.count == 2, codes != "NA", chance.happens(percent: 22) else { return codes }
    let names = [
      "AF": ["阿富汗", "Afganistán"], "PK": ["باكستان", "巴基斯坦"], "IN": ["Inde", "الهند"],
      "TJ": ["Таджикистан", "Tadjikistan"], "KG": ["Kirguistán", "Киргизия"],
      "UZ": ["Ouzbékistan", "Узбекистан"],
      "KZ": ["哈萨克斯坦", "Kazajistán"], "AZ": ["Azerbaïdjan", "أذربيجان"], "GE": ["Géorgie", "Грузия"],
      "RU": ["Россия", "俄罗斯"], "UA": ["Ucrania", "Ukraine"], "PL": ["Pologne", "Polonia"],
      "LV": ["Letonia", "Латвия"], "FI": ["Finlandia", "芬兰"],
      "AE": ["الإمارات العربية المتحدة", "Émirats arabes unis"],
    ]
    return chance.pick(names[codes] ?? [codes])
  }

  private static func plantFaults(in rows: inout [Row]) {
    rows.mar(column: 0, is: "K17", "Namibia written NA", "region Namibia, not missing")
    rows.mar(column: 0, is: "Z1", "a region that is no country", "a region of its own under the world")
    rows.mar(column: 0, is: "K04", "name with markup", "escaped in HTML, SVG and DOT")
    rows.mar(column: 0, is: "F12", "alias like a formula", "written by nexus with a ' before it") {
      $0[2] = "=Clerk"
    }
    rows.mar(column: 0, is: "Y3", "missing region, written n/a", "no region") { $0[5] = "n/a" }
    rows.mar(column: 0, is: "T1", "region list with confidences", "TJ takes the row's confidence") {
      $0[5] = "AF:0.8;TJ"
    }
    let place = rows.firstIndex { $0.fields[0] == "C2-2" } ?? 0
    var twin = rows[place].fields
    (twin[3], twin[5], twin[6]) = ("facilitator", "KZ;UZ", "drugs")
    let outcome = "first role wins, the conflict is noted; regions unite to KZ;UZ"
    rows.insert(
      Row(fields: twin, fault: Fault(what: "second row for C2-2", fate: .folded, outcome: outcome)),
      at: rows.count * 7 / 10)
  }
}

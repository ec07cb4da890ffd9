/// What a column can mean. The raw value is the name that `--map FIELD=COLUMN` takes.
public enum Field: String, CaseIterable, Sendable {
  case source, target, relation, crime, strength, directed, date, start, end
  case amount
  case amountReceived = "amount_received"
  case currencyReceived = "currency_received"
  case currency, channel
  case confidence, grade, origin, evidence, refutes, kind, handling
  case sourceBank = "source_bank"
  case targetBank = "target_bank"
  case sourceRole = "source_role"
  case targetRole = "target_role"
  case sourceType = "source_type"
  case targetType = "target_type"
  case sourceRegion = "source_region"
  case targetRegion = "target_region"
  case place
  /// What an actor took part in, in a table of affiliations.
  case event
  case id, name, aliases, role, type, region, crimes, status
  case weakAliases = "weak_aliases"
  case birthDate = "birth_date"
  case nationality, passport, identifiers
  case nationalID = "national_id"
  case registrationNumber = "registration_number"
  case taxNumber = "tax_number"
  case vulnerability, consequence
  case territorialControl = "territorial_control"
  case methodTerror = "method_terror"
  case methodCrime = "method_crime"
  case motiveTerror = "motive_terror"
  case motiveCrime = "motive_crime"

  /// What a row counts of an actor's acts and motives.
  static let counts: [Field] = [.methodTerror, .methodCrime, .motiveTerror, .motiveCrime]

  /// What a row says of who an actor is, beyond a name.
  static let particulars: [Field] = [
    .aliases, .weakAliases, .birthDate, .nationality, .passport, .nationalID, .registrationNumber, .taxNumber,
    .identifiers,
  ]

  /// Headers by which the field is known in a table of ties or transfers, best first. Folded.
  var tieNames: [String] {
    switch self {
    case .relation: ["relation", "type", "tie", "reltype", "relationship", "relations"]
    case .crime: ["crime", "crimetype", "offence", "commodity", "crimes"]
    case .strength: ["strength", "weight", "value", "count", "frequency"]
    case .directed: ["directed"]
    case .date: ["date", "timestamp", "time"]
    case .start: ["start", "firstseen", "first"]
    case .end: ["end", "lastseen", "last"]
    case .amount: ["amount", "amountpaid", "sum"]
    case .amountReceived: ["amountreceived"]
    case .currencyReceived: ["currencyreceived", "receivingcurrency"]
    case .currency: ["currency", "paymentcurrency"]
    case .channel: ["channel", "paymentformat", "instrument", "method", "channels"]
    case .confidence: ["confidence"]
    case .grade: ["grade"]
    case .origin: ["origin"]
    case .evidence: ["evidence", "reference", "url"]
    case .refutes: ["refutes"]
    case .kind: ["kind"]
    case .handling: ["handling"]
    case .place: ["place", "region", "location"]
    default: []
    }
  }

  /// Headers by which the field is known in a table of actors, best first. Folded.
  var actorNames: [String] {
    switch self {
    case .id, .name, .aliases, .role, .type, .status: [rawValue]
    case .methodTerror, .methodCrime, .motiveTerror, .motiveCrime: [Field.fold(rawValue)]
    case .region: ["region", "regions", "country"]
    case .crimes: ["crimes", "crime"]
    case .weakAliases: ["weakaliases"]
    case .birthDate: ["birthdate", "dateofbirth", "dob", "birthyear", "yearofbirth"]
    case .nationality: ["nationality", "nationalities", "citizenship"]
    case .passport: ["passport", "passportnumber"]
    case .nationalID: ["nationalid", "idnumber", "identitynumber"]
    case .registrationNumber: ["registrationnumber", "companynumber"]
    case .taxNumber: ["taxnumber", "taxid"]
    case .identifiers: ["identifiers"]
    case .confidence, .grade, .origin, .kind, .handling, .evidence, .date: tieNames
    default: []
    }
  }

  /// Headers of a table of regions, best first. Folded.
  static let indicatorNames: [(field: Field, names: [String])] = [
    (.region, ["region", "country", "iso", "code", "name"]), (.vulnerability, ["vulnerability"]),
    (.consequence, ["consequence"]), (.territorialControl, ["territorialcontrol"]),
  ]

  /// Whether a table of actors can have the field.
  var describesActors: Bool { !actorNames.isEmpty }

  /// A header without case, spaces, `_` and `-`.
  static func fold(_ header: some StringProtocol) -> String {
    String(header.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" })
  }

  /// Headers of a table of affiliations: who took part, and in what. Folded.
  static let memberNames = ["actor", "person", "member", "participant", "attendee"]
  static let eventNames = ["event", "eventid", "eventname", "affiliation"]

  /// The words for the two ends of a tie or transfer, in pairs that belong together.
  static let endNames: [(source: [String], target: [String])] = [
    (["source"], ["target"]), (["from"], ["to"]), (["sender"], ["receiver", "recipient"]),
    (["payer"], ["payee", "beneficiary"]), (["originator"], ["beneficiary"]), (["actor1"], ["actor2"]),
    (["person1"], ["person2"]), (["node1"], ["node2"]), (["nodeidstart"], ["nodeidend"]), (["src"], ["dst"]),
  ]
}

/// Which column of a table holds which field.
struct ColumnMap {
  private(set) var columns: [Field: Int] = [:]
  /// Headers that no field takes, with their columns.
  private(set) var unused: [String] = []
  /// Why each column was taken.
  private(set) var reasons: [Field: ColumnReason] = [:]

  subscript(field: Field) -> Int? { columns[field] }

  func has(_ field: Field) -> Bool { columns[field] != nil }

  /// Finds the fields of a header row; `overrides` are the choices of `--map` and come first. A table known to
  /// hold actors has no ends, whatever its columns are called.
  init(header: [String], overrides: [Field: String], purpose: TablePurpose = .dataset) {
    let folded = header.map(Field.fold)
    var taken = Set<Int>()
    for (field, name) in overrides {
      let column = header.firstIndex(of: name) ?? folded.firstIndex(of: Field.fold(name))
      if let column {
        columns[field] = column
        reasons[field] = .option
        taken.insert(column)
      }
    }
    func take(_ field: Field, _ names: [String]) {
      guard columns[field] == nil else { return }
      for name in names {
        if let column = folded.indices.first(where: { folded[$0] == name && !taken.contains($0) }) {
          columns[field] = column
          reasons[field] = name == Field.fold(field.rawValue) ? .name : .synonym
          taken.insert(column)
          return
        }
      }
    }

    if purpose == .actors {
      for field in Field.allCases { take(field, field.actorNames) }
      unused = ColumnMap.unused(in: header, besides: taken)
      return
    }
    // AMLworld writes From Bank, Account, To Bank, Account.
    let accounts = folded.indices.filter { folded[$0] == "account" }
    if accounts.count == 2, columns[.source] == nil, columns[.target] == nil, folded.contains("frombank"),
      folded.contains("tobank")
    {
      (columns[.source], columns[.target]) = (accounts[0], accounts[1])
      (reasons[.source], reasons[.target]) = (.knownHeader, .knownHeader)
      taken.formUnion(accounts)
      take(.sourceBank, ["frombank"])
      take(.targetBank, ["tobank"])
    }
    let pair = Field.endNames.first { pair in
      pair.source.contains(where: folded.contains) && pair.target.contains(where: folded.contains)
    }
    take(.source, (pair?.source ?? []) + Field.endNames.flatMap(\.source))
    take(.target, (pair?.target ?? []) + Field.endNames.flatMap(\.target))
    if !has(.target),
      overrides[.source] != nil || !has(.source) && Field.memberNames.contains(where: folded.contains)
    {
      take(.event, Field.eventNames)
      if has(.event) { take(.source, Field.memberNames) }
    }
    if has(.source) || has(.target) {
      let sources = ["source"] + (pair?.source ?? []) + (has(.event) ? Field.memberNames : [])
      let targets = ["target"] + (pair?.target ?? [])
      take(.sourceRole, sources.map { $0 + "role" })
      take(.targetRole, targets.map { $0 + "role" })
      take(.sourceType, sources.map { $0 + "type" })
      take(.targetType, targets.map { $0 + "type" })
      take(.sourceRegion, sources.flatMap { [$0 + "region", $0 + "country"] })
      take(.targetRegion, targets.flatMap { [$0 + "region", $0 + "country"] })
      for field in Field.allCases { take(field, field.tieNames) }
    } else {
      for field in Field.allCases { take(field, field.actorNames) }
    }
    unused = ColumnMap.unused(in: header, besides: taken)
  }
}

extension ColumnMap {
  /// The headers of columns that no field takes. That of ``WrittenRow/placeColumn`` is nexus's own: what it says is
  /// written again when the data are.
  private static func unused(in header: [String], besides taken: Set<Int>) -> [String] {
    header.indices.filter {
      !taken.contains($0) && !header[$0].isEmpty && header[$0] != WrittenRow.placeColumn
    }.map { header[$0] }
  }

  /// Finds the fields of a table of regions with what an outside source says of them; nil without a region and at
  /// least one value.
  init?(indicators header: [String], overrides: [Field: String]) {
    let folded = header.map(Field.fold)
    var columns: [Field: Int] = [:]
    for (field, names) in Field.indicatorNames {
      let chosen = overrides[field].map { [Field.fold($0)] }
      columns[field] = (chosen ?? names).lazy.compactMap(folded.firstIndex(of:)).first
    }
    guard columns[.region] != nil, columns[.vulnerability] != nil || columns[.consequence] != nil else {
      return nil
    }
    var reasons: [Field: ColumnReason] = [:]
    for (field, column) in columns {
      reasons[field] =
        overrides[field] != nil ? .option : folded[column] == Field.fold(field.rawValue) ? .name : .synonym
    }
    self.init(columns, reasons: reasons, header: header)
  }

  /// Columns that were found by other means.
  init(_ columns: [Field: Int], reasons: [Field: ColumnReason], header: [String]) {
    self.init(header: [], overrides: [:])
    let taken = Set(columns.values)
    (self.columns, self.reasons) = (columns, reasons)
    unused = ColumnMap.unused(in: header, besides: taken)
  }

  /// Columns of a header in which the first cell is blank and stands for a field.
  init(header: [String], overrides: [Field: String], blank field: Field) {
    self.init(header: header, overrides: overrides)
    if columns[field] == 0 { reasons[field] = .position }
  }
}

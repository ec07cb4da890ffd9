/// ties.csv: who is tied to whom, and who says so.
enum Ties {
  static let header =
    "source,target,relation,crime,strength,date,grade,confidence,origin,evidence,refutes,kind,handling,place"

  static func table(using chance: SplitMix64) -> Table {
    var claims = Claims(using: chance)
    addGroups(to: &claims)
    addSupplyChain(to: &claims)
    addFacilitators(to: &claims)
    addPairs(to: &claims)
    addHoldings(to: &claims)
    addBystanders(to: &claims)
    addChatter(to: &claims)
    var rows = dated(claims)
    plantFaults(in: &rows)
    return Table(file: "ties.csv", header: header, rows: rows)
  }

  /// Each group is a core of leaders and first crew, and a rim of crews with their members.
  private static func addGroups(to claims: inout Claims) {
    let groups = Cast.terrorGroups + Cast.crimeGroups
    for group in groups where group.holder.isEmpty {
      let crews = groups.filter { $0.holder == group.id }
      for (place, crew) in crews.enumerated() {
        let crime = firstCrime(of: crew)
        claims.say(group.id, crew.id, "command", crime)
        if place > 0 {
          claims.say(crews[place - 1].id, crew.id, place % 2 == 0 ? "communication" : "movement", crime)
        }
        if place > 1 { claims.say(crews[0].id, crew.id, "communication") }
      }
    }
    let persons = Cast.terrorPersons + Cast.crimePersons
    for person in persons {
      let isLeader = !person.holder.contains("-")
      claims.say(person.id, person.holder, isLeader ? "command" : "membership")
      for other in persons where other.id > person.id && family(other.holder) == family(person.holder) {
        if isLeader || claims.chance.happens(percent: 25) {
          claims.say(person.id, other.id, claims.chance.happens(percent: 15) ? "kinship" : "communication")
        }
      }
    }
  }

  /// The goods' way from group to group: the northern corridor, and the branches that cross it.
  private static func addSupplyChain(to claims: inout Claims) {
    claims.say("C1-3", "C2-1", "transaction", "drugs", 2015, 2016, 2017, 2018)
    claims.say("C1-4", "C2-1", "movement", "drugs", 2016, 2017, 2018)
    claims.say("C1-4", "C2-2", "movement", "drugs", 2017)
    claims.say("C2-4", "C3-1", "transaction", "drugs", 2016, 2017, 2018, support: .strong)
    claims.say("C2-3", "C3-1", "movement", "drugs", 2017, 2018)
    claims.say("C3-4", "C4-2", "facilitation", "migrant-smuggling", 2016, 2018)
    claims.say("C5-1", "C1-2", "transaction", "cultural-property", 2016, 2017)
    claims.say("C5-2", "C4-3", "alliance", "arms", 2016, 2018)
    claims.say("C6-1", "C4-1", "facilitation", "cyber", 2017, 2018)
    claims.say("C6-2", "C2-3", "transaction", "robbery", 2016, 2018)
    claims.say("C6-2", "C3-1", "communication", "extortion", 2018)
    claims.say("C3-1", "C6", "alliance", "money-laundering", 2017)
  }

  private static func addFacilitators(to claims: inout Claims) {
    for broker in Cast.facilitators {
      for client in broker.holder.split(separator: ",").map({ String($0) }) {
        let relation = claims.chance.pick(["facilitation", "finance", "transaction", "facilitation"])
        claims.say(
          broker.id, client, relation, client.hasPrefix("T") ? "terrorist-financing" : firstCrime(of: broker))
        if claims.chance.happens(percent: 45) { claims.say(broker.id, client, "communication") }
      }
    }
    let chain = [
      ("F01", "F02"), ("F02", "F03"), ("F03", "F06"), ("F06", "F07"), ("F07", "F12"), ("F01", "F04"),
      ("F04", "F13"),
      ("F05", "F10"), ("F05", "F08"), ("F08", "F09"), ("F03", "F14"), ("F11", "F02"), ("F04", "F05"),
      ("F07", "F08"),
    ]
    for (one, other) in chain {
      claims.say(one, other, "finance", "money-laundering", 2016, claims.someYear())
    }
  }

  /// Where crime and terror meet, from lasting union down to a single doubtful contact.
  private static func addPairs(to claims: inout Claims) {
    claims.say("C5-2", "T3-2", "shared-member", "arms", 2016, 2017, support: .strong)
    claims.say("C5-2", "T3-2", "joint-operation", "arms", 2018, support: .strong)
    claims.say("C1-3", "T1-3", "finance", "drugs", 2016, 2017, support: .strong)
    claims.say("C1-3", "T1-3", "shared-member", "drugs", 2017, support: .strong)
    claims.say("C1-3", "T1-3", "joint-operation", "attack", 2018, support: .strong)
    claims.say("C1-1", "T1-1", "finance", "drugs", 2016, 2017, 2018, support: .strong)
    claims.say("C1-2", "T1-2", "transaction", "precursors", 2016, 2018, support: .strong)
    claims.say("C2-1", "T2-1", "finance", "drugs", 2017, 2018, support: .strong)
    claims.say("C2-1", "T2-1", "alliance", "recruitment", 2018)
    claims.say("C6-1", "T2-3", "facilitation", "cyber", 2017, 2018, support: .strong)
    claims.say("C4-1", "T3-1", "transaction", "trafficking-in-persons", 2017, 2018)
    claims.say("C1-4", "T2-2", "transaction", "drugs", 2018)
    claims.say("C2-2", "T2-3", "facilitation", "migrant-smuggling", 2017)
    claims.say("C3-1", "T3-3", "communication", "", 2017, 2018)
    claims.refute("C3-1", "T3-3", "communication", "", 2018)
    claims.say("C5-1", "T1-2", "transaction", "cultural-property", 2017)
    claims.say("C5-3", "T1", "finance", "natural-resources", 2018)
    claims.say("C6-2", "T3-3", "transaction", "extortion", 2016)
    claims.say("C4-3", "T3-1", "movement", "travel", 2018)
    claims.say("C1", "T1", "alliance", "", 2017)
    claims.refute("C1", "T1", "alliance", "", 2017)
    claims.refute("C4-1", "T3-1", "transaction", "trafficking-in-persons", 2018)
    claims.say("CP07", "TP05", "kinship", "", 2016)
    claims.say("CP12", "TP09", "communication", "incitement", 2018)
    claims.say("CP15", "TP11", "colocation", "", 2017, place: "RU")
    claims.judge("C2", "T2", "alliance", as: "assessment")
    claims.judge("C5", "T3", "joint-operation", as: "assessment")
    for (one, other) in [
      ("C3-2", "T3-3"), ("C4-2", "T3-2"), ("C6-1", "T3-1"), ("F06", "T2-3"), ("F13", "T1-2"),
    ] {
      claims.judge(one, other, "facilitation", as: "prediction")
    }
  }

  /// Companies, accounts and vessels with their owners and banks.
  private static func addHoldings(to claims: inout Claims) {
    for held in Cast.shadyCompanies + Cast.companies + Cast.accounts + Cast.vessels where !held.holder.isEmpty
    {
      claims.say(held.holder, held.id, "ownership")
    }
    for account in Cast.accounts where !account.extra.isEmpty {
      claims.say(account.extra, account.id, "unknown")
    }
    for (bank, other) in [
      ("B04", "B01"), ("B04", "B02"), ("B01", "B05"), ("B02", "B03"), ("B07", "B04"), ("B06", "B02"),
    ] {
      claims.say(bank, other, "transaction")
    }
    claims.say("M1", "K11", "movement", "arms", 2016, 2018)
    claims.say("M2", "K12", "movement", "cultural-property", 2017)
    claims.say("M3", "C3-2", "movement", "drugs", 2017, 2018)
    claims.say("M4", "K14", "movement", "natural-resources", 2016, 2017)
    claims.say("K04", "C2-2", "movement", "drugs", 2017, 2018)
    claims.say("K05", "K04", "movement", "drugs", 2016, 2018)
    claims.say("K10", "K05", "transaction", "", 2017)
    claims.say("P1", "C2-2", "colocation", "drugs", 2017, 2018, place: "KZ")
    claims.say("P1", "F03", "colocation", "", 2018, place: "KZ")
    claims.say("P1", "K04", "ownership", "", 2016)
    for guest in ["CP15", "TP11", "CP08"] {
      claims.say(guest, "P2", "colocation", "recruitment", place: "RU")
    }
  }

  /// The state, charities, victims, witnesses and those who report.
  private static func addBystanders(to claims: inout Claims) {
    claims.say("S1", "C1-3", "facilitation", "drugs", 2017)
    claims.say("S2", "F12", "facilitation", "other", 2018)
    claims.say("S3", "C2-2", "facilitation", "drugs", 2016, 2017)
    claims.say("S4", "C5-2", "communication", "arms", 2017)
    claims.say("N2", "T2-2", "finance", "terrorist-financing", 2018)
    claims.say("N2", "F14", "communication", "", 2018)
    claims.say("N1", "R3", "communication", "", 2017)
    claims.say("N1", "K10", "transaction", "", 2016)
    claims.say("V1", "T3-1", "unknown", "kidnap-for-ransom", 2017)
    claims.say("V2", "C4-1", "unknown", "trafficking-in-persons", 2017)
    claims.say("V3", "C4-2", "unknown", "trafficking-in-persons", 2018)
    claims.say("V4", "C6-2", "unknown", "extortion", 2018)
    claims.say("R1", "R2", "communication", "", 2018)
    claims.say("Y1", "S1", "communication", "", 2018)
    claims.say("Y2", "CP15", "colocation", "", 2017, place: "RU")
    claims.say("Y3", "R1", "communication", "", 2018)
    claims.say("R2", "B02", "communication", "", 2017)
    claims.say("R3", "Y1", "communication", "", 2018)
    claims.say("T1-2", "T2-2", "movement", "training", 2016, 2018)
    claims.say("T2", "T3-3", "communication", "propaganda", 2017)
    claims.say("T1-4", "T2-2", "shared-member", "travel", 2017)
    claims.say("T1-1", "T1-2", "joint-operation", "attack", 2018)
    claims.say("T3-1", "T3-2", "joint-operation", "kidnap-for-ransom", 2017)
  }

  /// Weak contacts of persons with crews and brokers of their own country.
  private static func addChatter(to claims: inout Claims) {
    let persons = Cast.terrorPersons + Cast.crimePersons
    let others = Cast.crimeGroups.filter { !$0.holder.isEmpty } + Cast.facilitators
    for person in persons {
      for other in others
      where person.regions.prefix(2) == other.regions.prefix(2) && person.holder != other.id {
        let share = person.id.hasPrefix("T") && !other.id.hasPrefix("F") ? 6 : 28
        guard !claims.areTied(person.id, other.id), claims.chance.happens(percent: share) else { continue }
        claims.say(person.id, other.id, claims.chance.pick(["communication", "colocation", "movement"]))
      }
    }
  }

  private static func family(_ group: String) -> Substring { group.prefix { $0 != "-" } }

  private static func firstCrime(of entry: CastEntry) -> String {
    String(entry.crimes.prefix { $0 != ";" && $0 != ":" })
  }

  /// Gives each claim a day, a source and a grade, and sorts by day as a case log does.
  private static func dated(_ claims: Claims) -> [Row] {
    var chance = claims.chance
    let refuting = Fault(
      what: "refuting row", fate: .folded, outcome: "lowers the tie's confidence, adds no strength")
    var log: [(day: Day, serial: Int, row: Row)] = []
    for (serial, claim) in claims.list.enumerated() {
      let day = Day(year: claim.year, month: 1, day: 1).adding(chance.number(in: 0...364))
      let judged = Sources.judgement(claim.support, using: &chance)
      let source = chance.pick(Sources.all)
      let isUndated = claim.support == .usual && chance.happens(percent: 3)
      let written = chance.pick(shares: [(day.iso, 85), (day.slashed, 10), (day.spelled, 5)])
      let fields = [
        claim.source, claim.target, claim.relation, claim.crime, "\(claim.strength)",
        isUndated ? "" : written,
        judged.grade, judged.confidence, chance.happens(percent: 5) ? "" : source,
        Sources.reference(source, serial), claim.refutes ? "true" : "", claim.kind,
        chance.pick(["", "", "TLP:GREEN", "TLP:AMBER", "TLP:RED", "H1", "H2"]), claim.place,
      ]
      log.append((day, serial, Row(fields: fields, fault: claim.refutes ? refuting : nil)))
    }
    return log.sorted { ($0.day, $0.serial) < ($1.day, $1.serial) }.map(\.row)
  }

  private static func plantFaults(in rows: inout [Row]) {
    for share in [930, 610, 240] {
      rows.plant(at: share, "identical tie row", .used, "a parallel tie: strengths add; reported")
    }
    for share in [880, 560, 330, 120] {
      rows.plant(at: share, "reciprocal row", .used, "strengths of A–B and B–A add") { $0.swapAt(0, 1) }
    }
    rows.plant(at: 470, "self-tie", .folded, "brings no tie") { $0[1] = $0[0] }
    rows.plant(at: 790, "negative strength", .rejected, "column strength") { $0[4] = "-2" }
    rows.plant(at: 690, "strength that is no number", .rejected, "column strength") { $0[4] = "strong" }
    rows.plant(at: 510, "too many fields", .rejected, "15 fields where the header has 14") {
      $0.append("surplus")
    }
    rows.plant(at: 390, "missing target, written n/a", .rejected, "column target") { $0[1] = "n/a" }
    rows.plant(at: 820, "alias instead of an id", .used, "a new actor; `resolve` proposes F03") {
      ($0[0], $0[1], $0[9]) = ("the Ferryman", "C2-1", "LCK-0007")
    }
    rows.mar(at: 950, "too few fields", "padded; reported") { $0.removeLast(2) }
    rows.mar(at: 640, "impossible date", "the cell is emptied; fails --strict") { $0[5] = "2017-13-45" }
    rows.mar(at: 290, "impossible grade", "the cell is emptied; fails --strict") {
      ($0[6], $0[7]) = ("G7", "")
    }
    rows.mar(at: 730, "relation outside the vocabulary", "kept; listed by `doctor`") { $0[2] = "rumour" }
    rows.mar(at: 350, "line break in a quoted cell", "the row has two lines") { $0[9] += "\nsee also annex" }
    rows.mar(at: 580, "quotes and comma in a cell", "one cell") { $0[9] += ", \"second copy\"" }
    rows.mar(at: 420, "cell like a formula", "written by nexus with a ' before it") { $0[9] = "=1+1" }
    rows.mar(column: 1, is: "T2-1", "a unique name instead of an id", "is T2-1") {
      $0[1] = "Meridian cell Noon"
    }
    rows.mar(column: 0, is: "C3", "name in decomposed Unicode", "is C3 (compared in NFC)") {
      $0[0] = "Северныи\u{306} Якорь"
    }
    rows.mar(column: 0, is: "F01", "spaces around an id", "trimmed") { $0[0] = "  F01 " }
  }
}

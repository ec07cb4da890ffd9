/// flows.csv: payments along the routes, the patterns planted among them, and the faults.
struct Payments {
  static let header =
    "payer,payee,amount,currency,date,channel,crime,grade,confidence,origin,evidence,source_region,target_region"

  private struct Payment {
    let payer, payee, currency, channel, crime: String
    let cents: Int
    let day: Day
  }

  private var list: [Payment] = []
  private var chance: SplitMix64

  static func table(using chance: SplitMix64) -> Table {
    var payments = Payments(chance: chance)
    for route in Routes.all {
      for _ in 0..<route.runs { payments.run(route) }
    }
    payments.addPatterns()
    var rows = payments.written()
    plantFaults(in: &rows)
    return Table(file: "flows.csv", header: header, rows: rows)
  }

  private init(chance: SplitMix64) { self.chance = chance }

  /// Money enters and moves on within days; each hand keeps up to four hundredths of it.
  private mutating func run(_ route: Route) {
    let year = chance.pick(shares: [(2015, 3), (2016, 24), (2017, 32), (2018, 41)])
    var day = Day(year: year, month: 1, day: 1).adding(chance.number(in: 0...340))
    var cents = 100 * chance.number(in: route.amounts)
    var payer = route.payer
    for (payee, channel) in route.hops {
      if cents > 1_000_000 && chance.happens(percent: 12) {
        let part = cents * chance.number(in: 30...60) / 100
        pay(payer, payee, part, route.currency, day, channel, route.crime)
        pay(payer, payee, cents - part, route.currency, day.adding(1), channel, route.crime)
      } else {
        pay(payer, payee, cents, route.currency, day, channel, route.crime)
      }
      cents = cents * chance.number(in: 960...998) / 1000
      day = day.adding(chance.number(in: 1...5))
      payer = payee
    }
  }

  private mutating func pay(
    _ payer: String, _ payee: String, _ cents: Int, _ currency: String, _ day: Day, _ channel: String,
    _ crime: String
  ) {
    list.append(
      Payment(
        payer: payer, payee: payee, currency: currency, channel: channel, crime: crime, cents: cents, day: day
      ))
  }

  /// One of each kind that a detector should find; PROVENANCE tells which.
  private mutating func addPatterns() {
    let couriers = [
      "CP03", "CP04", "CP05", "CP06", "CP07", "CP08", "CP09", "CP10", "CP11", "CP12", "CP13", "CP16",
    ]
    let collection = Day(year: 2018, month: 3, day: 12)
    for courier in couriers {  // structuring and fan-in: each below 10 000 within five days
      let cents = 100 * chance.number(in: 9_050...9_940)
      pay(
        courier, "000088-70019", cents, "EUR", collection.adding(chance.number(in: 0...4)), "cash",
        "money-laundering")
    }
    let receivers = ["T1-1", "T1-2", "T1-3", "T1-4", "T2-1", "T2-2", "T2-3", "T3-1", "T3-2"]
    for receiver in receivers {  // fan-out within four days
      let cents = 100 * chance.number(in: 1_200...1_900)
      let day = Day(year: 2018, month: 9, day: 3).adding(chance.number(in: 0...3))
      pay("F04", receiver, cents, "USD", day, "hawala", "terrorist-financing")
    }
    let ring = ["003120-00944", "001750-33310", "000417-20058", "000088-70002", "003120-00944"]
    for start in [
      Day(year: 2016, month: 11, day: 2), Day(year: 2017, month: 6, day: 15),
      Day(year: 2018, month: 5, day: 8),
    ] {
      var (cents, day) = (100 * chance.number(in: 70_000...90_000), start)  // a cycle of four accounts
      for (payer, payee) in zip(ring, ring.dropFirst()) {
        pay(payer, payee, cents, "USD", day, "bank", "money-laundering")
        cents = cents * chance.number(in: 985...995) / 1000
        day = day.adding(2)
      }
    }
    let middlemen = ["K05", "K09", "K10", "K12", "K15"]
    for middleman in middlemen {  // scatter-gather through five companies in nine days
      let cents = 100 * chance.number(in: 18_000...22_000)
      let day = Day(year: 2017, month: 10, day: 2).adding(chance.number(in: 0...3))
      pay("000417-20031", middleman, cents, "USD", day, "bank", "money-laundering")
      pay(middleman, "000530-48812", cents * 985 / 1000, "USD", day.adding(4), "bank", "money-laundering")
    }
  }

  /// In the order of days, each with its source and grade. Undated rows keep the place of their day.
  private func written() -> [Row] {
    var chance = self.chance
    let sorted = list.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    return sorted.enumerated().map { serial, entry in
      let payment = entry.element
      let source = chance.pick(Sources.financial)
      let isDocumented = payment.channel == "bank" && chance.happens(percent: 60)
      let judged = Sources.judgement(isDocumented ? .strong : .usual, using: &chance)
      let day = payment.day
      return Row(fields: [
        payment.payer, payment.payee, "\(payment.cents / 100).\(twoDigits(payment.cents % 100))",
        payment.currency,
        chance.pick(shares: [(day.iso, 88), (day.slashed, 8), (day.spelled, 3), ("", 1)]),
        chance.happens(percent: 2) ? "" : payment.channel, payment.crime, judged.grade, judged.confidence,
        source,
        Sources.reference(source, serial), "", "",
      ])
    }
  }

  private static func plantFaults(in rows: inout [Row]) {
    for share in [940, 450] {
      rows.plant(at: share, "identical transfer", .used, "counts; folded by --drop-duplicates")
    }
    rows.plant(at: 860, "amount 12a", .rejected, "column amount") { $0[2] = "12a" }
    rows.plant(at: 710, "empty payee", .rejected, "column payee") { $0[1] = "" }
    rows.plant(at: 530, "missing payer, written Unknown", .rejected, "column payer") { $0[0] = "Unknown" }
    rows.plant(at: 370, "too many fields", .rejected, "14 fields where the header has 13") {
      $0.append("surplus")
    }
    rows.plant(at: 210, "payment to itself", .folded, "brings no arc") { $0[1] = $0[0] }
    for share in [110, 190, 260, 340, 490, 590, 640, 760, 830, 910] {
      rows.mar(at: share, "thousands separators", "two marks: the last is the decimal") {
        $0[2] = grouped($0[2])
      }
    }
    for share in [150, 690] {
      rows.mar(at: share, "decimal comma with thousands point", "1200.50") { $0[2] = "1.200,50" }
    }
    for share in [310, 570, 810] {
      rows.mar(at: share, "undecided 1,200", "1200 in a comma-separated file, with a note") {
        $0[2] = "1,200"
      }
    }
    rows.mar(at: 420, "impossible date", "the cell is emptied; fails --strict") { $0[4] = "32/13/2017" }
    rows.mar(at: 660, column: 0, is: "000417-20031", "spaces around an account", "trimmed") {
      $0[0] = " \($0[0]) "
    }
    rows.mar(at: 740, "channel outside the vocabulary", "kept; listed by `doctor`") {
      $0[5] = "courier pigeon"
    }
    for share in [230, 770, 880] {
      rows.mar(at: share, column: 1, is: "F02", "row with its own region", "F02 lies in UZ in this row") {
        $0[12] = "UZ"
      }
    }
  }

  /// 12400.50 as 12,400.50
  private static func grouped(_ amount: String) -> String {
    let parts = amount.split(separator: ".")
    var text = ""
    for (place, digit) in parts[0].enumerated() {
      if place > 0 && (parts[0].count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text + "." + parts[1]
  }
}

/// A way that money takes again and again: the first payer, then each payee with the channel that reached it.
struct Route {
  let payer: String
  let hops: [(payee: String, channel: String)]
  let crime: String
  let currency: String
  /// How often it runs, and between which amounts, in whole units.
  let runs: Int
  let amounts: ClosedRange<Int>
}

/// The routes: goods go north and west along the corridor, money comes back.
enum Routes {
  static let all = table(
    """
    C3-3 cash:000088-70043 bank:000088-70002 trade:000417-20058 bank:000417-20077 hawala:F01 cash:C1-1 | drugs | EUR | 17 | 9000-42000
    C3-4 cash:006600-12001 bank:003120-00901 bank:003120-01013 cash:C3-1 | drugs | EUR | 14 | 6000-30000
    C3-2 cash:000088-70019 bank:000088-70002 bank:003120-00901 bank:003120-01013 | drugs | EUR | 11 | 8000-26000
    C3-1 cash:003120-01013 bank:003120-00944 trade:001750-33310 cash:F03 hawala:F02 cash:C1-3 | drugs | RUB | 18 | 600000-2900000
    C2-4 cash:F06 hawala:F03 cash:C2-1 | drugs | RUB | 11 | 300000-1400000
    C2-1 cash:F03 hawala:F02 cash:C1-4 | drugs | USD | 11 | 3000-18000
    C2-2 cash:001750-33325 bank:001750-33391 cash:F14 hawala:F11 cash:C1-4 | drugs | USD | 12 | 5000-24000
    C1-2 cash:K15 bank:000417-20031 trade:K14 | precursors | USD | 11 | 4000-21000
    C5-2 cash:000530-48850 bank:000530-48812 cash:F05 cash:F10 | arms | USD | 11 | 12000-60000
    C5-3 cash:K12 bank:000417-20031 bank:F13 hawala:C5-1 | cultural-property | AED | 11 | 20000-140000
    K14 trade:000417-20058 bank:K02 cash:F13 | natural-resources | AED | 11 | 30000-190000
    C4-2 cash:006600-12001 bank:006600-12077 cash:C4-1 | trafficking-in-persons | EUR | 12 | 2000-15000
    C4-3 cash:F09 cash:C4-2 | migrant-smuggling | EUR | 11 | 1500-9000
    K08 bank:006600-12001 bank:006600-12040 virtual-asset:W-7a10 | counterfeit | EUR | 11 | 2500-14000
    C6-1 virtual-asset:W-0f31 virtual-asset:W-0f32 virtual-asset:W-7a10 virtual-asset:W-7a11 bank:006600-12040 | cyber | USD | 13 | 2000-19000
    C6-2 prepaid:003120-00901 bank:003120-00944 cash:F06 | extortion | RUB | 11 | 90000-700000
    C6-2 cash:C2-3 | robbery | RUB | 6 | 200000-900000
    F07 bank:000088-70002 bank:000417-20077 hawala:F04 | money-laundering | EUR | 13 | 11000-52000
    F08 virtual-asset:W-7a11 virtual-asset:W-7a10 | money-laundering | USD | 10 | 3000-16000
    C1-1 cash:T1-1 cash:T1-2 | terrorist-financing | USD | 11 | 1500-8000
    T1 cash:F04 hawala:F02 cash:T1-3 | terrorist-financing | USD | 11 | 2000-11000
    C1-3 cash:T1-3 | terrorist-financing | USD | 9 | 1000-7000
    F01 hawala:T1-1 cash:T1-2 | terrorist-financing | USD | 8 | 2000-9000
    W-7a11 virtual-asset:W-c4e8 virtual-asset:T2-3 mobile-money:T2-1 | terrorist-financing | USD | 11 | 400-3500
    F08 virtual-asset:W-c4e9 virtual-asset:T3-1 | terrorist-financing | USD | 7 | 500-4200
    C5-2 cash:T3-2 | terrorist-financing | USD | 7 | 2000-12000
    C2-1 cash:T2-1 mobile-money:T2-2 | recruitment | USD | 7 | 500-2600
    F14 prepaid:T2-3 | propaganda | USD | 7 | 200-1500
    T3 cash:T3-1 cash:T3-2 | attack | USD | 5 | 800-5200
    T1-1 cash:T1-4 | travel | USD | 5 | 300-1900
    T1 cash:T1-2 | training | USD | 4 | 900-4800
    V1 cash:F05 cash:T3-1 | kidnap-for-ransom | USD | 2 | 15000-40000
    006600-12040 crowdfunding:N2 prepaid:T2-2 | terrorist-financing | EUR | 4 | 300-2400
    006600-12040 crowdfunding:N1 bank:000009-00051 | | EUR | 13 | 200-5200
    K07 bank:K06 bank:K08 | | EUR | 20 | 4000-48000
    K04 bank:K10 bank:K05 | | USD | 20 | 1500-19000
    K02 trade:K14 | | AED | 21 | 9000-120000
    K13 bank:K17 | | USD | 10 | 5000-30000
    K11 trade:K13 | | USD | 13 | 4000-33000
    K09 bank:K16 | | EUR | 11 | 1200-9800
    K06 bank:B01 bank:B04 | | EUR | 18 | 12000-150000
    B04 bank:B02 bank:B03 | | USD | 18 | 20000-240000
    B05 bank:B01 | | EUR | 16 | 15000-180000
    B07 bank:B04 | | USD | 13 | 12000-120000
    B02 bank:B06 bank:000009-00051 | | USD | 11 | 3000-36000
    K01 bank:B04 | | AED | 3 | 8000-90000
    K02 bank:B04 | | AED | 3 | 8000-90000
    K14 bank:B04 | | AED | 3 | 6000-50000
    K12 bank:B04 | | USD | 3 | 2000-20000
    K15 bank:B04 | | USD | 3 | 2000-20000
    K04 bank:B02 | | USD | 3 | 2000-18000
    K05 bank:B02 | | USD | 3 | 1000-9000
    K03 bank:B03 | | RUB | 3 | 90000-800000
    K08 bank:B05 | | EUR | 3 | 2000-20000
    K16 bank:B05 | | EUR | 3 | 1000-9000
    K09 bank:B05 | | EUR | 3 | 1000-9000
    K11 bank:B07 | | USD | 3 | 3000-25000
    K13 bank:B07 | | USD | 3 | 3000-25000
    K07 bank:B01 | | EUR | 3 | 3000-28000
    """)

  private static func table(_ text: String) -> [Route] {
    text.split(separator: "\n").map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
      let stops = cells[0].split(separator: " ")
      let bounds = cells[4].split(separator: "-").compactMap { Int($0) }
      return Route(
        payer: String(stops[0]),
        hops: stops.dropFirst().map { stop in
          let parts = stop.split(separator: ":")
          return (payee: String(parts[1]), channel: String(parts[0]))
        },
        crime: cells[1], currency: cells[2], runs: Int(cells[3]) ?? 0, amounts: bounds[0]...bounds[1])
    }
  }
}

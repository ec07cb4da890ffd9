/// The invented actors. Names are of things, animals and trades, and stand for nobody.
///
/// Columns: id | name | regions | crimes | holder (the group, owner or client list) | counts or bank or aliases.
enum Cast {
  static let terrorGroups = table(
    """
    T1 | Basalt Lantern Front | AF:0.9;TJ | attack:0.9;terrorist-financing | | 10,2,9,1
    T2 | Sable Meridian Movement | KG;UZ;KZ:0.6 | recruitment;terrorist-financing:0.8 | | 5,5,8,1
    T3 | Glass Tide Brigade | GE:0.7;AZ;RU:0.5 | attack;kidnap-for-ransom:0.7 | | 6,6,5,5
    T1-1 | Lantern cell Wick | AF | attack | T1 | 4,1,4,0
    T1-2 | Lantern cell Flint | AF;PK:0.6 | training | T1 |
    T1-3 | Lantern cell Ember | TJ | terrorist-financing | T1 | 2,3,3,1
    T1-4 | Lantern cell Soot | UZ:0.7 | travel | T1 |
    T2-1 | Meridian cell Noon | KG | recruitment | T2 | 1,4,5,0
    T2-2 | Meridian cell Dusk | UZ | propaganda | T2 |
    T2-3 | Meridian cell Dawn | KZ | incitement:0.7;propaganda | T2 |
    T3-1 | Tide cell Ebb | GE | kidnap-for-ransom | T3 |
    T3-2 | Tide cell Flood | AZ | attack;arms:0.6 | T3 | 3,3,2,3
    T3-3 | Tide cell Spring | RU:0.6 | recruitment | T3 |
    """)
  static let crimeGroups = table(
    """
    C1 | Copper Heron Ring | AF;TJ | drugs:0.95;precursors:0.7 | | 1,12,0,8
    C2 | Salt Road Carriers | KG;KZ;RU:0.8 | drugs;migrant-smuggling:0.6 | | 0,9,0,7
    C3 | Северный Якорь | RU;LV;FI;PL:0.7 | drugs;money-laundering:0.8 | | 1,10,0,9
    C4 | Amber Wheel Syndicate | UA;GE;PL | trafficking-in-persons;migrant-smuggling | | 0,9,0,6
    C5 | Hollow Mask Traders | AZ;GE;AE | arms;cultural-property;natural-resources:0.7 | | 5,6,1,1
    C6 | Paper Comet Crew | UA;RU;KZ | cyber;extortion;robbery:0.6 | | 1,8,0,6
    C1-1 | Heron buyers | AF | drugs | C1 | 0,6,0,4
    C1-2 | Heron laboratory | AF;PK:0.5 | precursors;drugs | C1 |
    C1-3 | Heron river crew | TJ;AF:0.6 | drugs | C1 | 3,4,2,4
    C1-4 | Heron pass crew | KG;TJ | drugs | C1 |
    C2-1 | Carriers' southern depot | KG | drugs | C2 | 0,5,0,4
    C2-2 | Carriers' steppe depot | KZ | drugs;migrant-smuggling | C2 |
    C2-3 | Carriers' rail depot | KZ;RU | drugs | C2 |
    C2-4 | Carriers' river depot | RU | drugs | C2 |
    C3-1 | Anchor wholesale | RU | drugs;money-laundering | C3 |
    C3-2 | Anchor harbour | LV | drugs | C3 |
    C3-3 | Anchor retail north | FI | drugs | C3 |
    C3-4 | Anchor retail west | PL | drugs | C3 |
    C4-1 | Wheel recruiters | UA | trafficking-in-persons | C4 |
    C4-2 | Wheel drivers | PL | migrant-smuggling;trafficking-in-persons | C4 |
    C4-3 | Wheel workshop | GE | counterfeit | C4 |
    C5-1 | Mask diggers | AF;PK | cultural-property | C5 |
    C5-2 | Mask armourers | GE;AZ | arms | C5 | 4,5,3,4
    C5-3 | Mask gallery | AE | cultural-property;natural-resources | C5 |
    C6-1 | Comet keyboard | UA | cyber | C6 | 0,5,0,5
    C6-2 | Comet collectors | KZ;RU | extortion;robbery | C6 |
    """)
  static let terrorPersons = table(
    """
    TP01 | the Cartographer | AF | | T1 | الخرائطي;Map Man
    TP02 | Juniper | AF | | T1-1 |
    TP03 | the Apiarist | PK | | T1-2 | Beekeeper
    TP04 | Mr Thimble | TJ | | T1-3 |
    TP05 | the Glazier | UZ | | T1-4 |
    TP06 | Sandpiper | KG | | T2 | Кулик
    TP07 | the Tailor of Noon | KG | | T2-1 |
    TP08 | Marrow | UZ | | T2-2 |
    TP09 | Old Pumice | KZ | | T2-3 |
    TP10 | Bramble | GE | | T3 |
    TP11 | Tin Whistle | RU | | T3-3 |
    TP12 | Lodestar | AZ | | T3-2 |
    """)
  static let crimePersons = table(
    """
    CP01 | the Miller | AF | | C1 |
    CP02 | Aunt Saffron | AF | | C1-1 | عمة الزعفران
    CP03 | Barley | TJ | | C1-3 |
    CP04 | the Locksmith | KG | | C1-4 |
    CP05 | Mr Pewter | KG | | C2 |
    CP06 | Cinnabar | KZ | | C2-2 | 朱砂
    CP07 | Goose | UZ;KZ | | C2-2 |
    CP08 | the Stationmaster | RU | | C2-4 | Начальник станции;Stationmaster Nine
    CP09 | Dandelion | RU | | C3 | Одуванчик
    CP10 | Mr Oboe | LV | | C3-2 |
    CP11 | Hatbox | FI | | C3-3 |
    CP12 | Ferrule | PL;KZ:0.4 | | C3-4 |
    CP13 | Quill | UA | | C4-1 |
    CP14 | the Antiquary | AE | | C5 | 古董商
    CP15 | Moth | RU | | C6-2 |
    CP16 | Domino | UA | | C6 |
    """)
  static let facilitators = table(
    """
    F01 | the Quince | AF;PK | money-laundering | C1-1,C1-2,T1-1,T1-2 |
    F02 | the Abacus | TJ;KG | money-laundering | C1-3,C1-4,T1-3,T2-1 | Счёты
    F03 | Old Ferryman | KG;KZ | money-laundering | C2-1,C2-2,T2-1,T2-3 | Паромщик;the Ferryman
    F04 | Madam Ledger | AE;PK | money-laundering:0.9 | C5-3,C1-2,T1-2,T1 | سيدة الدفتر
    F05 | the Notary of Glass | GE;AZ | counterfeit:0.5 | C5-2,C4-3,T3-1 |
    F06 | Paper Lamp | RU;KZ | money-laundering | C2-4,C3-1,T3-3 | 纸灯
    F07 | the Switchboard | RU;LV | money-laundering | C3-1,C3-2,C6-2 |
    F08 | Coin Magpie | UA;PL | cyber:0.6;money-laundering | C6-1,C4-1,T3-1,T2-3 | Magpie
    F09 | the Stamp Maker | PL;UA | counterfeit | C4-2,C4-1,T3-2 |
    F10 | Quartermaster Elm | AZ;GE | arms | C5-2,T3-2,T3-1 |
    F11 | the Broker of Reeds | UZ;TJ | drugs:0.5 | C1-4,T1-4,T2-2 |
    F12 | Harbour Clerk | LV;FI | | C3-2,C3-3 |
    F13 | the Weighmaster | AE;IN | natural-resources | C5-3,C5-1 |
    F14 | the Archivist | KZ;UZ | migrant-smuggling:0.6 | C2-2,C2-3,T2-3,T2-2 |
    """)
  static let shadyCompanies = table(
    """
    K01 | شركة الفانوس الأزرق السابع | AE | money-laundering:0.7 | F04 | Seventh Blue Lantern Trading
    K03 | ООО «Стеклянный Верблюд-14» | RU | money-laundering:0.6 | F06 | Glass Camel 14
    K05 | Grey Saddle Transport | KG | drugs:0.5 | C2-1 |
    K08 | Umbrella Works of the Ninth Lane | PL | counterfeit:0.6 | C4-2 |
    K11 | Long Button Exports | AZ | arms:0.4 | F05 |
    K12 | Marble Owl Antiques | GE | cultural-property:0.7 | C5-3 |
    K15 | Hollyhock Exchange Bureau | PK | money-laundering:0.5 | F01 |
    """)
  static let companies = table(
    """
    K02 | 蓝瓷钟表贸易行 | AE;KZ:0.5 | | F13 | Blue Porcelain Clocks
    K04 | Thistle & Kettle <Freight> | KZ | | F03 |
    K06 | Baltic Teaspoon Logistics | LV | | F12 |
    K07 | Patient Pinecone Timber | FI | | F12 |
    K09 | Dry Well Construction | UA | | C4-1 |
    K10 | Eleven Apricots Produce | TJ | | F02 |
    K13 | Tin Harbour Shipping | GE | | F10 |
    K14 | Saffron Bicycle Imports | IN | | F13 |
    K16 | Lapwing Payments | PL | | F08 |
    K17 | Ninth Dune Ship Registry | NA | | K13 |
    K18 | Cold Spoon Catering | FI | | |
    """)
  static let banks = table(
    """
    B01 | Bank of Tern Quay | LV | | |
    B02 | Saltmeadow Bank | KZ | | |
    B03 | Ninefold Savings | RU | | |
    B04 | Mirage Gate Bank | AE | | |
    B05 | Fernhollow Merchant Bank | PL | | |
    B06 | Two Kettles Cooperative | TJ | | |
    B07 | Old Caravan Bank | GE | | |
    """)
  /// Accounts and wallets: the last column is the bank; a wallet has none.
  static let accounts = table(
    """
    000417-20031 | | AE | | K01 | B04
    000417-20058 | | AE | | K02 | B04
    000417-20077 | | | | F04 | B04
    003120-00901 | | RU | | K03 | B03
    003120-00944 | | RU | | K03 | B03
    003120-01013 | | | | C3-1 | B03
    001750-33310 | | KZ | | K04 | B02
    001750-33325 | | KZ | | K05 | B02
    001750-33391 | | | | F14 | B02
    000088-70002 | | LV | | K06 | B01
    000088-70019 | | LV | | C3-2 | B01
    000088-70043 | | | | K07 | B01
    006600-12001 | | PL | | K08 | B05
    006600-12040 | | PL | | K16 | B05
    006600-12077 | | | | K09 | B05
    000009-00051 | | TJ | | K10 | B06
    000530-48812 | | GE | | K11 | B07
    000530-48850 | | GE | | K13 | B07
    W-0f31 | Wallet 0f31 | | | C6-1 |
    W-0f32 | Wallet 0f32 | | | C6-1 |
    W-7a10 | Wallet 7a10 | | | F08 |
    W-7a11 | Wallet 7a11 | | | F08 |
    W-c4e8 | Wallet c4e8 | | | T2-3 |
    W-c4e9 | Wallet c4e9 | | | T3-1 |
    """)
  static let vessels = table(
    """
    M1 | Patient Gull | GE | | K13 |
    M2 | Blue Ladle | | | K17 |
    M3 | Third Cormorant | LV | | K06 |
    M4 | Wooden Moon | AE | | K01 |
    """)
  static let charities = table(
    """
    N1 | Open Well Relief | TJ;AF | | |
    N2 | Second Orchard Fund | UZ;KZ | | |
    """)
  static let stateBodies = table(
    """
    S1 | Border post Larch | TJ | | |
    S2 | Port office Grey Mole | LV | | |
    S3 | Road patrol unit Nine | KZ | | |
    S4 | Customs desk Alder | GE | | |
    """)
  static let places = table(
    """
    P1 | Warehouse on the Dry Canal | KZ | | |
    P2 | Prison Number Zero | RU | | |
    """)
  static let victims = table(
    """
    V1 | Victim 1 (name withheld) | GE | | |
    V2 | Victim 2 (name withheld) | UA | | |
    V3 | Victim 3 (name withheld) | UA | | |
    V4 | Victim 4 (name withheld) | KZ | | |
    """)
  static let witnesses = table(
    """
    Y1 | Witness 1 (name withheld) | TJ | | |
    Y2 | Witness 2 (name withheld) | RU | | |
    Y3 | Witness 3 (name withheld) | | | |
    """)
  static let reporters = table(
    """
    R1 | Helpline Blue Door | UA;PL | | |
    R2 | Corridor Financial Desk | KZ | | |
    R3 | Field Notes Collective | TJ | | |
    """)
  static let unknowns = table(
    """
    Z1 | unidentified caller | Free Port of Sablemark | | |
    """)
}

/// One line of a table above.
struct CastEntry {
  let id, name, regions, crimes, holder, extra: String
}

private func table(_ text: String) -> [CastEntry] {
  text.split(separator: "\n").map { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    return CastEntry(
      id: cells[0], name: cells[1], regions: cells[2], crimes: cells[3], holder: cells[4], extra: cells[5])
  }
}

func trimmed(_ text: Substring) -> String {
  guard let first = text.firstIndex(where: { $0 != " " }), let last = text.lastIndex(where: { $0 != " " })
  else { return "" }
  return String(text[first...last])
}

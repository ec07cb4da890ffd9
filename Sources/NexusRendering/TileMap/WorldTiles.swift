/// Where each country stands on a map of one square a country: near its neighbours, continents apart, every country
/// as large as any other.
///
/// All codes of ISO 3166 in UN M49, and `XK`. Drawn by hand after the places of the countries; the Americas, Africa
/// with Europe, and the Pacific are kept apart where the Atlantic and the Pacific are.
enum WorldTiles {
  /// A square of the map, from the top left.
  struct Cell: Hashable, Sendable {
    let column: Int
    let row: Int
  }

  static let columnCount = 32
  static let rowCount = 18

  /// The cells by ISO 3166 code.
  static let cells: [String: Cell] = {
    var cells: [String: Cell] = [:]
    for (row, line) in picture.split(separator: "\n").enumerated() {
      for (column, code) in line.split(separator: " ").enumerated() where code != ".." {
        cells[String(code)] = Cell(column: column, row: row)
      }
    }
    return cells
  }()

  private static let picture = """
    .. .. .. .. .. .. .. .. .. .. .. SJ NO SE FI EE .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
    .. .. .. .. .. .. GL .. IS FO .. .. DK .. AX LV .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
    .. .. .. .. .. .. .. .. IE IM GB NL DE CZ PL LT BY .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
    .. .. .. .. .. .. .. .. .. GG BE LU AT SI HU SK UA RU .. .. .. .. .. .. .. .. .. .. .. .. .. ..
    .. .. .. .. .. .. .. .. .. JE FR CH LI HR RS RO MD GE KZ .. .. .. .. .. .. .. .. .. .. .. .. ..
    CA PM .. .. .. .. .. .. PT ES AD MC SM BA XK BG TR AM AZ UZ KG MN .. KP .. .. .. .. .. .. .. ..
    US BM BS TC VG MF AI .. .. MA GI VA IT ME MK CY SY IQ IR TM TJ CN .. KR JP .. .. .. .. .. .. ..
    MX BZ CU DO PR SX BL AG .. EH DZ TN MT AL GR PS LB KW BH AF PK NP BT MO HK TW .. .. .. .. .. ..
    GT KY JM HT VI KN MS GP .. SN MR ML NE LY EG IL JO SA QA AE IN BD MM LA VN .. .. MP .. .. .. ..
    SV HN NI AW BQ DM MQ LC CV GM GN BF BJ TD SD ER .. YE OM .. LK .. TH KH .. PH .. GU MH .. .. ..
    .. CR PA CW TT GD VC BB .. GW CI TG NG CM CF SS ET DJ .. MV .. .. MY SG BN .. PW FM NR KI .. UM
    .. .. EC CO VE GY SR GF .. SL LR GH GQ CG RW UG KE SO .. IO .. .. .. ID TL PG SB .. TV TK .. ..
    .. .. .. PE BO BR .. .. .. .. .. .. ST GA CD BI TZ .. SC .. .. CC CX .. AU .. .. VU WF WS AS PF
    .. .. .. CL AR PY .. .. .. .. .. SH .. AO ZM MW KM YT MU .. .. .. .. .. .. NF NC FJ TO NU CK PN
    .. .. .. .. .. UY .. .. .. .. .. .. .. NA BW ZW MZ MG RE .. .. .. .. .. .. .. NZ .. .. .. .. ..
    .. .. .. .. .. FK .. GS .. .. .. .. .. .. ZA SZ .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
    .. .. .. .. .. .. .. .. .. .. .. .. BV .. LS .. .. TF HM .. .. .. .. .. .. .. .. .. .. .. .. ..
    .. .. .. .. .. .. .. .. .. .. .. .. .. .. AQ .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
    """
}

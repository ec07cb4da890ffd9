/// How well the reports of a claim are graded.
enum Support { case usual, strong }

/// The invented sources that rows cite, and how far each is graded.
enum Sources {
  static let all = [
    "Corridor FIU report", "Meridian FIU file", "Gulf FIU bulletin", "Northgate court file",
    "Harbour court file",
    "Steppe Courier (press)", "Lantern Post (press)", "Joint border survey", "Liaison cable K",
    "Bank disclosure B",
    "Seized ledger 3", "Seized phone 11", "Tern open-source monitor", "Prison interviews",
    "Customs manifests",
    "Registry extracts", "Field notes",
  ]
  static let financial = [
    "Corridor FIU report", "Meridian FIU file", "Gulf FIU bulletin", "Bank disclosure B", "Seized ledger 3",
  ]

  private static let usual = [
    ("B2", 17), ("C3", 14), ("B3", 12), ("C2", 9), ("A2", 8), ("A1", 5), ("B1", 6), ("C4", 5), ("D3", 5),
    ("D4", 4), ("F6", 6), ("F3", 3), ("E5", 2), ("D2", 3), ("E4", 1),
  ]
  private static let strong = [("A1", 3), ("A2", 4), ("B1", 4), ("B2", 6)]

  /// Grade and confidence cells of a row: mostly a grade, sometimes a number, sometimes neither.
  static func judgement(_ support: Support = .usual, using chance: inout SplitMix64) -> (
    grade: String, confidence: String
  ) {
    if support == .strong { return (chance.pick(shares: strong), "") }
    return switch chance.number(in: 1...100) {
    case ...78: (chance.pick(shares: usual), "")
    case ...84: (chance.pick(shares: usual), "0.\(chance.number(in: 3...9))")
    case ...89: ("", "0.\(chance.number(in: 30...95))")
    default: ("", "")
    }
  }

  /// A reference within the source, different for every row of a file.
  static func reference(_ source: String, _ serial: Int) -> String {
    let mark = source.split(separator: " ").compactMap { $0.first { $0.isLetter } }.map { String($0) }
      .joined()
    return "\(mark)-\(1000 + serial)"
  }
}

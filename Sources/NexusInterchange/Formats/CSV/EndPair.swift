/// Two columns whose names say that they may be the ends of a tie: `from_account` and `to_account`, `suspect_1` and
/// `suspect_2`, `caller` and `callee`.
struct EndPair: Hashable {
  /// Positions in the header.
  var source: Int
  var target: Int
  var sourceHeader: String
  var targetHeader: String

  /// Words that stand for the two ends of something, the one that it starts from first.
  private static let words: [(source: String, target: String)] = [
    ("from", "to"), ("source", "target"), ("sender", "receiver"), ("sender", "recipient"),
    ("sending", "receiving"), ("payer", "payee"), ("payer", "beneficiary"), ("originator", "beneficiary"),
    ("ordering", "beneficiary"), ("remitter", "beneficiary"), ("debtor", "creditor"), ("debit", "credit"),
    ("caller", "callee"), ("caller", "called"), ("calling", "called"), ("caller", "receiver"),
    ("buyer", "seller"), ("customer", "supplier"), ("client", "supplier"), ("borrower", "lender"),
    ("owner", "owned"), ("owner", "subsidiary"), ("parent", "subsidiary"), ("parent", "child"),
    ("employer", "employee"), ("superior", "subordinate"), ("leader", "follower"), ("follower", "followed"),
    ("shipper", "consignee"), ("consignor", "consignee"), ("exporter", "importer"), ("donor", "recipient"),
    ("origin", "destination"), ("ego", "alter"), ("src", "dst"), ("head", "tail"), ("first", "second"),
    ("left", "right"), ("1", "2"), ("i", "ii"), ("one", "two"), ("a", "b"), ("i", "j"), ("x", "y"),
    ("absender", "empf\u{E4}nger"), ("auftraggeber", "empf\u{E4}nger"), ("von", "an"),
    ("exp\u{E9}diteur", "destinataire"), ("\u{E9}metteur", "destinataire"), ("remitente", "destinatario"),
    ("ordenante", "beneficiario"), ("mittente", "destinatario"), ("remetente", "destinat\u{E1}rio"),
    (
      "\u{43E}\u{442}\u{43F}\u{440}\u{430}\u{432}\u{438}\u{442}\u{435}\u{43B}\u{44C}",
      "\u{43F}\u{43E}\u{43B}\u{443}\u{447}\u{430}\u{442}\u{435}\u{43B}\u{44C}"
    ),
  ]

  /// What such columns are called beside these words when they are none: dates, places and amounts have two ends too.
  private static let otherWords: Set<String> = [
    "date", "time", "day", "month", "year", "timestamp", "amount", "currency", "price", "value", "country",
    "region", "city", "place", "location", "address", "latitude", "longitude", "lat", "lon", "lng", "role",
    "type", "gender", "age", "phase", "grade", "score", "weight", "strength", "comment", "note", "bank",
  ]

  /// How many columns of a header are looked at.
  private static let mostColumns = 200

  /// The pair of columns that names the ends most plainly; nil where none does.
  static func named(in header: [String]) -> EndPair? { all(in: header).first }

  /// All pairs of columns whose names differ in two such words only, the plainest words first.
  ///
  /// - Complexity: O(columns²), of the first 200.
  static func all(in header: [String]) -> [EndPair] {
    let names = header.prefix(mostColumns).map(parts(of:))
    var found: [(rank: Int, pair: EndPair)] = []
    for (source, first) in names.enumerated() where isOfEnd(first) {
      for (target, second) in names.enumerated() where source != target && first.count == second.count {
        let differing = zip(first, second).filter { $0 != $1 }
        guard differing.count == 1, let (from, to) = differing.first,
          let rank = words.firstIndex(where: { $0.source == from && $0.target == to })
        else { continue }
        found.append((rank, EndPair(source: source, target: target, in: header)))
      }
    }
    return found.sorted { ($0.rank, $0.pair.source) < ($1.rank, $1.pair.source) }.map(\.pair)
  }

  init(source: Int, target: Int, in header: [String]) {
    (self.source, self.target) = (source, target)
    (sourceHeader, targetHeader) = (header[source], header[target])
  }

  /// A letter or a digit alone is more likely the name of somebody.
  private static func isOfEnd(_ parts: [String]) -> Bool {
    (parts.count > 1 || (parts.first?.count ?? 0) > 2) && parts.count <= 8
      && otherWords.isDisjoint(with: parts)
  }

  /// The words of a header in small letters: cut at marks, before a capital behind a small letter, and around digits.
  static func parts(of header: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var last: Character?
    for character in header.prefix(64) {
      let isWord = character.isLetter || character.isNumber
      let startsPart =
        last.map { $0.isLowercase && character.isUppercase || $0.isNumber != character.isNumber } ?? false
      if !isWord || startsPart, !part.isEmpty {
        parts.append(part)
        part = ""
      }
      if isWord { part += character.lowercased() }
      last = isWord ? character : nil
    }
    return part.isEmpty ? parts : parts + [part]
  }

  // MARK: Options

  /// `--map source=from_account --map target=to_account`, as a shell takes it.
  var options: String { "\(EndPair.option(.source, sourceHeader)) \(EndPair.option(.target, targetHeader))" }

  /// An option that names a column.
  static func option(_ field: Field, _ header: String) -> String {
    "--map \(ShellWord.quoted("\(field.rawValue)=\(header)"))"
  }
}

/// A word of a command line.
enum ShellWord {
  /// The word as a POSIX shell takes it: in quotes where it holds more than letters, digits and a few marks. What a
  /// terminal would obey instead of show becomes U+FFFD.
  static func quoted(_ text: String) -> String {
    let shown = String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(80).map { scalar in
          let category = scalar.properties.generalCategory
          return category == .control || category == .format ? "\u{FFFD}" : scalar
        }))
    let isPlain = shown.utf8.allSatisfy { byte in
      byte >= 0x80
        || "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-=.,:/%+@".utf8
          .contains(byte)
    }
    return isPlain && !shown.isEmpty ? shown : "'" + shown.replacing("'", with: "'\\''") + "'"
  }
}

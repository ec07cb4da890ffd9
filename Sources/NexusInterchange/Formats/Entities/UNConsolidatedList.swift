/// Reads the Consolidated List of the United Nations Security Council (XML).
///
/// | element | becomes |
/// |---|---|
/// | `INDIVIDUAL`, `ENTITY` | an actor of type person, organisation |
/// | `REFERENCE_NUMBER`, else `DATAID` | id |
/// | `FIRST_NAME` to `FOURTH_NAME` | name |
/// | `ALIAS_NAME` | aliases, several in one element at `;`; those of low quality are weak ones |
/// | `COUNTRY` of an address | regions; `NATIONALITY` is a nationality, never a region |
/// | `INDIVIDUAL_DATE_OF_BIRTH` | dates of birth, with `circa` and spans of years |
/// | `INDIVIDUAL_DOCUMENT` | passport, or an identifier of its type |
/// | `LISTED_ON` | date |
/// | another reference in `COMMENTS1`, such as QDi.001 | an undirected tie of unknown relation, with the line of the comment |
/// | documents, designations, titles, list | values |
///
/// Nobody gets a role: a listing says why a committee named someone, not what part that one plays.
///
/// Source: United Nations Security Council, *Consolidated List*, XML schema `sc-sanctions.xsd`,
/// https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list.
struct UNConsolidatedList {
  private var xml: XMLScanner
  private var actors = RecordTable(.actors, [.id, .name, .type])
  private var ties = RecordTable(.ties, [.source, .target, .relation, .directed])

  private struct Entry {
    var id: String?
    var dataID: String?
    var names: [String] = []
    var aliases: [String] = []
    var weakAliases: [String] = []
    var regions: [String] = []
    var listed: String?
    var births: [String] = []
    var passports: [String] = []
    var identifiers: [String] = []
    var values: [String: [String]] = [:]
    var comments: [(text: String, line: Int)] = []
  }

  /// - Parameter text: the document in UTF-8.
  /// - Complexity: O(bytes).
  static func items(of text: [UInt8]) throws(FormatFault) -> ItemTables {
    var reader = UNConsolidatedList(xml: XMLScanner(text))
    _ = try reader.xml.child()
    while let list = try reader.xml.child() {
      guard list.name == "INDIVIDUALS" || list.name == "ENTITIES" else {
        try reader.xml.skip()
        continue
      }
      while let tag = try reader.xml.child() {
        try reader.readEntry(tag, type: list.name == "INDIVIDUALS" ? "person" : "organisation")
      }
    }
    _ = try reader.xml.child()
    return ItemTables(
      tables: [reader.actors, reader.ties],
      notes: ["nobody has a role: a listing does not say what part someone plays. Give roles by --actors."])
  }

  private init(xml: XMLScanner) { self.xml = xml }

  private mutating func readEntry(_ tag: XMLTag, type: String) throws(FormatFault) {
    var entry = Entry()
    while let child = try xml.child() {
      switch child.name {
      case "REFERENCE_NUMBER": entry.id = try value()
      case "DATAID": entry.dataID = try value()
      case "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME":
        if let name = try value() { entry.names.append(name) }
      case "LISTED_ON": entry.listed = try value().map(UNConsolidatedList.day)
      case "INDIVIDUAL_ALIAS", "ENTITY_ALIAS":
        let alias = try fields()
        guard let name = alias["ALIAS_NAME"] else { continue }
        let names = name.split(separator: ";").map { String($0.trimmingSpaces) }
        if alias["QUALITY"]?.lowercased() == "low" {
          entry.weakAliases += names
        } else {
          entry.aliases += names
        }
      case "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS":
        if let country = try fields()["COUNTRY"], !entry.regions.contains(country) {
          entry.regions.append(country)
        }
      case "INDIVIDUAL_DOCUMENT":
        let document = try fields()
        let text = ["TYPE_OF_DOCUMENT", "NUMBER", "ISSUING_COUNTRY"].compactMap { document[$0] }
        if !text.isEmpty { entry.values["document", default: []].append(text.joined(separator: " ")) }
        guard let number = document["NUMBER"] else { continue }
        if let type = document["TYPE_OF_DOCUMENT"], type.lowercased() != "passport" {
          entry.identifiers.append("\(type.replacing(":", with: " ")):\(number)")
        } else {
          entry.passports.append(number)
        }
      case "INDIVIDUAL_DATE_OF_BIRTH":
        if let birth = UNConsolidatedList.birth(of: try fields()) { entry.births.append(birth) }
      case "COMMENTS1", "COMMENTS2":
        let line = child.line
        if let text = try value() { entry.comments.append((text, line)) }
      case "NATIONALITY", "DESIGNATION", "TITLE", "UN_LIST_TYPE":
        if let text = try value() { entry.values[child.name.lowercased(), default: []].append(text) }
      default: try xml.skip()
      }
    }
    try add(entry, type: type, line: tag.line)
  }

  private mutating func add(_ entry: Entry, type: String, line: Int) throws(FormatFault) {
    let id = entry.id ?? entry.dataID
    let list = { (values: [String]) in values.map { $0.replacing(";", with: ",") }.joined(separator: ";") }
    let others = entry.values.sorted { $0.key < $1.key }.map {
      (name: $0.key, value: Optional(list($0.value)))
    }
    try actors.append(
      [
        ("id", id), ("name", entry.names.joined(separator: " ")), ("type", type),
        ("aliases", list(entry.aliases)),
        ("region", list(entry.regions)), ("date", entry.listed), ("weak aliases", list(entry.weakAliases)),
        ("birth date", list(entry.births)), ("passport", list(entry.passports)),
        ("identifiers", list(entry.identifiers)),
      ] + others, line: line)
    var seen: Set<String> = [id ?? ""]
    for (text, line) in entry.comments {
      for other in UNConsolidatedList.references(in: text) where seen.insert(other).inserted {
        try ties.append(
          [
            .source: id, .target: other, .relation: "unknown", .directed: "undirected",
            .targetType: other.dropFirst(2).first == "i" ? "person" : "organisation",
          ], line: line)
      }
    }
  }

  /// A date of birth as a cell writes it; nil where the element gives none.
  private static func birth(of fields: [String: String]) -> String? {
    let circa = fields["TYPE_OF_DATE"]?.uppercased() == "APPROXIMATELY" ? "circa " : ""
    if let date = fields["DATE"] ?? fields["YEAR"] { return circa + day(of: date) }
    guard let first = fields["FROM_YEAR"], let last = fields["TO_YEAR"] else { return nil }
    return "\(circa)\(first) to \(last)"
  }

  /// A date of XML Schema without the offset that may follow its day, `2015-04-07-04:00`: a listing is of a day.
  static func day(of text: String) -> String {
    let bytes = Array(text.utf8)
    let isOffset = bytes.count == 16 && "+-".utf8.contains(bytes[10]) && bytes[13] == UInt8(ascii: ":")
    return isOffset ? String(text.prefix(10)) : text
  }

  /// References of the list in a text: two letters of the regime, `i` or `e`, a point and three digits.
  static func references(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    guard bytes.count >= 7 else { return [] }
    return (0...(bytes.count - 7)).compactMap { start in
      let word = bytes[start..<(start + 7)]
      let isWord =
        word.prefix(2).allSatisfy { (0x41...0x5A).contains($0) }
        && [UInt8(ascii: "i"), UInt8(ascii: "e")].contains(bytes[start + 2])
        && bytes[start + 3] == UInt8(ascii: ".")
        && word.suffix(3).allSatisfy { (0x30...0x39).contains($0) }
      guard isWord, !isLetterOrDigit(bytes, start - 1), !isLetterOrDigit(bytes, start + 7) else { return nil }
      return String(decoding: word, as: UTF8.self)
    }
  }

  private static func isLetterOrDigit(_ bytes: [UInt8], _ position: Int) -> Bool {
    guard bytes.indices.contains(position) else { return false }
    let byte = bytes[position]
    return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// The text of the open element, trimmed; nil where there is none.
  private mutating func value() throws(FormatFault) -> String? {
    let text = try xml.text().trimmingSpaces
    return text.isEmpty ? nil : String(text)
  }

  /// The values of the open element's children, by name; of several the first.
  private mutating func fields() throws(FormatFault) -> [String: String] {
    var fields: [String: String] = [:]
    while let child = try xml.child() {
      if let text = try value(), fields[child.name] == nil { fields[child.name] = text }
    }
    return fields
  }
}

internal import NexusModel

/// How a schema says that the cells of a column are written, where that is not how nexus reads them without being told.
///
/// Source: Open Knowledge Foundation, *Table Schema*, version 1, section "Types and Formats".
enum CellFormat {
  case asWritten
  /// `type: number` or `integer` with marks of its own; text around numbers counts for nothing where they are not bare.
  case number(decimal: Character, group: String, isBare: Bool)
  /// `type: date` or `datetime` with a pattern of `strptime`.
  case date([PatternPart])
  /// `type: boolean` with words of its own.
  case truth(yes: Set<String>, no: Set<String>)

  /// One part of a pattern: a directive such as `%d`, or a character as it stands.
  enum PatternPart: Hashable {
    case directive(Character)
    case character(Character)
  }

  /// - Parameter rewritesNumbers: whether numbers with marks of their own are written anew; else one mark does for all.
  init(_ field: JSONObject, rewritesNumbers: Bool) {
    self = .asWritten
    switch field["type"]?.text {
    case "number", "integer":
      guard rewritesNumbers else { return }
      var isBare = true
      if case .truth(let value)? = field["bareNumber"] { isBare = value }
      self = .number(
        decimal: field["decimalChar"]?.text?.first ?? ".", group: field["groupChar"]?.text ?? "",
        isBare: isBare)
    case "date", "datetime", "time":
      guard let format = field["format"]?.text, let pattern = CellFormat.pattern(format) else { return }
      self = .date(pattern)
    case "boolean":
      let yes = field["trueValues"]?.elements.compactMap(\.text) ?? []
      let no = field["falseValues"]?.elements.compactMap(\.text) ?? []
      if !(yes + no).isEmpty { self = .truth(yes: Set(yes), no: Set(no)) }
    default: break
    }
  }

  var isAsWritten: Bool { if case .asWritten = self { true } else { false } }

  /// Whether a field of a schema writes numbers in a way that one decimal mark does not tell.
  static func hasMarksOfItsOwn(_ field: JSONObject) -> Bool {
    guard field["type"]?.text == "number" || field["type"]?.text == "integer" else { return false }
    if case .truth(let isBare)? = field["bareNumber"], !isBare { return true }
    return field["groupChar"]?.text?.isEmpty == false
  }

  /// The cell as nexus reads it without being told; as it stands where it is not written as the schema says.
  func plain(_ cell: String) -> String {
    switch self {
    case .asWritten: return cell
    case .truth(let yes, let no): return yes.contains(cell) ? "true" : no.contains(cell) ? "false" : cell
    case .number(let decimal, let group, let isBare): return number(cell, decimal, group, isBare) ?? cell
    case .date(let pattern): return CellFormat.instant(cell, pattern)?.description ?? cell
    }
  }

  private func number(_ cell: String, _ decimal: Character, _ group: String, _ isBare: Bool) -> String? {
    var text = cell[...]
    if !isBare {
      let isPart: (Character) -> Bool = { $0.isASCIIDigit || $0 == "+" || $0 == "-" || $0 == decimal }
      text = text.drop { !isPart($0) }
      while let last = text.last, !last.isASCIIDigit { text.removeLast() }
    }
    let ungrouped = group.isEmpty ? String(text) : String(text.replacing(group, with: ""))
    let plain = String(ungrouped.map { $0 == decimal ? "." : $0 })
    let isNumber =
      plain.allSatisfy { $0.isASCIIDigit || "+-.eE".contains($0) } && Double(plain)?.isFinite == true
    return isNumber ? plain : nil
  }

  // MARK: Dates

  /// Nil for a format that is none of `strptime`, or has a directive that nexus does not know.
  private static func pattern(_ format: String) -> [PatternPart]? {
    let text = format.hasPrefix("fmt:") ? format.dropFirst(4) : format[...]
    guard text.contains("%"), text.utf8.count <= 64 else { return nil }
    var parts: [PatternPart] = []
    var rest = text
    while let character = rest.popFirst() {
      guard character == "%" else {
        parts.append(.character(character))
        continue
      }
      guard let directive = rest.popFirst(), "YymdbBHMS%".contains(directive) else { return nil }
      parts.append(directive == "%" ? .character("%") : .directive(directive))
    }
    return parts
  }

  private static func instant(_ cell: String, _ pattern: [PatternPart]) -> Instant? {
    var rest = cell[...]
    var values: [Character: Int] = [:]
    for part in pattern {
      switch part {
      case .character(let character):
        guard rest.popFirst() == character else { return nil }
      case .directive(let directive):
        guard let value = value(of: directive, from: &rest) else { return nil }
        values[directive == "b" || directive == "B" ? "m" : directive] = value
      }
    }
    guard rest.isEmpty, let year = values["Y"] ?? values["y"].map({ $0 + ($0 < 69 ? 2000 : 1900) }) else {
      return nil
    }
    guard let month = values["m"] else { return Instant(year: year) }
    guard let day = values["d"] else { return Instant(year: year, month: month) }
    let date = Instant(year: year, month: month, day: day)
    guard let hour = values["H"] else { return date }
    return date?.at(hour: hour, minute: values["M"] ?? 0, second: values["S"] ?? 0)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func value(of directive: Character, from rest: inout Substring) -> Int? {
    if directive == "b" || directive == "B" {
      let name = rest.prefix(while: \.isLetter)
      rest = rest.dropFirst(name.count)
      return months.firstIndex(of: name.lowercased().prefix(3).description).map { $0 + 1 }
    }
    let digits = rest.prefix(directive == "Y" ? 4 : 2).prefix(while: \.isASCIIDigit)
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }
}

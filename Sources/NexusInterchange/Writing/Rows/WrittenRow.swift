internal import NexusModel

/// A row of actors, ties or transfers as nexus writes it: what stands in which column.
struct WrittenRow {
  /// A column: a field of nexus, or one that the data bring along.
  enum Column: Hashable {
    case field(Field)
    case other(String)

    var name: String {
      switch self {
      case .field(let field): field.rawValue
      case .other(let name): name
      }
    }
  }

  /// The columns that have a value, each once, in the order in which they are written.
  private(set) var cells: [(column: Column, value: String)] = []

  subscript(field: Field) -> String? { cells.first { $0.column == .field(field) }?.value }

  /// Sets a field; an absent or empty value leaves it out.
  mutating func set(_ field: Field, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    cells.append((.field(field), value))
  }

  mutating func set(other name: String, _ value: String) { cells.append((.other(name), value)) }

  func has(_ column: Column) -> Bool { cells.contains { $0.column == column } }

  /// The other names of an actor, one by one.
  var aliases: [String] {
    let aliases = self[.aliases]?.split(separator: ";").map { String($0.trimmingSpaces) } ?? []
    return aliases.filter { !$0.isEmpty }
  }

  /// Where a row stood in the data set that it was first read from, `file:line`.
  static let placeColumn = "nexus_row"
}

extension Field {
  /// Whether its values are numbers.
  var holdsNumbers: Bool {
    switch self {
    case .strength, .amount, .amountReceived, .confidence, .methodTerror, .methodCrime, .motiveTerror,
      .motiveCrime:
      true
    default: false
    }
  }

  /// Whether a value may be several, joined by `;`.
  var holdsLists: Bool { self == .aliases || self == .region || self == .crimes || self == .crime }

  var holdsDates: Bool { self == .date || self == .start || self == .end }
}

/// How values of the model are written so that the readers give the same values back.
enum WrittenValue {
  /// The shortest decimal that is the number again.
  static func number(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Whether a text is a number in every format: as JSON writes it.
  static func isNumber(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func takeDigits() -> ArraySlice<UInt8> {
      let digits = rest.prefix(while: isDigit)
      rest = rest.dropFirst(digits.count)
      return digits
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = takeDigits()
    guard let first = whole.first, first != UInt8(ascii: "0") || whole.count == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard !takeDigits().isEmpty else { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
      guard !takeDigits().isEmpty else { return false }
    }
    return rest.isEmpty
  }

  /// A word of a vocabulary; nil for what is not known. A word that a cell would take for a missing value ends in `-`,
  /// which folding takes off again.
  static func word<Words: Vocabulary>(_ term: Term<Words>) -> String? {
    if term == .unknown { return nil }
    return term.word.isEmpty || MissingCell.matches(term.word) ? term.word + "-" : term.word
  }

  static func list<Words: Vocabulary>(_ terms: [Term<Words>]) -> String? {
    terms.isEmpty ? nil : terms.map { word($0) ?? $0.word }.joined(separator: ";")
  }

  static func kind(_ kind: Evidence.Kind) -> String? {
    switch kind {
    case .fact: nil
    case .assessment: "assessment"
    case .prediction: "prediction"
    }
  }
}

private import Foundation

/// A JSON document in memory. Written with sorted keys, so that the same values give the same bytes.
public enum JSONValue: Sendable, Encodable {
  case null
  case flag(Bool)
  case whole(Int)
  case real(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .whole(let number): try container.encode(number)
    case .real(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let items): try container.encode(items)
    case .object(let members): try container.encode(members)
    }
  }

  /// The document as UTF-8 text with a final line end.
  public func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  public init(integerLiteral value: Int) { self = .whole(value) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }

  static func real(_ value: Double?) -> JSONValue { value.map { .real($0) } ?? .null }
  static func whole(_ value: Int?) -> JSONValue { value.map { .whole($0) } ?? .null }
  static func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
  static func texts(_ values: [String]) -> JSONValue { .list(values.map { .text($0) }) }
}

extension Table {
  /// One object a row, with the columns as keys; an empty cell is null.
  var json: JSONValue {
    .list(
      rows.map { row in
        .object(Dictionary(uniqueKeysWithValues: zip(columns, row.map(\.json))))
      })
  }
}

extension Table.Cell {
  var json: JSONValue {
    switch self {
    case .empty: .null
    case .text(let text): .text(text)
    case .whole(let number): .whole(number)
    case .real(let number): .real(number)
    case .flag(let flag): .flag(flag)
    case .list(let items): .texts(items)
    }
  }
}

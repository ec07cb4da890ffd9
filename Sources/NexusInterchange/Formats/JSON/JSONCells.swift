extension JSONValue {
  /// The value as a cell: text, a number as it is written, a list joined by `;`; nil for null and for objects.
  var cell: String? {
    switch self {
    case .null, .object: nil
    case .truth(let value): value ? "true" : "false"
    case .number(let text), .string(let text): text
    case .array(let elements): elements.compactMap(\.cell).joined(separator: ";")
    }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  var isObject: Bool { if case .object = self { true } else { false } }

  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}

extension JSONObject {
  /// The names and the values of the members, apart.
  var names: [String] { members.map(\.name) }
  var values: [JSONValue] { members.map(\.value) }

  /// The object with other values, in the order of its members.
  func with(_ values: [JSONValue]) -> JSONObject {
    var object = self
    object.members = zip(names, values).map { (name: $0, value: $1) }
    return object
  }

  /// The members as named values; a member of an inner object is called `outer.inner`.
  var cells: [(name: String, value: String)] {
    members.flatMap { name, value -> [(name: String, value: String)] in
      if let inner = value.object { return inner.cells.map { ("\(name).\($0.name)", $0.value) } }
      return value.cell.map { [(name, $0)] } ?? []
    }
  }
}

/// A column of values that some rows lack. It takes no memory while all do.
struct OptionalColumn<Value> {
  private var values: [Value?] = []

  var isEmpty: Bool { values.isEmpty }

  /// The value of a row; nil where it has none.
  subscript(row: Int) -> Value? { row < values.count ? values[row] : nil }

  /// Sets the value of a row. Rows come in ascending order.
  mutating func set(_ value: Value?, at row: Int) {
    guard let value else { return }
    while values.count < row { values.append(nil) }
    values.append(value)
  }
}

/// Numbers distinct values, from 0 in the order of their first sight. Made for few values in long runs.
struct Interner<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int] = [:]
  private var last: Int?

  subscript(number: Int) -> Value { values[number] }

  mutating func number(of value: Value) -> Int {
    if let last, values[last] == value { return last }
    let number = numbers[value] ?? values.count
    if number == values.count {
      values.append(value)
      numbers[value] = number
    }
    last = number
    return number
  }
}

extension OptionalColumn: Sendable where Value: Sendable {}
extension Interner: Sendable where Value: Sendable {}

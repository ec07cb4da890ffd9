/// What a reader is expected to do with a row.
enum Fate: String { case used, folded, rejected }

/// A row with the fault planted in it, if any.
struct Row {
  var fields: [String]
  var fault: Fault?
}

struct Fault {
  let what: String
  let fate: Fate
  /// What else the reader should say or do.
  let outcome: String
}

/// A CSV file (RFC 4180, LF) that remembers on which line each planted fault came to stand.
struct Table {
  let file: String
  private(set) var text: String
  private(set) var faults: [(line: Int, fault: Fault)] = []
  private(set) var fates: [Fate: Int] = [:]
  private var line = 2

  init(file: String, header: String, rows: [Row]) {
    self.file = file
    text = header + "\n"
    for row in rows { append(row) }
  }

  private mutating func append(_ row: Row) {
    if let fault = row.fault { faults.append((line, fault)) }
    fates[row.fault?.fate ?? .used, default: 0] += 1
    let written = row.fields.map(quoted).joined(separator: ",") + "\n"
    text += written
    line += written.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  private func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { ",\"\n".utf8.contains($0) }) else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

extension [Row] {
  /// Changes a copy of the row `share` ‰ down the file and puts it right below the original.
  mutating func plant(
    at share: Int, _ what: String, _ fate: Fate, _ outcome: String,
    change: (inout [String]) -> Void = { _ in }
  ) {
    let place = firstSound(at: share)
    var copy = self[place].fields
    change(&copy)
    insert(Row(fields: copy, fault: Fault(what: what, fate: fate, outcome: outcome)), at: place + 1)
  }

  /// Changes the row itself: the first sound one from `share` ‰ down the file, with `value` in `column` if given.
  mutating func mar(
    at share: Int = 0, column: Int? = nil, is value: String = "", _ what: String, _ outcome: String,
    change: (inout [String]) -> Void = { _ in }
  ) {
    let place = firstSound(at: share, column: column, is: value)
    change(&self[place].fields)
    self[place].fault = Fault(what: what, fate: .used, outcome: outcome)
  }

  private func firstSound(at share: Int, column: Int? = nil, is value: String = "") -> Int {
    let fitting = indices.dropFirst(count * share / 1000).first { place in
      self[place].fault == nil && (column.map { self[place].fields[$0] == value } ?? true)
    }
    guard let fitting else { preconditionFailure("No row is fit to bear the fault.") }
    return fitting
  }
}

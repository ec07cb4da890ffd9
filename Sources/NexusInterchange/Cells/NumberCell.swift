/// Reads numbers as people and programs write them: `1200.50`, `1.200,50`, `1 200,50`, `1'200.50`, `1e3`.
struct NumberCell {
  /// The mark that `--decimal-comma` or `--decimal-point` fixes; nil: by each cell and the column's evidence.
  var fixed: ReadingOptions.DecimalMark?
  /// What an undecided `1,200` is: decimal in a semicolon-separated file, else thousands.
  var undecidedCommaIsDecimal = false
  /// Whether an undecided `1.200` is thousands: where the column shows decimal commas, or stands in a
  /// semicolon-separated file and shows no decimal points.
  var undecidedPointGroups = false

  /// Strengths and amounts other than 0 that can be computed with: sums and squares of them stay finite.
  static let computable = 1e-100...1e100

  /// Whether a cell leaves open if its comma is decimal: one comma, one to three digits before it, three behind.
  static func isUndecided(_ cell: String) -> Bool {
    let parts = digits(cell).split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].count) && parts[1].count == 3
      && parts.allSatisfy { $0.allSatisfy(\.isASCIIDigit) } && parts[0] != "0"
  }

  /// Whether a cell leaves open if its point is decimal.
  static func hasOpenPoint(_ cell: String) -> Bool { !cell.contains(",") && isUndecided(swappingMarks(cell)) }

  /// Whether a cell can only be read with a decimal point.
  static func showsDecimalPoint(_ cell: String) -> Bool { showsDecimalComma(swappingMarks(cell)) }

  private static func swappingMarks(_ cell: String) -> String {
    String(cell.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
  }

  /// Whether a cell can only be read with a decimal comma.
  static func showsDecimalComma(_ cell: String) -> Bool {
    let text = digits(cell)
    guard let comma = text.lastIndex(of: ","), text.filter({ $0 == "," }).count == 1 else { return false }
    if let point = text.lastIndex(of: ".") { return point < comma }
    return !isUndecided(cell)
  }

  /// The value of a cell, or nil when it is no finite number.
  func value(_ cell: String) -> Double? {
    var text = NumberCell.digits(cell)
    var sign = 1.0
    if text.hasPrefix("-") || text.hasPrefix("+") {
      if text.hasPrefix("-") { sign = -1 }
      text.removeFirst()
    }
    guard let first = text.first, first.isASCIIDigit || first == "." || first == "," else { return nil }
    guard let plain = plain(text), let value = Double(plain), value.isFinite else { return nil }
    return sign * value
  }

  /// The value of a cell of few digits and at most a decimal point; nil for any other cell, which may be a number too.
  func plainValue(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    guard let digits = PlainCells.digits(bytes, range) else { return nil }
    if digits.after != nil, fixed == .comma || undecidedPointGroups { return nil }
    return PlainCells.value(of: digits)
  }

  /// The digits with a point as the only mark, or nil when the marks make no number.
  private func plain(_ text: String) -> String? {
    guard text.allSatisfy({ $0.isASCIIDigit || ".,eE+-".contains($0) }) else { return nil }
    let commas = text.filter { $0 == "," }.count
    let points = text.filter { $0 == "." }.count
    let decimal: Character? =
      switch (commas, points) {
      case (0, 0): nil
      case (1..., 1...): lastMark(of: text)
      case (1, 0): commaIsDecimal(text) ? "," : nil
      case (_, 0): fixed == .comma ? "," : nil
      case (0, 1): pointIsDecimal(text) ? "." : nil
      default: fixed == .point ? "." : nil
      }
    let grouping: Character? = decimal == nil ? (commas > 0 ? "," : points > 0 ? "." : nil) : other(decimal)
    if let decimal, text.filter({ $0 == decimal }).count > 1 { return nil }
    let pieces =
      decimal.map { text.split(separator: $0, maxSplits: 1, omittingEmptySubsequences: false) } ?? [text[...]]
    var whole = String(pieces[0])
    if let grouping, whole.contains(grouping) {
      let groups = whole.split(separator: grouping, omittingEmptySubsequences: false)
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
      whole = groups.joined()
    }
    guard pieces.count == 2 else { return whole }
    guard !pieces[1].contains(where: { $0 == "," || $0 == "." }) else { return nil }
    return (whole.isEmpty ? "0" : whole) + "." + (pieces[1].isEmpty ? "0" : pieces[1])
  }

  private func lastMark(of text: String) -> Character? {
    let last = text.last { $0 == "," || $0 == "." }
    guard let fixed else { return last }
    return fixed == .comma ? "," : "."
  }

  private func commaIsDecimal(_ text: String) -> Bool {
    if let fixed { return fixed == .comma }
    return NumberCell.isUndecided(text) ? undecidedCommaIsDecimal : true
  }

  private func pointIsDecimal(_ text: String) -> Bool {
    if let fixed { return fixed == .point }
    return !(undecidedPointGroups && NumberCell.hasOpenPoint(text))
  }

  private func other(_ mark: Character?) -> Character? { mark == "," ? "." : mark == "." ? "," : nil }

  /// Without spaces and apostrophes, which only ever group digits.
  private static func digits(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x20 || $0 == 0x27 || $0 >= 0x80 }) else { return cell }
    return cell.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
  }
}

extension Character {
  /// 0 to 9, and no other script's digits.
  var isASCIIDigit: Bool { isASCII && isNumber }
}

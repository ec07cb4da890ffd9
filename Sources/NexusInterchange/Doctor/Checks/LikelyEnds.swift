/// Columns that are probably the two ends of a tie, in tables that were not read as ties: where no column names an end,
/// where the first row was taken for a tie, and where an id alone made it a table of actors.
///
/// Told by names that make a pair, and by values that stand in both columns: who pays is often paid.
enum LikelyEnds {
  /// So many different values must stand in two columns that no names join.
  static let fewestShared = 5
  /// How many columns are compared by their values.
  static let mostColumns = 40

  static func findings(in examination: Examination) -> [Finding] {
    let unread = examination.unrecognised.compactMap { finding($0, $0.layout.header, .values) }
    let linking: [TableShape] = [.ties, .flows, .matrix, .affiliations]
    let hasLinks = examination.tables.contains { linking.contains($0.layout.shape) }
    return unread
      + examination.tables.compactMap { table in
        switch table.layout.shape {
        case .headerless where table.layout.form != .items:
          header(of: table).flatMap { finding(table, $0, .names) }
        case .actors where !hasLinks && table.layout.form != .items:
          finding(table, table.layout.header, .namesAndValues)
        default: nil
        }
      }
  }

  /// The first row of a table without a header, where it may be one after all: nothing below its cells is written as
  /// they are.
  private static func header(of table: ExaminedTable) -> [String]? {
    guard let first = table.blocks.first.records.first else { return nil }
    let header = table.blocks.first.cells(first)
    guard let pair = EndPair.named(in: header) else { return nil }
    for column in [pair.source, pair.target] {
      let opening = EndPair.parts(of: header[column]).first
      let below = table.distinctCells(column).filter { $0.line != first.line || $0.count > 1 }
      guard !below.contains(where: { EndPair.parts(of: $0.text).first == opening }) else { return nil }
    }
    return header
  }

  /// What must speak for two columns.
  private enum Standard { case names, values, namesAndValues }

  /// What speaks for two columns: their names, and the values that both hold.
  private struct Proposal {
    var pair: EndPair
    var isNamed: Bool
    var shared: Int
    /// The different values of the column that has fewer.
    var values: Int

    var share: Double { values == 0 ? 0 : Double(shared) / Double(values) }
  }

  private static func finding(_ table: ExaminedTable, _ header: [String], _ standard: Standard) -> Finding? {
    let known = ColumnMap(header: header, overrides: [:])
    let proposals = proposals(table, header, known, standard).filter { proposal in
      switch standard {
      case .names: proposal.isNamed
      case .namesAndValues: proposal.isNamed && proposal.shared > 0
      case .values:
        proposal.isNamed || proposal.shared >= fewestShared && proposal.share >= 0.5
      }
    }
    guard let best = proposals.first else { return nil }
    let (source, target) = (best.pair.sourceHeader, best.pair.targetHeader)
    let names = "the columns \(MessageText.quoted(source)) and \(MessageText.quoted(target))"
    let overlap =
      best.shared > 0
      ? "\(best.shared) of the \(best.values) different values of one stand in the other too" : nil
    let reasons = [best.isNamed ? "their names make a pair" : nil, overlap].compactMap { $0 }
    let others = proposals.dropFirst().prefix(2).map(\.pair.options)
    return Finding(
      .likelyEnds, file: table.name, line: table.blocks.first.records.first?.line,
      "\(names) look like the two ends of a tie: \(reasons.joined(separator: ", and ")).",
      fix: "\(options(best.pair, known)) reads them so."
        + (others.isEmpty ? "" : " Or \(others.joined(separator: ", or "))."))
  }

  /// The options that are missing: an end that is known by its name needs none.
  private static func options(_ pair: EndPair, _ known: ColumnMap) -> String {
    if known[.source] == pair.source { return EndPair.option(.target, pair.targetHeader) }
    if known[.target] == pair.target { return EndPair.option(.source, pair.sourceHeader) }
    return pair.options
  }

  // MARK: Evidence

  private static func proposals(
    _ table: ExaminedTable, _ header: [String], _ known: ColumnMap, _ standard: Standard
  ) -> [Proposal] {
    let ends: [Field] = [.source, .target]
    let taken = Set(known.columns.filter { !ends.contains($0.key) }.values)
    let pairs = EndPair.all(in: header)
    // Values alone speak only where nothing else was found; for a large table of actors has many columns.
    let ofPairs = Set(pairs.flatMap { [$0.source, $0.target] })
    let free = header.indices.filter { column in
      !header[column].isEmpty && !taken.contains(column)
        && (standard == .values || ofPairs.contains(column))
    }
    var values: [Int: Set<String>] = [:]
    for column in free.prefix(mostColumns) { values[column] = self.values(of: table, column) }
    let named = pairs.filter { values[$0.source] != nil && values[$0.target] != nil }
    func proposal(_ pair: EndPair, isNamed: Bool) -> Proposal {
      let (first, second) = (values[pair.source] ?? [], values[pair.target] ?? [])
      return Proposal(
        pair: pair, isNamed: isNamed, shared: first.intersection(second).count,
        values: min(first.count, second.count))
    }
    var proposals = named.map { proposal($0, isNamed: true) }
    for (position, first) in free.prefix(mostColumns).enumerated() {
      for second in free.prefix(mostColumns).dropFirst(position + 1) {
        let isNamed = named.contains { Set([$0.source, $0.target]) == [first, second] }
        guard !isNamed, !isSmallNumbers(values[first]), !isSmallNumbers(values[second]) else { continue }
        let isReversed = known[.target] == first || known[.source] == second
        proposals.append(
          proposal(
            EndPair(
              source: isReversed ? second : first, target: isReversed ? first : second, in: header),
            isNamed: false))
      }
    }
    // An end that is known is one of the two.
    let certain = ends.compactMap { known[$0] }
    return proposals.filter { proposal in
      certain.allSatisfy { $0 == proposal.pair.source || $0 == proposal.pair.target }
    }.enumerated().sorted { first, second in
      let (left, right) = (first.element, second.element)
      func rank(_ proposal: Proposal) -> Int {
        proposal.isNamed ? proposal.shared > 0 ? 0 : 1 : 2
      }
      return (rank(left), -left.share, first.offset) < (rank(right), -right.share, second.offset)
    }.map(\.element)
  }

  private static func values(of table: ExaminedTable, _ column: Int) -> Set<String> {
    Set(table.distinctCells(column).map(\.text))
  }

  /// Whether a column holds short numbers, such as ages and counts, which stand in two columns without being ends.
  private static func isSmallNumbers(_ values: Set<String>?) -> Bool {
    guard let values, !values.isEmpty else { return true }
    return values.allSatisfy { $0.utf8.count < 5 && NumberCell().value($0) != nil }
  }
}

internal import NexusGraph
internal import NexusModel

/// The rows of ties and of their evidence.
struct TieRows {
  /// Which networks are written with strengths.
  enum Strengths {
    /// Those in which some tie is not as strong as it has rows.
    case whereNeeded
    /// All, for a format that has no row without.
    case always
  }

  private let network: Network
  private let others: OtherCells
  /// Whether rows bear strengths; else ties are as strong as they have rows.
  private let bearsStrengths: Bool

  init(_ network: Network, _ others: OtherCells, _ strengths: Strengths) {
    (self.network, self.others) = (network, others)
    bearsStrengths = strengths == .always || network.ties.contains { !TieRows.isCounted($0, network) }
  }

  /// The rows in reading order. O(items · log items).
  func rows(_ losses: inout LossTally) -> [RecordRows.LinkRow] {
    var rows: [(row: RowID, link: RecordRows.LinkRow)] = []
    for tie in network.ties {
      let items = network.evidence(of: tie)
      let strengths = bearsStrengths ? TieRows.strengths(of: tie, network) : items.map { _ in nil }
      if items.count != 1 || max(tie.sourceRegions.count, tie.targetRegions.count, tie.places.count) > 1,
        items.contains(where: { network.rows.statement(of: $0.row) == nil }),
        !(tie.sourceRegions + tie.targetRegions + tie.places).isEmpty
      {
        losses.add("ties whose rows do not tell which of them says where")
      }
      if items.isEmpty { losses.add("ties without a row") }
      for (item, strength) in zip(items, strengths) {
        rows.append((item.row, link(tie, item, strength: strength, isOnlyRow: items.count == 1)))
      }
    }
    return rows.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      .map(\.element.link)
  }

  private func link(
    _ tie: Tie, _ item: Evidence, strength: Double?, isOnlyRow: Bool
  ) -> RecordRows.LinkRow {
    let statement =
      network.rows.statement(of: item.row) ?? TieRows.statement(of: tie, item, isOnlyRow: isOnlyRow)
    var row = WrittenRow()
    row.set(.relation, WrittenValue.word(tie.relation))
    row.set(.crime, WrittenValue.list(tie.crimes))
    row.set(.strength, strength.map(WrittenValue.number))
    if let start = statement.start, start == statement.end {
      row.set(.date, start.description)
    } else {
      row.set(.start, statement.start?.description)
      row.set(.end, statement.end?.description)
    }
    row.set(.confidence, item.grading.map(WrittenValue.number))
    row.set(.origin, network.origins[Int(item.origin)])
    row.set(.refutes, item.stance == .refutes ? "true" : nil)
    row.set(.kind, WrittenValue.kind(item.kind))
    let isReversed = statement.isReversed
    row.set(.sourceRegion, (isReversed ? statement.targetRegion : statement.sourceRegion)?.code)
    row.set(.targetRegion, (isReversed ? statement.sourceRegion : statement.targetRegion)?.code)
    row.set(.place, statement.place?.code)
    others.add(item.row, to: &row, isOfActor: false)
    return RecordRows.LinkRow(
      source: isReversed ? tie.target : tie.source, target: isReversed ? tie.source : tie.target,
      isDirected: tie.isDirected, row: row)
  }

  /// What a row says that shares its tie with none, or of a matrix, whose rows say no more than the strength.
  private static func statement(of tie: Tie, _ item: Evidence, isOnlyRow: Bool) -> TieStatement {
    guard isOnlyRow else { return TieStatement(start: item.date, end: item.date) }
    return TieStatement(
      start: item.date, end: stands(item) ? tie.last : nil, sourceRegion: tie.sourceRegions.first,
      targetRegion: tie.targetRegions.first, place: tie.places.first)
  }

  private static func stands(_ item: Evidence) -> Bool {
    item.stance == .supports && item.kind != .prediction
  }

  // MARK: Strengths

  /// Whether the tie is as strong as it has rows in the direction that has more of them.
  private static func isCounted(_ tie: Tie, _ network: Network) -> Bool {
    var group = TieGroup()
    for item in network.evidence(of: tie) {
      group.add(network.rows.statement(of: item.row) ?? TieStatement(), item)
    }
    return group.weighed == 0 && tie.strength == group.strength
  }

  /// The strength of each row, so that those which stand add up, in their order, to exactly that of the tie.
  private static func strengths(of tie: Tie, _ network: Network) -> [Double?] {
    let items = Array(network.evidence(of: tie))
    let statements = items.map { network.rows.statement(of: $0.row) }
    guard statements.contains(where: { $0 == nil }) else {
      return counted(statements.map { $0 ?? TieStatement() }, items)
    }
    // Rows of a matrix: halves of halves, the smallest first, whose sums are exact.
    let standing = items.indices.filter { stands(items[$0]) }
    var strengths = [Double?](repeating: nil, count: items.count)
    var share = tie.strength
    for position in standing.dropFirst().reversed() {
      share /= 2
      strengths[position] = share
    }
    if let first = standing.first { strengths[first] = share }
    return strengths
  }

  /// The shares that rows have in the occasions that they tell of: powers of a half, whose sums are exact.
  private static func shared(_ statements: [TieStatement], _ items: [Evidence]) -> [Double?] {
    var shares = statements.map(\.strength)
    let standing = items.indices.filter { statements[$0].occasion != nil && stands(items[$0]) }
    for rows in Dictionary(grouping: standing, by: { statements[$0].occasion }).values {
      var half = 1
      while half * 2 <= rows.count { half *= 2 }
      for (number, row) in rows.enumerated() {
        shares[row] = 1 / Double(number < 2 * (rows.count - half) ? 2 * half : half)
      }
    }
    return shares
  }

  /// The strengths that rows give. A row without one counts 1, or ½ where it says the same twice: A–B beside B–A.
  private static func counted(_ statements: [TieStatement], _ items: [Evidence]) -> [Double?] {
    guard statements.allSatisfy({ $0.occasion == nil }) else { return shared(statements, items) }
    let bare = items.indices.filter { statements[$0].strength == nil && stands(items[$0]) }
    let against = bare.count { statements[$0].isReversed }
    var pairs = [false: min(against, bare.count - against), true: min(against, bare.count - against)]
    var strengths = statements.map(\.strength)
    for position in bare {
      let direction = statements[position].isReversed
      strengths[position] = pairs[direction, default: 0] > 0 ? 0.5 : 1
      pairs[direction, default: 0] -= 1
    }
    return strengths
  }
}

/// The rows of transfers.
struct TransferRows {
  let rows: [RecordRows.LinkRow]

  init(_ network: Network, _ others: OtherCells) {
    rows = network.transfers.map { transfer in
      var row = WrittenRow()
      row.set(.amount, WrittenValue.number(transfer.amount))
      row.set(.currency, transfer.currency)
      row.set(.amountReceived, transfer.amountReceived.map(WrittenValue.number))
      row.set(.currencyReceived, transfer.currencyReceived)
      row.set(.channel, WrittenValue.word(transfer.channel))
      row.set(.crime, WrittenValue.list(transfer.crimes))
      row.set(.date, transfer.date?.description)
      row.set(.confidence, transfer.evidence.grading.map(WrittenValue.number))
      row.set(.origin, network.origins[Int(transfer.evidence.origin)])
      row.set(.refutes, transfer.evidence.stance == .refutes ? "true" : nil)
      row.set(.kind, WrittenValue.kind(transfer.evidence.kind))
      row.set(.sourceRegion, transfer.payerRegion?.code)
      row.set(.targetRegion, transfer.payeeRegion?.code)
      row.set(.place, transfer.place?.code)
      others.add(transfer.evidence.row, to: &row, isOfActor: false)
      return RecordRows.LinkRow(
        source: transfer.payer, target: transfer.payee, isDirected: nil, row: row)
    }
  }
}

public import NexusGraph
public import NexusModel

/// Which origins the rows of ties and transfers rest on, and whom they speak of.
///
/// An actor can be central because it was investigated, and look certain because one origin was repeated. Victims,
/// witnesses and reporting parties are in no figure here.
public struct Coverage: Sendable {
  /// What rows of ties and transfers say of one actor.
  public struct ActorRows: Sendable {
    public var actor: ActorID
    /// Rows in which it is an end.
    public var rows: Int
    /// Of these, rows that name an origin.
    public var rowsWithOrigin: Int
    /// Different origins among them.
    public var origins: Int
    /// The origin of most of them, the first met where several have as many; nil where none is named.
    public var mainOrigin: String?
    public var rowsOfMainOrigin: Int
  }

  /// Rows of ties and transfers.
  public let rows: Int
  public let rowsWithOrigin: Int
  /// Different origins that rows name.
  public let origins: Int
  /// The actors that rows speak of, those of most rows first.
  public let actors: [ActorRows]

  /// Rows and share from which an actor is told as resting on one origin.
  public static let fewestRows = 5
  public static let suspiciousShare = 0.5
  /// The share of all mentions from which the coverage by a tenth of the actors is told.
  public static let concentratedShare = 0.5

  private let names: [String]

  /// - Complexity: O(rows · log rows).
  init?(of network: Network) {
    let isProtected = network.actors.roles.map(\.isProtected)
    var seenRows = Set<RowID>()
    var mentions: [(actor: Int, row: RowID, origin: Int32)] = []
    func note(_ ends: [ActorID], _ item: Evidence) {
      seenRows.insert(item.row)
      for end in ends where !isProtected[end.index] { mentions.append((end.index, item.row, item.origin)) }
    }
    for tie in network.ties {
      for item in network.evidence(of: tie) { note([tie.source, tie.target], item) }
    }
    for transfer in network.transfers { note([transfer.payer, transfer.payee], transfer.evidence) }
    guard !mentions.isEmpty else { return nil }
    mentions.sort { ($0.actor, $0.row, $0.origin) < ($1.actor, $1.row, $1.origin) }

    var originsOfRows: [RowID: Int32] = [:]
    for mention in mentions where mention.origin != 0 { originsOfRows[mention.row] = mention.origin }
    rows = seenRows.count
    rowsWithOrigin = originsOfRows.count
    origins = Set(originsOfRows.values).count
    names = network.actors.ids
    var found: [ActorRows] = []
    var start = 0
    while start < mentions.count {
      var end = start
      while end < mentions.count, mentions[end].actor == mentions[start].actor { end += 1 }
      found.append(Coverage.rows(of: mentions[start..<end], network.origins))
      start = end
    }
    actors = found.sorted { ($1.rows, $0.actor) < ($0.rows, $1.actor) }
  }

  private static func rows(
    of mentions: ArraySlice<(actor: Int, row: RowID, origin: Int32)>, _ names: [String]
  ) -> ActorRows {
    var counts: [Int32: Int] = [:]
    var rows = 0
    var last: RowID?
    for mention in mentions where mention.row != last {
      rows += 1
      last = mention.row
      if mention.origin != 0 { counts[mention.origin, default: 0] += 1 }
    }
    let main = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return ActorRows(
      actor: ActorID(mentions.first?.actor ?? 0), rows: rows, rowsWithOrigin: counts.values.reduce(0, +),
      origins: counts.count, mainOrigin: main.map { names[Int($0.key)] }, rowsOfMainOrigin: main?.value ?? 0)
  }

  /// Mentions: rows of all actors together. A row speaks of two.
  public var mentions: Int { actors.reduce(0) { $0 + $1.rows } }

  /// The Gini coefficient of rows over the actors that rows speak of: 0 when each has as many, near 1 when one has all.
  ///
  ///     G = Σ (2k − n − 1) x_k / (n Σ x)        (x ascending, k from 1)
  public var gini: Double {
    let n = actors.count
    let weighted = actors.reversed().enumerated().reduce(0.0) { sum, item in
      sum + Double(2 * (item.offset + 1) - n - 1) * Double(item.element.rows)
    }
    return weighted / (Double(n) * Double(mentions))
  }

  /// How many actors the most covered tenth has: a tenth, rounded up.
  public var tenth: Int { (actors.count + 9) / 10 }

  /// The share of all mentions that fall on the most covered tenth of the actors.
  public var shareOfTenth: Double {
    Double(actors.prefix(tenth).reduce(0) { $0 + $1.rows }) / Double(mentions)
  }

  /// The actors most of whose rows with an origin rest on one, the most covered first; none where the data have one origin.
  public var onOneOrigin: [ActorRows] {
    guard origins > 1 else { return [] }
    return actors.filter {
      $0.rowsWithOrigin >= Coverage.fewestRows
        && Double($0.rowsOfMainOrigin) > Coverage.suspiciousShare * Double($0.rowsWithOrigin)
    }
  }

  var findings: [Finding] {
    var findings = onOneOrigin.map { actor in
      Finding(
        .oneOrigin,
        "\(actor.rowsOfMainOrigin) of \(actor.rowsWithOrigin) rows of \(MessageText.quoted(names[actor.actor.index])) rest on "
          + "the origin \(MessageText.quoted(actor.mainOrigin ?? "")).",
        fix:
          "What one origin repeats counts once in confidence. Look for a second origin before the place of the actor is "
          + "relied on.")
    }
    if actors.count >= 20, shareOfTenth > Coverage.concentratedShare {
      findings.append(
        Finding(
          .concentratedCoverage,
          "\(tenth) of \(actors.count) actors have \(percent(shareOfTenth)) of all mentions in rows (Gini \(hundredths(gini))).",
          fix:
            "They may be central because they were investigated. Read ranks with their intervals, and ask who was not "
            + "looked at."))
    }
    return findings
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
  private func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

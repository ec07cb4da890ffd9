internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel
internal import NexusRendering

/// What the script of the page knows of actors, lines and the rows behind them.
///
/// Numbers of actors and lines are those of the marks on the map. What the map draws comes first where a network is
/// too large for a page; the totals say how much is left out.
struct PageData {
  static let mostActors = 5_000
  static let mostLines = 5_000
  static let mostItems = 20_000
  static let mostItemsOfLine = 200
  static let mostPartsOfLine = 64

  private let analysis: Analysis
  private let rule: ConfidenceRule
  /// Bundled ties, then transfers by payer and payee, as the map numbers them.
  private let mapTies: [MapTie]
  private let drawn: (actors: [Int], ties: [Int])
  private let transferLines: [SIMD2<Int32>: Int]
  private let tieLines: [SIMD2<Int32>: Int]

  /// - Parameter drawn: the actors and lines of the map.
  init(_ analysis: Analysis, drawn: (actors: [Int], ties: [Int])) {
    self.analysis = analysis
    self.drawn = drawn
    rule = analysis.options.structuralRule(for: analysis.network)
    mapTies = analysis.network.mapTies(analysis.bundles, rule)
    var transferLines: [SIMD2<Int32>: Int] = [:]
    var tieLines: [SIMD2<Int32>: Int] = [:]
    for (number, line) in mapTies.enumerated() {
      if line.tie.isTransfer {
        transferLines[PageData.key(line.tie.source, line.tie.target)] = number
      } else {
        let ends = (min(line.tie.source, line.tie.target), max(line.tie.source, line.tie.target))
        if tieLines[PageData.key(ends.0, ends.1)] == nil { tieLines[PageData.key(ends.0, ends.1)] = number }
      }
    }
    (self.transferLines, self.tieLines) = (transferLines, tieLines)
  }

  private static func key(_ first: Int, _ second: Int) -> SIMD2<Int32> { SIMD2(Int32(first), Int32(second)) }

  /// The line of all transfers from one actor to another.
  func line(from payer: ActorID, to payee: ActorID) -> Int? {
    transferLines[PageData.key(payer.index, payee.index)]
  }

  /// The first line of ties between two actors, either way.
  func line(between first: ActorID, and second: ActorID) -> Int? {
    tieLines[PageData.key(min(first.index, second.index), max(first.index, second.index))]
  }

  var document: JSONValue {
    let network = analysis.network
    let kept = PageData.chosen(of: network.actors.count, PageData.mostActors, first: drawn.actors)
    let isKept = Set(kept)
    let possible = mapTies.indices.filter {
      isKept.contains(mapTies[$0].tie.source) && isKept.contains(mapTies[$0].tie.target)
    }
    let positions = Dictionary(uniqueKeysWithValues: possible.enumerated().map { ($1, $0) })
    let numbers = PageData.chosen(
      of: possible.count, PageData.mostLines, first: drawn.ties.compactMap { positions[$0] }
    ).map { possible[$0] }

    var words = WordLists()
    let actors = actors(kept, &words)
    let lines = lines(numbers, &words)
    return [
      "actors": .list(actors), "lines": .list(lines), "roles": .texts(words.roles.words),
      "types": .texts(words.types.words), "relations": .texts(words.relations.words),
      "crimes": .texts(words.crimes.words), "origins": .texts(words.origins.words),
      "regions": .list(
        words.regions.words.map { code in
          .texts([code, words.regionNames[code] ?? code])
        }),
      "totals": [
        "actors": .whole(network.actors.count), "lines": .whole(mapTies.count),
      ],
    ]
  }

  /// So many of the positions below `count`, ascending: those that must be there, then the first.
  private static func chosen(of count: Int, _ limit: Int, first needed: [Int]) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    var chosen = Set(needed.prefix(limit))
    for position in 0..<count {
      if chosen.count == limit { break }
      chosen.insert(position)
    }
    return chosen.sorted()
  }

  /// Number, id, name, role, type, regions with confidence, community, degree, betweenness, its ranks, row.
  /// Victims, witnesses and reporting parties have no measures here.
  private func actors(_ kept: [Int], _ words: inout WordLists) -> [JSONValue] {
    let (network, measures) = (analysis.network, analysis.measures)
    var presences = [[Region: [Evidence]]](repeating: [:], count: network.actors.count)
    for presence in network.actors.presences {
      presences[presence.actor.index][presence.region, default: []].append(presence.evidence)
    }
    let ranks = analysis.ranks?.betweenness
    return kept.map { actor in
      let isScored = !network.actors.roles[actor].isProtected
      let regions = presences[actor].sorted { $0.key < $1.key }.map { region, evidence -> JSONValue in
        let isGraded = evidence.contains { $0.grading != nil }
        return .list([
          .whole(words.number(of: region)), isGraded ? .real(rule.confidence(of: evidence)) : .null,
        ])
      }
      return .list([
        .whole(actor), .text(network.actors.ids[actor]), .text(network.actors.names[actor]),
        .whole(words.roles.number(of: network.actors.roles[actor].word)),
        .whole(words.types.number(of: network.actors.types[actor].word)), .list(regions),
        .whole(isScored ? measures.community[actor] : nil), .whole(isScored ? measures.degree[actor] : nil),
        .real(isScored ? measures.betweenness[actor] : nil), .whole(isScored ? ranks?.low[actor] : nil),
        .whole(isScored ? ranks?.high[actor] : nil),
        .text(network.actors.rows[actor].map { network.rows[$0] }),
      ])
    }
  }

  /// Number, ends, whether directed, whether of transfers, strength, confidence, parts, items, how many items in all.
  private func lines(_ numbers: [Int], _ words: inout WordLists) -> [JSONValue] {
    var room = PageData.mostItems
    return numbers.map { number in
      let line = mapTies[number]
      let (parts, items) = content(of: line, &words)
      let shown = items.prefix(min(room, PageData.mostItemsOfLine))
      room -= shown.count
      return .list([
        .whole(number), .whole(line.tie.source), .whole(line.tie.target),
        .whole(line.tie.isDirected ? 1 : 0), .whole(line.tie.isTransfer ? 1 : 0), .real(line.tie.strength),
        .real(line.tie.confidence), .list(parts.map(\.document)), .list(Array(shown)), .whole(items.count),
      ])
    }
  }

  private func content(of line: MapTie, _ words: inout WordLists) -> (parts: [LinePart], items: [JSONValue]) {
    let network = analysis.network
    var parts: [LinePart] = []
    var items: [JSONValue] = []
    for position in line.items {
      if line.tie.isTransfer {
        let transfer = network.transfers[position]
        let relation = words.relations.number(of: PageData.transferWord)
        let crimes = transfer.crimes.map { words.crimes.number(of: $0.word) }
        parts.append(LinePart(relation: relation, crimes: crimes, first: transfer.date, last: transfer.date))
        items.append(
          item(transfer.evidence, relation, crimes, transfer.date, PageData.words(for: transfer), &words))
      } else {
        let tie = network.ties[position]
        let relation = words.relations.number(of: tie.relation.word)
        let crimes = tie.crimes.map { words.crimes.number(of: $0.word) }
        parts.append(LinePart(relation: relation, crimes: crimes, first: tie.first, last: tie.last))
        for evidence in network.evidence(of: tie) {
          items.append(item(evidence, relation, crimes, evidence.date, nil, &words))
        }
      }
    }
    return (LinePart.united(parts, most: PageData.mostPartsOfLine), items)
  }

  /// Row, date, origin, what it says of its reliability, relation, crimes, stance (2: a prediction), further words.
  private func item(
    _ evidence: Evidence, _ relation: Int, _ crimes: [Int], _ date: Instant?, _ detail: String?,
    _ words: inout WordLists
  ) -> JSONValue {
    let network = analysis.network
    let stance = evidence.kind == .prediction ? 2 : evidence.stance == .refutes ? 1 : 0
    let origin =
      evidence.origin == 0 ? nil : words.origins.number(of: network.origins[Int(evidence.origin)])
    return .list([
      .text(network.rows[evidence.row]), .text(date?.description), .whole(origin), .real(evidence.grading),
      .whole(relation), .list(crimes.map { .whole($0) }), .whole(stance), .text(detail),
    ])
  }

  /// What lines of transfers consist in, as layers of maps call it.
  private static let transferWord = "transfer of money"

  private static func words(for transfer: Transfer) -> String {
    let amount =
      transfer.amount == transfer.amount.rounded() && abs(transfer.amount) < 1e15
      ? String(Int(transfer.amount)) : transfer.amount.formatted(decimals: 2)
    return amount + (transfer.currency.isEmpty ? "" : " \(transfer.currency)")
      + (transfer.channel == .unknown ? "" : ", \(transfer.channel.word)")
  }
}

/// What a line consists in at one time.
private struct LinePart: Hashable {
  var relation: Int
  var crimes: [Int]
  var first: Instant?
  var last: Instant?

  var document: JSONValue {
    .list([
      .whole(relation), .list(crimes.map { .whole($0) }), .text(first?.description), .text(last?.description),
    ])
  }

  /// Each part once; what is beyond the limit is drawn together by relation, with all crimes and from first to last.
  static func united(_ parts: [LinePart], most: Int) -> [LinePart] {
    var seen: Set<LinePart> = []
    let distinct = parts.filter { seen.insert($0).inserted }
    guard distinct.count > most else { return distinct }
    var united = Array(distinct.prefix(most))
    for (_, rest) in Dictionary(grouping: distinct.dropFirst(most), by: \.relation).sorted(by: {
      $0.key < $1.key
    }) {
      united.append(
        LinePart(
          relation: rest[0].relation, crimes: Set(rest.flatMap(\.crimes)).sorted(),
          first: rest.compactMap { $0.first ?? $0.last }.min(),
          last: rest.compactMap { $0.last ?? $0.first }.max()))
    }
    return united
  }
}

/// Words by their numbers, in the order in which they are first needed.
private struct WordLists {
  struct List {
    private(set) var words: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of word: String) -> Int {
      if let number = numbers[word] { return number }
      numbers[word] = words.count
      words.append(word)
      return words.count - 1
    }
  }

  var roles = List()
  var types = List()
  var relations = List()
  var crimes = List()
  var origins = List()
  var regions = List()
  private(set) var regionNames: [String: String] = [:]

  mutating func number(of region: Region) -> Int {
    regionNames[region.code] = region.name
    return regions.number(of: region.code)
  }
}

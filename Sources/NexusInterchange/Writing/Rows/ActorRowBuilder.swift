internal import NexusGraph
internal import NexusModel

/// The rows of actors: first what each is, with what its own row claims of it; then a row for each further row of the
/// data that claims something of it.
struct ActorRowBuilder {
  /// What one row claims of one actor.
  private struct Claims {
    var row: RowID
    var basis: Basis?
    var regions: [(region: Region, grading: Double?)] = []
    var crimes: [(crime: Crime, grading: Double?)] = []
    var counts: MethodMotiveCounts?
    var countsGrading: Double?

    var gradings: [Double?] { regions.map(\.grading) + crimes.map(\.grading) }

    /// Counts take the confidence of their row, which is then no row for what has none.
    func canShareRow(with other: Claims) -> Bool {
      if counts != nil, other.counts != nil { return false }
      guard counts ?? other.counts != nil, countsGrading ?? other.countsGrading != nil else { return true }
      return !(gradings + other.gradings).contains(nil)
    }
  }

  /// What the claims of one row have in common.
  private struct Basis: Hashable {
    var origin: Int32
    var kind: Evidence.Kind
    var date: Instant?

    init(_ item: Evidence) { (origin, kind, date) = (item.origin, item.kind, item.date) }
  }

  /// A presence that a row of a link says by itself, since it names the region of an end.
  private struct SaidByLink: Hashable {
    var row: RowID
    var actor: ActorID
    var region: Region
  }

  private let network: Network
  private let others: OtherCells
  private var saidByLinks: [SaidByLink: Int] = [:]
  private var claims: [[Claims]]
  /// Where the claims of a row of an actor stand among those of the actor.
  private var positions: [RowOfActor: [Int]] = [:]

  private struct RowOfActor: Hashable {
    var actor: ActorID
    var row: RowID
  }

  init(_ network: Network, _ others: OtherCells) {
    (self.network, self.others) = (network, others)
    claims = Array(repeating: [], count: network.actors.count)
    noteLinks()
  }

  /// O(actors + claims · log claims).
  func rows(_ losses: inout LossTally) -> [RecordRows.ActorRows] {
    var builder = self
    builder.gatherClaims(&losses)
    return network.actors.ids.indices.map { number in
      RecordRows.ActorRows(actor: ActorID(number), rows: builder.rows(of: ActorID(number), &losses))
    }
  }

  // MARK: Gathering

  /// Reading a row of a link that stands adds the presence of each end that it places.
  private mutating func noteLinks() {
    func said(_ row: RowID, _ end: ActorID, _ region: Region?) {
      guard let region else { return }
      saidByLinks[SaidByLink(row: row, actor: end, region: region), default: 0] += 1
    }
    for tie in network.ties {
      for item in network.evidence(of: tie) where item.stance == .supports && item.kind != .prediction {
        let statement = network.rows.statement(of: item.row)
        let isOnlyRow = tie.evidence.count == 1
        said(
          item.row, tie.source, statement.map(\.sourceRegion) ?? (isOnlyRow ? tie.sourceRegions.first : nil))
        said(
          item.row, tie.target, statement.map(\.targetRegion) ?? (isOnlyRow ? tie.targetRegions.first : nil))
      }
    }
    for transfer in network.transfers where transfer.stands {
      said(transfer.evidence.row, transfer.payer, transfer.payerRegion)
      said(transfer.evidence.row, transfer.payee, transfer.payeeRegion)
    }
  }

  private mutating func gatherClaims(_ losses: inout LossTally) {
    let actors = network.actors
    for presence in actors.presences {
      let key = SaidByLink(row: presence.evidence.row, actor: presence.actor, region: presence.region)
      if let count = saidByLinks[key], count > 0 {
        saidByLinks[key] = count - 1
        continue
      }
      guard ActorRowBuilder.isListable(presence.region, presence.evidence.grading) else {
        losses.add("regions of actors whose names hold a ; or end like a confidence")
        continue
      }
      add(presence.evidence, of: presence.actor, &losses) { claims in
        claims.regions.append((presence.region, presence.evidence.grading))
      }
    }
    for claim in actors.crimes {
      add(claim.evidence, of: claim.actor, &losses) { claims in
        claims.crimes.append((claim.crime, claim.evidence.grading))
      }
    }
    for observation in actors.observations {
      add(observation.evidence, of: observation.actor, &losses) { claims in
        (claims.counts, claims.countsGrading) = (observation.counts, observation.evidence.grading)
      }
    }
    for actor in actors.ids.indices {
      let described = Set(claims[actor].map(\.row)).union(actors.rows[actor].map { [$0] } ?? [])
      for row in others.values.rows(describing: actors.ids[actor]) where !described.contains(row) {
        claims[actor].append(Claims(row: row))
      }
      // The actor's own row comes first, the others in reading order.
      let own = actors.rows[actor]
      claims[actor] = claims[actor].enumerated().sorted {
        ($0.element.row == own ? 0 : 1, $0.element.row, $0.offset)
          < ($1.element.row == own ? 0 : 1, $1.element.row, $1.offset)
      }.map(\.element)
    }
  }

  /// Whether a list cell gives the region back as one item without a confidence.
  private static func isListable(_ region: Region, _ grading: Double?) -> Bool {
    !region.code.contains(";") && (grading != nil || !hasSuffixLikeConfidence(region.code))
  }

  /// Whether a list cell would take the end of an item for its confidence.
  private static func hasSuffixLikeConfidence(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":") else { return false }
    let suffix = text[text.index(after: colon)...].trimmingSpaces
    return suffix.first.map { $0.isASCIIDigit || $0 == "." || $0 == "-" } ?? false
  }

  private mutating func add(
    _ item: Evidence, of actor: ActorID, _ losses: inout LossTally, _ note: (inout Claims) -> Void
  ) {
    guard item.stance == .supports else { return losses.add("claims that an actor is not so") }
    let basis = Basis(item)
    var claim = Claims(row: item.row, basis: basis)
    note(&claim)
    let place = RowOfActor(actor: actor, row: item.row)
    let position = positions[place]?.last {
      claims[actor.index][$0].basis == basis && claims[actor.index][$0].canShareRow(with: claim)
    }
    if let position {
      note(&claims[actor.index][position])
    } else {
      positions[place, default: []].append(claims[actor.index].count)
      claims[actor.index].append(claim)
    }
  }

  // MARK: Writing

  private func rows(of actor: ActorID, _ losses: inout LossTally) -> [WrittenRow] {
    let actors = network.actors
    var first = WrittenRow()
    first.set(.name, actors.names[actor.index])
    var rows: [WrittenRow] = []
    var claims = claims[actor.index][...]
    let isOwn = claims.first.map { $0.row == actors.rows[actor.index] } ?? false
    let own = isOwn ? claims.popFirst() : nil
    first.set(.role, WrittenValue.word(actors.roles[actor.index]))
    first.set(.type, WrittenValue.word(actors.types[actor.index]))
    if let own {
      write(own, into: &first)
    } else if let row = actors.rows[actor.index] {
      others.add(row, to: &first, isOfActor: true)
    }
    rows.append(first)
    for claim in claims {
      var row = WrittenRow()
      write(claim, into: &row)
      rows.append(row)
    }
    return rows
  }

  private func write(_ claims: Claims, into row: inout WrittenRow) {
    let gradings = claims.gradings
    // The confidence of the row: that of its counts, which can have none of their own, else what its claims share.
    let shared = gradings.first.map { first in gradings.allSatisfy { $0 == first } ? first : nil } ?? nil
    let confidence = claims.counts == nil ? shared : claims.countsGrading
    func item(_ text: String, _ grading: Double?) -> String {
      let isInherited = grading == confidence && !ActorRowBuilder.hasSuffixLikeConfidence(text)
      return isInherited ? text : grading.map { "\(text):\(WrittenValue.number($0))" } ?? text
    }
    row.set(.region, claims.regions.map { item($0.region.code, $0.grading) }.joined(separator: ";"))
    row.set(
      .crimes,
      claims.crimes.map { item(WrittenValue.word($0.crime) ?? $0.crime.word, $0.grading) }
        .joined(separator: ";"))
    if let counts = claims.counts {
      row.set(.methodTerror, WrittenValue.number(counts.methodTerror))
      row.set(.methodCrime, WrittenValue.number(counts.methodCrime))
      row.set(.motiveTerror, WrittenValue.number(counts.motiveTerror))
      row.set(.motiveCrime, WrittenValue.number(counts.motiveCrime))
    }
    if let basis = claims.basis {
      row.set(.date, basis.date?.description)
      row.set(.confidence, confidence.map(WrittenValue.number))
      row.set(.origin, network.origins[Int(basis.origin)])
      row.set(.kind, WrittenValue.kind(basis.kind))
    }
    // What a row says beyond its claims is of its own subject: that of a link which a filter hid stays hidden.
    if others.values.describesActor(claims.row) {
      others.add(claims.row, to: &row, isOfActor: true)
    } else {
      row.set(other: WrittenRow.placeColumn, others.place(of: claims.row))
    }
  }
}

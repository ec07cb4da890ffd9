public import NexusGraph
public import NexusModel

/// How far a pair has come, from METHOD's ladder: the highest step that is at least as likely as not.
public enum PairStage: String, Hashable, Comparable, CaseIterable, Sendable {
  case none, coexistence, transactional, alliance, integration

  public static func < (left: PairStage, right: PairStage) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}

/// How well a pair is supported.
public enum PairStatus: String, Hashable, Sendable {
  /// Two origins or more, and a true tie with probability .75, or .5.
  case confirmed, probable
  case unconfirmed
}

/// An organised-crime actor and a terrorist actor with a direct tie.
public struct CrimeTerrorPair: Sendable {
  public let crime: ActorID
  public let terror: ActorID
  public let stage: PairStage
  public let status: PairStatus
  public let ladder: PairLadder
  /// Positions in ``Network/ties`` of the direct ties with any confidence, in the order of the contributions.
  public let ties: [Int]
  /// Distinct origins of the supporting items.
  public let origins: Int
  /// The relations of the ties, ascending.
  public let modalities: [Relation]
  public let first: Instant?
  public let last: Instant?
  /// The rows that speak of the ties, for and against, ascending.
  public let rows: [RowID]
}

extension Network {
  /// The pairs of one organised-crime and one terrorist actor with a direct tie, by crime then terror actor.
  ///
  /// Transfers and predictions make no pair. Below a transactional link that is at least as likely as not, a
  /// pair coexists when both are active in one region with one crime type, or have a common neighbour.
  ///
  /// - Parameter rule: how evidence becomes confidence; an ungraded row counts ½.
  /// - Complexity: O(*m* log *m*), plus the neighbours and regions of weakly tied pairs.
  public func crimeTerrorPairs(
    _ rule: ConfidenceRule = ConfidenceRule(ungraded: 0.5)
  ) -> [CrimeTerrorPair] {
    let source = ExposureSource(self, rule: rule, asOf: nil)
    let layout = ExposureLayout(source.model)
    let coexistence = Coexistence(source.model, layout)
    var links: [(crime: Int32, terror: Int32, link: Int)] = []
    for (link, tie) in source.model.ties.enumerated() where source.model.isCross(tie) {
      let isCrimeFirst = source.model.parties[Int(tie.source)] == .organisedCrime
      links.append((isCrimeFirst ? tie.source : tie.target, isCrimeFirst ? tie.target : tie.source, link))
    }
    links.sort { $0 < $1 }

    var pairs: [CrimeTerrorPair] = []
    var start = 0
    while start < links.count {
      let (crime, terror, _) = links[start]
      let end = links[start...].firstIndex { $0.crime != crime || $0.terror != terror } ?? links.count
      let numbers = links[start..<end].map(\.link)
      pairs.append(
        pair(
          ActorID(Int(crime)), ActorID(Int(terror)), positions: numbers.map { source.tiePositions[$0] },
          confidences: numbers.map { source.model.ties[$0].confidence }, rule,
          coexist: { coexistence.holds(Int(crime), Int(terror)) }))
      start = end
    }
    return pairs
  }

  private func pair(
    _ crime: ActorID, _ terror: ActorID, positions: [Int], confidences: [Double], _ rule: ConfidenceRule,
    coexist: () -> Bool
  ) -> CrimeTerrorPair {
    let direct = positions.map { ties[$0] }
    let ladder = PairLadder(
      zip(direct, confidences).map {
        PairTie(relation: $0.relation, confidence: $1, year: $0.first?.year)
      })
    let items = direct.flatMap { evidence(of: $0) }.filter { $0.kind != .prediction }
    let supporting = items.filter { $0.stance == .supports && rule.support($0) > 0 }
    let origins = Set(supporting.map(\.origin)).count
    return CrimeTerrorPair(
      crime: crime, terror: terror, stage: ladder.stage ?? (coexist() ? .coexistence : .none),
      status: status(ladder, origins: origins), ladder: ladder, ties: positions,
      origins: origins, modalities: Set(direct.map(\.relation)).sorted(),
      first: direct.compactMap(\.first).min(), last: direct.compactMap { $0.last ?? $0.first }.max(),
      rows: Set(items.map(\.row)).sorted())
  }
}

/// Two origins at least for more than `unconfirmed`; then by the probability of any true tie.
private func status(_ ladder: PairLadder, origins: Int) -> PairStatus {
  guard origins >= 2, ladder.transactional >= 0.5 else { return .unconfirmed }
  return ladder.transactional >= 0.75 ? .confirmed : .probable
}

extension PairLadder {
  /// The highest step with a probability of ½ or more; nil when not even a transactional link has it.
  fileprivate var stage: PairStage? {
    if integration >= 0.5 { return .integration }
    if alliance >= 0.5 { return .alliance }
    return transactional >= 0.5 ? .transactional : nil
  }
}

internal import NexusGraph
internal import NexusModel
internal import NexusRisk

/// Whom a table of pairs is written for: programs read ids and numbers in full, people names and one decimal.
enum PairAudience { case programs, people }

extension Table {
  /// `pairs.csv`: organised-crime and terrorist actors with a direct tie, then those that only coexist.
  ///
  /// - Parameters:
  ///   - directions: who does what to whom, one list per pair.
  ///   - audience: how contributions and directions are written.
  static func pairs(
    _ pairs: [CrimeTerrorPair], directions: [[PairDirection]], coexisting: [CoexistingPair] = [],
    of network: Network, for audience: PairAudience = .programs
  ) -> Table {
    var table = Table(
      "pairs",
      columns: [
        "crime", "terror", "stage", "status", "p_transactional", "p_alliance", "p_integration", "intensity",
        "origins", "modalities", "first", "last", "rows", "contributions", "directions",
      ])
    for (pair, directions) in zip(pairs, directions) {
      table.append([
        .text(network.actors.ids[pair.crime.index]), .text(network.actors.ids[pair.terror.index]),
        .text(pair.stage.rawValue), .text(pair.status.rawValue), .real(pair.ladder.transactional),
        .real(pair.ladder.alliance), .real(pair.ladder.integration), .real(pair.ladder.intensity),
        .whole(pair.origins), .list(pair.modalities.map(\.word)), .text(pair.first?.description),
        .text(pair.last?.description), .list(pair.rows.map { network.rows[$0] }),
        .list(
          pair.contributions(in: network).map { tie, value in
            "\(tie.relation.word) \(audience == .people ? value.formatted(decimals: 1) : "\(value)")"
          }),
        .list(directions.map { network.sentence($0, for: audience) }),
      ])
    }
    for pair in coexisting {
      table.append([
        .text(network.actors.ids[pair.crime.index]), .text(network.actors.ids[pair.terror.index]),
        .text(PairStage.coexistence.rawValue), .text(PairStatus.unconfirmed.rawValue), .real(0), .real(0),
        .real(0), .real(0), .whole(0), .list([]), .empty, .empty, .list([]), .list([]), .list([]),
      ])
    }
    return table
  }

  /// `continuum.csv`: where actors stand between crime and terrorism.
  static func continuum(_ continuum: ActorContinuum, of network: Network) -> Table {
    let axis = ["mean", "x", "low", "high", "p_crime", "p_mixed", "p_terror"]
    var table = Table(
      "continuum",
      columns: ["actor", "name", "label", "tendency", "origins"]
        + ["method_terror", "method_crime"] + axis.map { "method_" + $0 }
        + ["motive_terror", "motive_crime"] + axis.map { "motive_" + $0 }
        + ["method_shift", "motive_shift", "motive_crossing", "rows"])
    for position in continuum.actors {
      table.append(
        [
          .text(network.actors.ids[position.actor.index]), .text(network.actors.names[position.actor.index]),
          .text(position.label.rawValue), .text(position.tendency.rawValue), .whole(position.origins),
        ] + cells(position.method) + cells(position.motive) + [
          .real(position.change?.methodShift), .real(position.change?.motiveShift),
          .real(position.change?.motiveCrossing), .list(position.rows.map { network.rows[$0] }),
        ])
    }
    return table
  }

  private static func cells(_ axis: ContinuumAxis) -> [Cell] {
    [
      .real(axis.terror), .real(axis.crime), .real(axis.mean), .real(axis.position),
      .real(axis.interval.lowerBound), .real(axis.interval.upperBound), .real(axis.crimeSide),
      .real(axis.mixed), .real(axis.terrorSide),
    ]
  }
}

extension CrimeTerrorPair {
  /// What each tie adds to the intensity.
  func contributions(in network: Network) -> [(tie: Tie, value: Double)] {
    zip(ties, ladder.contributions).map { (network.ties[$0], $1) }
  }
}

extension Network {
  /// `C1 finance T1 (2)`: a directed fact by ids and how many rows or ties say so.
  func sentence(_ direction: PairDirection, for audience: PairAudience = .programs) -> String {
    let words = audience == .people ? actors.names : actors.ids
    return "\(words[direction.source.index]) \(direction.relation.word) \(words[direction.target.index]) "
      + "(\(direction.count))"
  }
}

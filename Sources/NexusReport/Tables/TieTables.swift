private import Foundation
internal import NexusGraph
internal import NexusInterchange
internal import NexusModel

/// The ties between two actors, as one edge: a row of `ties.csv`.
struct TieBundle {
  var source: ActorID
  var target: ActorID
  var isDirected: Bool
  var strength = 0.0
  /// 1 − Π (1 − c) over the ties.
  var doubt = 1.0
  var ties: [Int] = []

  var confidence: Double { 1 - doubt }
}

extension Network {
  /// The standing ties bundled by their ends (ordered where directed), in the order of their first ties.
  func tieBundles(_ rule: ConfidenceRule) -> [TieBundle] {
    struct Ends: Hashable {
      var first: ActorID
      var second: ActorID
      var isDirected: Bool
    }
    var positions: [Ends: Int] = [:]
    var bundles: [TieBundle] = []
    for (number, tie) in ties.enumerated() where tie.strength > 0 {
      let isSwapped = !tie.isDirected && tie.target < tie.source
      let ends = Ends(
        first: isSwapped ? tie.target : tie.source, second: isSwapped ? tie.source : tie.target,
        isDirected: tie.isDirected)
      let position = positions[ends] ?? bundles.count
      if position == bundles.count {
        positions[ends] = position
        bundles.append(TieBundle(source: tie.source, target: tie.target, isDirected: tie.isDirected))
      }
      bundles[position].strength += tie.strength
      bundles[position].doubt *= 1 - rule.confidence(of: evidence(of: tie))
      bundles[position].ties.append(number)
    }
    return bundles
  }
}

extension Table {
  /// `ties.csv`: the simple view of the ties, with the rows that each rests on.
  static func ties(_ bundles: [TieBundle], of network: Network) -> Table {
    var table = Table(
      "ties",
      columns: [
        "source", "target", "directed", "strength", "confidence", "ties", "relations", "crimes", "first",
        "last",
        "rows",
      ])
    for bundle in bundles {
      let ties = bundle.ties.map { network.ties[$0] }
      let rows = Set(ties.flatMap { network.evidence(of: $0).map(\.row) }).sorted()
      table.append([
        .text(network.actors.ids[bundle.source.index]), .text(network.actors.ids[bundle.target.index]),
        .flag(bundle.isDirected), .real(bundle.strength), .real(bundle.confidence), .whole(ties.count),
        .list(Set(ties.map(\.relation)).sorted().map(\.word)),
        .list(Set(ties.flatMap(\.crimes)).sorted().map(\.word)),
        .text(ties.compactMap(\.first).min()?.description), .text(ties.compactMap(\.last).max()?.description),
        .list(rows.map { network.rows[$0] }),
      ])
    }
    return table
  }

  /// `flows.csv`: transfers by payer, payee and currency; amounts of different currencies never add up.
  static func flows(of network: Network, _ rule: ConfidenceRule) -> Table {
    struct Corridor: Hashable {
      var payer: ActorID
      var payee: ActorID
      var currency: String
    }
    var positions: [Corridor: Int] = [:]
    var corridors: [(corridor: Corridor, transfers: [Transfer])] = []
    for transfer in network.transfers where transfer.stands {
      let corridor = Corridor(payer: transfer.payer, payee: transfer.payee, currency: transfer.currency)
      if let position = positions[corridor] {
        corridors[position].transfers.append(transfer)
      } else {
        positions[corridor] = corridors.count
        corridors.append((corridor, [transfer]))
      }
    }
    var table = Table(
      "flows",
      columns: [
        "payer", "payee", "currency", "amount", "transfers", "first", "last", "channels", "crimes",
        "confidence",
      ])
    for (corridor, transfers) in corridors {
      table.append([
        .text(network.actors.ids[corridor.payer.index]), .text(network.actors.ids[corridor.payee.index]),
        .text(corridor.currency), .real(decimalSum(transfers.lazy.map(\.amount))), .whole(transfers.count),
        .text(transfers.compactMap(\.date).min()?.description),
        .text(transfers.compactMap(\.date).max()?.description),
        .list(Set(transfers.map(\.channel)).sorted().map(\.word)),
        .list(Set(transfers.flatMap(\.crimes)).sorted().map(\.word)),
        .real(rule.confidence(of: transfers.map(\.evidence))),
      ])
    }
    return table
  }

  /// The sum of amounts as decimals, so that 0.1 + 0.2 is 0.3.
  static func decimalSum(_ amounts: some Sequence<Double>) -> Double {
    let sum = amounts.reduce(Decimal(0)) { $0 + (Decimal(string: $1.description) ?? Decimal($1)) }
    return Double("\(sum)") ?? .nan
  }

  /// `rejected.csv`: the rows that were not used, whole.
  static func rejected(_ rows: [RejectedRow]) -> Table {
    var table = Table("rejected", columns: ["file", "line", "column", "reason", "row"])
    for row in rows {
      table.append([.text(row.file), .whole(row.line), .whole(row.column), .text(row.reason), .text(row.row)])
    }
    return table
  }
}

import NexusGraph
import NexusModel

@testable import NexusInterchange

/// All that a network and its rows say, as lines that can be compared. Where a row stood is where it first stood: a
/// file of nexus tells.
struct NetworkContent: Equatable {
  var actors: [String] = []
  var ties: [String] = []
  var transfers: [String] = []
  /// Claims about actors; in which order rows make them says nothing.
  var claims: [String] = []

  /// What of a network counts.
  struct Parts: OptionSet {
    let rawValue: Int
    /// What rows say beyond the network, and where they stood.
    static let otherValues = Parts(rawValue: 1)
    /// What each row says of a tie that it shares.
    static let statements = Parts(rawValue: 2)
    static let all: Parts = [.otherValues, .statements]
  }

  init(_ reading: Reading, _ parts: Parts = .all) {
    self.init(reading.network, reading.otherValues, parts)
  }

  init(_ network: Network, _ values: RowValues, _ parts: Parts = .all) {
    let placed = Set(
      (network.tieEvidence.map(\.row) + network.transfers.map(\.evidence.row)
        + network.actors.rows.compactMap { $0 }).filter { id in
          values[id].contains { $0.name == WrittenRow.placeColumn }
        })
    func row(_ id: RowID, besides said: Set<String>) -> String {
      guard parts.contains(.otherValues) else { return "" }
      // nexus gives each actor a row, also one that only ties named.
      if !placed.isEmpty, !placed.contains(id), values[id].isEmpty { return "" }
      let first = values[id].first { $0.name == WrittenRow.placeColumn }?.value ?? network.rows[id]
      let others = values[id].filter { $0.name != WrittenRow.placeColumn && !said.contains($0.name) }
      let named = others.map { "\($0.name.replacing(" (value)", with: ""))=\($0.value)" }
      return " @\(first) " + named.sorted().joined(separator: "|")
    }
    func evidence(_ item: Evidence) -> String {
      "[\(network.origins[Int(item.origin)])|\(item.grading.map { "\($0)" } ?? "-")|\(item.stance)|\(item.kind)"
        + "|\(item.date?.description ?? "-")"
        + "\(row(item.row, besides: ["confidence", "date", "origin", "kind"]))]"
    }
    func codes(_ regions: [Region]) -> String { regions.map(\.code).joined(separator: "+") }
    func id(_ actor: ActorID) -> String { network.actors.ids[actor.index] }
    let people = network.actors
    actors = people.ids.indices.map {
      "\(people.ids[$0])|\(people.names[$0])|\(people.roles[$0].word)|\(people.types[$0].word)"
        + (people.rows[$0].map { row($0, besides: ["confidence"]) } ?? "")
    }
    ties = network.ties.map { tie in
      let items = network.evidence(of: tie).map { item in
        let statement = network.rows.statement(of: item.row)
        return evidence(item) + (parts.contains(.statements) ? "\(String(describing: statement))" : "")
      }
      return
        "\(id(tie.source))\(tie.isDirected ? ">" : "-")\(id(tie.target))|\(tie.relation.word)|"
        + "\(tie.crimes.map(\.word))|\(tie.strength)|\(tie.first?.description ?? "-")|"
        + "\(tie.last?.description ?? "-")|\(codes(tie.sourceRegions))|\(codes(tie.targetRegions))|"
        + "\(codes(tie.places))|\(items.joined())"
    }
    transfers = network.transfers.map { transfer in
      "\(id(transfer.payer))>\(id(transfer.payee))|\(transfer.amount) \(transfer.currency)|"
        + "\(transfer.amountReceived.map { "\($0)" } ?? "-") \(transfer.currencyReceived ?? "-")|"
        + "\(transfer.channel.word)|\(transfer.crimes.map(\.word))|\(transfer.date?.description ?? "-")|"
        + "\(codes([transfer.payerRegion, transfer.payeeRegion, transfer.place].compactMap { $0 }))|"
        + evidence(transfer.evidence)
    }
    claims =
      (people.presences.map { "\(id($0.actor)) in \($0.region.code) \(evidence($0.evidence))" }
      + people.crimes.map { "\(id($0.actor)) does \($0.crime.word) \(evidence($0.evidence))" }
      + people.observations.map { "\(id($0.actor)) \($0.counts) \(evidence($0.evidence))" }).sorted()
  }
}

import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport

extension Reading {
  /// `a > b 2.5 kinship`, one line a tie or transfer, in the order of the network; `-` for an undirected tie.
  var links: [String] {
    network.ties.map { tie in
      "\(id(tie.source)) \(tie.isDirected ? ">" : "-") \(id(tie.target)) \(tie.strength)"
        + (tie.relation == .unknown ? "" : " \(tie.relation.word)")
    }
      + network.transfers.map { transfer in
        "\(id(transfer.payer)) pays \(id(transfer.payee)) \(transfer.amount) \(transfer.currency)"
      }
  }

  /// Where the rows of all ties stand, then those of transfers.
  var places: [String] {
    network.tieEvidence.map { network.rows[$0.row] } + network.transfers.map { network.rows[$0.evidence.row] }
  }

  func id(_ actor: ActorID) -> String { network.actors.ids[actor.index] }
}

extension TemporaryFolder {
  /// Reads a file of this text.
  func reading(_ name: String, _ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> Reading
  {
    try DatasetReader(options: options).read(try file(name, text))
  }

  /// What the reader says of a file that it refuses.
  func refusal(_ name: String, _ text: String) throws -> String {
    do {
      _ = try reading(name, text)
      return "read"
    } catch { return "\(error)" }
  }
}

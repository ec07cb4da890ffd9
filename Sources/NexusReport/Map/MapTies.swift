internal import NexusGraph
internal import NexusModel
internal import NexusRendering

/// A line of a map and what it stands for.
struct MapTie {
  var tie: NetworkMap.Tie
  /// Positions in the network's ties, or transfers where money moved.
  var items: [Int]
}

extension Network {
  /// The lines of a map: the bundled ties, then one for all transfers from one actor to another, in whatever currency.
  func mapTies(_ bundles: [TieBundle], _ rule: ConfidenceRule) -> [MapTie] {
    let lines = bundles.map { bundle in
      let isGraded = bundle.ties.contains { tie in evidence(of: ties[tie]).contains { $0.grading != nil } }
      return MapTie(
        tie: NetworkMap.Tie(
          source: bundle.source.index, target: bundle.target.index, isDirected: bundle.isDirected,
          strength: bundle.strength, confidence: isGraded ? bundle.confidence : nil, isTransfer: false,
          detail: detail(of: bundle)), items: bundle.ties)
    }
    return lines + transferLines(rule)
  }

  private func detail(of bundle: TieBundle) -> String {
    let members = bundle.ties.map { ties[$0] }
    let relations = Set(members.map(\.relation)).sorted().map(\.word).joined(separator: ", ")
    let cited = Set(members.flatMap { evidence(of: $0).map(\.row) }).sorted()
    let shown = cited.prefix(4).map { rows[$0] }.joined(separator: ", ")
    return "\(relations). Rows: \(shown)\(cited.count > 4 ? " and more" : "")."
  }

  private func transferLines(_ rule: ConfidenceRule) -> [MapTie] {
    struct Ends: Hashable {
      var payer: ActorID
      var payee: ActorID
    }
    var positions: [Ends: Int] = [:]
    var lines: [(ends: Ends, transfers: [Int])] = []
    for (number, transfer) in transfers.enumerated() where transfer.stands {
      let ends = Ends(payer: transfer.payer, payee: transfer.payee)
      if let position = positions[ends] {
        lines[position].transfers.append(number)
      } else {
        positions[ends] = lines.count
        lines.append((ends, [number]))
      }
    }
    return lines.map { ends, members in
      let evidence = members.map { transfers[$0].evidence }
      return MapTie(
        tie: NetworkMap.Tie(
          source: ends.payer.index, target: ends.payee.index, isDirected: true,
          strength: Double(members.count),
          confidence: evidence.contains { $0.grading != nil } ? rule.confidence(of: evidence) : nil,
          isTransfer: true, detail: "\(members.count.counted("transfer"))."), items: members)
    }
  }
}

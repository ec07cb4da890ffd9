public import NexusGraph

extension Network {
  /// The layers of the network, each the simple view of its links as ``graph(weighedBy:kind:)`` makes it.
  ///
  /// - Parameters:
  ///   - dimension: what the links of a layer have in common.
  ///   - rule: multiplies each strength by the confidence under this rule; nil: strengths as read.
  ///   - kind: whether edges point; nil: as ``edgeKind`` says of the whole network.
  /// - Returns: the layers that have a standing link: relations and crimes in the order of their vocabulary, then words
  ///   it does not know, ascending, then the transfers; periods from the oldest, those without a link too.
  /// - Complexity: O(layers · actors + links), for links times the crimes of each.
  public func layers(
    by dimension: LayerDimension, weighedBy rule: ConfidenceRule? = nil, kind: EdgeKind? = nil
  ) -> [NetworkLayer] {
    let kind = kind ?? edgeKind
    switch dimension {
    case .relation: return layersByRelation(rule, kind)
    case .crime: return layersByCrime(rule, kind)
    case .period(let years, let end):
      return windows(years: years, endingOn: end).map { window in
        NetworkLayer(subject: .period(window), graph: dated(in: window).graph(weighedBy: rule, kind: kind))
      }
    }
  }

  private func layersByRelation(_ rule: ConfidenceRule?, _ kind: EdgeKind) -> [NetworkLayer] {
    let ties = Dictionary(grouping: ties.lazy.filter { $0.strength > 0 }, by: \.relation)
    let standing = transfers.filter(\.stands)
    let layers = inOrder(ties.keys).map { relation in
      NetworkLayer(
        subject: .relation(relation), graph: graph(of: ties[relation] ?? [], [], weighedBy: rule, kind))
    }
    guard !standing.isEmpty else { return layers }
    return layers + [NetworkLayer(subject: .transfers, graph: graph(of: [], standing, weighedBy: rule, kind))]
  }

  private func layersByCrime(_ rule: ConfidenceRule?, _ kind: EdgeKind) -> [NetworkLayer] {
    var links: [Crime: (ties: [Tie], transfers: [Transfer])] = [:]
    for tie in ties where tie.strength > 0 {
      for crime in Set(tie.crimes) { links[crime, default: ([], [])].ties.append(tie) }
    }
    for transfer in transfers where transfer.stands {
      for crime in Set(transfer.crimes) { links[crime, default: ([], [])].transfers.append(transfer) }
    }
    return inOrder(links.keys).map { crime in
      let (ties, transfers) = links[crime] ?? ([], [])
      return NetworkLayer(subject: .crime(crime), graph: graph(of: ties, transfers, weighedBy: rule, kind))
    }
  }

  private func graph(
    of ties: [Tie], _ transfers: [Transfer], weighedBy rule: ConfidenceRule?, _ kind: EdgeKind
  ) -> Graph {
    Network(partOf: self, actors: actors, ties: ties, tieEvidence: tieEvidence, transfers: transfers)
      .graph(weighedBy: rule, kind: kind)
  }

  /// Words of a vocabulary in its order, then those it does not know.
  private func inOrder<Words>(_ terms: some Sequence<Term<Words>>) -> [Term<Words>] {
    let places = Dictionary(uniqueKeysWithValues: Words.known.enumerated().map { ($0.element, $0.offset) })
    return terms.sorted { left, right in
      (places[left.word] ?? places.count, left) < (places[right.word] ?? places.count, right)
    }
  }
}

import NexusGraph
import NexusModel

/// Two actors with a standing tie or transfer, whatever its direction, and the crimes of these.
struct ActorPair: Sendable {
  /// The smaller number first.
  let first: Int
  let second: Int
  /// Ascending.
  var crimes: [Crime]
}

/// The distinct pairs of a network, so that a hundred payments between two actors count once. Protected actors,
/// predictions and refuted ties make none.
struct ActorPairs: Sendable {
  /// In the order of the first actor, then the second.
  let pairs: [ActorPair]

  init(_ network: Network) {
    let isProtected = network.actors.roles.map(\.isProtected)
    var links: [(first: Int, second: Int, crimes: [Crime])] = []
    func add(_ source: ActorID, _ target: ActorID, _ crimes: [Crime]) {
      guard source != target, !isProtected[source.index], !isProtected[target.index] else { return }
      links.append((min(source.index, target.index), max(source.index, target.index), crimes))
    }
    for tie in network.ties where tie.strength > 0 { add(tie.source, tie.target, tie.crimes) }
    for transfer in network.transfers where transfer.stands {
      add(transfer.payer, transfer.payee, transfer.crimes)
    }
    links.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    var pairs: [ActorPair] = []
    for link in links {
      if let last = pairs.last, last.first == link.first, last.second == link.second {
        pairs[pairs.count - 1].crimes += link.crimes
      } else {
        pairs.append(ActorPair(first: link.first, second: link.second, crimes: link.crimes))
      }
    }
    self.pairs = pairs.map { pair in
      var pair = pair
      pair.crimes = Set(pair.crimes).sorted()
      return pair
    }
  }
}

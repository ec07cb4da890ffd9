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
    var links: [(pair: UInt64, crimes: [Crime])] = []
    func add(_ source: ActorID, _ target: ActorID, _ crimes: [Crime]) {
      guard source != target, !isProtected[source.index], !isProtected[target.index] else { return }
      let (first, second) = (min(source.index, target.index), max(source.index, target.index))
      links.append((UInt64(first) << 32 | UInt64(second), crimes))
    }
    for tie in network.ties where tie.strength > 0 { add(tie.source, tie.target, tie.crimes) }
    for transfer in network.transfers where transfer.stands {
      add(transfer.payer, transfer.payee, transfer.crimes)
    }
    var pairs: [ActorPair] = []
    var last: UInt64?
    // Numbers sort several times faster than the links themselves.
    for position in links.indices.sorted(by: { links[$0].pair < links[$1].pair }) {
      let (pair, crimes) = links[position]
      if pair != last {
        pairs.append(ActorPair(first: Int(pair >> 32), second: Int(pair & 0xFFFF_FFFF), crimes: []))
        last = pair
      }
      for crime in crimes where !pairs[pairs.count - 1].crimes.contains(crime) {
        pairs[pairs.count - 1].crimes.append(crime)
      }
    }
    self.pairs = pairs.map { pair in
      guard pair.crimes.count > 1 else { return pair }
      var pair = pair
      pair.crimes.sort()
      return pair
    }
  }
}

internal import NexusGraph
internal import NexusModel
internal import NexusRendering
internal import NexusRisk

extension Analysis {
  /// `timeline.svg`: ties and transfers over time; nil when none is dated.
  var timelinePicture: Timeline? {
    let lanes = TimelineLanes(network)
    guard !lanes.items.isEmpty else { return nil }
    return Timeline(
      title: "Timeline: \(network.name)", heading: lanes.heading, lanes: lanes.lanes, items: lanes.items,
      referenceDay: exposure.method.asOf,
      notes: [
        "Source: the rows of \(network.name). A tie stands from its first to its last dated row, a transfer on its "
          + "day. Few marks may mean little was recorded then, not that little happened."
      ] + (part.filter.isEmpty ? [] : [part.sentence]))
  }
}

/// The ties and transfers of a network that stand, sorted into lanes by what tells most of them apart.
struct TimelineLanes {
  let heading: String
  let lanes: [Timeline.Lane]
  let items: [Timeline.Item]

  /// More kinds share the last lane.
  private static let maximumLanes = 12

  /// One tie or transfer before it has a lane.
  private struct Entry {
    var key: String
    var kind: Timeline.Kind
    var isCrossing: Bool
    var first: Instant?
    var last: Instant?
    var detail: String
  }

  private enum Grouping {
    case relation, crime, none

    var heading: String {
      switch self {
      case .relation: "Ties by relation"
      case .crime: "Ties by crime"
      case .none: "Ties"
      }
    }
  }

  init(_ network: Network) {
    let ties = network.ties.filter { $0.strength > 0 }
    let transfers = network.transfers.filter(\.stands)
    let grouping: Grouping =
      Set(ties.map(\.relation)).count > 1
      ? .relation : Set(ties.map(\.crimes)).count > 1 ? .crime : .none
    let hasChannels = ties.isEmpty && Set(transfers.map(\.channel)).count > 1
    let entries =
      ties.map { TimelineLanes.entry($0, by: grouping, in: network) }
      + transfers.map { TimelineLanes.entry($0, byChannel: hasChannels, in: network) }

    var counts: [String: Int] = [:]
    for entry in entries { counts[entry.key, default: 0] += 1 }
    // The fullest lanes first; equal ones by name.
    let keys = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let own =
      keys.count > TimelineLanes.maximumLanes ? Array(keys.prefix(TimelineLanes.maximumLanes - 1)) : keys
    let positions = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, $0) })
    var lanes = own.map { Timeline.Lane(name: $0) }
    if keys.count > own.count {
      lanes.append(Timeline.Lane(name: "\(keys.count - own.count) other kinds"))
    }
    var items: [Timeline.Item] = []
    for entry in entries {
      let lane = positions[entry.key] ?? own.count
      if let first = entry.first {
        items.append(
          Timeline.Item(
            lane: lane, kind: entry.kind, isCrossing: entry.isCrossing, start: first, end: entry.last,
            detail: entry.detail))
      } else {
        lanes[lane].undated += 1
      }
    }
    self.lanes = lanes
    self.items = items
    let what =
      switch (ties.isEmpty, transfers.isEmpty) {
      case (true, false): hasChannels ? "Transfers by channel" : "Transfers"
      case (_, true): grouping.heading
      case (false, false): "Transfers, and \(grouping.heading.lowercased())"
      }
    heading = "\(what), as finely as they are dated"
  }

  private static func entry(_ tie: Tie, by grouping: Grouping, in network: Network) -> Entry {
    let crimes = tie.crimes.map(\.word).joined(separator: ", ")
    let key =
      switch grouping {
      case .relation: tie.relation.word
      case .crime: tie.crimes.isEmpty ? "no crime named" : crimes
      case .none: "ties"
      }
    let ends = [tie.source, tie.target].map { name(of: $0, in: network) }
    return Entry(
      key: key, kind: .tie, isCrossing: isCrossing(tie.source, tie.target, network),
      first: tie.first ?? tie.last, last: tie.last,
      detail: "\(ends[0]) \(tie.isDirected ? "→" : "–") \(ends[1]), \(tie.relation.word)"
        + (crimes.isEmpty ? "" : ", \(crimes)"))
  }

  private static func entry(_ transfer: Transfer, byChannel: Bool, in network: Network) -> Entry {
    let ends = [transfer.payer, transfer.payee].map { name(of: $0, in: network) }
    let amount = "\(HTML.short(transfer.amount)) \(transfer.currency)"
    return Entry(
      key: byChannel ? "transfers: \(transfer.channel.word)" : "transfers", kind: .transfer,
      isCrossing: isCrossing(transfer.payer, transfer.payee, network), first: transfer.date,
      last: transfer.date, detail: "\(ends[0]) → \(ends[1]), \(amount), \(transfer.channel.word)")
  }

  /// Victims, witnesses and reporting parties are not named in pictures.
  private static func name(of actor: ActorID, in network: Network) -> String {
    let role = network.actors.roles[actor.index]
    return role.isProtected
      ? "a \(role.word)" : "\u{2068}\(String(network.actors.names[actor.index].prefix(60)))\u{2069}"
  }

  private static func isCrossing(_ first: ActorID, _ second: ActorID, _ network: Network) -> Bool {
    let ends = Set([first, second].map { network.actors.roles[$0.index] })
    return ends == [.terrorist, .organisedCrime]
  }
}

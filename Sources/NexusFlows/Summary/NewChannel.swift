private import NexusGraph
public import NexusModel

/// A channel whose first dated transfer lies in the latest window, although the data reach further back.
///
/// New in these data, for better recording as well as for new use; a channel is no sign of wrongdoing.
public struct NewChannel: Sendable {
  public let channel: Channel
  public let first: Instant
  /// The row of the first transfer.
  public let row: RowID
  /// Transfers by the channel in the latest window, in whatever currency.
  public let transfers: Int

  /// By date of the first transfer, then by word. Transfers without a channel are none of a new one.
  ///
  /// - Returns: nil where no dated transfer lies before the latest window.
  static func all(of network: Network, _ periods: FlowPeriods) -> [NewChannel]? {
    var firsts: [Channel: (date: Instant, row: RowID)] = [:]
    var counts: [Channel: Int] = [:]
    var hasHistory = false
    for transfer in network.transfers where transfer.stands {
      guard let date = transfer.date else { continue }
      if periods.isBeforeLatest(date) { hasHistory = true }
      if periods.period(of: date) == .latest { counts[transfer.channel, default: 0] += 1 }
      if let known = firsts[transfer.channel], (known.date, known.row) <= (date, transfer.evidence.row) {
        continue
      }
      firsts[transfer.channel] = (date, transfer.evidence.row)
    }
    guard hasHistory else { return nil }
    return firsts.filter { $0.key != .unknown && periods.period(of: $0.value.date) == .latest }.map {
      NewChannel(
        channel: $0.key, first: $0.value.date, row: $0.value.row, transfers: counts[$0.key, default: 0])
    }.sorted { ($0.first, $0.channel) < ($1.first, $1.channel) }
  }
}

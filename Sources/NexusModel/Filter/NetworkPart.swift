/// The part of a data set that results speak of: all of it, or what a filter lets through, and what that hid.
public struct NetworkPart: Sendable {
  public let network: Network
  public let filter: NetworkFilter
  /// The filter as options of the command, with their values.
  public let settings: [(option: String, values: [String])]
  public let hidden: HiddenCounts

  /// The whole network.
  public init(all network: Network) {
    self.network = network
    (filter, settings, hidden) = (NetworkFilter(), [], HiddenCounts())
  }

  /// The part that a filter lets through.
  ///
  /// - Parameter rule: how evidence becomes the confidence that the filter is held against.
  /// - Throws: ``FilterError/nothingLeft(settings:actors:)`` when no actor remains.
  public init(of network: Network, _ filter: NetworkFilter, _ rule: ConfidenceRule = .structural())
    throws(FilterError)
  {
    let filtered = network.filtered(by: filter, rule)
    self.network = filtered.network
    self.filter = filter
    settings = filter.settings(network.actors)
    hidden = filtered.hidden
    guard filter.isEmpty || self.network.actors.count > 0 else {
      throw .nothingLeft(settings: words, actors: network.actors.count)
    }
  }

  /// The filter in a few words: `since 2020-01-01, role terrorist or state`.
  public var words: String {
    settings.map { "\($0.option) \($0.values.joined(separator: " or "))" }.joined(separator: ", ")
  }

  /// What was asked for and what that hid, as a sentence.
  public var sentence: String {
    let counts = [(hidden.actors, "actor"), (hidden.ties, "tie"), (hidden.transfers, "transfer")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    guard !counts.isEmpty else { return "Filtered by \(words): nothing is hidden." }
    let undated = hidden.undated > 0 ? " (\(hidden.undated) of the links for want of a date)" : ""
    return "Filtered by \(words): \(counts.joined(separator: ", ")) hidden\(undated)."
  }
}

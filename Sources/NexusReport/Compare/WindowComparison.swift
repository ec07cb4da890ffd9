internal import NexusGraph
public import NexusModel
internal import NexusRisk

/// The changes of a data set from window to window.
public struct WindowComparison: Sendable {
  public let windows: [TimeWindow]
  /// From each window to the next, the oldest first.
  public let steps: [NetworkComparison]
  /// Ties and transfers without a date, which lie in no window.
  public let undated: Int

  /// - Throws: ``WindowError`` when there is nothing to compare.
  public init(
    of network: Network, years: Int, _ options: AnalysisOptions = AnalysisOptions()
  ) throws(WindowError) {
    windows = network.windows(years: years, endingOn: options.asOf)
    guard let last = windows.last else { throw .undated }
    guard windows.count > 1 else { throw .oneWindow(years: years, last.description) }
    let method = RegionChanges.exposure(of: network, options).method.without(.momentum)
    let sides = windows.map { ComparisonSide($0, of: network, method) }
    steps = zip(sides, sides.dropFirst()).map { NetworkComparison(from: $0, to: $1, options) }
    undated = network.undatedLinks
  }

  /// The last step, with all of them under `steps`.
  public var document: JSONValue {
    guard case .object(var members)? = steps.last?.document else { return .null }
    members["windows"] = .list(
      windows.map { ["start": .text($0.start.description), "end": .text($0.end.description)] })
    members["steps"] = .list(steps.map(\.document))
    members["undated"] = .whole(undated)
    return .object(members)
  }
}

/// Why the windows of a data set cannot be compared.
public enum WindowError: Error, Hashable, CustomStringConvertible {
  case undated
  case oneWindow(years: Int, String)

  public var description: String {
    switch self {
    case .undated:
      "no tie or transfer bears a date, so there are no windows. Name the column by --map date=COLUMN."
    case .oneWindow(let years, let window):
      "all dated rows lie in one window of \(years.counted("year")) (\(window)). Take shorter ones by --windows."
    }
  }
}

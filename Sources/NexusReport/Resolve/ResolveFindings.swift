public import NexusModel
public import NexusResolution

/// Which records of a data set may be one actor, and what each question would move.
public struct ResolveFindings: Sendable {
  public let network: Network
  public let resolution: Resolution
  /// What the first proposals would do to the top ranks, in their order.
  public let shifts: [RankShift]
  /// How many sources betweenness was estimated from; nil: exact.
  public let pivots: Int?
  /// Pairs that are decided, one way or the other.
  public let decided: Int
  public let options: ResolutionOptions

  /// What a list of proposals says about itself.
  public static let safeguard =
    "A proposal is a question, not a finding: it says that two records are written alike, and nobody is merged until a "
    + "person decides. A name is shared by many."

  /// - Parameters:
  ///   - shifts: for how many of the most probable proposals the top ranks are worked out again.
  ///   - threads: how many work at once; never changes a result.
  public init(of network: Network, _ options: ResolutionOptions, shifts: Int, threads: Int? = nil) {
    (self.network, self.options, decided) = (network, options, options.decisions.rows.count)
    let resolution = network.resolution(options)
    self.resolution = resolution
    let asked = resolution.proposals.prefix(shifts)
    guard !asked.isEmpty else {
      (self.shifts, pivots) = ([], nil)
      return
    }
    let ranks = RankShifts(of: network, runs: asked.count, threads: threads)
    self.shifts = asked.map { ranks.shift(merging: $0.b, into: $0.a) }
    pivots = ranks.pivots
  }

  /// The proposal whose decision would move the top ranks most, the more probable of equal ones; nil where none would.
  public var mostMoving: Int? {
    let most = shifts.map(\.places).max() ?? 0
    return most > 0 ? shifts.firstIndex { $0.places == most } : nil
  }

  /// What was not looked at or only estimated, in sentences.
  public var notes: [String] {
    var notes: [String] = []
    let blocks = resolution.blocksLeftOut
    if let largest = blocks.first {
      let count = blocks.count == 1 ? "1 group" : "\(blocks.count) groups"
      notes.append(
        "\(count) of more than \(options.blockLimit) actors with one key were not compared through it; the largest has "
          + "\(largest.actors) (\(largest.key)). They are compared where they share a rarer one.")
    }
    if resolution.namesLeftOut > 0 {
      notes.append(
        "\(resolution.namesLeftOut) further names of actors with more than 50 were not compared.")
    }
    if let pivots {
      notes.append(
        "Betweenness was estimated from \(pivots) sources, so that shifts of ranks are approximate.")
    }
    return notes
  }
}

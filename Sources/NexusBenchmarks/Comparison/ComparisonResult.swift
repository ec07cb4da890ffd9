/// How nexus and its peers did at one task on one graph.
struct ComparisonResult: Codable {
  struct Entry: Codable {
    var contender: String
    /// The median over the runs; nil where none ended.
    var measurement: Measurement?
    var runs: Int
    /// How far the answer is from that of nexus; nil where it was not compared.
    var difference: Double?
    var isExact: Bool
    /// The median of the qualities found, of tasks that have one.
    var score: Double?
    /// Seconds after which it was given up.
    var givenUpAfter: Int?
  }

  var task: String
  var graph: String
  /// Nexus first.
  var entries: [Entry]
  var target: String
  /// What nexus took as a multiple of what the fastest exact peer took.
  var ratio: Double?
  /// The same for memory, against the same peer, where the target is about memory too.
  var memoryRatio: Double?
  var fastestPeer: String?
  /// Nil where no peer gave an exact answer.
  var isReached: Bool?
}

extension ComparisonResult {
  init(task: BenchmarkTask, graph: BenchmarkGraph, entries: [Entry]) {
    self.task = task.name
    self.graph = graph.rawValue
    self.entries = entries
    switch task.target {
    case .faster(let factor): target = factor == 1 ? "as fast" : "\(factor) × faster"
    case .fasterThan(let peer, let factor): target = "\(factor) × faster than \(peer)"
    case .slowerThan(let peer, let factor): target = "within \(factor) × of \(peer)"
    case .leaner(let time, let memory): target = "\(time) × less CPU, \(memory) × less memory"
    }
    if let peer = task.target.peer, let ours = entries.first?.measurement,
      let seconds = entries.first(where: { $0.contender == peer })?.givenUpAfter
    {
      // It took longer than that, so the ratio is at most this.
      fastestPeer = peer
      ratio = ours.wall / Double(seconds)
      isReached = ours.wall / Double(seconds) <= 1 / task.target.factor ? true : nil
      return
    }
    let peers = entries.dropFirst().filter {
      $0.isExact && $0.measurement != nil && $0.contender == task.target.peer ?? $0.contender
    }
    guard let ours = entries.first?.measurement,
      let fastest = peers.min(by: { cost($0, task) < cost($1, task) }), let theirs = fastest.measurement
    else { return }
    fastestPeer = fastest.contender
    let ratio = ComparisonResult.cost(ours, task) / ComparisonResult.cost(theirs, task)
    self.ratio = ratio
    var isReached = ratio <= 1 / task.target.factor
    if case .leaner(_, let memory) = task.target {
      memoryRatio = ours.peak.flatMap { peak in theirs.peak.map { peak / $0 } }
      isReached = isReached && (memoryRatio ?? 0) <= 1 / memory
    }
    if case .score(let slack) = task.agreement, let score = entries[0].score {
      isReached = isReached && score >= (peers.compactMap(\.score).max() ?? score) - slack
    }
    self.isReached = isReached
  }

  private func cost(_ entry: Entry, _ task: BenchmarkTask) -> Double {
    entry.measurement.map { ComparisonResult.cost($0, task) } ?? .infinity
  }

  /// The quantity that the target is about.
  private static func cost(_ measurement: Measurement, _ task: BenchmarkTask) -> Double {
    if case .leaner = task.target { return measurement.cpu }
    return measurement.wall
  }
}

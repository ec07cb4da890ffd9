import Foundation

/// Times nexus and its peers at every task in turn, in one go.
struct Comparison {
  let effort: Effort
  let contenders: [Contender]
  let files: GraphFiles

  /// How much time there is.
  enum Effort: String {
    case full, quick

    /// Runs of each contender, of which the median counts; fewer when they take long.
    var runs: Int { self == .full ? 5 : 1 }
    /// After which a run is given up.
    var patience: Int { self == .full ? 180 : 6 }
    /// Seconds that the runs of one contender at one task may take, loading included, before no further one is
    /// begun: a library that loads slowly gets fewer runs, not more of the hour.
    var budget: Double { self == .full ? 30 : 4 }
  }

  /// - Parameter names: the tasks to run; all when there is none.
  func run(_ names: [String]) throws -> [ComparisonResult] {
    var results: [ComparisonResult] = []
    for task in BenchmarkTask.all where names.isEmpty || names.contains(task.name) {
      for graph in effort == .full ? task.graphs : task.quickGraphs {
        try files.prepare(graph)
        let result = try compare(task, graph)
        print(ComparisonTable.lines(of: result))
        fflush(nil)  // each table as it comes, also into a file
        results.append(result)
      }
    }
    return results
  }

  private func compare(_ task: BenchmarkTask, _ graph: BenchmarkGraph) throws -> ComparisonResult {
    let able = contenders.filter { $0.tasks.contains(task.name) }
    var runs = able.map { _ in Runs() }
    for run in 0..<effort.runs {
      for (place, contender) in able.enumerated() where runs[place].mayGoOn(within: effort.budget) {
        let start = ContinuousClock.now
        let outcome = try contender.measure(task, graph, in: files, seed: run + 1, seconds: effort.patience)
        runs[place].add(outcome, took: (ContinuousClock.now - start) / .seconds(1))
      }
    }
    let entries = zip(able, runs).enumerated().map { place, pair in
      entry(of: pair.0, pair.1, against: place == 0 ? nil : runs[0], task)
    }
    return ComparisonResult(task: task, graph: graph, entries: entries)
  }

  /// - Parameter ours: the runs of nexus; nil when they are what the entry is of.
  private func entry(
    of contender: Contender, _ runs: Runs, against ours: Runs?, _ task: BenchmarkTask
  ) -> ComparisonResult.Entry {
    var entry = ComparisonResult.Entry(
      contender: contender.name,
      measurement: runs.measurements.isEmpty ? nil : Measurement.median(of: runs.measurements),
      runs: runs.measurements.count, isExact: ours == nil, givenUpAfter: runs.givenUpAfter)
    if case .score = task.agreement { entry.score = runs.answers.compactMap(\.first).middle }
    guard let ours, let theirs = runs.answers.first, let answer = ours.answers.first else { return entry }
    if let score = entry.score {
      entry.difference = task.agreement.difference([ours.answers.compactMap(\.first).middle ?? 0], [score])
    } else {
      entry.difference = task.agreement.difference(answer, theirs)
    }
    entry.isExact = task.agreement.isMet(by: entry.difference)
    return entry
  }
}

/// What the runs of one contender at one task brought.
private struct Runs {
  var measurements: [Measurement] = []
  /// Of runs with different seeds they differ.
  var answers: [[Double]] = []
  var givenUpAfter: Int?
  private var hasFailed = false
  /// Seconds, starting and loading included.
  private var taken = 0.0

  func mayGoOn(within budget: Double) -> Bool { !hasFailed && givenUpAfter == nil && taken < budget }

  mutating func add(_ outcome: Contender.Outcome, took seconds: Double) {
    taken += seconds
    switch outcome {
    case .done(let measurement, let answer):
      measurements.append(measurement)
      answers.append(answer)
    case .tooSlow(let seconds): givenUpAfter = seconds
    case .failed: hasFailed = true
    }
  }
}

extension [Double] {
  /// The median, of an even number the smaller of the two in the middle; nil of none.
  var middle: Double? { isEmpty ? nil : sorted()[(count - 1) / 2] }
}

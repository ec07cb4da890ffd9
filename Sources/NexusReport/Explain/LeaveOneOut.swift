private import Dispatch
internal import NexusModel

/// Leaves rows out of a network one at a time.
package struct LeaveOneOut {
  let network: Network
  /// How many threads work at once, nil for one a processor.
  let threads: Int?

  /// The value without each row, in the order of the rows. Each is worked out by itself, so that the number of
  /// threads changes nothing.
  func values(_ rows: [RowID], _ value: @Sendable (Network) -> Double?) -> [Double?] {
    guard !rows.isEmpty else { return [] }
    let workers = min(max(threads ?? rows.count, 1), rows.count)
    return [Double?](unsafeUninitializedCapacity: rows.count) { results, initialized in
      nonisolated(unsafe) let base = results.baseAddress!  // each worker writes places of its own
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for position in stride(from: worker, to: rows.count, by: workers) {
          (base + position).initialize(to: value(network.leavingOut { $0 == rows[position] }))
        }
      }
      initialized = rows.count
    }
  }

  /// How many rows can be tried when one takes about `work` steps: some seconds, 400 at most; 3 at least, of very
  /// large networks 1.
  package static func bound(work: Double) -> Int {
    let least = work > 1e9 ? 1.0 : 3.0
    return Int(min(max(2e8 / max(work, 1), least), 400))
  }
}

extension Explanation {
  /// Tries the first of the rows and puts them in the order of their effect.
  mutating func tryRows(
    _ candidates: [RowID], workPerRow: Double, _ words: RowWords, _ rule: ConfidenceRule,
    _ options: ExplanationOptions, value compute: @Sendable (Network) -> Double?
  ) {
    let count = options.rows == .all ? candidates.count : LeaveOneOut.bound(work: workPerRow)
    let rows = Array(candidates.prefix(count))
    (rowsFound, rowsTried) = (candidates.count, rows.count)
    let trial = LeaveOneOut(network: words.network, threads: options.analysis.threads)
    let values = trial.values(rows, compute)
    let whole = value ?? 0
    // Values that differ by rounding only are equal: such rows stand in reading order.
    func effect(_ without: Double?) -> Double {
      guard let without else { return .infinity }
      let change = abs(without - whole)
      return change <= 1e-12 * max(abs(whole), 1) ? 0 : change
    }
    let order = rows.indices.sorted {
      (-effect(values[$0]), rows[$0]) < (-effect(values[$1]), rows[$1])
    }
    evidence = order.map { position in
      let row = rows[position]
      let items = words.uses[row].map(\.item)
      return RowEffect(
        row: row, place: words.network.rows[row], says: words.says(row),
        confidence: items.map(rule.support).max() ?? 0, stance: items.first?.stance ?? .supports,
        valueWithout: values[position])
    }
  }
}

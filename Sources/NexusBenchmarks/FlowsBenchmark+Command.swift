extension FlowsBenchmark {
  /// Judges the detectors of money patterns.
  ///
  /// - Parameter arguments: the answer key of AMLworld and the most payments of the scaling run, both optional.
  static func run(_ arguments: [String]) throws {
    let keyPath = arguments.first ?? ""
    let most = arguments.dropFirst().first.flatMap { Int($0) } ?? 5_000_000
    if let key = try LaunderingKey.amlWorld(at: keyPath) {
      recall(of: key, named: "AMLworld key", background: 500_000)
    } else {
      print("No answer key at \"\(keyPath)\": generated patterns alone.")
    }
    recall(of: .generated(seed: 3), named: "Generated patterns", background: 500_000)
    scaling(upTo: most)
  }
}

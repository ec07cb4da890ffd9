// Benchmarks of nexus. `NexusBenchmarks flows [KEY.csv] [MOST PAYMENTS]` judges the detectors of money patterns.
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard arguments.first == "flows" else {
  print("Usage: NexusBenchmarks flows [answer key of AMLworld, CSV] [most payments of the scaling run]")
  exit(64)
}
let keyPath = arguments.dropFirst().first ?? ""
let most = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 5_000_000

if let key = try LaunderingKey.amlWorld(at: keyPath) {
  FlowsBenchmark.recall(of: key, named: "AMLworld key", background: 500_000)
} else {
  print("No answer key at \"\(keyPath)\": generated patterns alone.")
}
FlowsBenchmark.recall(of: .generated(seed: 3), named: "Generated patterns", background: 500_000)
FlowsBenchmark.scaling(upTo: most)

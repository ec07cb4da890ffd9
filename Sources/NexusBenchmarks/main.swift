// Benchmarks of nexus: against its peers, of the detectors of money patterns and of maps. See `make bench`.
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "flows":
  try FlowsBenchmark.run(Array(arguments.dropFirst()))
case "task":
  try BenchmarkTask.runAlone(Array(arguments.dropFirst()))
case "compare":
  try Comparison.run(Array(arguments.dropFirst()))
case "maps":
  try MapsBenchmark.run(Array(arguments.dropFirst()))
case "map-engine":
  try MapDrawer.runAlone(Array(arguments.dropFirst()))
default:
  print(
    """
    Usage: NexusBenchmarks flows [answer key of AMLworld, CSV] [most payments of the scaling run]
           NexusBenchmarks compare full|quick FOLDER PEERS.py PYTHON [PYTHON…] [-- TASK…]
           NexusBenchmarks maps FOLDER [DATA SET…]
    """)
  exit(64)
}

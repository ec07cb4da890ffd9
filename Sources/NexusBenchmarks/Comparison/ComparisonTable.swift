import Foundation

/// The results as text for people.
enum ComparisonTable {
  /// One task on one graph: a line for each contender.
  static func lines(of result: ComparisonResult) -> String {
    var lines = ["\n\(result.task) on \(result.graph)"]
    for entry in result.entries { lines.append("  " + line(of: entry)) }
    lines.append("  \(verdict(of: result))")
    return lines.joined(separator: "\n")
  }

  /// Which targets were reached and which missed.
  static func summary(of results: [ComparisonResult]) -> String {
    var lines = ["\nratio to the fastest exact peer, by task"]
    for result in results {
      lines.append(
        "  " + padded("\(result.task), \(result.graph)", 32)
          + padded(result.ratio.map { "\(rounded($0, 3))" } ?? "-", 10) + padded(result.fastestPeer ?? "", 12)
          + padded(result.target, 34) + word(for: result.isReached))
    }
    return lines.joined(separator: "\n")
  }

  private static func line(of entry: ComparisonResult.Entry) -> String {
    let name = padded(entry.contender, 12)
    guard let measurement = entry.measurement else {
      return name + (entry.givenUpAfter.map { "given up after \($0) s" } ?? "failed")
    }
    var parts = [
      padded("\(rounded(measurement.wall, 4)) s", 12), padded("CPU \(rounded(measurement.cpu, 4)) s", 16),
      padded(measurement.peak.map { "\(rounded($0 / 1e6, 1)) MB" } ?? "", 12),
    ]
    if let score = entry.score { parts.append("quality \(rounded(score, 4)) ") }
    if let difference = entry.difference {
      let amount = String(format: "%.1e", difference)
      parts.append(entry.isExact ? "differs by \(amount)" : "INEXACT, differs by \(amount)")
    }
    return name + parts.joined()
  }

  private static func verdict(of result: ComparisonResult) -> String {
    guard let ratio = result.ratio, let fastest = result.fastestPeer else {
      return "no peer ended with an exact answer; target: \(result.target)"
    }
    let memory = result.memoryRatio.map { ", memory \(rounded($0, 3))" } ?? ""
    return
      "\(rounded(ratio, 3)) of \(fastest)\(memory); target \(result.target): \(word(for: result.isReached))"
  }

  private static func word(for isReached: Bool?) -> String {
    isReached.map { $0 ? "reached" : "MISSED" } ?? "not compared"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func rounded(_ value: Double, _ places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (value * scale).rounded() / scale
  }
}

import Foundation

/// What a task took, in its own process: loading and starting apart.
struct Measurement: Codable {
  /// Seconds.
  var wall: Double
  /// Seconds of all threads, in the program and in the system for it.
  var cpu: Double
  /// Bytes of memory at the peak, above what was there before. Nil where the system does not tell.
  var peak: Double?

  /// Times some work in this process.
  static func of<Result>(_ work: () throws -> Result) rethrows -> (Measurement, Result) {
    resetPeak()
    let memoryBefore = memory("VmRSS")
    let cpuBefore = processorTime()
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let wall = (clock.now - start) / .seconds(1)
    let cpu = processorTime() - cpuBefore
    let peak = memory("VmHWM").flatMap { peak in memoryBefore.map { max(0, peak - $0) } }
    return (Measurement(wall: wall, cpu: cpu, peak: peak), result)
  }

  /// The median of each quantity by itself.
  static func median(of runs: [Measurement]) -> Measurement {
    Measurement(
      wall: runs.map(\.wall).middle ?? 0, cpu: runs.map(\.cpu).middle ?? 0,
      peak: runs.compactMap(\.peak).middle)
  }

  private static func processorTime() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(microseconds) / 1e6
  }

  /// Linux counts the peak anew from here; where it cannot, the peak is that of the whole process.
  private static func resetPeak() {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? file.write(contentsOf: Data("5".utf8))  // refused in some containers, where loading then counts too
  }

  /// Bytes of this process by a name of Linux's: VmRSS now, VmHWM at the peak.
  static func memory(_ name: String) -> Double? {
    // Only Linux has the file; elsewhere the memory is not known.
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return line?.split { !$0.isNumber }.first.flatMap { Double($0) }.map { $0 * 1024 }
  }
}

/// The line that says how far a stage has come: `betweenness  ▓▓▓▓░░ 62 %  0:14, about 0:09 left`.
enum ProgressText {
  /// - Parameters:
  ///   - name: of the stage.
  ///   - done: units of work that are done.
  ///   - count: all units; 0 where that is not known, and the line tells the running time alone.
  ///   - seconds: since the stage began.
  ///   - width: the columns of the terminal; the line stays below it, so that it never wraps.
  static func line(name: String, done: Int, of count: Int, after seconds: Double, width: Int) -> String {
    let name = TerminalText.shown(name, width: 24)
    guard count > 0 else { return fitted("\(name)  \(clock(seconds))", width) }
    let share = min(1, max(0, Double(done) / Double(count)))
    // What is not done yet is never shown as 100 %.
    let percent = done >= count ? 100 : min(99, Int(share * 100))
    var tail = "\(percent < 10 ? " " : "")\(percent) %  \(clock(seconds))"
    if let rest = rest(after: seconds, share: share) { tail += ", about \(clock(rest)) left" }
    let room = width - 1 - TerminalText.width(of: name) - TerminalText.width(of: tail) - 3
    guard room >= 6 else { return fitted("\(name)  \(tail)", width) }
    let cells = min(30, room)
    let full = Int(share * Double(cells))
    let bar = String(repeating: "▓", count: full) + String(repeating: "░", count: cells - full)
    return "\(name)  \(bar) \(tail)"
  }

  /// The time that the rest takes at the pace so far; nil before there is a pace to speak of, and at the end.
  static func rest(after seconds: Double, share: Double) -> Double? {
    guard seconds >= 1, share >= 0.02, share < 1 else { return nil }
    return seconds * (1 - share) / share
  }

  /// `0:09`, `12:40`, `1:02:03`, rounded to the second.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds.rounded(), 0), 359_999))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
  }

  private static func fitted(_ line: String, _ width: Int) -> String {
    String(line.prefix(max(1, width - 1)))
  }
}

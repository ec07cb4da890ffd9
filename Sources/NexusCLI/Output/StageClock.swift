/// How long each stage of a command took.
struct StageClock {
  private var last = ContinuousClock.now
  private let start = ContinuousClock.now
  private var stages: [(name: String, time: Duration)] = []

  mutating func finish(_ stage: String) {
    let now = ContinuousClock.now
    stages.append((stage, now - last))
    last = now
  }

  func show() {
    for (name, time) in stages + [("in all", last - start)] {
      Console.message(TerminalText.padded(name, to: 14) + StageClock.milliseconds(time))
    }
  }

  private static func milliseconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let tenths = (seconds * 10_000) + attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}

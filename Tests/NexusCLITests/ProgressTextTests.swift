import Testing

@testable import NexusCLI

@Suite("The line of progress")
struct ProgressTextTests {
  @Test(
    "Share, elapsed and estimated time",
    arguments: [
      (62, 100, 14.0, "betweenness  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░░░ 62 %  0:14, about 0:09 left"),
      (0, 100, 2.0, "betweenness  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0 %  0:02"),
      (999, 1_000, 3_725.0, "betweenness  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓░ 99 %  1:02:05, about 0:04 left"),
      (100, 100, 59.6, "betweenness  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓ 100 %  1:00"),
      (7, 0, 75.0, "betweenness  1:15"),
    ])
  func lines(done: Int, count: Int, seconds: Double, line: String) {
    #expect(
      ProgressText.line(name: "betweenness", done: done, of: count, after: seconds, width: 100) == line)
  }

  @Test("No line is as wide as the terminal, whatever its width", arguments: 1...120)
  func widths(width: Int) {
    for (done, count) in [(0, 0), (1, 3), (3, 3), (5, 3)] {
      let line = ProgressText.line(
        name: "rank draws", done: done, of: count, after: 4_000, width: width)
      #expect(TerminalText.width(of: line) < max(2, width), "\(line)")
    }
  }

  @Test("There is no estimate before a second, before 2 % and at the end")
  func estimates() {
    #expect(ProgressText.rest(after: 0.9, share: 0.5) == nil)
    #expect(ProgressText.rest(after: 60, share: 0.01) == nil)
    #expect(ProgressText.rest(after: 60, share: 1) == nil)
    #expect(ProgressText.rest(after: 30, share: 0.25) == 90)
  }

  @Test("Bars never shrink as work is done")
  func monotone() {
    var widest = 0
    for done in 0...500 {
      let line = ProgressText.line(name: "reading", done: done, of: 500, after: 2, width: 80)
      let full = line.count { $0 == "▓" }
      #expect(full >= widest)
      widest = full
    }
  }
}

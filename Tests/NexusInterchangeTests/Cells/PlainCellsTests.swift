import NexusGraph
import NexusModel
import Testing

@testable import NexusInterchange

@Suite("Plain numbers and dates are read from their bytes as they are from their text")
struct PlainCellsTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("a plain number has the value that its text has", arguments: 1...20)
  func numbers(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let marks = Array("0123456789012345678901234567890123456789.,-e 9")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 1...17, using: &generator)).map { _ in marks.randomElement(using: &generator)! })
      for rule in [NumberCell(), NumberCell(fixed: .comma), NumberCell(undecidedPointGroups: true)] {
        guard let plain = rule.plainValue(bytes(text).span, 0..<text.utf8.count) else { continue }
        #expect(plain == rule.value(text), "\(text), seed \(seed)")
      }
    }
  }

  @Test(
    "numbers in plain form are not left to the slow reader",
    arguments: [
      ("1200.50", 1200.5), ("0", 0), (".5", 0.5), ("7.", 7), ("123456789012345", 123_456_789_012_345),
    ])
  func plain(text: String, value: Double) {
    #expect(NumberCell().plainValue(bytes(text).span, 0..<text.utf8.count) == value)
  }

  @Test("a plain date is the instant that its text is", arguments: 1...20)
  func dates(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>, _ width: Int) -> String {
      let digits = String(Int.random(in: range, using: &generator))
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    for _ in 0..<1000 {
      let mark = ["-", "/", ".", "x"].randomElement(using: &generator)!
      let day = [number(0...2100, 4), number(0...13, 2), number(0...32, 2)].joined(separator: mark)
      let time = [number(0...25, 2), number(0...61, 2), number(0...61, 2)]
        .prefix(Int.random(in: 1...3, using: &generator)).joined(separator: ":")
      let text = [day, day + "T" + time, day + " " + time + "Z", day + time].randomElement(using: &generator)!
      guard let plain = PlainCells.instant(bytes(text).span, 0..<text.utf8.count) else { continue }
      #expect(plain == DateCell().instant(text), "\(text), seed \(seed)")
    }
  }

  @Test(
    "dates in plain form are not left to the slow reader",
    arguments: ["2019-05-21", "2022/09/01 00:08", "2019-05-21T08:30:15Z", "2019.05.21 08:30:15"])
  func plainDates(text: String) {
    #expect(PlainCells.instant(bytes(text).span, 0..<text.utf8.count) == DateCell().instant(text))
    #expect(DateCell().instant(text) != nil)
  }
}

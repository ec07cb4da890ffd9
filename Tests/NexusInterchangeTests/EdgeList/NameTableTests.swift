import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Names are numbered by their bytes")
struct NameTableTests {
  /// Inserts each name as the cell of a text.
  private func numbers(_ names: [String]) -> (numbers: [Int32], table: NameTable) {
    var table = NameTable()
    let numbers = names.map { name in
      let bytes = Array("..\(name)".utf8) + [UInt8](repeating: 0x2C, count: FileBlocks.padding)
      let text = bytes.span.bytes
      let start = 2
      return table.insert(NameKey(text, start, start + name.utf8.count), text, at: start)
    }
    return (numbers, table)
  }

  @Test("In the order of their first sight, whatever their length")
  func order() {
    let names = ["b", "a", "eight by", "sixteen letters.", "more than sixteen letters", "a", "eight by"]
    let (numbers, table) = numbers(names + ["more than sixteen letters", "more than sixteen lettres"])
    #expect(numbers == [0, 1, 2, 3, 4, 1, 2, 4, 5])
    #expect(table.names.prefix(5) == ["b", "a", "eight by", "sixteen letters.", "more than sixteen letters"])
  }

  @Test("What is equal in NFC is one name, even where that is ASCII, and keeps its first spelling")
  func composition() {
    let (numbers, table) = numbers(["e\u{301}", "\u{E9}", "K", "\u{212A}", "\u{A0}\u{E9}\u{A0}"])
    #expect(numbers == [0, 0, 1, 1, 0])
    #expect(Array(table.names[0].unicodeScalars).count == 2)
  }

  @Test("Forty thousand names alike but for a digit or two stay apart")
  func many() {
    let names = (0..<20_000).flatMap { ["n\($0)", "organisation number \($0)"] }
    let (numbers, table) = numbers(names + names)
    #expect(numbers == Array(0..<40_000) + Array(0..<40_000))
    #expect(table.names == names)
  }

  @Test("Words that say \"no value\" are missing, with spaces of Unicode around them too")
  func missing() {
    #expect(isMissing("NA") && isMissing("\u{A0}n/a\u{A0}") && !isMissing("Nadia"))
  }

  private func isMissing(_ name: String) -> Bool {
    let bytes = Array(name.utf8) + [UInt8](repeating: 0, count: FileBlocks.padding)
    let text = bytes.span.bytes
    return NameTable().isMissing(NameKey(text, 0, name.utf8.count), text, at: 0)
  }
}

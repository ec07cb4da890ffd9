import NexusGraph
import Testing

@testable import NexusInterchange

@Suite("A text read in blocks has the records that it has in one piece")
struct CSVBlocksTests {
  @Test("cells, lines and damages are the same for blocks of any length", arguments: 1...30)
  func blocks(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let marks = Array("ab,\"\n\r ;")
    let text = String((0..<400).map { _ in marks.randomElement(using: &generator)! })
    let whole = CSVTable(Array(text.utf8), delimiter: UInt8(ascii: ","))
    for length in [1, 2, 7, 1000] {
      var cells: [[String]] = []
      var lines: [Int] = []
      var damages: [CSVTable.Damage?] = []
      for block in CSVBlocks(Array(text.utf8), delimiter: UInt8(ascii: ","), blockLength: length) {
        #expect(block.records.count <= length)
        cells += block.records.map(block.cells)
        lines += block.records.map(\.line)
        damages += block.records.map { block.damage($0)?.0 }
      }
      #expect(cells == whole.records.map(whole.cells), "seed \(seed)")
      #expect(lines == whole.records.map(\.line), "seed \(seed)")
      #expect(damages == whole.records.map { whole.damage($0)?.0 }, "seed \(seed)")
    }
  }
}

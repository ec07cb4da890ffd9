import NexusGraph
import Testing

@testable import NexusInterchange

@Suite("Distinct cells are known by their bytes")
struct WordColumnTests {
  @Test("equal cells have one number, others another, short or long, quoted or not", arguments: 1...5)
  func numbering(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<3000).map { _ -> String in
      let length = Int.random(in: 0...12, using: &generator)
      let word = String((0..<length).map { _ in "ab\u{E9}0".randomElement(using: &generator)! })
      return Bool.random(using: &generator) ? "\"\(word)\"" : word
    }
    // A second column keeps lines with an empty cell from being blank.
    let table = CSVTable(Array(words.map { $0 + ",x\n" }.joined().utf8), delimiter: UInt8(ascii: ","))
    #expect(table.records.count == words.count)
    var numbers = CellNumbers()
    var expected: [String: Int] = [:]
    for (record, word) in zip(table.records, words) {
      let (number, isNew) = numbers.number(of: table.bytes(record, 0), in: table)
      #expect(isNew == (expected[word] == nil), "seed \(seed)")
      #expect(number == expected[word, default: expected.count], "\(word), seed \(seed)")
      expected[word] = number
    }
  }

  @Test("a distinct cell is read once")
  func readOnce() {
    let table = CSVTable(
      Array("a,1\nb,1\na,1\na long word,1\na long word,1\n".utf8), delimiter: UInt8(ascii: ","))
    var column = WordColumn<String>()
    var reads = 0
    let values = table.records.map { record in
      column.value(table.bytes(record, 0), of: table) { text in
        reads += 1
        return text.uppercased()
      }
    }
    #expect(values == ["A", "B", "A", "A LONG WORD", "A LONG WORD"])
    #expect(reads == 3)
  }
}

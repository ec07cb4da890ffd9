import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Items of another format are rows of a table, with the lines that they stand on")
struct RecordTableTests {
  private func table(_ records: RecordTable) -> CSVTable {
    CSVTable(records.text, delimiter: UInt8(ascii: ","), lines: records.lines)
  }

  @Test(
    "Values keep commas, quotes, line ends and spaces; missing ones are empty cells; lines are those given")
  func values() throws {
    var records = RecordTable(.ties, [.source, .target])
    try records.append([.source: "a, b", .target: "say \"hi\""], line: 7)
    try records.append([.target: "two\nlines", .relation: "kinship"], line: 7)
    try records.append([.source: nil, .target: ""], line: 90)
    try records.append([(name: "Colour", value: " red\u{1} ")], line: 91)
    let table = table(records)
    #expect(records.header == ["source", "target", "relation", "Colour"])
    #expect(
      table.records.map({ table.cells($0) }) == [
        ["a, b", "say \"hi\""], ["", "two\nlines", "kinship"], [""], ["", "", "", "red\u{FFFD}"],
      ])
    #expect(table.records.map { $0.line } == [7, 7, 90, 91])
    #expect(table.records.allSatisfy { table.damage($0) == nil })
  }

  @Test("Any values come back as they went in, in blocks of any length, for random tables")
  func roundTrip() throws {
    let alphabet = Array("ab,\";\n\r\t 'é|\u{7}").map(String.init)
    for seed in UInt64(1)...2_000 {
      var generator = SeededGenerator(seed: seed)
      var records = RecordTable(.actors, [.id])
      var expected: [[String]] = []
      for line in 1...Int.random(in: 1...8, using: &generator) {
        let row = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          (0..<Int.random(in: 1...5, using: &generator)).map { _ in alphabet.randomElement(using: &generator)!
          }
          .joined()
        }
        let names = ["id", "a", "b", "c"]
        try records.append(zip(names, row).map { (name: $0, value: $1) }, line: line * 3)
        expected.append(row.map { String($0.replacing("\u{7}", with: "\u{FFFD}").trimmingSpaces) })
      }
      let blocks = CSVBlocks(
        records.text, delimiter: UInt8(ascii: ","), lines: records.lines,
        blockLength: Int.random(in: 1...3, using: &generator))
      var read: [[String]] = []
      var lines: [Int] = []
      for table in blocks {
        read += table.records.map { table.cells($0).map { String($0.trimmingSpaces) } }
        lines += table.records.map(\.line)
      }
      #expect(read == expected && lines == (1...expected.count).map { $0 * 3 }, "seed \(seed)")
    }
  }

  @Test("A value of more than 1 MiB and values of more than 1000 names are refused with the line")
  func bounds() throws {
    var records = RecordTable(.actors, [.id])
    let long = String(repeating: "x", count: RecordTable.largestValue + 1)
    let fault = #expect(throws: FormatFault.self) { try records.append([.id: long], line: 12) }
    #expect(fault?.line == 12 && fault?.message.contains("more than the 1 MiB") == true)
    let many = (0...1000).map { (name: "n\($0)", value: Optional("1")) }
    let second = #expect(throws: FormatFault.self) { try records.append(many, line: 13) }
    #expect(second?.place == ":13" && second?.message.contains("more than 1000 names") == true)
  }
}

import NexusGraph
import Testing

@testable import NexusInterchange

@Suite("Groups of rows with equal keys")
struct KeyGroupsTests {
  /// Few rows, which make one part, and many that make several; keys that differ in either half.
  @Test(
    "groups are those of a dictionary, numbered by their first rows",
    arguments: [0, 1, 2, 7, 1000, 40_000, 300_000])
  func groups(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    for distinct in [1, 3, max(count / 2, 1), 4 * max(count, 1)] {
      let keys = (0..<count).map { _ in
        let key = Int.random(in: 0..<distinct, using: &random)
        return KeyGroups.Key(first: UInt64(key / 2) << 32, second: UInt32(key % 2))
      }
      let groups = KeyGroups(count: count) { keys[$0] }

      var numbers: [KeyGroups.Key: Int32] = [:]
      var members: [[Int32]] = []
      var expected: [Int32] = []
      for (row, key) in keys.enumerated() {
        let number = numbers[key] ?? Int32(members.count)
        if numbers[key] == nil { members.append([]) }
        numbers[key] = number
        members[Int(number)].append(Int32(row))
        expected.append(number)
      }
      #expect(groups.groups == expected)
      #expect(groups.firstRows == members.map { $0[0] })
      #expect(groups.count == members.count)
      let (rows, offsets) = groups.members()
      #expect(rows == members.flatMap { $0 })
      #expect(offsets == members.reduce(into: [0]) { $0.append($0.last! + Int32($1.count)) })
    }
  }

  @Test("rows differ where a byte does, a length or the order of bytes")
  func marks() {
    let text = """
      a,b
      a,b\u{20}
      b,a
      a,b
      a,c
      a long row of more than eight bytes,1
      a long row of more than eight bytes,2
      a long row of more than eight bytes,1
      """
    let table = CSVTable(Array(text.utf8), delimiter: UInt8(ascii: ","))
    let marks = table.records.map { RowMark.of($0, in: table) }
    #expect(KeyGroups(count: marks.count) { marks[$0] }.groups == [0, 1, 2, 0, 3, 4, 5, 4])
    var distinct = DistinctRows()
    #expect(marks.map { distinct.insert($0) } == [true, true, true, false, true, true, true, false])
  }
}

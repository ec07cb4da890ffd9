import Foundation
import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Delimited text is cut into the cells that its author meant")
struct CSVTableTests {
  private func cells(_ text: String, _ delimiter: Character = ",") -> [[String]] {
    let table = CSVTable(Array(text.utf8), delimiter: delimiter.asciiValue!)
    return table.records.map(table.cells)
  }

  @Test("Quotes, doubled quotes, quoted newlines, and spaces around quotes")
  func quotes() {
    #expect(cells("a,\"b,c\",d\n") == [["a", "b,c", "d"]])
    #expect(cells("\"say \"\"hi\"\"\",2") == [["say \"hi\"", "2"]])
    #expect(cells("\"two\nlines\",2\nx,y") == [["two\nlines", "2"], ["x", "y"]])
    #expect(cells("a, \"b\" ,c") == [["a", "b", "c"]])
    #expect(cells("\"\",\"\"") == [["", ""]])
  }

  @Test("LF, CR and CRLF end lines alike, blank lines are passed over, line numbers stay true")
  func lineEnds() {
    for end in ["\n", "\r", "\r\n"] {
      let table = CSVTable(Array("a,b\(end)\(end)\"c\(end)d\",e\(end)f,g".utf8), delimiter: UInt8(ascii: ","))
      #expect(table.records.map(\.line) == [1, 3, 5], "line end \(end.debugDescription)")
    }
  }

  @Test("An unclosed quote spoils its own line only")
  func unclosedQuote() {
    let table = CSVTable(Array("a,b\n1,\"open\n2,3\n4,\"again\n5,6".utf8), delimiter: UInt8(ascii: ","))
    #expect(table.records.map(\.line) == [1, 2, 3, 4, 5])
    #expect(table.records.map { table.damage($0)?.0 } == [nil, .unclosedQuote, nil, .unclosedQuote, nil])
    #expect(table.damage(table.records[1])?.field == 1)
  }

  @Test("Many unclosed quotes do not make the scan quadratic")
  func hostileQuotes() {
    let text = String(repeating: "a,\"b\n", count: 50_001)
    let table = CSVTable(Array(text.utf8), delimiter: UInt8(ascii: ","))
    #expect(table.records.count == 50_001)
  }

  @Test("Random cells survive being written and read back", arguments: 1...40)
  func roundTrip(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let alphabet: [Character] = ["a", "b", ",", ";", "\"", "\n", "\t", "é", "中", "'", " ", "|"]
    let rows = (0..<20).map { _ in
      (0..<3).map { _ in
        let length = Int.random(in: 1...6, using: &generator)
        return "x" + String((0..<length).map { _ in alphabet.randomElement(using: &generator)! }) + "y"
      }
    }
    let text = rows.map { row in
      row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }.joined(separator: "\r\n")
    #expect(cells(text) == rows, "seed \(seed)")
  }

  @Test(
    "The published torture files give the published cells",
    .enabled(if: ReferenceData.isPresent),
    arguments: [
      // Not location_coordinates: its published answer has another telephone number than its table.
      "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
      "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
  func spectrum(name: String) throws {
    let folder = ReferenceData.folder.appending(path: "csv-torture/csv-spectrum")
    let bytes = Array(try Data(contentsOf: folder.appending(path: "csvs/\(name).csv")))
    let expected = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appending(path: "json/\(name).json")))
    let text = try #require(DecodedText(bytes))
    let dialect = CSVDialect(of: text.bytes)
    let table = CSVTable(text.bytes, delimiter: dialect.delimiter.byte)
    let header = table.cells(table.records[0])
    let rows = table.records.dropFirst().map {
      Dictionary(uniqueKeysWithValues: zip(header, table.cells($0)))
    }
    func normalised(_ text: String) -> String {
      text.replacingOccurrences(of: "\r\n", with: "\n").trimmingCharacters(in: .whitespaces)
    }
    let wanted = try #require(expected as? [[String: String]])
    #expect(rows.map { $0.mapValues(normalised) } == wanted.map { $0.mapValues(normalised) })
  }
}

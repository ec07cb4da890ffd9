import NexusReport
import Testing

@Suite("CSV that neither a parser nor a spreadsheet takes for something else")
struct CSVTextTests {
  private func line(_ cells: [Table.Cell]) -> String {
    var table = Table("t", columns: cells.indices.map { "c\($0)" })
    table.append(cells)
    return table.csv.split(separator: "\n", maxSplits: 1).last.map { String($0.dropLast()) } ?? ""
  }

  @Test("Formulas get a quote mark before them, numbers do not")
  func formulas() {
    #expect(line([.text("=HYPERLINK(1)")]) == "'=HYPERLINK(1)")
    #expect(line([.text("@SUM(A1)")]) == "'@SUM(A1)")
    #expect(line([.text("+49 30")]) == "'+49 30")
    #expect(line([.text("'=1")]) == "''=1")
    #expect(line([.text("-12.5")]) == "-12.5")
    #expect(line([.text("-cell")]) == "'-cell")
    #expect(line([.text("\tx")]) == "'\tx")
    #expect(line([.text("\rx")]) == "\"'\rx\"")
    #expect(line([.text("a=b")]) == "a=b")
    #expect(line([.list(["=a", "b"])]) == "'=a;b")
  }

  @Test("Delimiters, quotes and line ends are quoted")
  func quoting() {
    #expect(
      line([.text("a,b"), .text("say \"hi\""), .text("two\nlines")])
        == "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"")
  }

  @Test("A quotation mark under an accent is doubled too")
  func accentedQuote() {
    #expect(line([.text("a\"\u{301},b")]).unicodeScalars.elementsEqual("\"a\"\"\u{301},b\"".unicodeScalars))
  }

  @Test("Numbers are shortest round-trip decimals, nothing is an empty cell")
  func numbers() {
    #expect(
      line([.real(0.1), .real(1), .real(1e-12), .whole(3), .empty, .flag(true)]) == "0.1,1.0,1e-12,3,,true")
    #expect(line([.real(1.0 / 3)]) == "0.3333333333333333")
  }
}

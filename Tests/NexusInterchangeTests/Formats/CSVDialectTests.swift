import Testing

@testable import NexusInterchange

@Suite("The delimiter is found by how evenly it cuts")
struct CSVDialectTests {
  private func dialect(_ text: String) -> CSVDialect { CSVDialect(of: Array(text.utf8)) }

  @Test("Comma, semicolon, tab and pipe")
  func delimiters() {
    #expect(dialect("a,b\n1,2").delimiter == .comma)
    #expect(dialect("a;b;c\nx;1,5;y\nz;2,5;w").delimiter == .semicolon)
    #expect(dialect("a\tb\n1,5\t2").delimiter == .tab)
    #expect(dialect("a|b\n1|2").delimiter == .pipe)
    #expect(dialect("single\nvalues").delimiter == .comma)
    #expect(dialect("name,note\nA,\"x;y;z\"\nB,\"p;q;r\"").delimiter == .comma)
  }

  @Test("Excel's sep= line decides, and line numbers count it")
  func declaration() {
    for text in ["sep=;\r\na;b\r\n1;2", "\"sep=;\"\na;b\n1;2"] {
      let dialect = dialect(text)
      let table = CSVTable(
        Array(text.utf8), delimiter: dialect.delimiter.byte, from: dialect.records
      )
      #expect(dialect.delimiter == .semicolon)
      #expect(table.records.map(table.cells) == [["a", "b"], ["1", "2"]])
      #expect(table.records.map(\.line) == [2, 3])
    }
  }
}

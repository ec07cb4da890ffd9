import Testing

@testable import NexusReport

@Suite("Tables of the page")
struct PageTableTests {
  @Test("Headings stand over their numbers, and over text where a column holds any")
  func headings() {
    var table = Table("t", columns: ["name", "score", "mixed", "nothing", "list"])
    table.append([.text("A"), .real(0.5), .whole(1), .empty, .list(["x"])])
    table.append([.text("B"), .empty, .text("–"), .empty, .list([])])
    let page = HTML.table(
      table, columns: table.columns, headings: table.columns, limit: 5, caption: "Test"
    ).source
    for column in table.columns {
      let opening = column == "score" ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">"
      #expect(page.contains("\(opening)<abbr title=\"\(column)\""), "\(column)")
    }
  }
}

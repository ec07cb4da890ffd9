import Testing

@testable import NexusReport

@Suite("Tables of the page")
struct PageTableTests {
  @Test("Pairs are told by names, in the file by ids")
  func pairs() throws {
    let analysis = try PageFixture.analysis(of: [
      "actors.csv": "id,name,role\nC1,Harbour ring,organised-crime\nT1,Cell Dawn,terrorist\n",
      "ties.csv": "source,target,relation,directed\nC1,T1,transaction,yes\n",
    ])
    let page = try PageFixture.page(of: analysis)
    #expect(page.contains("Harbour ring transaction Cell Dawn (1)"))
    let files = try analysis.resultFiles(optionsUsed: [:], language: .english)
    let table = String(decoding: try #require(files.first { $0.name == "pairs.csv" }).bytes, as: UTF8.self)
    #expect(table.contains("C1 transaction T1 (1)") && !table.contains("Harbour ring transaction"))
  }

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

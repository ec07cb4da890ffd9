import NexusModel
import Testing

@testable import NexusInterchange

@Suite("Dates are read as files write them")
struct DateCellTests {
  @Test(
    "Forms, with as much precision as they have",
    arguments: [
      ("2019-05-21", "2019-05-21"), ("2019/5/2", "2019-05-02"), ("20190521", "2019-05-21"),
      ("2019-05", "2019-05"),
      ("2019", "2019"), ("21/05/2019", "2019-05-21"), ("05/21/2019", "2019-05-21"),
      ("21.5.2019", "2019-05-21"),
      ("21 May 2019", "2019-05-21"), ("May 21, 2019", "2019-05-21"), ("21-Sep-2019", "2019-09-21"),
      ("Sept 2019", "2019-09"), ("2019-05-21T08:30:00Z", "2019-05-21T08:30:00Z"),
      ("2019-05-21 08:30", "2019-05-21T08:30:00Z"), ("2022/09/01 00:20", "2022-09-01T00:20:00Z"),
      ("2019-05-21T08:30:00+05:00", "2019-05-21T03:30:00Z"),
      ("2019-05-21T08:30:00.250-0200", "2019-05-21T10:30:00Z"),
      ("29/02/2020", "2020-02-29"),
    ])
  func forms(cell: String, iso: String) { #expect(DateCell().instant(cell)?.description == iso) }

  @Test(
    "What is no date is nil",
    arguments: [
      "", "soon", "2017-13-45", "32/13/2017", "29/02/2019", "2019-02-30", "12", "2019-05-21T25:00", "1/2",
      "21/05/19",
      "May", "2019-00-10", "0000-01-01", "99999999",
    ])
  func refused(cell: String) { #expect(DateCell().instant(cell) == nil) }

  @Test("An open 03/04/2019 follows the order of its column")
  func order() {
    #expect(DateCell(order: .dayFirst).instant("03/04/2019")?.description == "2019-04-03")
    #expect(DateCell(order: .monthFirst).instant("03/04/2019")?.description == "2019-03-04")
    #expect(order(of: ["03/04/2019", "03/25/2019"]).order == .monthFirst)
    #expect(order(of: ["03/04/2019", "25/03/2019"]).order == .dayFirst)
    #expect(order(of: ["03/04/2019"]).order == nil)
    #expect(order(of: ["25/03/2019", "03/25/2019"]).isMixed)
  }

  private func order(of cells: [String]) -> DateOrder {
    var order = DateOrder()
    for cell in cells { order.note(cell) }
    return order
  }
}

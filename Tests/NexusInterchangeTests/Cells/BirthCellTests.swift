import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Dates of birth are read as lists of persons write them")
struct BirthCellTests {
  @Test(arguments: [
    ("1969-05-21", ["1969-05-21"]), ("1969", ["1969"]), ("circa 1969", ["circa 1969"]),
    ("c.1969", ["circa 1969"]),
    ("Approximately 1969", ["circa 1969"]), ("1969?", ["circa 1969"]), ("1967-1969", ["1967 to 1969"]),
    ("1967 to 1969", ["1967 to 1969"]), ("between 1967 and 1969", ["1967 to 1969"]),
    ("21 May 1969", ["1969-05-21"]),
    ("1969 or 1971", ["1969", "1971"]), ("circa 1960 or 1962-03", ["circa 1960", "1962-03"]),
  ])
  func dates(cell: String, expected: [String]) {
    #expect(BirthCell.dates(cell)?.map(\.description) == expected)
  }

  @Test(arguments: ["", "unknown year", "1969-1960", "1969-13-41", "circa", "1969 or then", "12"])
  func none(cell: String) { #expect(BirthCell.dates(cell) == nil) }

  @Test("Day and month come in the order that the column shows, or that an option says")
  func order() throws {
    let folder = try TemporaryFolder()
    func births(_ cells: [String], _ order: DateCell.Order? = nil) throws -> (
      dates: [String], notes: [String]
    ) {
      var options = ReadingOptions()
      options.dateOrder = order
      let rows = cells.enumerated().map { "p\($0.offset),\($0.element)\n" }
      let reading = try folder.reading("a.csv", "id,birth_date\n" + rows.joined(), options)
      return (reading.network.actors.particulars.births.map { "\($0.date)" }, reading.notes)
    }
    #expect(try births(["03/04/1969", "12/25/1970"]).dates == ["1969-03-04", "1970-12-25"])
    #expect(try births(["03/04/1969", "25/12/1970"]).dates == ["1969-04-03", "1970-12-25"])
    let hidden = try births(["circa 03/04/1969", "1968 or 12/25/1970; 1.2.1971", "2/3/1960 to 12/31/1960?"])
    #expect(
      hidden.dates == [
        "circa 1969-03-04", "1968", "1970-12-25", "1971-01-02", "circa 1960-02-03 to 1960-12-31",
      ])
    let open = try births(["03/04/1969"])
    #expect(open.dates == ["1969-04-03"] && open.notes.contains { $0.contains("shows the order of day") })
    #expect(try births(["03/04/1969"], .monthFirst).dates == ["1969-03-04"])
    let diagnosis = Diagnosis(
      DatasetReader().examine(try folder.file("a.csv", "id,birth_date\na,03/04/1969\n")))
    #expect(diagnosis.findings.contains { $0.kind == .check(.ambiguousDate) && $0.line == 2 })
  }
}

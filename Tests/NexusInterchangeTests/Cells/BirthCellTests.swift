import NexusModel
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
}

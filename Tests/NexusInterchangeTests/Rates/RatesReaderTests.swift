import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Tables of exchange rates")
struct RatesReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String) throws -> (rates: [ExchangeRate], reference: String?) {
    try RatesReader().read(folder.file("rates.csv", text))
  }

  @Test("Columns in any order and dialect, with the place of each rate")
  func rows() throws {
    let (rates, reference) = try read("Rate;Currency;Date;Reference\n1,085;eur;21/05/2019;USD\n")
    #expect(reference == "USD")
    #expect(
      rates == [
        ExchangeRate(
          day: Instant(year: 2019, month: 5, day: 21)!, currency: "EUR", rate: 1.085, place: "rates.csv:2")
      ])
  }

  @Test(
    "A row that cannot be read ends the reading, with line, column and the way to mend it",
    arguments: [
      (
        "date,currency,rate\n2020-01-01,EUR,x\n", "rates.csv:2:3: rate \"x\" is not a number. Expected 1.085."
      ),
      (
        "date,currency,rate\nsoon,EUR,1\n", "rates.csv:2:1: date \"soon\" is not a date. Expected 2019-05-21."
      ),
      (
        "date,currency,rate\n2020-01-01,,1\n",
        "rates.csv:2:2: the currency is missing. Expected a code such as EUR."
      ),
      (
        "date,currency,rate,reference\n2020-01-01,EUR,1,USD\n2020-01-01,TJS,1,GBP\n",
        "rates.csv:3:4: the reference is \"GBP\", USD above. Keep one for all rates."
      ),
    ])
  func faults(text: String, message: String) throws {
    #expect(throws: RatesFileError.badCell(message)) { try read(text) }
  }

  @Test("A missing column, a missing row and a missing file have their sentences")
  func missing() throws {
    #expect(throws: RatesFileError.noColumn("rates.csv", name: "rate", columns: ["date", "currency"])) {
      try read("date,currency\n2020-01-01,EUR\n")
    }
    #expect(throws: RatesFileError.noRows("rates.csv")) { try read("date,currency,rate\n") }
    do { _ = try RatesReader().read(folder.path + "/none.csv") } catch {
      #expect(error.isMissingInput)
    }
  }
}

import Testing

@testable import NexusInterchange

@Suite("Numbers are read as people and programs write them")
struct NumberCellTests {
  @Test(
    "Marks that leave no doubt",
    arguments: [
      ("1200.50", 1200.5), ("1.200,50", 1200.5), ("1,200.50", 1200.5), ("12,5", 12.5),
      ("1,200,300", 1_200_300),
      ("1.200.300", 1_200_300), ("1 200,50", 1200.5), ("1\u{A0}200,50", 1200.5), ("1'200.50", 1200.5),
      ("-3", -3),
      ("+4", 4), ("1e3", 1000), (".5", 0.5), (",5", 0.5), ("7.", 7), ("0", 0), ("1.234", 1.234),
      ("0,125", 0.125),
    ])
  func decided(cell: String, value: Double) { #expect(NumberCell().value(cell) == value) }

  @Test(
    "What is no number is nil",
    arguments: [
      "12a", "", "a", "--1", "1-2", "1.2.3", "1,2,3", "1.23,45,6", "NaN", "inf", "1e999", "0x10", "٣", "€5",
    ])
  func refused(cell: String) { #expect(NumberCell().value(cell) == nil) }

  @Test("1,200 is thousands, but a decimal in a semicolon-separated file or with --decimal-comma")
  func undecided() {
    #expect(NumberCell.isUndecided("1,200"))
    #expect(!NumberCell.isUndecided("0,200"))
    #expect(NumberCell().value("1,200") == 1200)
    #expect(NumberCell(undecidedCommaIsDecimal: true).value("1,200") == 1.2)
    #expect(NumberCell(fixed: .comma).value("1,200") == 1.2)
    #expect(NumberCell(fixed: .point, undecidedCommaIsDecimal: true).value("1,200") == 1200)
  }

  @Test("1.200 is 1.2, but thousands where the column or the option says that the comma is decimal")
  func points() {
    #expect(NumberCell().value("1.200") == 1.2)
    #expect(NumberCell(undecidedPointGroups: true).value("1.200") == 1200)
    #expect(NumberCell(undecidedPointGroups: true).value("0.200") == 0.2)
    #expect(NumberCell(undecidedPointGroups: true).value("12.5") == 12.5)
    #expect(NumberCell(fixed: .comma).value("1.200") == 1200)
    #expect(NumberCell.showsDecimalComma("12,5"))
    #expect(NumberCell.showsDecimalComma("1.200,50"))
    #expect(!NumberCell.showsDecimalComma("1,200.50"))
    #expect(NumberCell.showsDecimalPoint("12.5") && NumberCell.showsDecimalPoint("1,200.50"))
    #expect(!NumberCell.showsDecimalPoint("1.200"))
  }
}

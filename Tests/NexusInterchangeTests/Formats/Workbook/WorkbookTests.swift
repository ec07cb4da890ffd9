import Foundation
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("A sheet of a workbook is a table")
struct WorkbookTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ bytes: [UInt8], sheet: String? = nil, mark: ReadingOptions.DecimalMark? = nil) throws
    -> Reading
  {
    var options = ReadingOptions()
    (options.sheet, options.decimalMark) = (sheet, mark)
    return try DatasetReader(options: options).read(try folder.file("w.xlsx", bytes))
  }

  private func refusal(_ bytes: [UInt8], sheet: String? = nil) -> String {
    do {
      _ = try read(bytes, sheet: sheet)
      return "read"
    } catch { return "\(error)" }
  }

  /// A workbook with one sheet of these rows.
  private func workbook(
    _ rows: String, properties: String = "", strings: [String] = [], styles: String = ""
  ) -> [UInt8] {
    StoredZip([
      "xl/workbook.xml":
        "<workbook>\(properties)<sheets><sheet name='hidden' state='hidden' r:id='r0'/><sheet name='S' r:id='r1'/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>",
      "xl/worksheets/sheet1.xml": "<worksheet><cols/><sheetData>\(rows)</sheetData></worksheet>",
      "xl/sharedStrings.xml": "<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>",
      "xl/styles.xml": "<styleSheet>\(styles)</styleSheet>",
    ]).bytes
  }

  /// One row of the sheet.
  private func row(_ number: Int, _ cells: String...) -> String {
    "<row r='\(number)'>\(cells.joined())</row>"
  }

  private func text(_ place: String, _ text: String) -> String {
    "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
  }

  @Test("openpyxl: texts, numbers, dates, blank rows, rows of the sheet as lines, another sheet by name")
  func openpyxl() throws {
    let reading = try read(openpyxlWorkbook)
    #expect(reading.links == ["007 pays B & Co 1200.5 EUR", "B & Co pays C 3.0 USD"])
    #expect(reading.network.transfers.map { $0.date?.description } == ["2019-05-21", "2020-01-02T10:30:00Z"])
    #expect(reading.places == ["w.xlsx:2", "w.xlsx:3"])
    #expect(reading.rejected.map(\.line) == [5] && reading.rejected.map(\.column) == [3])
    #expect(reading.notes.contains { $0.contains("payments was read, not ties; see --sheet") })
    #expect(reading.files[0].format == .workbook && reading.files[0].delimiter == nil)
    #expect(reading.files[0].fingerprint == FileFingerprint(of: openpyxlWorkbook))
    #expect(try read(openpyxlWorkbook, sheet: "TIES").links == ["a - b 1.0 kinship"])
    #expect(
      refusal(openpyxlWorkbook, sheet: "x").contains(
        "there is no sheet \"x\". The sheets are payments, ties."))
    // Numbers are numbers, whatever the mark of cells that are text.
    #expect(try read(openpyxlWorkbook, mark: .comma).network.transfers[0].amount == 1200.5)
  }

  @Test("Shared texts with runs and readings, truth values, errors, formats of dates in the epoch of 1904")
  func cells() throws {
    let rows =
      row(
        1, text("A1", "source"), text("B1", "target"), text("C1", "date"), text("D1", "directed"),
        text("E1", "crime"))
      + row(
        3, "<c r='A3' t='s'><v>0</v></c><c r='B3' t='s'><v>1</v></c><c r='C3' s='1'><v>42144</v></c>",
        "<c r='D3' t='b'><v>1</v></c><c r='E3' t='e'><v>#N/A</v></c>")
    let bytes = workbook(
      rows, properties: "<workbookPr date1904='1'/>",
      strings: ["<t>Ann</t>", "<r><t>Bo</t></r><r><rPr/><t>b</t></r><rPh><t>reading</t></rPh>"],
      styles: "<numFmts><numFmt numFmtId='164' formatCode='[$-809]dd mmmm yyyy'/></numFmts>"
        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs>")
    let reading = try read(bytes)
    #expect(reading.links == ["Ann > Bob 1.0"])
    #expect(reading.network.ties[0].first?.description == "2019-05-21")
    #expect(reading.places == ["w.xlsx:3"])
    #expect(reading.notes.contains { $0.contains("1 cells hold errors") })
    #expect(reading.problems.isEmpty)
  }

  @Test(
    "Serial numbers are days since the epoch; the day that never was is none",
    arguments: [
      // Excel 365: =TEXT(n, "yyyy-mm-dd") with the calendar of 1900.
      (1.0, "1900-01-01"), (59.0, "1900-02-28"), (61.0, "1900-03-01"), (25569.0, "1970-01-01"),
      (43606.0, "2019-05-21"), (2958465.0, "9999-12-31"), (43606.999994, "2019-05-21T23:59:59"),
      (43606.9999999, "2019-05-22"),
    ])
  func serials(serial: Double, date: String) {
    #expect(SheetDate.text(serial, startsIn1904: false) == date)
  }

  @Test("Times alone and numbers outside the calendar are numbers; formats show a date by a day or year")
  func notDates() {
    for serial in [0.5, 60, -1, 2_958_466, .nan, .infinity] {
      #expect(SheetDate.text(serial, startsIn1904: false) == nil)
    }
    #expect(SheetDate.text(0, startsIn1904: true) == "1904-01-01")
    for code in ["dd/mm/yyyy", "[$-F800]dddd\\,\\ mmmm", "yy", "\"on \"d"] {
      #expect(SheetDate.isDateFormat(code))
    }
    for code in ["0.00", "[Red]0", "\"day\" 0", "h:mm", "#,##0_d", "0\\d", "General;d"] {
      #expect(!SheetDate.isDateFormat(code), "\(code)")
    }
  }

  @Test("A matrix in a sheet is a matrix")
  func matrix() throws {
    let cells = { (row: Int, values: [String]) in
      zip("BC", values).map { "<c r='\($0)\(row)'><v>\($1)</v></c>" }.joined()
    }
    let reading = try read(
      workbook(
        row(1, text("B1", "a"), text("C1", "b")) + row(2, text("A2", "a"), cells(2, ["0", "2"]))
          + row(3, text("A3", "b"), cells(3, ["2", "0"]))))
    #expect(reading.links == ["a - b 2.0"])
  }

  @Test("The sizes of Zip64 are read; one that lies is refused")
  func zip64() throws {
    let rows = row(1, text("A1", "source"), text("B1", "target")) + row(2, text("A2", "a"), text("B2", "b"))
    let parts: KeyValuePairs = [
      "xl/workbook.xml": "<workbook><sheets><sheet name='S' r:id='r1'/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships><Relationship Id='r1' Target='worksheets/s.xml'/></Relationships>",
      "xl/worksheets/s.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
    ]
    let archive = StoredZip(parts, .zip64).bytes
    #expect(try read(archive).links == ["a - b 1.0"])
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      var bytes = archive
      bytes[Int.random(in: (bytes.count - 450)..<bytes.count, using: &generator)] = .random(
        in: 0...255, using: &generator)
      do throws(FormatFault) {
        _ = try Workbook(ZipArchive(bytes)).table(nil, decimalMark: .point)
      } catch { #expect(!error.message.isEmpty, "seed \(seed)") }
    }
    #expect(refusal(Array(archive.dropLast(42)) + archive.suffix(22)).contains("damaged"))
  }

  @Test("Broken workbooks are refused in one sentence")
  func broken() throws {
    #expect(refusal(StoredZip(["a.txt": "x"]).bytes).contains("a zip archive that is no Excel workbook"))
    #expect(
      refusal(StoredZip(["xl/workbook.xml": "<workbook/>"]).bytes).contains("the workbook holds no sheet"))
    #expect(refusal(StoredZip(["xl/workbook.xml": "<workbook>"]).bytes).contains("ends inside <workbook>"))
    #expect(refusal(workbook("<row r='2'/><row r='1'/>")).contains("not in order"))
    #expect(refusal(workbook("<row r='9999999'/>")).contains("not in order"))
    #expect(refusal(workbook(row(1, text("B1", "x"), text("A1", "y")))).contains("\"A1\" is out of place"))
    #expect(refusal(workbook(row(1, text("ZZZZ1", "x")))).contains("\"ZZZZ1\" is out of place"))
    #expect(refusal(workbook(row(1, "<c r='A1' t='s'><v>7</v></c>"))).contains("row 1 names a text"))
    #expect(refusal(workbook("")).contains("empty"))
    var options = ReadingOptions()
    options.indicatorsFile = try folder.file("i.xlsx", openpyxlWorkbook)
    let error = #expect(throws: ReadingError.self) {
      try DatasetReader(options: options).read(try folder.file("t.csv", "source,target\na,b\n"))
    }
    #expect(error?.description.contains("of the format Excel workbook, where a table is expected") == true)
    #expect(refusal(workbook(row(1, text("A1", "&x;")))).contains("entities are not read"))
  }

  @Test("An archive cut anywhere, or with any byte put for another, is read or refused, never a crash")
  func mutations() throws {
    for length in stride(from: 4, to: openpyxlWorkbook.count, by: 97) {
      #expect(throws: FormatFault.self, "cut at \(length)") {
        try Workbook(ZipArchive(Array(openpyxlWorkbook.prefix(length))))
      }
    }
    for seed in UInt64(1)...400 {
      var generator = SeededGenerator(seed: seed)
      var bytes = openpyxlWorkbook
      // Half of them in the directory, which every part is found by.
      let earliest = seed.isMultiple(of: 2) ? bytes.count - 500 : 0
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        bytes[Int.random(in: earliest..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      do throws(FormatFault) {
        _ = try Workbook(ZipArchive(bytes)).table(nil, decimalMark: .point)
      } catch { #expect(!error.message.isEmpty, "seed \(seed)") }
    }
  }
}

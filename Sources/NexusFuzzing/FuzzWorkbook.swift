/// A workbook of one sheet, packed without compression, so that changes of the sheet's bytes reach its reader.
struct FuzzWorkbook {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(sheet: [UInt8]) {
    add(
      "xl/workbook.xml",
      Array("<workbook><workbookPr/><sheets><sheet name='S' r:id='r1'/></sheets></workbook>".utf8))
    add(
      "xl/_rels/workbook.xml.rels",
      Array("<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>".utf8))
    add(
      "xl/sharedStrings.xml",
      Array("<sst><si><t>ann</t></si><si><r><t>bo</t></r><r><t>b</t></r></si></sst>".utf8))
    add(
      "xl/styles.xml",
      Array("<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>".utf8))
    add("xl/worksheets/sheet1.xml", sheet)
    let start = bytes.count
    bytes += directory
    bytes += number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
    bytes += number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  private mutating func add(_ name: String, _ content: [UInt8]) {
    let sizes = number(Int(checksum(content)), 4) + number(content.count, 4) + number(content.count, 4)
    let name = Array(name.utf8)
    let common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes + number(name.count, 2)
    directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2)
    directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(bytes.count, 4) + name
    bytes += number(0x0403_4B50, 4) + common + number(0, 2) + name + content
    count += 1
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32.
  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

import Foundation
import NexusInterchange
import NexusTestSupport
import Testing

@Suite("Reading stays within the memory that it may take")
struct MemoryBudgetTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func refusal(_ path: String, _ limit: Int?) -> String {
    var options = ReadingOptions()
    options.maximumMemory = limit
    do throws(ReadingError) {
      _ = try DatasetReader(options: options).read(path)
      return "read"
    } catch { return error.description }
  }

  @Test(
    "Sizes are written as people write them",
    arguments: [
      ("2G", 2 << 30), ("512m", 512 << 20), ("1.5 GiB", 3 << 29), ("64KB", 64 << 10), ("1000", 1000),
      ("7b", 7),
    ])
  func sizes(text: String, bytes: Int) { #expect(MemorySize(text)?.bytes == bytes) }

  @Test(
    "What is no size is none",
    arguments: ["", "G", "-1G", "0", "2X", "2GG", "1e9", "2.5.1M", "9999999T", "0x10"])
  func noSizes(text: String) { #expect(MemorySize(text) == nil) }

  @Test("Sizes are shown in the largest unit, rounded up")
  func shown() {
    #expect(MemorySize(bytes: 900).description == "900 bytes")
    #expect(MemorySize(bytes: 1 << 30).description == "1 GiB")
    #expect(MemorySize(bytes: (1 << 30) + 1).description == "1.1 GiB")
  }

  @Test("A file, what it inflates to, and its rows: each is refused before it is taken, with what is needed")
  func refused() throws {
    let text = "source,target\n" + (0..<5_000).map { "a\($0),b\($0)\n" }.joined()
    let table = try folder.file("t.csv", text)
    #expect(refusal(table, text.utf8.count - 1).contains("t.csv: reading on would take more than"))
    // The text fits, what the network keeps of 5 000 rows does not.
    #expect(refusal(table, text.utf8.count + 100_000).contains("--max-memory allows"))
    #expect(refusal(table, 100 << 20) == "read" && refusal(table, nil) == "read")
    let items = try folder.file(
      "n.json", "{\"nodes\": [\((0..<3_000).map { "{\"id\": \($0)}" }.joined(separator: ","))]}")
    #expect(refusal(items, 60_000).contains("--max-memory allows"))
  }

  @Test("The same data set is always read or always refused")
  func same() throws {
    let table = try folder.file("t.csv", "source,target\n" + (0..<500).map { "a\($0),b\n" }.joined())
    #expect(Set((0..<5).map { _ in refusal(table, 150_000) }).count == 1)
  }

  @Test(
    "A cell or a row that is far too long, and a header of far too many columns, are refused where they stand"
  )
  func oversized() throws {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(
      refusal(try folder.file("a.csv", "source,target\na,b\nc,\"\(long)x\"\n"), nil).hasPrefix(
        "a.csv:3:2: a cell of 1048577 bytes is more than the 1 MiB"))
    #expect(refusal(try folder.file("b.csv", "source,target\n\(long),b\n"), nil) == "read")
    #expect(
      refusal(try folder.file("c.csv", "\(long)\(long)"), nil).hasPrefix("c.csv:1:1: a cell of 2097152 bytes")
    )
    let wide = String(repeating: ",", count: 70_000)
    #expect(
      refusal(try folder.file("d.csv", "source,target\(wide)\na,b\n"), nil).hasPrefix(
        "d.csv:1: the table has 70002 columns; up to 65536"))
    // A long row alone is rejected like any other.
    let row = try DatasetReader().read(try folder.file("e.csv", "source,target\na,b\nc,d\(wide)x\n"))
    #expect(row.account.rejected == 1 && row.rejected[0].reason.contains("the row has 70002 cells"))
  }

  @Test("A quote that is never closed spoils its line only, however long the rest is")
  func openQuote() throws {
    let rest = String(repeating: "a,b\n", count: 400_000)
    let reading = try DatasetReader().read(try folder.file("q.csv", "source,target\n\"x,y\n" + rest))
    #expect(reading.account.rejected == 1 && reading.account.read == 400_001)
  }

  @Test("An item of millions of values is refused; so is a document nested a hundred thousand deep")
  func items() throws {
    let values = String(repeating: "0,", count: 1_000_001) + "0"
    #expect(
      refusal(try folder.file("v.json", "{\"nodes\": [{\"id\": [\(values)]}]}"), nil).contains(
        "one item holds more than 1000000 values"))
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      refusal(try folder.file("d.json", "{\"nodes\": \(deep)"), nil).contains("nested more than 256 deep"))
    let xml = "<graphml>" + String(repeating: "<graph>", count: 100_000)
    #expect(refusal(try folder.file("d.graphml", xml), nil).contains("nested more than 256 deep"))
  }
}

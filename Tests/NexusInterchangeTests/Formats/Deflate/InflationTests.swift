import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Compressed files are read as what they hold, within bounds")
struct InflationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Python 3.11: gzip.compress(b"source,target\na,b\nb,c\n", mtime=0)
  private let ties: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 43, 206, 47, 45, 74, 78, 213, 41, 73, 44, 74, 79, 45, 225, 74, 212, 73,
    226, 74, 210, 73, 230, 2, 0, 146, 54, 80, 194, 22, 0, 0, 0,
  ]

  /// Python 3.11: gzip.compress(bytes(4096), 9, mtime=0), whose bytes inflate to 140 each.
  private let zeros: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 1, 13, 0, 0, 0, 194, 160, 247, 79, 109, 15, 7, 20, 0, 0, 0,
    240, 110, 17, 0, 28, 199, 0, 16, 0, 0,
  ]

  private func message(_ bytes: [UInt8], _ name: String = "t.csv.gz") throws -> String {
    let path = try folder.file(name, bytes)
    do {
      _ = try DatasetReader().read(path)
      return "read"
    } catch { return "\(error)" }
  }

  @Test("A .gz is the table in it: rows keep their lines, the data set its name, the file its bytes")
  func gzip() throws {
    let reading = try DatasetReader().read(try folder.file("ties.csv.gz", ties))
    #expect(reading.network.actors.ids == ["a", "b", "c"])
    #expect(reading.network.rows[reading.network.tieEvidence[1].row] == "ties.csv.gz:3")
    #expect(reading.network.name == "ties")
    #expect(reading.files[0].fingerprint == FileFingerprint(of: ties))
    #expect(DatasetReader.name(of: "a/Net.graphml.gz") == "Net")
  }

  @Test("The tables of a folder may be compressed; beside a plain one of the same name it is not read")
  func folderOfCompressed() throws {
    _ = try folder.file("ties.csv.gz", ties)
    #expect(try DatasetReader().read(folder.path).network.ties.count == 2)
    _ = try folder.file("ties.csv", "source,target\nx,y\n")
    let reading = try DatasetReader().read(folder.path)
    #expect(reading.network.actors.ids == ["x", "y"])
    #expect(reading.notes.contains("Not read: ties.csv.gz."))
  }

  @Test("Several members on end are one text; padding behind them is none of it")
  func members() throws {
    let both = try Inflation().bytes(ties + ties + [0, 0, 0], .gzip)
    #expect(String(decoding: both, as: UTF8.self) == "source,target\na,b\nb,c\nsource,target\na,b\nb,c\n")
  }

  @Test("A file cut short at any byte is refused in one sentence")
  func truncated() throws {
    for length in 2..<ties.count {
      let fault = #expect(throws: FormatFault.self) { try Inflation().bytes(ties.prefix(length), .gzip) }
      #expect(fault?.message.contains("end too early") == true, "\(length) bytes")
    }
    #expect(try message(Array(ties.dropLast(5))).hasPrefix("t.csv.gz: the compressed data end too early."))
  }

  @Test("A damaged byte is found wherever it changes the text")
  func damaged() throws {
    let text = Array("source,target\na,b\nb,c\n".utf8)
    for position in ties.indices where position == 2 || position >= 10 {
      for bit in UInt8(0)..<8 {
        var bytes = ties
        bytes[position] ^= 1 << bit
        // The last byte of the deflated data has bits to spare.
        if let read = try? Inflation().bytes(bytes, .gzip) {  // refused, as it should be
          #expect(read == text, "bit \(bit) of byte \(position)")
        }
      }
    }
    var bytes = ties
    bytes[ties.count - 1] ^= 1
    #expect(try message(bytes).contains("the compressed data are damaged. Fetch the file again"))
  }

  @Test("What inflates beyond all measure is refused before it fills the memory")
  func bombs() throws {
    var strict = Inflation()
    (strict.largestRatio, strict.ratioMattersFrom) = (100, 4095)
    let bomb = #expect(throws: FormatFault.self) { try strict.bytes(zeros, .gzip) }
    #expect(bomb?.message.contains("inflates to more than 100, as in files made to exhaust memory") == true)
    strict.ratioMattersFrom = 4096
    #expect(try strict.bytes(zeros, .gzip).count == 4096)
    var small = Inflation()
    small.limit = 20
    let fault = #expect(throws: FormatFault.self) { try small.bytes(ties, .gzip) }
    #expect(fault?.message.contains("more than 20 bytes") == true)
  }

  @Test("A .gz of a .gz, or of what is no data set, is refused")
  func others() throws {
    // Python 3.11: gzip.compress(gzip.compress(b"a"), mtime=0) and gzip.compress(bytes(9), mtime=0)
    #expect(
      try message([
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 147, 239, 230, 96, 0, 1, 38, 102, 111, 22, 6, 231, 125, 219, 95, 48,
        2, 57, 0, 183, 254, 24, 141, 21, 0, 0, 0,
      ]).contains("gzip"))
    #expect(
      try message([31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 99, 96, 128, 2, 0, 174, 20, 9, 230, 9, 0, 0, 0]).contains(
        "binary"))
  }
}

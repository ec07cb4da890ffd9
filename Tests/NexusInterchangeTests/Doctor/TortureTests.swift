import Foundation
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

/// Collections of odd CSV files, which lie beside the project; skipped where they are absent.
@Suite(
  "Every odd CSV file is read as expected, or reported with its line", .enabled(if: ReferenceData.isPresent))
struct TortureTests {
  private static let folder = ReferenceData.folder.appending(path: "csv-torture")

  private func examine(_ file: String, map: [Field: String] = [:]) -> Examination {
    var options = ReadingOptions()
    options.columns = map
    return DatasetReader(options: options).examine(Self.folder.appending(path: file).path)
  }

  @Test(
    "Every bad file is told with its line, whether or not its columns are known",
    arguments: [
      ("bad-header-less-fields.csv", "short row padded", 2),
      ("bad-header-more-fields.csv", "too many cells", 2),
      ("bad-missing-quote.csv", "broken quotes", 2),
      ("bad-quotes-with-unescaped-quote.csv", "broken quotes", 2),
      ("bad-unescaped-quote.csv", "quote inside a bare cell", 2),
    ])
  func bad(file: String, kind: String, line: Int) {
    for map in [[:], [Field.source: "foo", .target: "bar"]] {
      let diagnosis = Diagnosis(examine("test-data/csv/\(file)", map: map))
      #expect(diagnosis.faults.contains { $0.kind.name == kind && $0.line == line }, "\(file) \(map)")
    }
  }

  @Test("A file without a row, or without anything, is refused in a sentence")
  func empty() {
    #expect(
      examine("test-data/csv/bad-header-no-header.csv").failure == .emptyFile("bad-header-no-header.csv"))
    let other = examine("test-data/csv/bad-header-wrong-header.csv")
    #expect(other.files.first?.shape == .headerless || other.failure != nil)
  }

  @Test("No file of the collections traps, and each is read or refused with what was recognised")
  func all() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.folder.path)).compactMap {
      $0 as? String
    }
    .filter { $0.hasSuffix(".csv") }.sorted()
    #expect(files.count > 30)
    for file in files {
      let examination = examine(file)
      _ = Diagnosis(examination)
      if examination.failure == nil {
        let account = try #require(examination.reading?.account)
        #expect(account.read == account.used + account.folded + account.rejected, "\(file)")
        let spec = ReadingSpec(of: examination, options: ReadingOptions())
        var options = ReadingOptions()
        options.spec = spec
        let again = try DatasetReader(options: options).read(Self.folder.appending(path: file).path)
        #expect(again.links == examination.reading?.links && again.account == account, "\(file)")
      } else {
        #expect(!examination.files.isEmpty, "\(file)")
      }
    }
  }

  @Test("UTF-16, a byte-order mark and Windows-1252 are named")
  func encodings() {
    let wide = examine("odd/utf-16le_encoded.csv").files.first
    #expect(wide?.encoding == .utf16LittleEndian && wide?.hasByteOrderMark == true)
    #expect(examine("odd/utf8bom.csv").files.first?.hasByteOrderMark == true)
    #expect(examine("odd/spanish_chars.csv").files.first?.encoding == .windows1252)
  }
}

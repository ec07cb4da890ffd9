import Foundation
import NexusInterchange
import NexusTestSupport
import Testing

/// Files as published, which lie beside the project; skipped where they are absent.
@Suite(
  "Every published file is read with every row accounted for, or refused",
  .enabled(if: ReferenceData.isPresent))
struct ReferenceAccountTests {
  private static let endings: Set<String> = [
    "csv", "tsv", "txt", "json", "xml", "xlsx", "net", "graphml", "gexf", "dl",
  ]

  private static let files: [String] = {
    guard let all = FileManager.default.enumerator(atPath: ReferenceData.folder.path) else { return [] }
    return all.compactMap { $0 as? String }
      .filter { endings.contains(URL(filePath: $0).pathExtension.lowercased()) }.sorted()
  }()

  /// Those that hold data sets, as against answers, expected parses and what is made to be broken.
  private static let dataSets = [
    "krebs_911_62/edges.csv", "krebs_911_62/raw/terrorists.csv", "november17/edges.csv",
    "november17/raw/RHODESBOMBING.csv",
    "london_gang/edges.csv", "london_gang/raw/matrix.csv", "caviar_phases/edges.csv",
    "caviar_phases/edges_temporal.csv",
    "caviar_phases/raw/phase1.csv", "ndrangheta_infinito_2mode/edges.csv",
    "ndrangheta_infinito_2mode/raw/NDRANGHETAMAFIA_2M.csv", "aml_patterns_1_185/patterns.csv",
    "aml_patterns_1_185/background_sample.csv", "entities/stix21_apt1.json",
    "entities/zala_entities.ftm.json",
    "entities/t1_entities.ftm.json", "entities/un_consolidated_excerpt.xml",
  ]

  @Test(
    "Read or refused in one sentence, with the rows that were met used, folded or rejected", arguments: files)
  func account(file: String) throws {
    for twoMode in [ReadingOptions.TwoMode.project, .keep] {
      var options = ReadingOptions()
      options.twoMode = twoMode
      if file.hasPrefix("aml_patterns") {
        let suffix = file.contains("background") ? "account_key" : "account"
        options.columns = [.source: "from_\(suffix)", .target: "to_\(suffix)", .amount: "amount_paid"]
      }
      do throws(ReadingError) {
        let reading = try DatasetReader(options: options).read(
          ReferenceData.folder.appending(path: file).path)
        let rows = reading.files.reduce(0) { $0 + $1.rows }
        // Items that are passed over are rows of no table; no published file here has incidents.
        #expect(reading.account.read == rows + reading.account.passedOver, "\(file)")
        #expect(reading.rejected.count == reading.account.rejected)
        #expect(reading.rejected.allSatisfy { $0.line > 0 && !$0.reason.isEmpty })
      } catch {
        #expect(!ReferenceAccountTests.dataSets.contains(file), "\(error)")
        #expect(!error.description.contains("\n"), "\(error)")
      }
    }
  }
}

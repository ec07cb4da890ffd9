import Crypto
import Foundation
import FoundationXML
import NexusTestSupport
import Testing

/// Checks whole folders of results: that of the invented data set, analysed here, and the one that
/// `NEXUS_RESULTS` names (`make validate` gives the demo's).
@Suite("A folder of results is valid as a whole")
struct ResultFolderTests {
  static let given = ProcessInfo.processInfo.environment["NEXUS_RESULTS"]

  @Test("Of the invented data set")
  func inventedDataSet() throws {
    let folder = try TemporaryFolder()
    let demo = CommandRun.root.appending(path: "datasets/northern-corridor").path
    #expect(try CommandRun(["analyze", demo, "--rank-draws", "20"], in: folder.url).status == 0)
    try check(folder.url.appending(path: "northern-corridor-nexus"))
  }

  @Test("Of the demo", .enabled(if: given != nil, "NEXUS_RESULTS names no folder"))
  func demo() throws {
    try check(URL(filePath: #require(ResultFolderTests.given)))
  }

  private func check(_ folder: URL) throws {
    let manifest = try object(folder, "manifest.json")
    #expect(manifest["tool"] as? String == "nexus")
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    let names = Set(outputs.compactMap { $0["name"] as? String }).union(["manifest.json"])
    #expect(try names == Set(FileManager.default.contentsOfDirectory(atPath: folder.path)))
    for output in outputs {
      let data = try Data(contentsOf: folder.appending(path: try #require(output["name"] as? String)))
      #expect(data.count == output["bytes"] as? Int)
      let digest = SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
      #expect(output["sha256"] as? String == digest)
    }
    for name in names.filter({ $0.hasSuffix(".svg") }) {
      #expect(XMLParser(data: try Data(contentsOf: folder.appending(path: name))).parse(), "\(name)")
    }
    let analysis = try object(folder, "analysis.json")
    let dataset = try #require(analysis["dataset"] as? [String: Any])
    let rows = try #require(dataset["rows"] as? [String: Int])
    #expect(rows["read"] == rows["used"]! + rows["folded"]! + rows["rejected"]!)
    for table in ["actors", "ties", "communities", "regions", "pairs", "continuum", "flows"] {
      let lines = try records(folder, "\(table).csv")
      #expect(lines.count == (try #require(analysis[table] as? [Any])).count + 1, "\(table)")
      #expect(
        lines.allSatisfy { $0 == lines[0] }, "every row of \(table).csv has as many cells as its header")
    }
    let page = try String(contentsOf: folder.appending(path: "report.html"), encoding: .utf8)
    #expect(page.contains("Content-Security-Policy") && !page.contains("unsafe-inline"))
    for outside in ["src=", "url(http", "@import", "<link"] { #expect(!page.contains(outside), "\(outside)") }
    let regions = try #require(analysis["regions"] as? [[String: Any]])
    for region in regions {
      guard let score = region["score"] as? Double else { continue }
      let parts = ["c_threat", "c_nexus", "c_flow"].compactMap { region[$0] as? Double }
      #expect(abs(parts.reduce(0, +) - score) < 1e-9 && (0...100).contains(score))
    }
  }

  private func object(_ folder: URL, _ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appending(path: name))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The number of cells of each record, read by a parser of the test's own.
  private func records(_ folder: URL, _ name: String) throws -> [Int] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    var counts: [Int] = []
    var (cells, isQuoted) = (1, false)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells += 1
      case "\n" where !isQuoted:
        counts.append(cells)
        cells = 1
      default: break
      }
    }
    return counts
  }
}

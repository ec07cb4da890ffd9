import Foundation
import NexusFlows
import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusRisk
import NexusTestSupport
import Testing

@Suite("The summary of flows in the report")
struct FlowReportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func analysis(_ flows: String, _ actors: String? = nil) throws -> [String: OutputFile] {
    let place = folder.url.appending(path: "d\(Int.random(in: 0..<Int.max))")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    try Data(flows.utf8).write(to: place.appending(path: "flows.csv"))
    if let actors { try Data(actors.utf8).write(to: place.appending(path: "actors.csv")) }
    let reading = try DatasetReader().read(place.path)
    var options = AnalysisOptions()
    (options.draws, options.rankDraws) = (20, 1)  // what is drawn at random is not what is tested
    let files = try Analysis(of: reading, options: options).resultFiles(optionsUsed: [:])
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0) })
  }

  private func object(_ file: OutputFile?) throws -> [String: Any] {
    let bytes = try #require(file).bytes
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test(
    "analyze writes flows.svg and flows_summary where there are amounts, and neither where there are none")
  func analyze() throws {
    let files = try analysis("payer,payee,amount,currency,date\nA,B,10,EUR,2020-01-01\n")
    let page = String(decoding: try #require(files["report.html"]).bytes, as: UTF8.self)
    #expect(files["flows.svg"] != nil && page.contains("id=\"flows-title\""))
    let summary = try #require(try object(files["analysis.json"])["flows_summary"] as? [String: Any])
    let currencies = try #require(summary["currencies"] as? [[String: Any]])
    #expect(currencies.first?["amount"] as? Double == 10)

    let ties = try DatasetReader().read(folder.file("ties.csv", "source,target\nA,B\n"))
    let without = try Analysis(of: ties, options: AnalysisOptions()).resultFiles(optionsUsed: [:])
    #expect(!without.contains { $0.name == "flows.svg" })
  }

  @Test("Throughput and transit of a region are those of regions.csv")
  func regions() throws {
    let files = try analysis(
      "payer,payee,amount,currency,crime,source_region,target_region\nA,B,10000,EUR,drugs,TJ,UZ\n"
        + "B,C,8000,EUR,drugs,UZ,KZ\n",
      "id,role\nA,organised-crime\nB,facilitator\nC,terrorist\n")
    let document = try object(files["analysis.json"])
    let scored = try #require(document["regions"] as? [[String: Any]])
    let summary = try #require(document["flows_summary"] as? [String: Any])
    let shown = try #require(summary["regions"] as? [[String: Any]])
    #expect(shown.count == scored.count && shown.contains { $0["transit"] as? Double ?? 0 > 0 })
    for (left, right) in zip(shown, scored) {
      for key in ["region", "throughput", "transit"] {
        #expect("\(left[key] ?? "")" == "\(right[key] ?? "")", "\(key)")
      }
    }
  }

  @Test("Relabelling channels changes no score of any region", arguments: UInt64(0)..<4)
  func channelsAddNothing(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var rows: [String] = []
    for _ in 0..<30 {
      let (payer, payee) = (
        Int.random(in: 0..<8, using: &generator), Int.random(in: 8..<14, using: &generator)
      )
      let crime = ["drugs", "", "arms"].randomElement(using: &generator)!
      let amount = Int.random(in: 1...90_000, using: &generator)
      let year = Int.random(in: 2015...2020, using: &generator)
      rows.append("a\(payer),a\(payee),\(amount),EUR,\(crime),\(year)-03-01")
    }
    let roles = ["terrorist", "organised-crime", "facilitator", "unknown"]
    let actors =
      "id,role,type,region\n"
      + (0..<14).map { "a\($0),\(roles[$0 % 4]),company,\(["TJ", "UZ", "AF"][$0 % 3])\n" }.joined()
    func regions(_ channel: (Int) -> String) throws -> [UInt8] {
      let flows = rows.enumerated().map { "\($1),\(channel($0))\n" }.joined()
      return try #require(
        analysis("payer,payee,amount,currency,crime,date,channel\n" + flows, actors)["regions.csv"]
      ).bytes
    }
    let plain = try regions { _ in "bank" }
    for word in ["hawala", "virtual-asset", "carrier pigeon", ""] {
      #expect(try regions { _ in word } == plain, "seed \(seed), \(word)")
    }
    let mixed = rows.indices.map { _ in Channels.known.randomElement(using: &generator)! }
    #expect(try regions { mixed[$0] } == plain, "seed \(seed)")
  }

  @Test("Amounts, shares and growth as people read them")
  func text() {
    #expect(FlowText.amount(1_234_567.891) == "1 234 568")
    #expect(FlowText.amount(1_234.5) == "1 234.50")
    #expect(FlowText.amount(-0.5) == "-0.50")
    #expect(FlowText.share(0.125) == "12.5 %" && FlowText.share(nil) == "–")
    #expect(FlowText.growth(0.5) == "+50 %" && FlowText.growth(-1) == "-100 %" && FlowText.growth(nil) == "–")
  }
}

import Foundation
import FoundationXML
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

@Suite("Names from the data can never become markup, script or formulas")
struct HostileInputTests {
  private func results() throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    func quoted(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
    let names = HostileNames.all
    var ties = "source,target,relation,crime,origin,source_role,target_role,source_region,place\n"
    for (position, name) in names.enumerated() {
      let other = names[(position + 1) % names.count]
      ties +=
        [name, other, name, name, name, "terrorist", "organised-crime", name, name].map(quoted).joined(
          separator: ",") + "\n"
    }
    let reading = try DatasetReader().read(folder.file("hostile.csv", ties))
    #expect(reading.account.used == names.count)
    var options = AnalysisOptions()
    options.rankDraws = 20
    let files = try Analysis(of: reading, options: options).resultFiles(optionsUsed: [:])
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
  }

  private final class Elements: NSObject, XMLParserDelegate {
    var names: Set<String> = []
    var attributes: Set<String> = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      names.insert(name.lowercased())
      self.attributes.formUnion(attributes.keys.map { $0.lowercased() })
    }
  }

  @Test("Every file stays valid, and no element, handler or link comes from a name")
  func allFiles() throws {
    let files = try results()
    for name in ["network.svg", "regions.svg"] {
      let elements = Elements()
      let parser = XMLParser(data: Data(files[name]!))
      parser.delegate = elements
      #expect(parser.parse(), "\(name): \(parser.parserError.map { "\($0)" } ?? "")")
      #expect(elements.names.isDisjoint(with: ["script", "img", "foreignobject", "a", "image", "iframe"]))
      #expect(elements.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "href" && $0 != "xlink:href" })
    }
    let page = String(decoding: files["report.html"]!, as: UTF8.self)
    // The words, the data and the script of the page, and no element more.
    #expect(page.lowercased().split(separator: "<script").count == 4 && !page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("default-src 'none'"))
    for outside in ["src=\"http", "url(http", "@import", "<link"] { #expect(!page.contains(outside)) }
    #expect(try JSONSerialization.jsonObject(with: Data(files["analysis.json"]!)) is [String: Any])
    for name in files.keys where name.hasSuffix(".csv") {
      let text = String(decoding: files[name]!, as: UTF8.self)
      #expect(!text.contains("\n=") && !text.contains(",=") && !text.contains(",\"="), "\(name)")
    }
  }

  @Test("What was written is read back with the same names")
  func readBack() throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in try results() { _ = try folder.file(name, bytes) }
    let names = try DatasetReader().read(folder.path).network.actors.ids
    #expect(names == HostileNames.all)
  }
}

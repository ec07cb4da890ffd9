import Foundation
import NexusInterchange
import NexusReport
import NexusTestSupport
import Testing

@Suite("The notebook of an analysis")
struct AnalysisNotebookTests {
  static let ties = """
    source,target,relation,crime,date,strength,source_role,target_role,source_region,target_region
    Ann,Bo,finance,drugs,2017-03-04,2,terrorist,organised-crime,AF,TJ
    Bo,Cy,finance,arms,2018,1,organised-crime,organised-crime,TJ,KZ
    Cy,Ann,command,drugs,2019-05,3,organised-crime,terrorist,KZ,AF
    Cy,Dee,finance,,,1,organised-crime,victim,KZ,
    Dee,Eve,kinship,,2019,1,victim,facilitator,,RU

    """

  static func files(_ ties: String, stem: String = "ties") throws -> NotebookFiles {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", ties)
    var options = AnalysisOptions()
    (options.rankDraws, options.draws) = (20, 128)
    return try Analysis(of: DatasetReader().read(path), options: options)
      .notebook(named: stem, optionsUsed: [:])
  }

  static func cells(_ files: NotebookFiles) throws -> [[String: Any]] {
    let document = try JSONSerialization.jsonObject(with: Data(files.notebook.bytes))
    let root = try #require(document as? [String: Any])
    #expect(root["nbformat"] as? Int == 4 && root["nbformat_minor"] as? Int == 5)
    return try #require(root["cells"] as? [[String: Any]])
  }

  static func source(_ cell: [String: Any]) -> String {
    (cell["source"] as? [String] ?? []).joined()
  }

  @Test("Cells have names of their own, cells of code are counted and hold what they give")
  func structure() throws {
    let files = try Self.files(Self.ties)
    #expect(files.notebook.name == "ties.ipynb" && files.folder == "ties-nexus")
    let cells = try Self.cells(files)
    let names = cells.compactMap { $0["id"] as? String }
    #expect(names.count == cells.count && Set(names).count == names.count)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
    let code = cells.filter { $0["cell_type"] as? String == "code" }
    #expect(code.compactMap { $0["execution_count"] as? Int } == Array(1...code.count))
    #expect(
      code.dropFirst().allSatisfy { ($0["outputs"] as? [Any])?.isEmpty == false }, "the first only defines")
    let sources = code.map(Self.source)
    for name in ["network.svg", "matrix.svg", "timeline.svg"] {
      #expect(sources.contains("picture(\"\(name)\")") && files.files.contains { $0.name == name })
    }
    #expect(files.files.last?.name == "manifest.json")
    let text = String(decoding: files.notebook.bytes, as: UTF8.self)
    // A picture of a fixed width is cut off where the page is narrower.
    #expect(text.contains("<svg ") && !text.contains(/<svg [^>]* width=/))
    #expect(text.contains("No number here is a finding about a person"))
    #expect(text.contains("&#34;Not observed&#34; does not mean low."))
  }

  @Test("The same input gives the same bytes, and no path of the machine is in them")
  func bytes() throws {
    let (first, second) = (try Self.files(Self.ties), try Self.files(Self.ties))
    #expect(first.notebook.bytes == second.notebook.bytes)
    #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
    #expect(!String(decoding: first.notebook.bytes, as: UTF8.self).contains("/tmp"))
  }

  @Test("The victim is in no table of actors, and no name of the data in any source")
  func names() throws {
    let cells = try Self.cells(Self.files(Self.ties))
    for cell in cells where cell["cell_type"] as? String == "code" {
      for name in ["Ann", "Dee", "Kazakhstan"] { #expect(!Self.source(cell).contains(name)) }
      let outputs = try JSONSerialization.data(withJSONObject: cell["outputs"] ?? [])
      #expect(!String(decoding: outputs, as: UTF8.self).contains("<bdi>Dee"))
    }
  }

  @Test("Hostile names of actors and of the notebook stay text everywhere")
  func hostile() throws {
    var rows = "source,target,source_role,target_role,source_region\n"
    let names = HostileNames.all.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
    for (first, second) in zip(names, names.dropFirst()) {
      rows += "\(first),\(second),terrorist,organised-crime,\(first)\n"
    }
    let files = try Self.files(rows, stem: "a\"\n'<b>$x$")
    for cell in try Self.cells(files) {
      if cell["cell_type"] as? String == "markdown" {
        let text = Self.source(cell).replacing("<span>&#36;</span>", with: "")
        #expect(!text.contains("<script") && !text.contains("](") && !text.contains("$"))
      } else {
        #expect(!Self.source(cell).contains("alert(1)") && !Self.source(cell).contains("jndi"))
        for output in cell["outputs"] as? [[String: Any]] ?? [] {
          let data = output["data"] as? [String: Any]
          let html = (data?["text/html"] as? [String] ?? []).joined()
          #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"))
        }
      }
    }
  }

  @Test("Data without dates, roles, regions and transfers make a notebook that says so")
  func bare() throws {
    let files = try Self.files("source,target\nA,B\nB,C\n")
    #expect(!files.files.contains { $0.name == "timeline.svg" || $0.name == "transfers_by_month.csv" })
    let text = try Self.cells(files).map(Self.source).joined(separator: "\n")
    #expect(text.contains("Exposure by region is not observed in these data"))
    #expect(text.contains("That is not evidence that there is none."))
  }

  @Test("Transfers are counted by month as finely as they are dated, and never added up over currencies")
  func months() throws {
    let files = try Self.files(
      """
      payer,payee,amount,currency,date
      A,B,0.1,EUR,2018-03-05
      B,A,0.2,EUR,2018-03-31
      A,B,5,USD,2018-03-06
      A,B,7,EUR,2018
      A,B,9,EUR,
      A,B,1,EUR,2018-05

      """)
    let table = try #require(files.files.first { $0.name == "transfers_by_month.csv" })
    #expect(
      String(decoding: table.bytes, as: UTF8.self) == """
        month,currency,transfers,amount
        ,EUR,1,9.0
        2018,EUR,1,7.0
        2018-03,EUR,2,0.3
        2018-03,USD,1,5.0
        2018-05,EUR,1,1.0

        """)
    let text = String(decoding: files.notebook.bytes, as: UTF8.self)
    #expect(text.contains("4 transfers in 2 months; 1 known to the year only, 1 undated"))
  }
}

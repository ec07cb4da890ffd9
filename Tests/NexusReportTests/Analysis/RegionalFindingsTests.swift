import Foundation
import NexusInterchange
import NexusReport
import NexusTestSupport
import Testing

@Suite("Borders, chance and the map of squares in the results")
struct RegionalFindingsTests {
  private func files(_ ties: String) throws -> [String: String] {
    let folder = try TemporaryFolder()
    let path = try folder.file("ties.csv", ties)
    var options = AnalysisOptions()
    options.rankDraws = 0
    let analysis = try Analysis(of: DatasetReader().read(path), options: options)
    return Dictionary(
      uniqueKeysWithValues: try analysis.resultFiles(optionsUsed: [:]).map {
        ($0.name, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  private let ties = """
    source,target,source_role,target_role,source_region,target_region,crime,confidence
    A,B,terrorist,organised-crime,AF,TJ,drugs,0.8
    A,C,terrorist,organised-crime,AF,AF,drugs,0.5
    C,B,organised-crime,organised-crime,AF,TJ,arms,0.5
    <i>V</i>,B,victim,organised-crime,AF,TJ,drugs,1

    """

  @Test("analysis.json has the matrix, the tests and the mixing, with the numbers of the rows")
  func document() throws {
    let text = try #require(try files(ties)["analysis.json"])
    let root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let borders = try #require(root["borders"] as? [String: Any])
    let pairs = try #require(borders["pairs"] as? [[String: Any]])
    #expect(pairs.map { $0["first"] as? String } == ["AF", "AF"])
    #expect(pairs.map { $0["second"] as? String } == ["TJ", "AF"])
    #expect(isClose(pairs.map { $0["cross_ties"] as? Double ?? 0 }, [0.8, 0.5]))
    let chance = try #require(root["chance"] as? [String: Any])
    #expect(chance["permutations"] as? Int == 999)
    let crimes = try #require(chance["crimes"] as? [[String: Any]])
    #expect(crimes.map { $0["crime"] as? String } == ["arms", "drugs"])
    #expect(
      crimes[1]["observed"] as? Int == 2 && crimes[1]["actors"] as? Int == 3, "the victim is in no test")
    #expect(crimes[0]["p"] is NSNull)
    let mixing = try #require(root["crime_mixing"] as? [[String: Any]])
    #expect(mixing.map { $0["pairs"] as? Int } == [1, 2])
    #expect(mixing.map { $0["reaching"] as? Int } == [0, 2])
  }

  @Test("The report shows them, and the map of squares is a file of its own")
  func page() throws {
    let files = try files(ties)
    let page = try #require(files["report.html"])
    for text in [
      ">Across borders</h3>", ">More than chance?</h3>", "Afghanistan", "id=\"tiles-title\"",
      ">Pairs of regions with",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(try #require(files["tiles.svg"]).contains("<svg"))
  }

  @Test("Without regions and roles there is neither section, and nothing fails")
  func empty() throws {
    let page = try #require(try files("source,target\nA,B\n")["report.html"])
    #expect(!page.contains(">Across borders</h3>") && !page.contains(">More than chance?</h3>"))
  }
}

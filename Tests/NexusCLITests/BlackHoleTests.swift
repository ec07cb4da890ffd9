import Foundation
import NexusTestSupport
import Testing

@Suite("The black hole as a state of regions")
struct BlackHoleTests {
  private static let actors = """
    id,role,region,origin,confidence,method_terror,method_crime,motive_terror,motive_crime
    H,terrorist,TJ,X,1,6,6,6,6
    H,terrorist,TJ,Y,1,6,6,6,6
    O,organised-crime,TJ,X,1,,,,
    V,victim,AF,Y,1,9,9,9,9
    """

  private func states(_ indicators: String) throws -> (
    states: [String: String], status: Int32, messages: String
  ) {
    let folder = try TemporaryFolder()
    _ = try folder.file("actors.csv", Self.actors)
    _ = try folder.file(
      "ties.csv", "source,target,relation,confidence,origin\nH,O,alliance,0.9,X\nH,V,unknown,1,Y\n")
    _ = try folder.file("regions.csv", indicators)
    let run = try CommandRun(["risk", ".", "--csv", "--level", "country", "--draws", "0"], in: folder.url)
    withExtendedLifetime(folder) {}
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = rows.first, let column = header.firstIndex(of: "black_hole") else {
      return ([:], run.status, run.messages)
    }
    return (
      Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[0], $0[column]) }), run.status, run.messages
    )
  }

  @Test("It needs a lack of governance of 80, territorial control and a hybrid actor that may be scored")
  func conditions() throws {
    let header = "region,vulnerability,consequence,territorial_control\n"
    #expect(try states(header + "TJ,50,85,yes\nAF,50,90,yes\n").states == ["TJ": "true", "AF": "false"])
    #expect(try states(header + "TJ,50,79.9,yes\n").states["TJ"] == "false")
    #expect(try states(header + "TJ,50,85,no\n").states["TJ"] == "false")
  }

  @Test("Without external data nothing is said")
  func silence() throws {
    #expect(try states("region,vulnerability,consequence\nTJ,50,85\n").states["TJ"] == "")
    #expect(try states("region,consequence,territorial_control\nTJ,,yes\n").states["TJ"] == "")
  }

  @Test("A word that is neither yes nor no is refused with its place")
  func word() throws {
    let run = try states("region,consequence,territorial_control\nTJ,85,partly\n")
    #expect(run.status == 65)
    #expect(run.messages.contains("regions.csv:2:3: territorial control \"partly\" is neither yes nor no."))
  }
}

import Foundation
import NexusAlgorithms
import NexusTestSupport
import Testing

@testable import NexusReport

@Suite("What the script of the page knows")
struct PageDataTests {
  private static let small = [
    "actors.csv": """
    id,name,role,type,region
    T,Lantern,terrorist,organisation,AF:0.8
    O,Harbour,organised-crime,organisation,TJ
    V,Maryam,victim,person,TJ
    """,
    "ties.csv": """
    source,target,relation,crime,date,confidence,origin,refutes
    T,O,finance,drugs,2017-03-01,0.8,X,
    O,T,finance,drugs,2017-05-01,0.6,Y,yes
    O,V,unknown,,,,,
    """,
    "flows.csv": """
    payer,payee,amount,currency,date,channel
    O,T,1200.5,EUR,2018-01-02,hawala
    O,T,300,USD,2018-02-02,cash
    """,
  ]

  private func data(_ files: [String: String] = small) throws -> [String: Any] {
    try PageFixture.block("data", of: PageFixture.page(of: files))
  }

  @Test("A line has its ends, its confidence, and every row that speaks of it, refuting ones as such")
  func lines() throws {
    let data = try data()
    let lines = try #require(data["lines"] as? [[Any]])
    #expect(lines.count == 3)
    let origins = try #require(data["origins"] as? [String])
    let items = try #require(lines[0][8] as? [[Any]])
    #expect(items.map { $0[0] as? String } == ["ties.csv:2", "ties.csv:3"])
    #expect(items.map { $0[6] as? Int } == [0, 1])
    #expect(items.map { origins[$0[2] as? Int ?? 0] } == ["X", "Y"])
    #expect(items[0][3] as? Double == 0.8 && items[0][1] as? String == "2017-03-01")
    #expect(abs((lines[0][6] as? Double ?? 0) - 0.8 * 0.4) < 1e-9)
    #expect(lines[1][6] is NSNull, "no row grades it")
    let transfers = try #require(lines[2][8] as? [[Any]])
    #expect(transfers.map { $0[7] as? String } == ["1200.50 EUR, hawala", "300 USD, cash"])
    #expect(lines[2][4] as? Int == 1 && lines[2][9] as? Int == 2)
  }

  @Test("Victims, witnesses and reporting parties have no measure, not even hidden in the page")
  func protected() throws {
    let actors = try #require(try data()["actors"] as? [[Any]])
    #expect(actors.count == 3)
    #expect(actors[2][6...10].allSatisfy { $0 is NSNull })
    #expect(!(actors[0][7] is NSNull))
  }

  @Test("The marks of the map and the rows of the tables bear the numbers of the data")
  func numbers() throws {
    let page = try PageFixture.page(of: PageDataTests.small)
    for number in 0..<3 {
      #expect(page.contains("<g data-actor=\"\(number)\">") && page.contains("<tr data-actor=\"\(number)\">"))
      #expect(
        page.contains(" data-tie=\"\(number)\"><title>") && page.contains("<tr data-tie=\"\(number)\">"))
    }
    let row = try #require(page.firstMatch(of: /<tr data-tie="2"><td><bdi>([^<]*)</))
    #expect(row.1 == "Harbour (O)", "transfers from O to T stand in the table of flows")
  }

  @Test("A network beyond the bounds keeps what the map draws, and says how much there is")
  func bounds() throws {
    let count = PageData.mostActors + 700
    var ties = "source,target\n"
    for number in 0..<count { ties += "v\(number),hub\(number % 7)\n" }
    for number in 0..<300 { ties += "v\(count - 1),v\(number)\n" }
    var options = PageFixture.quick
    (options.draws, options.rankDraws, options.precision) = (0, 0, .pivots(4))
    let page = try PageFixture.page(of: PageFixture.analysis(of: ["ties.csv": ties], options))
    let data = try PageFixture.block("data", of: page)
    let actors = try #require(data["actors"] as? [[Any]])
    let lines = try #require(data["lines"] as? [[Any]])
    #expect(actors.count == PageData.mostActors && lines.count == PageData.mostLines)
    let totals = try #require(data["totals"] as? [String: Int])
    #expect(totals == ["actors": count + 7, "lines": count + 300])
    let held = Set(actors.compactMap { $0[0] as? Int })
    #expect(lines.allSatisfy { held.contains($0[1] as? Int ?? -1) && held.contains($0[2] as? Int ?? -1) })
    let drawn = page.matches(of: /<g data-actor="(\d+)">/).compactMap { Int($0.1) }
    #expect(drawn.count > 100 && held.isSuperset(of: drawn))
    #expect(page.utf8.count < 5_000_000)
    #expect(page.matches(of: /<tr data-actor=/).count == HTML.mostRows)
  }
}

import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusRisk
import NexusTestSupport
import Testing

@Suite("What changed between two networks")
struct NetworkComparisonTests {
  private func network(_ files: [String: String]) throws -> Network {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.file(name, text) }
    return try DatasetReader().read(folder.path).network
  }

  private func compare(
    _ before: [String: String], _ after: [String: String], draws: Int = 50
  ) throws -> NetworkComparison {
    var options = AnalysisOptions()
    options.draws = draws
    return NetworkComparison(
      from: ComparisonSide(try network(before), label: "before"),
      to: ComparisonSide(try network(after), label: "after"), options)
  }

  private let example = [
    "actors.csv": WorkedExample.actors, "ties.csv": WorkedExample.ties, "flows.csv": WorkedExample.flows,
  ]

  @Test("A data set against itself: nothing changed, nothing can be told apart")
  func same() throws {
    let comparison = try compare(example, example)
    #expect(comparison.addedActors.isEmpty && comparison.removedActors.isEmpty)
    #expect(comparison.addedLinks.isEmpty && comparison.removedLinks.isEmpty)
    #expect(comparison.ranks.isEmpty && comparison.newRows.isEmpty && comparison.goneRows.isEmpty)
    #expect(comparison.regions.count == 4)
    for region in comparison.regions {
      #expect(region.before?.score == region.after?.score)
      #expect(region.distinguishable == false && region.rows.isEmpty, "\(region.region.name)")
    }
  }

  @Test("Actors and ties that appeared and vanished, with their rows; lines that moved are not new")
  func changes() throws {
    let comparison = try compare(
      ["ties.csv": "source,target,relation\nA,B,finance\nB,C,kinship\nD,A,\n"],
      ["ties.csv": "source,target,relation\nB,C,kinship\nE,B,alliance\nB,A,finance\n"])
    #expect(comparison.addedActors.map(\.id) == ["E"] && comparison.removedActors.map(\.id) == ["D"])
    #expect(comparison.addedLinks.map { [$0.source, $0.target] } == [["E", "B"]])
    #expect(comparison.addedLinks.first?.rows == ["ties.csv:3"])
    #expect(comparison.removedLinks.map { [$0.source, $0.target] } == [["D", "A"]])
    // A–B and B–A are the same undirected tie.
    #expect(comparison.newRows == ["ties.csv:3"] && comparison.goneRows == ["ties.csv:4"])
  }

  @Test("A row that stands twice where it stood once is one new row")
  func repeated() throws {
    let comparison = try compare(
      ["ties.csv": "source,target\nA,B\nA,C\n"], ["ties.csv": "source,target\nA,B\nA,B\nA,C\n"])
    #expect(comparison.newRows.count == 1 && comparison.goneRows.isEmpty && comparison.addedLinks.isEmpty)
  }

  @Test("Transfers that appeared are told apart from ties")
  func transfers() throws {
    let comparison = try compare(
      ["flows.csv": "payer,payee,amount\nA,B,5\n"], ["flows.csv": "payer,payee,amount\nA,B,5\nB,A,7\nA,B,9\n"]
    )
    #expect(comparison.addedLinks.map(\.isTransfer) == [true])
    #expect(comparison.addedLinks.first?.source == "B")
    #expect(comparison.newRows == ["flows.csv:3", "flows.csv:4"])
  }

  @Test("Ranks that leave their intervals are told, those of protected roles never")
  func ranks() throws {
    let chain = (0..<12).map { "P\($0),P\($0 + 1)" }
    let hub = (3..<13).map { "P0,P\($0)" }
    let head = "source,target\n"
    let before = ["ties.csv": head + chain.joined(separator: "\n")]
    let after = ["ties.csv": head + (chain + hub).joined(separator: "\n")]
    let comparison = try compare(before, after)
    #expect(comparison.hasRankIntervals && comparison.rankThreshold.places == 3)
    for change in comparison.ranks {
      let (was, now) = (try #require(change.intervalBefore), try #require(change.intervalAfter))
      #expect(!was.contains(change.after) && !now.contains(change.before), "\(change)")
    }
    let hubChange = try #require(comparison.ranks.first { $0.actor == "P0" && $0.measure == "degree" })
    // Degree 1, shared with the other end behind eleven of degree 2; then the highest.
    #expect(hubChange.before == 12 && hubChange.after == 1)
    #expect(hubChange.rows.count == 10)
    let actors = ["actors.csv": "id,role\nP0,victim\n"]
    let protected = try compare(
      before.merging(actors) { first, _ in first }, after.merging(actors) { first, _ in first })
    #expect(!protected.ranks.contains { $0.actor == "P0" })
  }

  @Test("A region that gains strong evidence can be told apart; the method is the same on both sides")
  func regions() throws {
    let weak = "source,target,source_role,target_role,source_region,confidence,relation\n"
    let rows = (0..<12).map { "O\($0),T\($0),oc,terrorist,AF,1,finance" }
    let comparison = try compare(
      ["ties.csv": weak + rows[0]], ["ties.csv": weak + rows.joined(separator: "\n")], draws: 200)
    let change = try #require(comparison.regions.first { $0.region.code == "AF" })
    #expect(change.distinguishable == true && change.higherProbability == 1)
    #expect(change.rows.count == 11)
    #expect((change.after?.score ?? 0) > (change.before?.score ?? 100))
  }

  @Test("A region on one side only is not observed on the other")
  func oneSided() throws {
    let head = "source,target,source_role,target_role,source_region\n"
    let comparison = try compare(
      ["ties.csv": head + "O,T,oc,terrorist,AF"], ["ties.csv": head + "O,T,oc,terrorist,TJ"])
    let gone = try #require(comparison.regions.first { $0.region.code == "AF" })
    #expect(gone.before != nil && gone.after == nil && gone.distinguishable == nil)
  }

  @Test("Windows have the scores and intervals of the exposure trend")
  func windows() throws {
    let network = try network(example)
    var options = AnalysisOptions()
    options.draws = 64
    let comparison = try WindowComparison(of: network, years: 2, options)
    var risk = RiskOptions()
    risk.exposure.rule = ConfidenceRule(ungraded: 0.5, asOf: network.newestDate)
    risk.uncertainty.draws = 64
    let trend = network.exposureTrend(years: 2, risk)
    #expect(comparison.windows.count == trend.windows.count && comparison.windows.count == 2)
    let step = try #require(comparison.steps.last)
    for (position, region) in trend.regions.enumerated() {
      let change = step.regions.first { $0.region == region }
      for (side, window) in zip([change?.before, change?.after], trend.windows) {
        let expected = window.regions[position]
        #expect(side?.score == expected?.score, "\(region.name)")
        #expect(side?.low == expected?.interval?.low && side?.high == expected?.interval?.high)
      }
    }
    #expect(comparison.undated == 7)
  }

  @Test("Windows without dates, or only one, say how to mend it")
  func windowErrors() throws {
    let undated = try network(["ties.csv": "source,target\nA,B\n"])
    #expect(throws: WindowError.undated) { try WindowComparison(of: undated, years: 2) }
    let single = try network(["ties.csv": "source,target,date\nA,B,2019-01-01\n"])
    #expect(throws: WindowError.self) { try WindowComparison(of: single, years: 2) }
  }

  @Test("The same bytes on one thread and on many")
  func threads() throws {
    let network = try network(example)
    var options = AnalysisOptions()
    options.draws = 100
    let many = try WindowComparison(of: network, years: 2, options).document.bytes
    options.threads = 1
    #expect(try WindowComparison(of: network, years: 2, options).document.bytes == many)
  }
}

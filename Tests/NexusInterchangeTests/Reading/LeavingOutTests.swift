import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

/// The view without a row against the slow reference: the file read again without its line.
@Suite("A network without a row is what the reader makes of the file without it")
struct LeavingOutTests {
  /// What must agree, by ids and in no order.
  private struct TieFacts: Hashable {
    var ends: [String]
    var isDirected: Bool
    var relation: Relation
    var crimes: [Crime]
    var strength: Double
    var first: Instant?
    var last: Instant?
    var regions: [[Region]]
    var gradings: [Double?]
  }

  private func facts(_ network: Network) -> [TieFacts: Int] {
    var facts: [TieFacts: Int] = [:]
    for tie in network.ties {
      let ends = [tie.source, tie.target].map { network.actors.ids[$0.index] }
      // Without its first row an undirected tie may be read the other way round: the same tie.
      let isSwapped = !tie.isDirected && ends[1] < ends[0]
      let regions = [tie.sourceRegions, tie.targetRegions]
      facts[
        TieFacts(
          ends: isSwapped ? ends.reversed() : ends, isDirected: tie.isDirected, relation: tie.relation,
          crimes: tie.crimes, strength: tie.strength, first: tie.first, last: tie.last,
          regions: (isSwapped ? regions.reversed() : regions) + [tie.places],
          gradings: network.evidence(of: tie).map(\.grading)), default: 0] += 1
    }
    return facts
  }

  private func rows(_ generator: inout SeededGenerator, weighed: Bool) -> [String] {
    (0..<30).map { _ in
      let ends = ["A", "B", "C", "D"].shuffled(using: &generator)
      func pick(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
      return [
        ends[0], ends[1], pick(["finance", "alliance"]), pick(["", "drugs"]),
        weighed ? pick(["1", "2.5", "0.1"]) : "", pick(["2018-01-02", "2018-11-30", "2019-05-06", ""]),
        pick(["", "0.3", "0.9"]), pick(["", "yes"]), pick(["", "", "prediction"]), pick(["", "AF", "TJ"]),
        pick(["", "KZ"]), pick(["", "", "directed"]),
      ].joined(separator: ",")
    }
  }

  @Test("Ties, transfers and presences, over random files", arguments: 1...12 as ClosedRange<UInt64>)
  func rereading(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let weighed = seed % 2 == 0
    let head =
      "source,target,relation,crime,\(weighed ? "strength" : "note"),date,confidence,refutes,kind,source_region,place,directed"
    let rows = rows(&generator, weighed: weighed)
    let folder = try TemporaryFolder()
    let file = try folder.file("ties.csv", ([head] + rows).joined(separator: "\n") + "\n")
    let whole = try DatasetReader().read(file).network
    for row in RowUses(of: whole).rows {
      let line = try #require(Int(whole.rows[row].split(separator: ":").last ?? ""))
      var fewer = rows
      fewer.remove(at: line - 2)
      let other = try folder.file("fewer.csv", ([head] + fewer).joined(separator: "\n") + "\n")
      let reference = try DatasetReader().read(other).network
      let view = whole.leavingOut { $0 == row }
      #expect(facts(view) == facts(reference), "seed \(seed), line \(line)")
      #expect(view.actors.presences.count == reference.actors.presences.count, "seed \(seed), line \(line)")
      #expect(view.actors.count == whole.actors.count)
    }
  }

  @Test("Transfers, presences and crimes go with their row; who the actors are stays")
  func attributes() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file(
      "actors.csv", "id,role,region,crimes\nA,terrorist,AF;TJ,drugs\nB,organised-crime,KZ,arms\n")
    _ = try folder.file("flows.csv", "payer,payee,amount\nA,B,10\nB,A,20\n")
    let whole = try DatasetReader().read(folder.path).network
    let withoutActor = whole.leavingOut { whole.rows[$0] == "actors.csv:2" }
    #expect(withoutActor.actors.presences.map(\.region.code) == ["KZ"])
    #expect(withoutActor.actors.crimes.map(\.crime.word) == ["arms"])
    #expect(withoutActor.actors.roles == whole.actors.roles)
    let withoutTransfer = whole.leavingOut { whole.rows[$0] == "flows.csv:3" }
    #expect(withoutTransfer.transfers.map(\.amount) == [10])
    #expect(withoutTransfer.actors.presences.count == 3)
  }

  @Test("Leaving out nothing changes nothing, leaving out all leaves the actors")
  func extremes() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("m.csv", ",A,B\nA,0,2\nB,2,0\n")
    let whole = try DatasetReader().read(file).network
    #expect(facts(whole.leavingOut { _ in false }) == facts(whole))
    let none = whole.leavingOut { _ in true }
    #expect(none.ties.isEmpty && none.tieEvidence.isEmpty && none.actors.ids == whole.actors.ids)
    // Both rows of the matrix show the tie: it stays without one of them.
    #expect(whole.leavingOut { whole.rows[$0] == "m.csv:2" }.ties.map(\.strength) == [2])
  }
}

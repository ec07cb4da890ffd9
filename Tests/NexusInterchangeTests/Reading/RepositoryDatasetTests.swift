import Foundation
import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("The data sets of the repository are read as their pages say")
struct RepositoryDatasetTests {
  private func read(_ name: String) throws -> Reading {
    try DatasetReader().read(CommandRun.root.appending(path: "datasets/\(name)").path)
  }

  @Test("Every fault planted in the northern corridor ends as FAULTS.md says")
  func plantedFaults() throws {
    let reading = try read("northern-corridor")
    let page = try String(
      contentsOf: CommandRun.root.appending(path: "datasets/northern-corridor/FAULTS.md"), encoding: .utf8)
    let lines = page.split(separator: "\n").map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
    }
    let counts = lines.filter { $0.count == 5 && $0[0].hasSuffix(".csv") }.map {
      $0.dropFirst().compactMap { Int($0) }
    }
    #expect(counts.count == 3)
    let sums = (0..<4).map { column in counts.reduce(0) { $0 + $1[column] } }
    let account = reading.account
    #expect(sums == [account.read, account.used, account.folded, account.rejected])
    let rejected = Set(lines.filter { $0.count == 4 && $0[2] == "rejected" }.map { $0[0] })
    #expect(rejected == Set(reading.rejected.map { "\($0.file):\($0.line)" }))
    let reported = Set(reading.problems.map { "\($0.file):\($0.line)" })
    for line in lines where line.count == 4 && line[3].contains("fails --strict") {
      #expect(reported.contains(line[0]))
    }
    #expect(reading.network.actors.ids.contains("C3"))
    #expect(reading.network.actors.presences.contains { $0.region.code == "NA" })
  }

  @Test("The registry names the instruments that the two documents cite")
  func instruments() throws {
    let network = try read("instruments").network
    let cited = Dictionary(grouping: network.ties) { network.actors.ids[$0.source.index] }
    let documents = cited.values.map { ties in
      Set(
        ties.map { network.actors.ids[$0.target.index] }.filter { $0.hasPrefix("S/RES/") }.map {
          String($0.dropFirst(6).prefix(4))
        })
    }
    // Counted in the letters of 27 June and 21 May 2019 themselves.
    let (note, declaration) = (
      Set(["1373", "2195", "2322", "2331", "2368", "2370", "2388", "2462"]),
      Set([
        "1267", "1373", "1624", "2133", "2195", "2199", "2253", "2322", "2331", "2347", "2354", "2368",
        "2388",
        "2396", "2462",
      ])
    )
    #expect(documents.contains(note) && documents.contains(declaration))
    #expect(note.union(declaration).count == 16)
    #expect(Set(network.actors.ids.filter { $0.hasPrefix("S/PRST/") }).count == 4)
  }
}

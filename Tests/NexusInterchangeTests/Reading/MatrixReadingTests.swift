import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("A square matrix is a network")
struct MatrixReadingTests {
  private func read(_ text: String, _ direction: ReadingOptions.Direction? = nil) throws -> Reading {
    let folder = try TemporaryFolder()
    var options = ReadingOptions()
    options.direction = direction
    return try DatasetReader(options: options).read(folder.file("m.csv", text))
  }

  @Test("Symmetric is undirected, the diagonal is left out, isolates stay")
  func symmetric() throws {
    let reading = try read(",A,B,C\nA,1,2,0\nB,2,0,0\nC,0,0,0\n")
    #expect(reading.network.edgeKind == .undirected)
    #expect(reading.network.ties.map(\.strength) == [2])
    #expect(reading.network.actors.count == 3)
    #expect(reading.account.used == 3)
    #expect(reading.notes.contains { $0.contains("diagonal") })
    #expect(reading.network.tieEvidence.map { reading.network.rows[$0.row] } == ["m.csv:2", "m.csv:3"])
  }

  @Test("Asymmetric is directed with a note that counts the pairs; undirected takes the larger cell")
  func asymmetric() throws {
    let text = "name,A,B,C\nA,0,2,1\nB,3,0,0\nC,0,0,0\n"
    let directed = try read(text)
    #expect(directed.network.ties.map(\.strength) == [2, 1, 3])
    #expect(directed.notes.contains { $0.contains("2 pairs") })
    let undirected = try read(text, .undirected)
    #expect(undirected.network.ties.map(\.strength) == [3, 1])
  }

  @Test("Rows may stand in another order than columns; a bad cell rejects its row with line and column")
  func ordersAndFaults() throws {
    let reading = try read(",A,B,C\nC,1,0,0\nA,0,x,1\nB,0,0,0\n")
    #expect(reading.account.rejected == 1)
    #expect(reading.rejected[0].line == 3 && reading.rejected[0].column == 3)
    #expect(reading.network.actors.count == 3)
  }

  @Test("A label on one side only is named")
  func spelling() {
    #expect { try read(",A,B,C\nA,0,1,1\nB,1,0,1\nD,1,1,0\n") } throws: { "\($0)".contains("\"C\"") }
  }
}

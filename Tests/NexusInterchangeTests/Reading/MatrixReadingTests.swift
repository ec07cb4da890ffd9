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

  @Test("A delimiter at the end of every line makes no column")
  func trailingDelimiter() throws {
    let reading = try read(",A,B,C,\nA,0,1,0,\nB,1,0,1,\nC,0,1,0,\n")
    #expect(reading.network.actors.ids == ["A", "B", "C"])
    #expect(reading.network.ties.count == 2 && reading.account.used == 3 && reading.problems.isEmpty)
  }

  @Test("A name on two columns, a missing row: each is refused by its name")
  func labels() {
    #expect { try read(",A,A,B\nA,0,1,1\nA,1,0,1\nB,1,1,0\n") } throws: {
      "\($0)".contains("\"A\" labels several rows or columns")
    }
    #expect { try read(",A,B,C,D\nA,0,1,0,1\nB,1,0,1,0\nD,1,0,0,0\n") } throws: {
      "\($0)".contains("\"C\" stands on one side only")
    }
  }

  @Test("A label that says no value is no actor: its row is rejected, its column passed over")
  func missingLabel() throws {
    let reading = try read(",A,unknown,B\nA,0,1,2\nunknown,1,0,1\nB,2,1,0\n")
    #expect(reading.network.actors.ids == ["A", "B"])
    #expect(reading.network.ties.map(\.strength) == [2])
    #expect(reading.account.used == 2 && reading.account.rejected == 1)
    #expect(reading.rejected[0].line == 3 && reading.rejected[0].column == 1)
  }

  @Test("A rejected row does not make a symmetric matrix directed")
  func rejectedRow() throws {
    let reading = try read(",A,B,C\nA,0,x,1\nB,1,0,1\nC,1,1,0\n")
    #expect(reading.network.edgeKind == .undirected)
    #expect(reading.network.ties.count == 3 && reading.account.rejected == 1)
  }

  @Test("Numbers are read by the evidence of the whole matrix, as those of a column are")
  func decimalCommas() throws {
    let semicolons = try read(";A;B\nA;0;1,234\nB;1,234;0\n")
    #expect(semicolons.network.ties.map(\.strength) == [1.234])
    #expect(semicolons.notes.contains { $0.contains("cells like 1,200 were read as 1.2") })
    #expect(try read(";A;B\nA;0,5;1.234\nB;1.234;0\n").network.ties.map(\.strength) == [1234])
  }
}

import Foundation
import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

/// Files as published, which lie beside the project; skipped where they are absent.
@Suite("Published files are read as their authors meant them", .enabled(if: ReferenceData.isPresent))
struct ReferenceReadingTests {
  private func read(_ file: String, direction: ReadingOptions.Direction? = nil) throws -> Reading {
    var options = ReadingOptions()
    options.direction = direction
    return try DatasetReader(options: options).read(ReferenceData.folder.appending(path: file).path)
  }

  @Test("Krebs: zero-padded ids, no header, reciprocal rows")
  func krebs() throws {
    let reading = try read("krebs_911_62/raw/terrorists.csv")
    let graph = reading.network.graph()
    #expect(graph.vertexCount == 62)
    #expect(graph.edgeCount == 153)
    #expect(!graph.isDirected)
    #expect(graph.outgoing.strengths.allSatisfy { $0 == 1 })
    #expect(reading.network.actors.ids.first == "01")
    #expect(reading.account.used == 153)
    #expect(reading.account.reciprocal == reading.account.read - 153)
  }

  @Test("November 17: a matrix with a blank first header, slightly asymmetric")
  func november17() throws {
    let asRead = try read("november17/raw/RHODESBOMBING.csv")
    #expect(asRead.network.edgeKind == .directed)
    let undirected = try read("november17/raw/RHODESBOMBING.csv", direction: .undirected).network.graph()
    #expect(undirected.vertexCount == 22)
    #expect(undirected.edgeCount == 66)
  }

  @Test("London gang: a symmetric matrix of strengths 1 to 4")
  func londonGang() throws {
    let graph = try read("london_gang/raw/matrix.csv").network.graph()
    let oracle = try Oracle("london_gang")
    #expect(!graph.isDirected)
    #expect(graph.edgeCount == 315)
    #expect(graph.outgoing.strengths.reduce(0, +) == oracle.graph.outgoing.strengths.reduce(0, +))
  }

  @Test("Caviar: directed ties with strengths, and one quoted matrix a phase")
  func caviar() throws {
    let graph = try read("caviar_phases/edges.csv", direction: .directed).network.graph()
    #expect(graph.vertexCount == 107)
    #expect(graph.edgeCount == 303)
    let phase = try read("caviar_phases/raw/phase1.csv").network.graph()
    #expect(phase.isDirected)
    #expect(phase.vertexCount == 15)
  }

  @Test("Odd files are read with every row accounted for, or refused in one sentence")
  func oddFiles() throws {
    for file in [
      "null.csv", "utf-16le_encoded.csv", "weird_head_padding.csv", "utf8bom.csv", "spanish_chars.csv",
    ] {
      do {
        let reading = try read("csv-torture/odd/\(file)")
        #expect(
          reading.account.read == reading.account.used + reading.account.folded + reading.account.rejected)
      } catch let error as ReadingError {
        #expect(!error.description.contains("\n"))
      }
    }
  }
}

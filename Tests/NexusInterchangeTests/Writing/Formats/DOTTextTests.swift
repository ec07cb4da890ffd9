import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("DOT for Graphviz and other programs")
struct DOTTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func text(_ csv: String) throws -> String {
    var options = ReadingOptions()
    options.otherValues = .keep
    let reading = try DatasetReader(options: options).read(try folder.file("t.csv", csv))
    let result = reading.network.converted(to: .dot, otherValues: reading.otherValues)
    return String(decoding: result.files[0].bytes, as: UTF8.self)
  }

  @Test("Nodes and edges with all that rows say, under names that are none of Graphviz's")
  func content() throws {
    #expect(
      try text("source,target,directed,relation,image\nA,B,directed,kinship,/etc/passwd\nB,C,,,\n") == """
        digraph "t" {
          "A" [label="A", "data.name"="A"];
          "B" [label="B", "data.name"="B"];
          "C" [label="C", "data.name"="C"];
          "A" -> "B" [dir=forward, "data.relation"="kinship", "data.image"="/etc/passwd", "data.nexus_row"="t.csv:2", "data.directed"="true"];
          "B" -> "C" [dir=none, "data.nexus_row"="t.csv:3", "data.directed"="false"];
        }

        """)
  }

  @Test("No name ends its quotation")
  func hostile() throws {
    let rows = HostileNames.all.map { "\"\($0.replacing("\"", with: "\"\""))\",hub" }.joined(separator: "\n")
    var isQuoted = false
    var isEscaped = false
    var outside = ""
    for scalar in try text("source,target\n\(rows)\n").unicodeScalars {
      if scalar == "\"", !isEscaped { isQuoted.toggle() }
      if !isQuoted { outside.unicodeScalars.append(scalar) }
      isEscaped = scalar == "\\" && !isEscaped
    }
    #expect(
      !isQuoted && !outside.contains("script") && !outside.contains("HYPERLINK") && !outside.contains("rank"))
  }
}

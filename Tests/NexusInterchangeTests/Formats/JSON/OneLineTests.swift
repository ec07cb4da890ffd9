import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Of a document that is one line, results cite the column too")
struct OneLineTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("Rows of node-link, Cytoscape and STIX in one line; in several lines the line tells enough")
  func columns() throws {
    let text =
      #"{"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "b"}, {"source": "b", "target": ""}]}"#
    let reading = try folder.reading("n.json", text)
    #expect(reading.places == ["n.json:1:36"])
    let rejected = try #require(reading.rejected.first)
    #expect((rejected.line, rejected.column ?? 0) == (1, 68))
    #expect(reading.problems[0].description.hasPrefix("n.json:1:68: the target is missing"))
    #expect(
      try folder.reading("t.json", text + "\n").places
        == ["n.json:1:36"].map { $0.replacing("n.", with: "t.") })
    let lines = try folder.reading("l.json", text.replacing("}, {", with: "},\n{"))
    #expect(lines.places == ["l.json:1"] && lines.rejected[0].column == nil)
    let cytoscape = try folder.reading(
      "c.json", #"[{"data": {"id": "a"}}, {"data": {"source": "a", "target": "b"}}]"#)
    #expect(cytoscape.places == ["c.json:1:25"])
  }
}

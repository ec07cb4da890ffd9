import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("What graph formats say of an edge or node beyond their own words")
struct GraphItemsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A value directed of an edge comes before the direction of the graph")
  func direction() throws {
    let reading = try folder.reading(
      "g.json",
      """
      {"directed": true, "nodes": [{"id": "a"}, {"id": "b"}], "edges": [
        {"source": "a", "target": "b", "directed": false, "relation": "kinship"},
        {"source": "a", "target": "b", "directed": "undirected", "relation": "finance"},
        {"source": "a", "target": "b", "directed": "perhaps", "relation": "command"},
        {"source": "a", "target": "b"}]}
      """)
    #expect(reading.links == ["a - b 1.0 kinship", "a - b 1.0 finance", "a > b 1.0 command", "a > b 1.0"])
    #expect(reading.account.used == 6 && reading.account.rejected == 0)
  }

  @Test("Statements of a node are further rows of its actor; what only begins like them stays a value")
  func statements() throws {
    let reading = try folder.reading(
      "g.graphml",
      """
      <graphml><key id="s" attr.name="statements"/><graph>
      <node id="a"><data key="s">[{"region": "AF:0.8", "origin": "Post"}, {"id": "b", "crimes": "drugs"}]</data></node>
      <node id="b"><data key="s">[1] of 3</data></node>
      <node id="c"><data key="s">[1, 2]</data></node></graph></graphml>
      """)
    #expect(reading.network.actors.ids == ["a", "b", "c"])
    #expect(reading.network.actors.presences.map { $0.region.code } == ["AF"])
    #expect(reading.network.actors.presences[0].evidence.grading == 0.8)
    #expect(reading.network.actors.crimes.map { reading.id($0.actor) } == ["a"])
    #expect(reading.account.read == 5 && reading.account.merged == 2)
    #expect(reading.notes.contains { $0.contains("does not use: statements") })
  }

  @Test("The dates that are values of an edge come before its days in GEXF")
  func days() throws {
    let reading = try folder.reading(
      "g.gexf",
      """
      <gexf><graph><attributes class="edge"><attribute id="0" title="date"/></attributes>
      <nodes><node id="a"/><node id="b"/></nodes><edges>
      <edge source="a" target="b" start="2019-01-01" end="2019-12-31"><attvalues><attvalue for="0" value="2019"/>
      </attvalues></edge>
      <edge source="b" target="a" start="2020-01-01" end="2020-12-31"/></edges></graph></gexf>
      """)
    #expect(reading.network.ties.map { $0.first?.description } == ["2019", "2020-01-01"])
    #expect(reading.network.ties.map { $0.last?.description } == ["2019", "2020-12-31"])
  }

  @Test("Broken rows of nexus in an entity leave the entity what its own words say")
  func brokenStatement() throws {
    let reading = try folder.reading(
      "e.json",
      """
      {"id": "p", "schema": "Person", "properties": {"name": ["Ann"]}, "nexus": {"record": "actor", "rows": 5}}
      {"id": "q", "schema": "Person", "properties": {"name": ["Bo"]}, "nexus": {"record": "other", "rows": []}}
      {"id": "x", "schema": "Person", "properties": {}, "nexus": {"record": "actor", "rows": [{"id": "Cy", "role": "state"}]}}
      {"id": "u", "schema": "UnknownLink", "properties": {"subject": ["p"], "object": ["x"]}}
      """)
    #expect(
      reading.network.actors.ids == ["p", "q", "Cy"] && reading.network.actors.names == ["Ann", "Bo", "Cy"])
    #expect(reading.links == ["p - Cy 1.0"])
  }
}

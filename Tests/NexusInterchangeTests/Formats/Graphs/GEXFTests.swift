import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("GEXF is read as its writers mean it")
struct GEXFTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func document(_ graph: String) -> String {
    "<gexf version=\"1.3\">\n<graph defaultedgetype=\"directed\">\n\(graph)</graph></gexf>"
  }

  @Test("NetworkX: ids, labels, values by title, strengths")
  func networkX() throws {
    // networkx 3.6.1: write_gexf of a DiGraph
    let reading = try folder.reading("n.gexf", networkXDocument)
    #expect(reading.network.actors.ids == ["a", "b", "iso"])
    #expect(reading.network.actors.names == ["Abu A", "b", "iso"])
    #expect(reading.network.actors.roles[0] == .terrorist)
    #expect(reading.links == ["a > b 2.5 kinship", "b > a 1.0"])
    #expect(reading.places == ["n.gexf:32", "n.gexf:37"])
    #expect(reading.account.read == 5 && reading.account.used == 5)
    #expect(reading.files[0].format == .gexf)
  }

  @Test("Kinds are relations, start and end are dates, a type of its own decides the direction")
  func edges() throws {
    let reading = try folder.reading(
      "e.gexf",
      document(
        """
        <edges>
        <edge source="a" target="b" type="undirected" kind="kinship" start="2019-05-21" end="2020-01-02T00:00:00Z"/>
        <edge source="a" target="c" type="mutual" label="met"/>
        <edge source="b" target="c" start="3.5" end="2021"/>
        </edges>
        """))
    #expect(reading.links == ["a - b 1.0 kinship", "a - c 1.0", "b > c 1.0"])
    #expect(reading.network.ties[0].first?.description == "2019-05-21")
    #expect(reading.network.ties[0].last?.description == "2020-01-02T00:00:00Z")
    #expect(reading.network.ties[2].last?.description == "2021")
    #expect(reading.problems.isEmpty)
    #expect(reading.notes.contains { $0.contains("label") && $0.contains("start step") })
  }

  @Test("Defaults fill in, of values in time the first counts, nodes inside nodes are read")
  func nodes() throws {
    let reading = try folder.reading(
      "d.gexf",
      document(
        """
        <attributes class="node" mode="dynamic"><attribute id="0" title="role"><default>victim</default></attribute>
        <attribute id="1" title="region"/></attributes>
        <nodes><node id="1" label="Ann"><viz:color r="1"/><attvalues><attvalue id="0" value="state" start="1"/>
        <attvalue id="0" value="terrorist" start="2"/><attvalue for="1" value="AF"/></attvalues>
        <nodes><node id="2" label="Bob"/></nodes></node></nodes>
        """))
    #expect(reading.network.actors.names == ["Ann", "Bob"])
    #expect(reading.network.actors.roles == [.state, .victim])
    #expect(reading.network.actors.presences.map(\.region.code) == ["AF"])
    #expect(reading.notes.contains { $0.contains("1 values change in time") })
    #expect(reading.notes.contains { $0.contains("1 nodes inside nodes") })
    #expect(reading.files[0].shape == .actors)
  }

  @Test("Rows without an end are rejected, broken documents refused")
  func broken() throws {
    let reading = try folder.reading(
      "r.gexf",
      document(
        "<edges><edge target='b'/>\n<edge source='a' target='b' weight='-1'/><edge source='a' target='b'/></edges>"
      ))
    #expect(reading.rejected.map(\.line) == [3, 4] && reading.account.used == 1)
    #expect(reading.problems[1].message.contains("is negative"))
    #expect(try folder.refusal("a.gexf", "<gexf/>").contains("holds no <graph>"))
    #expect(
      try folder.refusal("b.gexf", document("<nodes>")).contains(
        "b.gexf:3:8: </graph> closes <nodes> of line 3"))
    #expect(try folder.refusal("c.gexf", document("<nodes/>")).contains("holds no actor and no tie"))
  }
}

private let networkXDocument = """
  <?xml version='1.0' encoding='utf-8'?>
  <gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
    <meta lastmodifieddate="2026-11-22">
      <creator>NetworkX 3.6.1</creator>
    </meta>
    <graph defaultedgetype="directed" mode="static" name="">
      <attributes mode="static" class="edge">
        <attribute id="4" title="relation" type="string" />
      </attributes>
      <attributes mode="static" class="node">
        <attribute id="0" title="name" type="string" />
        <attribute id="1" title="role" type="string" />
        <attribute id="2" title="age" type="long" />
        <attribute id="3" title="region" type="string" />
      </attributes>
      <nodes>
        <node id="a" label="a">
          <attvalues>
            <attvalue for="0" value="Abu A" />
            <attvalue for="1" value="terrorist" />
            <attvalue for="2" value="31" />
          </attvalues>
        </node>
        <node id="b" label="b">
          <attvalues>
            <attvalue for="3" value="AF" />
          </attvalues>
        </node>
        <node id="iso" label="iso" />
      </nodes>
      <edges>
        <edge source="a" target="b" id="0" weight="2.5">
          <attvalues>
            <attvalue for="4" value="kinship" />
          </attvalues>
        </edge>
        <edge source="b" target="a" id="1" />
      </edges>
    </graph>
  </gexf>
  """

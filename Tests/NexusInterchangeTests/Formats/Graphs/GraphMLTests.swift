import Foundation
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("GraphML is read as its writers mean it")
struct GraphMLTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A document with one graph of these elements.
  private func document(keys: String = "", _ graph: String) -> String {
    "<?xml version='1.0'?>\n<graphml>\(keys)<graph edgedefault=\"undirected\">\n\(graph)</graph></graphml>"
  }

  @Test("NetworkX: ids, values by name, direction of the graph, isolates")
  func networkX() throws {
    // networkx 3.6.1: write_graphml of a DiGraph
    let reading = try folder.reading("n.graphml", networkXDocument)
    #expect(reading.network.actors.ids == ["a", "b", "iso"])
    #expect(reading.network.actors.names == ["Abu A", "b", "iso"])
    #expect(reading.network.actors.roles == [.terrorist, .unknown, .unknown])
    #expect(reading.network.actors.presences.map(\.region.code) == ["AF"])
    #expect(reading.links == ["a > b 2.5 kinship", "b > a 1.0"])
    #expect(reading.places == ["n.graphml:19", "n.graphml:23"])
    #expect(reading.account.read == 5 && reading.account.used == 5)
    #expect(
      reading.files[0].format == .graphML && reading.files[0].shape == .ties && reading.files[0].rows == 5)
    #expect(reading.files[0].delimiter == nil)
    #expect(reading.notes.contains { $0.contains("age") })
  }

  @Test("NetworkX: parallel edges of an undirected graph add up, a self-tie is folded")
  func multigraph() throws {
    // networkx 3.6.1: write_graphml of a MultiGraph
    let reading = try folder.reading("m.graphml", multigraphDocument)
    #expect(reading.links == ["a - b 3.0"])
    #expect(reading.account.used == 4 && reading.account.selfTies == 1)
  }

  @Test("igraph: the value name is the id, where each node has one of its own")
  func igraph() throws {
    // python-igraph 1.0.0: Graph.write_graphml
    let reading = try folder.reading("i.graphml", igraphDocument)
    #expect(reading.network.actors.ids == ["Ann", "Bob", "Cy"])
    #expect(reading.links == ["Ann - Bob 1.0", "Bob - Cy 3.0"])
    let twice = try folder.reading("t.graphml", igraphDocument.replacing(">Cy<", with: ">Ann<"))
    #expect(twice.network.actors.ids == ["n0", "n1", "n2"])
    #expect(twice.network.actors.names == ["Ann", "Bob", "Ann"])
    #expect(twice.notes.contains { $0.contains("not every node has a name of its own") })
  }

  @Test("Gephi: labels are names, an edge may point on its own, defaults fill in")
  func gephi() throws {
    let reading = try folder.reading(
      "g.graphml",
      document(
        keys: """
          <key attr.name="label" attr.type="string" for="node" id="label"/>
          <key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
          <key attr.name="role" for="node" id="r"><default>victim</default></key>
          <key attr.name="relation" for="all" id="rel"><default>kinship</default></key>
          """,
        """
        <node id="1"><data key="label">Ann</data></node>
        <node id="2"><data key="r">state</data></node>
        <edge id="0" source="1" target="2" directed="true"><data key="edgelabel">sister</data></edge>
        <edge source="2" target="3"/>
        """))
    #expect(reading.network.actors.ids == ["1", "2", "3"] && reading.network.actors.names[0] == "Ann")
    #expect(reading.network.actors.roles == [.victim, .state, .unknown])
    #expect(reading.links == ["1 > 2 1.0 kinship", "2 - 3 1.0 kinship"])
    #expect(reading.notes.contains { $0.contains("Edge Label") })
    var options = ReadingOptions()
    options.columns = [.relation: "Edge Label"]
    let mapped = try DatasetReader(options: options).read(folder.url.appending(path: "g.graphml").path)
    #expect(mapped.links[0] == "1 > 2 1.0 sister")
  }

  @Test("yEd: names are in the drawing, groups are read flat, ports are passed over")
  func yEd() throws {
    let reading = try folder.reading(
      "y.graphml",
      document(
        keys:
          "<key for=\"node\" id=\"d6\" yfiles.type=\"nodegraphics\"/><key for=\"graphml\" id=\"d7\" yfiles.type=\"resources\"/>",
        """
        <node id="n0"><data key="d6"><y:ShapeNode><y:Fill color="#FFCC00"/><y:NodeLabel>Ann <y:LabelModel/></y:NodeLabel>
        <y:Shape type="rectangle"/></y:ShapeNode></data><port name="p"/></node>
        <node id="n1" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers><y:GroupNode>
        <y:NodeLabel>Cell</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
        <graph edgedefault="directed" id="n1:"><node id="n1::n0"/><edge source="n1::n0" target="n0"/></graph></node>
        <edge source="n0" target="n1"/>
        """))
    #expect(reading.network.actors.ids == ["n0", "n1", "n1::n0"])
    #expect(reading.network.actors.names == ["Ann", "Cell", "n1::n0"])
    #expect(reading.links == ["n1::n0 > n0 1.0", "n0 - n1 1.0"])
    #expect(reading.notes.contains { $0.contains("1 graphs inside nodes") })
    #expect(reading.notes.contains { $0.contains("1 ports") })
  }

  @Test("Edges with an amount are transfers, hyperedges are counted, further graphs are told")
  func transfers() throws {
    let keys = "<key id='a' for='edge' attr.name='amount'/><key id='c' for='edge' attr.name='currency'/>"
    let edges =
      "<edge source='x' target='y'><data key='a'>1200.50</data><data key='c'>eur</data></edge><edge source='y' target='x'/>"
    let text = document(keys: keys, edges + "<hyperedge><endpoint node='x'/></hyperedge>")
    let reading = try folder.reading(
      "f.graphml", text.replacing("</graphml>", with: "<graph id='later'><node id='z'/></graph></graphml>"))
    #expect(reading.links == ["y - x 1.0", "x pays y 1200.5 EUR"])
    #expect(reading.account.passedOver == 1 && reading.account.folded == 1 && reading.account.read == 3)
    #expect(reading.notes.contains { $0.contains("holds 2 graphs, of which the first was read, not later") })
    #expect(reading.files[0].shape == .flows)
  }

  @Test(
    "Rows that cannot be used are rejected with their line; values called like our columns are kept apart")
  func rejected() throws {
    let reading = try folder.reading(
      "r.graphml",
      document(
        keys: "<key id='i' for='node' attr.name='id'/><key id='w' for='edge' attr.name='weight'/>",
        """
        <node id="a"><data key="i">other</data></node><node/>
        <edge source="a"/>
        <edge source="a" target="b"><data key="w">heavy</data></edge>
        <edge source="a" target="Unknown"/>
        <edge source="a" target="c"><data key="w">2</data></edge>
        """))
    #expect(reading.network.actors.ids == ["a", "c"])
    #expect(reading.rejected.map(\.line) == [3, 4, 5, 6] && reading.rejected.allSatisfy { $0.column == nil })
    #expect(reading.problems[1].description.hasPrefix("r.graphml:4: the target is missing."))
    #expect(reading.notes.contains { $0.contains("id (value)") })
  }

  @Test("A broken document is refused whole, in one sentence with its place")
  func broken() throws {
    #expect(
      try folder.refusal("a.graphml", "<graphml/>").contains(
        "a.graphml: the GraphML document holds no <graph>"))
    #expect(
      try folder.refusal("b.graphml", document("<node id='a'>")).hasPrefix(
        "b.graphml:3:14: </graph> closes <node>"))
    #expect(try folder.refusal("c.graphml", document(keys: "<key/>", "")).contains(":2: a <key> has no id"))
    #expect(
      try folder.refusal("d.graphml", document("<node id='a'><data>1</data></node>")).contains(
        "which key it is of"))
    #expect(try folder.refusal("e.graphml", document("")).contains("holds no actor and no tie"))
    #expect(
      try folder.refusal("f.graphml", "<!DOCTYPE graphml [<!ENTITY a 'b'>]><graphml/>").contains(
        "exhaust memory"))
    #expect(
      try folder.refusal("g.xml", "<svg/>").contains(
        "an XML document of a kind, which nexus does not read yet"))
  }

  @Test(
    "Any file name will do, a .gz too; bytes that are not UTF-8 are Windows-1252 unless the document says otherwise"
  )
  func recognition() throws {
    let text =
      "<?xml version='1.0' encoding='ENC'?>\n<!-- <gexf> --><graphml><graph><node id='caf\u{E9}'/></graph></graphml>"
    #expect(
      try folder.reading("x.csv", text.replacing("ENC", with: "UTF-8")).network.actors.ids == ["caf\u{E9}"])
    let latin = text.replacing("ENC", with: "ISO-8859-1").unicodeScalars.map { UInt8($0.value) }
    #expect(try DatasetReader().read(try folder.file("l.xml", latin)).network.actors.ids == ["caf\u{E9}"])
    let other = text.replacing("ENC", with: "windows-1251").unicodeScalars.map { UInt8($0.value) }
    #expect(throws: ReadingError.self) { try DatasetReader().read(try folder.file("o.xml", other)) }
  }
}

private let networkXDocument = """
  <?xml version='1.0' encoding='utf-8'?>
  <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
    <key id="d5" for="edge" attr.name="relation" attr.type="string" />
    <key id="d4" for="edge" attr.name="weight" attr.type="double" />
    <key id="d3" for="node" attr.name="region" attr.type="string" />
    <key id="d2" for="node" attr.name="age" attr.type="long" />
    <key id="d1" for="node" attr.name="role" attr.type="string" />
    <key id="d0" for="node" attr.name="name" attr.type="string" />
    <graph edgedefault="directed">
      <node id="a">
        <data key="d0">Abu A</data>
        <data key="d1">terrorist</data>
        <data key="d2">31</data>
      </node>
      <node id="b">
        <data key="d3">AF</data>
      </node>
      <node id="iso" />
      <edge source="a" target="b">
        <data key="d4">2.5</data>
        <data key="d5">kinship</data>
      </edge>
      <edge source="b" target="a" />
    </graph>
  </graphml>
  """

private let multigraphDocument = """
  <?xml version='1.0' encoding='utf-8'?>
  <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
    <key id="d0" for="edge" attr.name="weight" attr.type="long" />
    <graph edgedefault="undirected">
      <node id="a" />
      <node id="b" />
      <edge source="a" target="b" id="0">
        <data key="d0">1</data>
      </edge>
      <edge source="a" target="b" id="1">
        <data key="d0">2</data>
      </edge>
      <edge source="b" target="b" id="0" />
    </graph>
  </graphml>
  """

private let igraphDocument = """
  <?xml version="1.0" encoding="UTF-8"?>
  <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
           xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
           http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <!-- Created by igraph -->
    <key id="v_name" for="node" attr.name="name" attr.type="string"/>
    <key id="v_role" for="node" attr.name="role" attr.type="string"/>
    <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
    <graph id="G" edgedefault="undirected">
      <node id="n0">
        <data key="v_name">Ann</data>
        <data key="v_role">terrorist</data>
      </node>
      <node id="n1">
        <data key="v_name">Bob</data>
        <data key="v_role">victim</data>
      </node>
      <node id="n2">
        <data key="v_name">Cy</data>
        <data key="v_role"></data>
      </node>
      <edge source="n0" target="n1">
        <data key="e_weight">1</data>
      </edge>
      <edge source="n1" target="n2">
        <data key="e_weight">3</data>
      </edge>
    </graph>
  </graphml>
  """

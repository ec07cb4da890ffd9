import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Node-link and Cytoscape JSON are read as their writers mean them")
struct GraphJSONTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("NetworkX: node-link data of a directed graph, with edges")
  func nodeLink() throws {
    // networkx 3.6.1: json.dumps(node_link_data(DiGraph), indent=1)
    let reading = try folder.reading(
      "n.json",
      """
      {
       "directed": true,
       "multigraph": false,
       "graph": {},
       "nodes": [
        {
         "name": "Abu A",
         "role": "terrorist",
         "age": 31,
         "id": "a"
        },
        {
         "region": "AF",
         "id": "b"
        },
        {
         "id": "iso"
        }
       ],
       "edges": [
        {
         "weight": 2.5,
         "relation": "kinship",
         "source": "a",
         "target": "b"
        },
        {
         "source": "b",
         "target": "a"
        }
       ]
      }
      """)
    #expect(reading.network.actors.ids == ["a", "b", "iso"] && reading.network.actors.names[0] == "Abu A")
    #expect(reading.network.actors.roles[0] == .terrorist)
    #expect(reading.network.actors.presences.map(\.region.code) == ["AF"])
    #expect(reading.links == ["a > b 2.5 kinship", "b > a 1.0"])
    #expect(reading.places == ["n.json:21", "n.json:27"])
    #expect(reading.account.used == 5 && reading.files[0].format == .nodeLink)
  }

  @Test("NetworkX: a multigraph with links; edges before nodes; lists; numbers as ids")
  func links() throws {
    // networkx 3.6.1: json.dumps(node_link_data(MultiGraph, edges="links"))
    let multi = try folder.reading(
      "m.json",
      """
      {"directed": false, "multigraph": true, "graph": {}, "nodes": [{"id": "a"}, {"id": "b"}], "links": \
      [{"weight": 1, "source": "a", "target": "b", "key": 0}, {"weight": 2, "source": "a", "target": "b", "key": 1}, \
      {"source": "b", "target": "b", "key": 0}]}
      """)
    #expect(multi.links == ["a - b 3.0"] && multi.account.selfTies == 1)
    let reading = try folder.reading(
      "e.json",
      """
      {"links": [{"source": 1, "target": 12345678901234567890}], "nodes": [{"id": 1, "region": ["AF", "TJ"]},
      {"id": 12345678901234567890, "seen": {"first": 1}}], "directed": true}
      """)
    #expect(reading.network.actors.ids == ["1", "12345678901234567890"])
    #expect(reading.links == ["1 > 12345678901234567890 1.0"])
    #expect(reading.network.actors.presences.map(\.region.code) == ["AF", "TJ"])
    #expect(reading.notes.contains { $0.contains("seen.first") })
  }

  @Test("D3: nodes without ids go by name, and ends are their positions")
  func positions() throws {
    let reading = try folder.reading(
      "d.json",
      """
      {"nodes": [{"name": "Ann", "group": 1}, {"name": "Bob"}, {}],
      "links": [{"source": 0, "target": 1, "value": 4}, {"source": 1, "target": 2}, {"source": 1, "target": 9}]}
      """)
    #expect(reading.network.actors.ids == ["Ann", "Bob"])
    #expect(reading.links == ["Ann - Bob 4.0"])
    #expect(reading.rejected.map(\.line) == [1, 2, 2] && reading.account.read == 6)
  }

  @Test("NetworkX: Cytoscape data, with elements by kind")
  func cytoscape() throws {
    // networkx 3.6.1: json.dumps(cytoscape_data(DiGraph))
    let reading = try folder.reading(
      "c.json",
      """
      {"data": [], "directed": true, "multigraph": false, "elements": {"nodes": [{"data": {"name": "Abu A", "role": \
      "terrorist", "age": 31, "id": "a", "value": "a"}}, {"data": {"region": "AF", "id": "b", "value": "b", "name": \
      "b"}}, {"data": {"id": "iso", "value": "iso", "name": "iso"}}], "edges": [{"data": {"weight": 2.5, "relation": \
      "kinship", "source": "a", "target": "b"}}, {"data": {"source": "b", "target": "a"}}]}}
      """)
    #expect(reading.network.actors.ids == ["a", "b", "iso"] && reading.network.actors.names[0] == "Abu A")
    #expect(reading.links == ["a > b 2.5 kinship", "b > a 1.0"])
    #expect(reading.files[0].format == .cytoscape && reading.account.used == 5)
  }

  @Test("Cytoscape.js: a list of elements, told apart by group or ends; interactions are relations")
  func elements() throws {
    let list = """
      [{"group": "nodes", "data": {"id": "a", "label": "Ann"}, "position": {"x": 1}},
      {"data": {"id": "e", "source": "a", "target": "b", "interaction": "kinship"}}]
      """
    for text in [list, "{\"elements\": \(list), \"style\": [{\"selector\": \"node\"}]}"] {
      let reading = try folder.reading("l.json", text)
      #expect(reading.network.actors.ids == ["a", "b"] && reading.network.actors.names[0] == "Ann")
      #expect(reading.links == ["a - b 1.0 kinship"])
    }
  }

  @Test("Broken and foreign documents are refused in one sentence with their place")
  func broken() throws {
    #expect(try folder.refusal("a.json", "{\"nodes\": [1]}").contains("a.json:1: a node is no object"))
    #expect(try folder.refusal("b.json", "{\"nodes\": [], \"links\": [[]]}").contains("an edge is no object"))
    #expect(try folder.refusal("c.json", "{\"nodes\": [}").contains("c.json:1:12: this is no value of JSON"))
    #expect(try folder.refusal("d.json", "{\"nodes\": {}}").contains("an array [ ] is expected here"))
    #expect(try folder.refusal("e.json", "{\"nodes\": []} {}").contains("follows the end of the document"))
    #expect(try folder.refusal("f.json", "{\"elements\": [{}]}").contains("no object \"data\""))
    #expect(try folder.refusal("g.json", "{\"nodes\": []}").contains("holds no actor and no tie"))
    #expect(
      try folder.refusal("h.json", "{\"a\": 1}").contains(
        "a JSON document of a kind, which nexus does not read"))
    #expect(try folder.refusal("i.json", "[{\"a\": 1}]").contains("a JSON document of a kind"))
    #expect(
      try folder.refusal("j.json", String(repeating: "{\"a\":", count: 100_000)).contains(
        "more than 256 deep"))
  }
}

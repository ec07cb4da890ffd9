import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Pajek networks are read as their writers mean them")
struct PajekTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("NetworkX: labels are ids, words in pairs are columns, arcs point")
  func networkX() throws {
    // networkx 3.6.1: write_pajek of a MultiDiGraph
    let reading = try folder.reading(
      "n.net",
      """
      *vertices 3
      1 a 0.0 0.0 ellipse name "Abu A" role terrorist
      2 b 0.0 0.0 ellipse region AF
      3 iso 0.0 0.0 ellipse
      *arcs
      1 2 2.5 relation kinship
      2 1 1.0
      """)
    #expect(reading.network.actors.ids == ["a", "b", "iso"] && reading.network.actors.names[0] == "Abu A")
    #expect(reading.network.actors.roles[0] == .terrorist)
    #expect(reading.network.actors.presences.map(\.region.code) == ["AF"])
    #expect(reading.links == ["a > b 2.5 kinship", "b > a 1.0"])
    #expect(reading.places == ["n.net:6", "n.net:7"])
    #expect(reading.files[0].format == .pajek && reading.account.used == 5)
  }

  @Test("igraph: quoted labels, undirected edges with strengths")
  func igraph() throws {
    // python-igraph 1.0.0: Graph.write_pajek
    let reading = try folder.reading(
      "i.net", "*Vertices 3\r\n1 \"Ann\"\r\n2 \"Bob\"\r\n3 \"Cy\"\r\n*Edges\r\n1 2 1\r\n2 3 3\r\n")
    #expect(reading.network.actors.ids == ["Ann", "Bob", "Cy"])
    #expect(reading.links == ["Ann - Bob 1.0", "Bob - Cy 3.0"])
  }

  @Test("Lists, relations of sections, comments, vertices that nobody lists, labels that repeat")
  func sections() throws {
    let reading = try folder.reading(
      "s.net",
      """
      % made by hand
      *Network two kinds
      *Vertices 5
      1 "Ali" ic Red
      2 "Ali"

      *Arcs :1 "kinship"
      1 2 1 l "cousin"
      *Edges
      2 3
      *Arcslist
      3 4 5
      *Edgeslist
      5 1
      """)
    #expect(reading.network.actors.ids == ["1", "2", "3", "4", "5"])
    #expect(reading.network.actors.names == ["Ali", "Ali", "3", "4", "5"])
    #expect(
      reading.links == ["1 > 2 1.0 kinship", "2 - 3 1.0", "3 > 4 1.0", "3 > 5 1.0", "5 - 1 1.0"])
    #expect(reading.notes.contains { $0.contains("labels repeat") })
    #expect(reading.notes.contains { $0.contains("2 words of drawing") })
    #expect(reading.account.read == 10)
  }

  @Test("A matrix is a network by the rules of matrices; partitions are named, a second network is not read")
  func matrices() throws {
    let head = "*Vertices 3\n1 a\n2 b\n3 c\n*Matrix\n"
    let symmetric = try folder.reading(
      "m.net", head + "0 1 0\n1 0 2.5\n0 2.5 0\n*Partition p\n*Vertices 3\n1\n2\n1\n")
    #expect(symmetric.links == ["a - b 1.0", "b - c 2.5"])
    #expect(symmetric.places.contains("m.net:6") && symmetric.places.contains("m.net:7"))
    #expect(symmetric.notes.contains { $0.contains("does not read: *Partition") })
    let directed = try folder.reading(
      "d.paj", "*Network a\n" + head + "0 1 0\n0 0 2\n0 2 0\n*Network b\n*Vertices 9\n")
    #expect(directed.links == ["a > b 1.0", "b > c 2.0", "c > b 2.0"])
    #expect(directed.notes.contains { $0.contains("several networks, of which the first was read, not b") })
    let odd = try folder.reading("o.net", head + "0 1 0\n1 0 x\n0 1 0\n")
    #expect(odd.rejected.map(\.line) == [7] && odd.rejected[0].column == nil)
  }

  @Test(
    "A two-mode network: the first vertices are actors, the others events, whatever the order of the ends")
  func twoMode() throws {
    let head = "*Vertices 5 3\n1 \"ann\"\n2 \"bob\"\n3 \"cy\"\n4 \"e1\"\n5 \"e2\"\n"
    for body in ["*Edges\n1 4\n4 2 1\n2 5\n3 5 2\n", "*Matrix\n1 0\n1 1\n0 2\n"] {
      let reading = try folder.reading("m.net", head + body)
      #expect(reading.links == ["ann - bob 1.0", "bob - cy 1.0"], "\(body)")
      #expect(reading.network.actors.ids == ["ann", "bob", "cy"])
    }
    var options = ReadingOptions()
    options.twoMode = .keep
    let kept = try folder.reading("k.net", head + "*Edges\n1 4\n3 5 2\n", options)
    #expect(kept.links == ["ann - e1 1.0", "cy - e2 2.0"])
    #expect(try folder.refusal("b.net", head + "*Edges\n1 2\n").hasPrefix("b.net:8: in a two-mode network"))
    #expect(try folder.refusal("c.net", "*Vertices 3 4\n").hasPrefix("c.net:1: of 3 vertices, 4 cannot be"))
    #expect(try folder.refusal("d.net", head + "*Matrix\n1 0\n").hasPrefix("d.net:8: the matrix has 1 rows"))
  }

  @Test("Strengths that are negative or no numbers reject their row, with the line")
  func rejected() throws {
    let reading = try folder.reading("r.net", "*Vertices 3\n*Edges\n1 2 -1\n1 3 heavy\n2 3 2\n")
    #expect(reading.rejected.map(\.line) == [3, 4] && reading.links == ["2 - 3 2.0"])
  }

  @Test(
    "Broken files are refused with the line and what to do",
    arguments: [
      ("*Vertices\n", ":1: the number of vertices is missing"),
      ("*Vertices x\n", ":1: the number of vertices"),
      ("*Vertices -3\n", ":1: the number of vertices"),
      ("*Vertices 2\n*Edges\n1 3\n", ":3: \"3\" is no number"),
      ("*Vertices 2\n*Edges\n1\n", ":3: a tie needs"),
      ("*Vertices 2\n*Edges\n0 1\n", ":3: \"0\" is no number"),
      ("*Vertices 2\n1 \"a\n", ":2: a quote opens"), ("*Vertices 2\n3 a\n", ":2: \"3\" is no number"),
      ("*Vertices 999999999\n*Edges\n1 2\n", ":1: 999999999 vertices are declared but 0 are listed"),
      ("*Vertices 2\n*Matrix\n0 1\n", ":3: the matrix has 1 rows"),
      ("*Vertices 2\n*Matrix\n0 1\n1\n", ":4: the row of the matrix has 1 cells"),
      ("*Edges\n1 2\n", ":2: \"1\" is no number"),
    ])
  func broken(text: String, message: String) throws {
    let refusal = try folder.refusal("b.net", text)
    #expect(refusal.hasPrefix("b.net" + message), "\(refusal)")
  }
}

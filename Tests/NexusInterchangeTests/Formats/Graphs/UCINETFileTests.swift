import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("DL files of UCINET are read as their writers mean them")
struct UCINETFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("An edge list points from the first end to the second; labels stand for numbers")
  func edgeList() throws {
    // python-igraph 1.0.0, Graph.Read_DL of the same with one keyword a line: edges (0, 1), (1, 2)
    let reading = try folder.reading(
      "e.dl", "DL N=3 FORMAT=EDGELIST1\nLABELS:\nann,bob,cy\nDATA:\n1 2 2.5\n2 3\n")
    #expect(reading.network.actors.ids == ["ann", "bob", "cy"])
    #expect(reading.links == ["ann > bob 2.5", "bob > cy 1.0"])
    #expect(reading.places == ["e.dl:5", "e.dl:6"] && reading.files[0].format == .ucinet)
    #expect(reading.notes.contains { $0.contains("--undirected") })
    var options = ReadingOptions()
    options.direction = .undirected
    #expect(
      try folder.reading("u.dl", "dl n=2\nformat = edgelist1\ndata:\n1 2\n2 1\n", options).links == [
        "1 - 2 1.0"
      ])
  }

  @Test("A full matrix: labels over several lines, isolates stay, symmetric is undirected")
  func fullMatrix() throws {
    let head = "dl n=4 format = fullmatrix\nlabels:\nann bob,cy\n\"dee d\"\ndata:\n"
    let reading = try folder.reading("m.dl", head + "0 1 0 0\n1 0 2 0\n0 2 0 0\n0 0 0 0\n")
    #expect(reading.network.actors.ids == ["ann", "bob", "cy", "dee d"])
    #expect(reading.links == ["ann - bob 1.0", "bob - cy 2.0"])
    let wrapped = try folder.reading("w.dl", head + "0 1 0 0 1 0 2\n0 0 2 0 0\n0 0 0 0\n")
    #expect(wrapped.links == reading.links)
    let absent = try folder.reading("a.dl", "dl n=3 diagonal absent data:\n1 0\n1 5\n0 5\n")
    #expect(absent.links == ["1 - 2 1.0", "2 - 3 5.0"])
  }

  @Test("Node lists and embedded labels; of several matrices the first")
  func others() throws {
    // python-igraph 1.0.0, Graph.Read_DL: ann → bob, ann → cy, bob → ann
    let nodes = try folder.reading(
      "n.dl", "DL n=3\nformat = nodelist1\nlabels embedded:\ndata:\nann bob cy\nbob ann\n")
    #expect(nodes.links == ["ann > bob 1.0", "ann > cy 1.0", "bob > ann 1.0"])
    let embedded = try folder.reading(
      "x.dl", "DL N=2, NM=2\nLABELS EMBEDDED\nMATRIX LABELS:\nmay june\nDATA:\na b\na 0 3\nb 3 0\n0 9\n9 0\n")
    #expect(embedded.links == ["a - b 3.0"])
    #expect(
      embedded.notes.contains { $0.contains("holds 2 matrices, of which the first was read, not june") })
  }

  @Test("Half matrices: either half, with and without diagonal, is the whole symmetric matrix")
  func halves() throws {
    let whole = ["ann - bob 2.0", "ann - cy 5.0", "bob - cy 3.0"]
    for (head, data) in [
      ("lowerhalf", "0\n2 7\n5 3 0\n"), ("lowerhalf diagonal=absent", "2\n5 3\n"),
      ("upperhalf", "0 2 5\n7 3\n0\n"), ("upperhalf diagonal absent", "2 5\n3\n"),
    ] {
      let reading = try folder.reading("h.dl", "dl n=3 format=\(head)\nlabels:\nann,bob,cy\ndata:\n" + data)
      #expect(reading.links == whole, "\(head)")
      #expect(reading.account.used == 3 && reading.account.read == 3)
    }
  }

  @Test("Two-mode files: matrix, edge list and node list of actors and events say the same")
  func twoMode() throws {
    let labels = "row labels:\nann,bob,cy,dee\ncolumn labels:\ne1 e2\n"
    for (name, text) in [
      ("m", "dl nr=4, nc=2 format=fullmatrix\n\(labels)data:\n1 0\n1 1\n0 2\n0 0\n"),
      ("e", "dl nr=4 nc=2 format=edgelist2\n\(labels)data:\nann e1\nbob 1\nbob e2\n3 2 2\n"),
      ("n", "dl nr=4 nc=2 format=nodelist2\n\(labels)data:\n1 1\nbob e1 e2\ncy e2\n"),
      ("x", "dl nr=4 nc=2\nlabels embedded\ndata:\ne1 e2\nann 1 0\nbob 1 1\ncy 0 2\ndee 0 0\n"),
    ] {
      let reading = try folder.reading("\(name).dl", text)
      #expect(reading.network.actors.ids == ["ann", "bob", "cy", "dee"], "\(name)")
      #expect(reading.links == ["ann - bob 1.0", "bob - cy 1.0"], "\(name)")
      #expect(reading.files[0].shape == .affiliations && reading.account.rejected == 0)
    }
    var options = ReadingOptions()
    options.twoMode = .keep
    let kept = try folder.reading(
      "k.dl", "dl nr=2 nc=2 format=edgelist2\ndata:\n1 1 2\n2 1\n", options)
    #expect(kept.links == ["1 - 1 (event) 2.0", "2 - 1 (event) 1.0"])
  }

  @Test(
    "Broken files are refused with the line and what to do",
    arguments: [
      ("DL N=2\n0 1\n", ":3: the line DATA: is missing"),
      ("DL N=x DATA:\n", ":1: a number from 1 to 1000000"),
      ("DL N=99999999999 DATA:\n", ":1: a number from 1 to 1000000"),
      ("DL NM=2 DATA:\n", ":1: the number of vertices"),
      ("DL NR=2 NC=3 DATA:\n", ":1: the matrix has 0 cells, but NR=2 NC=3 asks for 6"),
      ("DL NR=2 DATA:\n", ":1: nr= and nc= go together"),
      ("DL NR=2 NC=2 FORMAT=LOWERHALF DATA:\n1\n", ":1: a matrix of rows and columns that differ"),
      ("DL N=2 FORMAT=EDGELIST2 DATA:\n1 1\n", ":1: edgelist2 needs nr= and nc="),
      ("DL NR=2 NC=2 FORMAT=EDGELIST2 DATA:\n1 3\n", ":2: \"3\" is neither a label nor"),
      ("DL NR=2 NC=2 FORMAT=NODELIST2 DATA:\n1\n", ":2: a membership needs"),
      ("DL N=2 FORMAT=UPPERHALF LABELS EMBEDDED DATA:\na b\n", ":1: half matrices with embedded labels"),
      ("DL N=2 FORMAT=BLOCKED DATA:\n1\n", ":1: nexus does not read the format \"blocked\""),
      ("DL N=2 LABELS:\na\nDATA:\n", ":1: there are 1 labels"),
      ("DL N=2 LABELS:\na a\nDATA:\n0 1 1 0\n", ":1: labels repeat"),
      ("DL N=2 DATA:\n0 1\n1\n", ":3: the matrix has 3 cells"),
      ("DL N=2 FORMAT=LOWERHALF DATA:\n1\n", ":2: the matrix has 1 cells, but N=2 asks for 3"),
      ("DL N=2 FORMAT=EDGELIST1 DATA:\n1 3\n", ":2: \"3\" is neither a label nor"),
      ("DL N=2 FORMAT=EDGELIST1 DATA:\n1\n", ":2: a tie needs two ends"),
      ("DL N=2 LABELS:\n\"a\nDATA:\n", ":2: a quote opens"),
      ("DL N=2 LABELS EMBEDDED DATA:\na b c\n", ":2: the first line of the data"),
      ("DL N=2 LABELS EMBEDDED DATA:\na b\na 0 1\nc 1 0\n", ":4: \"c\" labels a row but no column"),
    ])
  func broken(text: String, message: String) throws {
    let refusal = try folder.refusal("b.dl", text)
    #expect(refusal.hasPrefix("b.dl" + message), "\(refusal)")
  }
}

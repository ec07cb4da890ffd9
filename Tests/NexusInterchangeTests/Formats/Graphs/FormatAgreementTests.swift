import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

/// Every graph format against the slow reference: the same network as two tables.
@Suite("A network is the same in whichever format it is written")
struct FormatAgreementTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private struct Edge {
    var source: Int
    var target: Int
    var strength: Int
    var relation: String
  }

  private struct Sample {
    var names: [String] = []
    var roles: [String] = []
    var edges: [Edge] = []
    var isDirected = false

    /// With isolates, loops and parallel edges, and names that every format must escape in some way.
    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      let marks = ["", " ", "&", "<", "é", "'", ",", "\\"]
      for number in 0..<Int.random(in: 1...8, using: &generator) {
        names.append("v\(number)\(marks.randomElement(using: &generator)!)x")
        roles.append(["terrorist", "victim", ""].randomElement(using: &generator)!)
      }
      isDirected = .random(using: &generator)
      for _ in 0..<Int.random(in: 1...14, using: &generator) {
        edges.append(
          Edge(
            source: .random(in: 0..<names.count, using: &generator),
            target: .random(in: 0..<names.count, using: &generator),
            strength: .random(in: 1...9, using: &generator),
            relation: ["kinship", "command"].randomElement(using: &generator)!))
      }
    }

    private func xml(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("'", with: "&#39;")
    }

    private func json(_ text: String) -> String { "\"\(text.replacing("\\", with: "\\\\"))\"" }

    private var direction: String { isDirected ? "directed" : "undirected" }

    private func nodes(_ separator: String = "\n", _ write: (Int, String, String) -> String) -> String {
      names.indices.map { write($0, names[$0], roles[$0]) }.joined(separator: separator)
    }

    private func edges(_ separator: String = "\n", _ write: (Edge) -> String) -> String {
      edges.map(write).joined(separator: separator)
    }

    var actorsTable: String { "id,role\n" + nodes { "\"\($1)\",\($2)" } }

    var tiesTable: String {
      "source,target,strength,relation,directed\n"
        + edges {
          "\"\(names[$0.source])\",\"\(names[$0.target])\",\($0.strength),\($0.relation),\(direction)"
        }
    }

    var graphML: String {
      "<graphml><key id='r' attr.name='role'/><key id='w' attr.name='weight'/><key id='t' attr.name='relation'/>"
        + "<graph edgedefault='\(direction)'>"
        + nodes { "<node id='\(xml($1))'><data key='r'>\($2)</data></node>" }
        + edges {
          "<edge source='\(xml(names[$0.source]))' target='\(xml(names[$0.target]))'><data key='w'>\($0.strength)</data>"
            + "<data key='t'>\($0.relation)</data></edge>"
        } + "</graph></graphml>"
    }

    var gexf: String {
      "<gexf><graph defaultedgetype='\(direction)'><attributes class='node'><attribute id='0' title='role'/></attributes>"
        + "<nodes>"
        + nodes {
          "<node id='\(xml($1))' label='\(xml($1))'><attvalues><attvalue for='0' value='\($2)'/></attvalues></node>"
        } + "</nodes><edges>"
        + edges {
          "<edge source='\(xml(names[$0.source]))' target='\(xml(names[$0.target]))' weight='\($0.strength)' "
            + "kind='\($0.relation)'/>"
        } + "</edges></graph></gexf>"
    }

    var nodeLink: String {
      "{\"directed\": \(isDirected), \"nodes\": ["
        + nodes(",\n") { "{\"id\": \(json($1)), \"role\": \"\($2)\"}" } + "], \"links\": ["
        + edges(",\n") {
          "{\"source\": \(json(names[$0.source])), \"target\": \(json(names[$0.target])), \"weight\": \($0.strength), "
            + "\"relation\": \"\($0.relation)\"}"
        } + "]}"
    }

    var cytoscape: String {
      "{\"directed\": \(isDirected), \"elements\": {\"nodes\": ["
        + nodes(",\n") { "{\"data\": {\"id\": \(json($1)), \"role\": \"\($2)\"}}" } + "], \"edges\": ["
        + edges(",\n") {
          "{\"data\": {\"source\": \(json(names[$0.source])), \"target\": \(json(names[$0.target])), "
            + "\"weight\": \($0.strength), \"interaction\": \"\($0.relation)\"}}"
        } + "]}}"
    }

    var pajek: String {
      "*Vertices \(names.count)\n"
        + nodes { "\($0 + 1) \"\($1)\" 0.1 0.2" + ($2.isEmpty ? "" : " role \($2)") }
        + "\n*\(isDirected ? "Arcs" : "Edges")\n"
        + edges { "\($0.source + 1) \($0.target + 1) \($0.strength) relation \($0.relation)" }
    }
  }

  /// Everything that must agree: actors with roles, ties, and where each row ended.
  private func summary(_ reading: Reading) -> [String] {
    let actors = reading.network.actors
    return zip(actors.ids, actors.roles).map { "\($0) \($1.word)" } + reading.links
      + [
        "\(reading.account.used) used, \(reading.account.selfTies) self-ties, \(reading.account.rejected) rejected"
      ]
  }

  @Test("Random networks: GraphML, GEXF, node-link, Cytoscape and Pajek say what two tables say")
  func agreement() throws {
    for seed in UInt64(1)...150 {
      let sample = Sample(seed: seed)
      _ = try folder.file("actors.csv", sample.actorsTable)
      _ = try folder.file("ties.csv", sample.tiesTable)
      let expected = summary(try DatasetReader().read(folder.path))
      for (name, text) in [
        ("n.graphml", sample.graphML), ("n.gexf", sample.gexf), ("n.json", sample.nodeLink),
        ("n.cyjs", sample.cytoscape), ("n.net", sample.pajek),
      ] {
        #expect(summary(try folder.reading(name, text)) == expected, "seed \(seed), \(name):\n\(text)")
      }
    }
  }
}

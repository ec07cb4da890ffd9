import Foundation
import NexusInterchange
import NexusModel
import NexusRendering
import NexusReport

/// How well and how fast nexus draws networks, beside plain Graphviz.
///
/// Everybody draws the same actors and ties; Graphviz gets the names as labels and nothing else, as its user would begin.
/// Measured is what is drawn: the circles around symbols, the bowed lines and the boxes of names of nexus, and the
/// ellipses, splines and names that Graphviz writes as JSON.
enum MapsBenchmark {
  struct Entry: Codable {
    var network: String
    var drawer: String
    var wall: Double?
    var svgBytes: Int?
    var measures: PictureMeasures?
    /// Why there is no picture.
    var remark: String?
  }

  /// The most actors of a network that an engine is given; dot and neato take longer than anybody waits for more.
  private static let engines: [(name: String, most: Int)] = [
    ("dot", 2_000), ("neato", 2_000), ("sfdp", 50_000),
  ]
  private static let patience = 300

  static func entries(for path: String, named name: String, in folder: URL) throws -> [Entry] {
    let network = try DatasetReader().read(path).network
    let rule = ConfidenceRule.structural(halfLife: nil, asOf: network.newestDate)
    var entries: [Entry] = []
    func draw(_ drawer: String, mostActors: Int) throws -> DrawnNetwork {
      var options = MapOptions()
      options.maximumActors = mostActors
      let (measurement, svg) = try Measurement.of {
        try MapPicture(of: NetworkPart(all: network), structural: rule, scoring: rule, options).svg()
      }
      let drawn = try MapPicture(of: NetworkPart(all: network), structural: rule, scoring: rule, options)
        .drawnNetwork()
      entries.append(
        Entry(
          network: name, drawer: drawer, wall: measurement.wall, svgBytes: svg.utf8.count,
          measures: PictureMeasures(DrawnPicture(drawn))))
      return drawn
    }
    let isLarge = network.actors.count > MapOptions().maximumActors
    let whole = try draw(isLarge ? "nexus, whole" : "nexus", mostActors: max(600, network.actors.count))
    if isLarge { _ = try draw("nexus, condensed", mostActors: MapOptions().maximumActors) }
    let file = folder.appending(path: "map.dot")
    try Data(dot(of: whole).utf8).write(to: file)
    for engine in engines {
      entries.append(try graphviz(engine.name, most: engine.most, whole.symbols.count, file, network: name))
    }
    return entries
  }

  private static func graphviz(
    _ engine: String, most: Int, _ actors: Int, _ file: URL, network: String
  ) throws -> Entry {
    var entry = Entry(network: network, drawer: engine)
    guard actors <= most else {
      entry.remark = "not tried above \(most) actors"
      return entry
    }
    let own = URL(filePath: CommandLine.arguments[0]).path
    let (output, status) = try Contender.run([own, "map-engine", engine, file.path], seconds: patience)
    guard status == 0, let line = output.split(separator: "\n").last else {
      entry.remark = status == 124 ? "given up after \(patience) s" : "failed"
      return entry
    }
    let outcome = try JSONDecoder().decode(GraphvizPicture.Outcome.self, from: Data(line.utf8))
    (entry.wall, entry.svgBytes, entry.measures) = (outcome.wall, outcome.svgBytes, outcome.measures)
    return entry
  }

  /// The network in DOT, with names as labels and no other attribute.
  private static func dot(of drawn: DrawnNetwork) -> String {
    let nodes = drawn.symbols.enumerated().map { number, symbol in
      let name = symbol.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "  n\(number) [label=\"\(name)\"];\n"
    }
    let edges = drawn.lines.map { "  n\($0.source) -- n\($0.target);\n" }
    return "graph {\n\(nodes.joined())\(edges.joined())}\n"
  }
}

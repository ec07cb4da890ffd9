import NexusInterchange
import NexusModel
import NexusReport

/// A data set drawn by nexus, as `nexus map` does.
struct NexusPicture {
  private let network: Network
  private let options: MapOptions

  init(of dataset: String, mostActors: Int) throws {
    network = try DatasetReader().read(dataset).network
    var options = MapOptions()
    options.maximumActors = mostActors
    self.options = options
  }

  var actorCount: Int { network.actors.count }

  func draw() throws -> PictureOutcome {
    let (measurement, svg) = try Measurement.of { try picture().svg() }
    let drawn = try picture().drawnNetwork()
    return PictureOutcome(
      wall: measurement.wall, svgBytes: svg.utf8.count, measures: PictureMeasures(DrawnPicture(drawn)))
  }

  /// The same actors and lines in DOT, with names as labels and no other attribute.
  func dot() throws -> String {
    let (names, lines) = try picture().contents
    let nodes = names.enumerated().map { number, name in
      let name = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "  n\(number) [label=\"\(name)\"];\n"
    }
    let edges = lines.map { "  n\($0.source) -- n\($0.target);\n" }
    return "graph {\n\(nodes.joined())\(edges.joined())}\n"
  }

  private func picture() throws -> MapPicture {
    let rule = ConfidenceRule.structural(halfLife: nil, asOf: network.newestDate)
    return try MapPicture(of: NetworkPart(all: network), structural: rule, scoring: rule, options)
  }
}

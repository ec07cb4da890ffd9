public import ArgumentParser
import NexusModel
import NexusRendering
public import NexusReport

/// What a map shows and how.
struct MapArguments: ParsableArguments {
  @Option(help: ArgumentHelp("role, community, region, crime, or a measure of actors.", valueName: "what"))
  var colorBy = "role"

  @Option(
    help: ArgumentHelp("A measure of actors, as `nexus measures --list` names it.", valueName: "measure"))
  var sizeBy = "betweenness"

  @Option(
    help: ArgumentHelp("top:20, all, none, or search:TEXT for names that hold a text.", valueName: "which"),
    transform: MapArguments.labels)
  var label = MapOptions.Labels.top(20)

  @Option(help: ArgumentHelp("One picture each: crime, relation or period.", valueName: "what"))
  var layers: MapOptions.Layers?

  @Option(help: ArgumentHelp("Shapes behind actors: community or region.", valueName: "what"))
  var groupBy: MapOptions.Groups?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Brings out the most reliable chain of ties between two actors.", valueName: "a b"))
  var path: [String] = []

  @Option(
    help: ArgumentHelp(
      "auto, geo (by country), or an engine: \(LayoutEngine.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "layout"), transform: MapArguments.layout)
  var layout = MapOptions.Layout.automatic

  @Option(help: ArgumentHelp("Above so many actors the map shows less.", valueName: "number"))
  var maxNodes = 600

  @Option(
    help: ArgumentHelp(
      "What it shows then: backbone, communities, foremost, or automatic.", valueName: "what"))
  var condense = MapOptions.Condensing.automatic

  @Option(help: ArgumentHelp("The title of the picture.", valueName: "text"))
  var title: String?

  func validate() throws {
    guard path.isEmpty || path.count == 2 else {
      throw ValidationError("--path takes two actors: --path A B. Quote names with spaces.")
    }
    guard (2...20_000).contains(maxNodes) else {
      throw ValidationError("--max-nodes takes a number from 2 to 20000.")
    }
  }

  func options(_ measures: MeasureOptions, _ network: Network) throws -> MapOptions {
    var options = MapOptions()
    options.colour =
      switch colorBy.lowercased() {
      case "role": .role
      case "community": .community
      case "region": .region
      case "crime": .crime
      default: .measure(colorBy)
      }
    options.size = sizeBy
    options.labels = label
    options.layers = layers
    options.groups = groupBy
    if path.count == 2 {
      let lookup = ActorLookup(network.actors)
      options.path = (try lookup.actor(path[0]), try lookup.actor(path[1]))
      Console.noteFormerIDs(path, lookup)
    }
    options.layout = layout
    options.maximumActors = maxNodes
    options.condensing = condense
    options.title = title
    options.measures = measures
    return options
  }

  private static func labels(_ text: String) throws -> MapOptions.Labels {
    if text == "all" { return .all }
    if text == "none" { return .none }
    if text.hasPrefix("search:"), text.count > 7 { return .containing(String(text.dropFirst(7))) }
    if text.hasPrefix("top:"), let count = Int(text.dropFirst(4)), (0...10_000).contains(count) {
      return .top(count)
    }
    throw ValidationError("--label takes top:20, all, none or search:TEXT.")
  }

  private static func layout(_ text: String) throws -> MapOptions.Layout {
    if text == "auto" { return .automatic }
    if text == "geo" { return .geographic }
    guard let engine = LayoutEngine(rawValue: text) else {
      throw ValidationError(
        "--layout takes auto, geo, \(LayoutEngine.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return .engine(engine)
  }
}

extension MapOptions.Layers: ExpressibleByArgument {}
extension MapOptions.Groups: ExpressibleByArgument {}
extension MapOptions.Condensing: ExpressibleByArgument {}

import Foundation
import NexusReport

/// How well and how fast nexus draws networks, beside plain Graphviz.
///
/// Everybody draws the same actors and ties; Graphviz gets the names as labels and nothing else, as its user would begin.
/// Measured is what is drawn: the circles around symbols, the bowed lines and the boxes of names of nexus, and the
/// ellipses, splines and names that Graphviz writes as JSON.
enum MapsBenchmark {
  struct Entry: Codable {
    var network: String
    var actors: Int
    var drawer: String
    var wall: Double?
    var svgBytes: Int?
    var measures: PictureMeasures?
    /// Seconds after which it gave up.
    var gaveUpAfter: Int?
  }

  private static let engines = ["dot", "neato", "sfdp"]

  /// Seconds that one drawer has for one network. Engines that do not end are most of the run: with these a whole one
  /// stays at about ten minutes.
  static func patience(actors: Int) -> Int {
    switch actors {
    case ...600: 20
    case ...5_000: 60
    default: 120
    }
  }

  /// Has everybody draw one data set and tells of each drawer as soon as it has ended.
  static func draw(
    _ dataset: String, named name: String, in folder: URL, tell: (Entry) throws -> Void
  ) throws {
    let usual = MapOptions().maximumActors
    let actors = try NexusPicture(of: dataset, mostActors: usual).actorCount
    let dot = folder.appending(path: "map.dot")
    try Data(NexusPicture(of: dataset, mostActors: max(usual, actors)).dot().utf8).write(to: dot)
    var drawers: [(String, MapDrawer)] = [
      (actors > usual ? "nexus, whole" : "nexus", .nexus(mostActors: max(usual, actors)))
    ]
    if actors > usual { drawers.append(("nexus, condensed", .nexus(mostActors: usual))) }
    drawers += engines.map { ($0, .graphviz(engine: $0)) }
    for (title, drawer) in drawers {
      var entry = Entry(network: name, actors: actors, drawer: title)
      switch try drawer.outcome(dataset: dataset, dot: dot, seconds: patience(actors: actors)) {
      case .drawn(let outcome):
        (entry.wall, entry.svgBytes, entry.measures) = (outcome.wall, outcome.svgBytes, outcome.measures)
      case .gaveUp(let seconds): entry.gaveUpAfter = seconds
      case .failed: break
      }
      try tell(entry)
    }
  }
}

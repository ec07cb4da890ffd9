import Foundation

/// Who draws, in a process of its own that ends when its time is up.
enum MapDrawer: Hashable {
  /// Nexus, with a symbol for each actor up to so many.
  case nexus(mostActors: Int)
  /// An engine of Graphviz, plain.
  case graphviz(engine: String)

  enum Outcome {
    case drawn(PictureOutcome)
    case gaveUp(seconds: Int)
    case failed
  }

  /// - Parameters:
  ///   - dataset: what nexus reads.
  ///   - dot: the same actors and lines for Graphviz.
  ///   - seconds: how long it may take to read, draw and measure.
  func outcome(dataset: String, dot: URL, seconds: Int) throws -> Outcome {
    let own = URL(filePath: CommandLine.arguments[0]).path
    let arguments: [String] =
      switch self {
      case .nexus(let mostActors): ["nexus", dataset, "\(mostActors)"]
      case .graphviz(let engine): [engine, dot.path]
      }
    let (output, status) = try Contender.run([own, "map-engine"] + arguments, seconds: seconds)
    guard status != 124 else { return .gaveUp(seconds: seconds) }
    guard status == 0, let line = output.split(separator: "\n").last else { return .failed }
    return .drawn(try JSONDecoder().decode(PictureOutcome.self, from: Data(line.utf8)))
  }

  /// What the process of its own does: draws, measures and prints the outcome as JSON.
  ///
  /// - Parameter arguments: `nexus`, data set and most actors; or an engine and a DOT file.
  static func runAlone(_ arguments: [String]) throws {
    let outcome: PictureOutcome
    if arguments.count == 3, arguments[0] == "nexus", let mostActors = Int(arguments[2]) {
      outcome = try NexusPicture(of: arguments[1], mostActors: mostActors).draw()
    } else if arguments.count == 2 {
      outcome = try GraphvizPicture.draw(URL(filePath: arguments[1]), engine: arguments[0])
    } else {
      print("Expected: map-engine nexus DATASET MOST-ACTORS, or map-engine ENGINE FILE.dot")
      exit(64)
    }
    print(String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self))
  }
}

/// How drawing went, on the way from one process to the other.
struct PictureOutcome: Codable {
  /// Seconds for layout and SVG; of nexus also for the measure that symbols are sized by.
  var wall: Double
  var svgBytes: Int
  var measures: PictureMeasures
}

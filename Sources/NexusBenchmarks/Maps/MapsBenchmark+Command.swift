import Foundation

extension MapsBenchmark {
  /// Draws the data sets and three invented networks, prints a table and writes `maps.json` into the folder.
  ///
  /// - Parameter arguments: the folder, then data sets.
  static func run(_ arguments: [String]) throws {
    guard let folder = arguments.first.map({ URL(filePath: $0) }) else {
      print("Expected: maps FOLDER [DATA SET…]")
      exit(64)
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var sets = arguments.dropFirst().map { (path: $0, name: name(of: URL(filePath: $0))) }
    for size in [300, 2_000, 20_000] {
      let file = folder.appending(path: "cells-\(size).csv")
      try CellNetwork(actors: size, seed: 1).write(to: file)
      sets.append((file.path, "cells-\(size)"))
    }
    print(header)
    var entries: [Entry] = []
    for set in sets {
      guard FileManager.default.fileExists(atPath: set.path) else {
        print("\(set.path) is not there and was skipped.")
        continue
      }
      let results = try Self.entries(for: set.path, named: set.name, in: folder)
      for result in results { print(line(of: result)) }
      entries += results
    }
    print(
      """
      Crossings of lines without a common end; above \(PictureMeasures.mostPieces) straight pieces of lines from a sample. \
      Label overlaps with labels and symbols of others, to 100 labels. Stress over hop distances at the best scale; above \
      \(PictureMeasures.mostSources) actors from a sample. Drawn beside nexus by \(GraphvizPicture.version), in a process of its own, without attributes.
      """)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(entries).write(to: folder.appending(path: "maps.json"))
  }

  /// The folder of a file that is called like many others.
  private static func name(of path: URL) -> String {
    let name = path.deletingPathExtension().lastPathComponent
    return name == "edges" ? path.deletingLastPathComponent().lastPathComponent : name
  }

  private static let header =
    padded("network", 28) + padded("drawn by", 18) + right("actors", 8) + right("lines", 8)
    + right("crossings", 11) + right("per pair", 10) + right("nodes over", 11) + right("labels", 8)
    + right("over/100", 10) + right("stress", 8) + right("SVG kB", 8) + right("seconds", 9)

  private static func line(of entry: Entry) -> String {
    let head = padded(entry.network, 28) + padded(entry.drawer, 18)
    guard let measures = entry.measures, let wall = entry.wall, let bytes = entry.svgBytes else {
      return head + (entry.remark ?? "")
    }
    return head + right("\(measures.nodes)", 8) + right("\(measures.lines)", 8)
      + right((measures.isSampled ? "~" : "") + "\(Int(measures.crossings.rounded()))", 11)
      + right(String(format: "%.4f", measures.crossingsPerPair), 10) + right("\(measures.nodeOverlaps)", 11)
      + right("\(measures.labels)", 8) + right(String(format: "%.1f", measures.labelOverlapsPer100), 10)
      + right(String(format: "%.3f", measures.stress), 8) + right("\(bytes / 1_000)", 8)
      + right(String(format: "%.2f", wall), 9)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}

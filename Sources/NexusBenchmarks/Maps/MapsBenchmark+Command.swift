import Foundation

extension MapsBenchmark {
  /// Draws the data sets and three invented networks, prints a table row by row and keeps `maps.json` in the folder at
  /// what is known so far.
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
    let file = folder.appending(path: "maps.json")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let start = ContinuousClock.now
    var entries: [Entry] = []
    print(MapsTable.header)
    for set in sets {
      guard FileManager.default.fileExists(atPath: set.path) else {
        print("\(set.path) is not there and was skipped.")
        continue
      }
      try draw(set.path, named: set.name, in: folder) { entry in
        print(MapsTable.line(of: entry))
        fflush(nil)  // each row as it comes, also into a file
        entries.append(entry)
        try encoder.encode(entries).write(to: file)
      }
    }
    print(MapsTable.remarks)
    print("All numbers, after \(Int((ContinuousClock.now - start) / .seconds(1))) s: \(file.path)")
  }

  /// The folder of a file that is called like many others.
  private static func name(of path: URL) -> String {
    let name = path.deletingPathExtension().lastPathComponent
    return name == "edges" ? path.deletingLastPathComponent().lastPathComponent : name
  }
}

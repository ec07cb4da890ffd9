import Foundation

/// The results as text for people, a line each.
enum MapsTable {
  static let header =
    padded("network", 28) + padded("drawn by", 18) + right("actors", 8) + right("lines", 8)
    + right("crossings", 11) + right("per pair", 10) + right("nodes over", 11) + right("labels", 8)
    + right("over/100", 10) + right("stress", 8) + right("SVG kB", 8) + right("seconds", 9)

  static func line(of entry: MapsBenchmark.Entry) -> String {
    let head = padded(entry.network, 28) + padded(entry.drawer, 18)
    guard let measures = entry.measures, let wall = entry.wall, let bytes = entry.svgBytes else {
      return head + right("\(entry.actors)", 8) + "  "
        + (entry.gaveUpAfter.map { "gave up after \($0) s" } ?? "failed")
    }
    return head + right("\(measures.nodes)", 8) + right("\(measures.lines)", 8)
      + right((measures.isSampled ? "~" : "") + "\(Int(measures.crossings.rounded()))", 11)
      + right(String(format: "%.4f", measures.crossingsPerPair), 10) + right("\(measures.nodeOverlaps)", 11)
      + right("\(measures.labels)", 8) + right(String(format: "%.1f", measures.labelOverlapsPer100), 10)
      + right(String(format: "%.3f", measures.stress), 8) + right("\(bytes / 1_000)", 8)
      + right(String(format: "%.2f", wall), 9)
  }

  /// What the columns are.
  static var remarks: String {
    """
    Crossings of lines without a common end; above \(PictureMeasures.mostPieces) straight pieces of lines from a sample. \
    Label overlaps with labels and symbols of others, to 100 labels. Stress over hop distances at the best scale; above \
    \(PictureMeasures.mostSources) actors from a sample. Drawn beside nexus by \(GraphvizPicture.version), without attributes. \
    Each in a process of its own that gives up after \(MapsBenchmark.patience(actors: 600)) s, above 600 actors after \
    \(MapsBenchmark.patience(actors: 5_000)) s, above 5 000 after \(MapsBenchmark.patience(actors: 5_001)) s. \
    Seconds are for layout and SVG.
    """
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}

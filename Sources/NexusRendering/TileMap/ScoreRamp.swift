/// The colours of scores from 0 to 100 in five equal classes, light to dark, so that they also read in grey and with
/// any of the common colour-vision deficiencies.
///
/// Source: the sequential scheme YlGnBu of C. Brewer, M. Harrower, "ColorBrewer.org: an online tool for selecting
/// colour schemes for maps", *The Cartographic Journal* 40(1), 2003, pp. 27–37, doi:10.1179/000870403235002042.
enum ScoreRamp {
  struct Class: Hashable, Sendable {
    let range: String
    let fill: String
    /// The colour of text on it.
    let ink: String
  }

  static let classes = [
    Class(range: "0–20", fill: "#ffffcc", ink: Ink.text),
    Class(range: "20–40", fill: "#a1dab4", ink: Ink.text),
    Class(range: "40–60", fill: "#41b6c4", ink: Ink.text),
    Class(range: "60–80", fill: "#2c7fb8", ink: "#ffffff"),
    Class(range: "80–100", fill: "#253494", ink: "#ffffff"),
  ]

  /// The class of a score; one on a border belongs to the class above it, 100 to the last.
  static func level(of score: Double) -> Class { classes[min(max(Int(score / 20), 0), classes.count - 1)] }
}

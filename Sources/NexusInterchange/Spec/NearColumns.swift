internal import NexusModel

/// What the writer of a name that is not there may have meant.
enum NearColumns {
  /// ` Did you mean "Absender"?`, or nothing.
  static func question(_ name: String, among names: [String]) -> String {
    let near = self.names(near: name, among: names)
    guard !near.isEmpty else { return "" }
    return " Did you mean \(near.map(MessageText.quoted).joined(separator: " or "))?"
  }

  /// Up to three names that differ little from another, the nearest first.
  static func names(near name: String, among names: [String]) -> [String] {
    NearNames(String(name.prefix(64))).nearest(among: names.filter { !$0.isEmpty })
  }
}

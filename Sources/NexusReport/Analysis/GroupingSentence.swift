internal import NexusModel

extension RegionGrouping.Group {
  /// Who belongs to a group, when, and who says so.
  var sentence: String {
    let members = members.count.counted("member")
    guard !asOf.isEmpty else { return "Grouping \(name): \(members), as the table given says." }
    return "Grouping \(name) (\(title)): \(members) as of \(asOf), source \(source)."
  }
}

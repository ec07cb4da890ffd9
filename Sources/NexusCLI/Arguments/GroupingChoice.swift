import Foundation
import NexusInterchange
import NexusModel

/// What `--grouping` names: groups that nexus ships, and tables of the user's own.
struct GroupingChoice {
  /// The groups; nil without the option.
  var grouping: RegionGrouping?
  /// The tables that were read, which are input like the data set.
  var files: [GroupingFile] = []

  /// - Throws: ``ReadingError`` when a value is neither a group nor a file, or a file does not fit the data.
  init(_ values: [String], for network: Network) throws {
    guard !values.isEmpty else { return }
    var groups: [RegionGrouping.Group] = []
    for value in values {
      if let shipped = RegionGrouping.Group.shipped(named: value) {
        groups.append(shipped)
        continue
      }
      guard FileManager.default.fileExists(atPath: value) else { throw ReadingError.noGrouping(value) }
      let file = try GroupingFile(path: value)
      try file.check(against: network)
      files.append(file)
      groups += file.groups
    }
    grouping = RegionGrouping(groups)
  }
}

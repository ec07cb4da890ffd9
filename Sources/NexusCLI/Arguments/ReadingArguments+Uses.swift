import Foundation
import NexusInterchange
import NexusModel

extension ReadingArguments {
  /// The files that the options name: what is read must not be written over.
  var files: [String] { [actorsFile, indicatorsFile, spec, mergesFile].compactMap { $0 } }

  /// The options that change results, as a manifest lists them; files without their folder.
  var used: [String: String] {
    var used = ["default-confidence": "\(defaultConfidence)"]
    for (option, file) in [
      ("actors", actorsFile), ("indicators", indicatorsFile), ("merges", mergesFile), ("spec", spec),
    ] {
      used[option] = file.map { URL(filePath: $0).lastPathComponent }
    }
    if !grouping.isEmpty {
      used["grouping"] = grouping.map { URL(filePath: $0).lastPathComponent }.joined(separator: " ")
    }
    if !columns.isEmpty {
      used["map"] = columns.map { "\($0.field.rawValue)=\($0.column)" }.sorted().joined(separator: " ")
    }
    used["sheet"] = sheet
    used["as-of"] = asOf?.instant.description
    used["half-life"] = halfLife.map { "\($0.years)y" }
    used["direction"] = direction?.rawValue
    used["decimal-mark"] = decimalMark.map { $0 == .decimalComma ? "comma" : "point" }
    used["date-order"] = dateOrder.map { $0 == .dayFirst ? "day-first" : "month-first" }
    for (option, isSet) in [
      ("drop-duplicates", dropDuplicates), ("keep-two-mode", keepTwoMode), ("strict", strict),
    ] where isSet {
      used[option] = "true"
    }
    return used
  }
}

extension DatasetArguments {
  /// The files that are read, standard input aside: they must not be written over.
  var inputs: [String] { ([dataset] + reading.files).filter { $0 != "-" } }
}

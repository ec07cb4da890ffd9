import Foundation
import NexusModel
import Testing

/// The list of countries and areas that the United Nations publish, in a folder beside the package that not
/// every checkout has.
private let list = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../../shared/data/regions/unsd_m49_en.csv").standardizedFileURL

@Suite(
  "Regions against the published M49 list",
  // The list is not part of the package.
  .enabled(if: FileManager.default.fileExists(atPath: list.path)))
struct RegionCoverageTests {
  struct Entry {
    let names: [String]
    let area: [(code: String, name: String)]
    let alpha2: String
  }

  static func entries() throws -> [Entry] {
    try String(contentsOf: list, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = cells(of: line)
      let smallest = cells[6].isEmpty ? (cells[4], cells[5]) : (cells[6], cells[7])
      return Entry(
        names: [cells[8], cells[9], cells[10], cells[11]],
        area: [smallest, (cells[2], cells[3]), (cells[4], cells[5])].filter { !$0.0.isEmpty },
        alpha2: cells[10])
    }
  }

  static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  @Test("Every name, numeric, alpha-2 and alpha-3 code resolves to the alpha-2 code")
  func resolves() throws {
    let entries = try Self.entries()
    #expect(entries.count >= 248)
    for entry in entries {
      for name in entry.names { #expect(Region(resolving: name)?.code == entry.alpha2, "\(name)") }
    }
  }

  @Test(
    "Every country lies in the subregion and region of the list, and every area resolves by code and name")
  func containment() throws {
    for entry in try Self.entries() {
      let region = try #require(Region(resolving: entry.alpha2))
      #expect(region.ancestors.map(\.code) == entry.area.prefix(2).map(\.code) + ["001"], "\(entry.alpha2)")
      for (code, name) in entry.area {
        #expect(Region(resolving: code)?.code == code)
        // "Micronesia" alone is taken for the country.
        if code != "057" { #expect(Region(resolving: name)?.code == code, "\(name)") }
      }
    }
  }
}

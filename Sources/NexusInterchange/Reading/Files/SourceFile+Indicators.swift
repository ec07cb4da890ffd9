private import Foundation

extension SourceFile {
  /// The table of a folder that may hold what an outside source says of regions.
  static let indicatorsTable = "regions.csv"

  /// The table of vulnerability and consequence: the one named by `--indicators`, else `regions.csv` of a folder
  /// where it has such columns.
  static func indicators(
    _ named: String?, besides path: String, _ package: DataPackage?
  ) throws(ReadingError) -> SourceFile? {
    if let named { return try SourceFile(path: named, purpose: .dataset, isOwnOutput: false) }
    if let package {
      guard let regions = package.regions else { return nil }
      var memory = MemoryBudget(limit: nil)
      return try package.file(regions, keysTo: nil, &memory).withIndicators()
    }
    guard isFolder(path) else { return nil }
    let folder = URL(filePath: path)
    let table = folder.appending(path: indicatorsTable).path
    guard FileManager.default.fileExists(atPath: table) else { return nil }
    let file = try SourceFile(
      path: table, purpose: .dataset, isOwnOutput: ResultManifest.isPresent(in: folder))
    return try file.withIndicators()
  }

  /// The table, where it has a region and a value of it.
  private func withIndicators() throws(ReadingError) -> SourceFile? {
    let head = try delimitedText().table(limit: 1)
    let header = head.records.first.map(head.cells) ?? []
    return ColumnMap(indicators: header, overrides: [:]) == nil ? nil : self
  }
}

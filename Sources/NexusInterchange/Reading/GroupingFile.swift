public import NexusModel

/// A table of groups of regions: the columns `grouping` and `region`, one member a row.
public struct GroupingFile: Sendable {
  /// The name of the file, without its folders.
  public let name: String
  public let contents: [UInt8]
  public let groups: [RegionGrouping.Group]
  /// The members that are no region of ISO 3166 or UN M49, where they stand, and as they are written.
  private let ownRegions: [(place: CellPlace, region: Region)]

  private static let groupHeaders = ["grouping", "group", "organisation", "organization"]
  private static let regionHeaders = ["region", "country", "member"]

  /// - Throws: ``ReadingError`` when the file cannot be read, has not the two columns, or a row lacks a cell.
  /// - Complexity: O(bytes).
  public init(path: String) throws(ReadingError) {
    let file = try SourceFile(path: path, purpose: .dataset, isOwnOutput: false)
    let text = try file.text()
    let dialect = CSVDialect(of: text.bytes)
    let table = CSVTable(text.bytes, delimiter: dialect.delimiter.byte, from: dialect.records)
    guard let first = table.records.first else { throw .emptyFile(file.name) }
    let header = table.cells(first).map(Field.fold)
    guard let group = header.firstIndex(where: GroupingFile.groupHeaders.contains),
      let region = header.firstIndex(where: GroupingFile.regionHeaders.contains), table.records.count > 1
    else { throw .noGroupingColumns(file.name, columns: table.cells(first)) }
    var members: [(group: String, region: Region)] = []
    var ownRegions: [(place: CellPlace, region: Region)] = []
    for record in table.records.dropFirst() {
      let name = table.cell(record, group)
      guard !name.isEmpty else { throw .emptyGroupingCell(file.name, line: record.line, column: group + 1) }
      guard let member = Region(resolving: table.cell(record, region)) else {
        throw .emptyGroupingCell(file.name, line: record.line, column: region + 1)
      }
      members.append((name, member))
      if !member.isStandard {
        ownRegions.append((CellPlace(file: file.name, line: record.line, column: region + 1), member))
      }
    }
    self.name = file.name
    contents = file.contents
    self.ownRegions = ownRegions
    groups = RegionGrouping(members.map { RegionGrouping.Group(name: $0.group, members: [$0.region]) }).groups
  }

  /// Refuses a member that neither the standards nor the data know: it is most likely misspelt.
  ///
  /// - Throws: ``ReadingError/unknownRegion(_:line:column:region:)``
  public func check(against network: Network) throws(ReadingError) {
    let named = network.namedRegions
    for (place, region) in ownRegions where !named.contains(region) {
      throw .unknownRegion(place.file, line: place.line, column: place.column, region: region.code)
    }
  }
}

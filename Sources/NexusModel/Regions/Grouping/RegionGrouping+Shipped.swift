extension RegionGrouping.Group {
  /// The organisations whose members nexus knows, by name, each with source and day.
  ///
  /// They are those that the two United Nations documents name and whose members are published as a list. A
  /// membership may have changed since its day; a file of one's own says otherwise.
  public static let shipped: [RegionGrouping.Group] = {
    let text = String(decoding: PackageResources.groupings_csv, as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      precondition(cells.count == 5, "A line of groupings.csv has \(cells.count) cells instead of 5.")
      return RegionGrouping.Group(
        name: cells[0], title: cells[1], asOf: cells[2], source: cells[3],
        members: cells[4].split(separator: ";").map { Region(code: String($0)) })
    }
  }()

  /// The shipped group of a name, in whatever case.
  public static func shipped(named name: String) -> RegionGrouping.Group? {
    shipped.first { $0.name.lowercased() == name.lowercased() }
  }
}

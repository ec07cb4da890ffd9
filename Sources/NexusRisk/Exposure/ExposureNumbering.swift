import NexusModel

/// The numbers of regions and crimes in an ``ExposureModel``.
struct ExposureNumbering {
  /// Every region that the data name and all that contain them, ascending.
  let regions: [Region]
  private let grouping: RegionGrouping?
  /// Every kind of crime that the data name, ascending.
  let crimes: [Crime]
  private let regionNumbers: [Region: Int]
  private let crimeNumbers: [Crime: Int]

  init(_ network: Network, grouping: RegionGrouping? = nil) {
    self.grouping = grouping
    let named = network.namedRegions
    var crimes = Set(network.actors.crimes.map(\.crime))
    for tie in network.ties { crimes.formUnion(tie.crimes) }
    for transfer in network.transfers { crimes.formUnion(transfer.crimes) }
    let groups = grouping.map { grouping in named.flatMap { grouping.groups(containing: $0) } } ?? []
    regions = named.union(named.flatMap(\.ancestors)).union(groups).sorted()
    regionNumbers = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($0.element, $0.offset) })
    self.crimes = crimes.sorted()
    crimeNumbers = Dictionary(
      uniqueKeysWithValues: self.crimes.enumerated().map { ($0.element, $0.offset) })
  }

  /// The numbers of the regions around each region, in the order of the regions.
  var containers: [[Int]] {
    regions.map { region in
      let groups = grouping?.groups(containing: region).filter { regionNumbers[$0] != nil } ?? []
      return numbers(of: region.ancestors + groups)
    }
  }

  /// - Precondition: the network has the region.
  subscript(region: Region) -> Int { regionNumbers[region]! }

  /// - Precondition: the network has the crime.
  subscript(crime: Crime) -> Int { crimeNumbers[crime]! }

  func numbers(of regions: [Region]) -> [Int] { regions.map { self[$0] } }

  /// Each crime once, ascending.
  func numbers(of crimes: [Crime]) -> [Int] {
    crimes.count > 1 ? Set(crimes).map { self[$0] }.sorted() : crimes.map { self[$0] }
  }
}

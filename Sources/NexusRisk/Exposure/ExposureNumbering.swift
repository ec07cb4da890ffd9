import NexusModel

/// The numbers of regions and crimes in an ``ExposureModel``.
struct ExposureNumbering {
  /// Every region that the data name and all that contain them, ascending.
  let regions: [Region]
  /// Every kind of crime that the data name, ascending.
  let crimes: [Crime]
  private let regionNumbers: [Region: Int]
  private let crimeNumbers: [Crime: Int]

  init(_ network: Network) {
    var named = Set(network.actors.presences.map(\.region))
    var crimes = Set(network.actors.crimes.map(\.crime))
    for tie in network.ties {
      for region in tie.sourceRegions { named.insert(region) }
      for region in tie.targetRegions { named.insert(region) }
      for region in tie.places { named.insert(region) }
      for crime in tie.crimes { crimes.insert(crime) }
    }
    for transfer in network.transfers {
      for region in [transfer.payerRegion, transfer.payeeRegion, transfer.place] {
        if let region { named.insert(region) }
      }
      for crime in transfer.crimes { crimes.insert(crime) }
    }
    regions = named.union(named.flatMap(\.ancestors)).sorted()
    regionNumbers = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($0.element, $0.offset) })
    self.crimes = crimes.sorted()
    crimeNumbers = Dictionary(
      uniqueKeysWithValues: self.crimes.enumerated().map { ($0.element, $0.offset) })
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

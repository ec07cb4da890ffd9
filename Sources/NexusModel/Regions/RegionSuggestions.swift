extension Region {
  /// Up to three names of countries, areas and the given regions that differ little from a text.
  ///
  /// - Complexity: O(names · length²).
  package static func names(near text: String, among others: Set<Region>) -> [String] {
    let folded = Array(text.lowercased().utf8.prefix(64))
    let limit = max(1, folded.count / 3)
    let standard = (RegionHierarchy.countries + RegionHierarchy.subregions + RegionHierarchy.continents)
      .map(Region.init(code:))
    var candidates: [(distance: Int, name: String)] = []
    for region in others.union(standard) {
      let name = Array(region.name.lowercased().utf8)
      guard abs(name.count - folded.count) <= limit else { continue }
      let distance = NearNames.editDistance(folded, name, limit: limit)
      if distance <= limit { candidates.append((distance, region.name)) }
    }
    return candidates.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }
}

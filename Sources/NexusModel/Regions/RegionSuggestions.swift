extension Region {
  /// Up to three names of countries, areas and the given regions that differ little from a text.
  ///
  /// - Complexity: O(names · length²).
  package static func names(near text: String, among others: Set<Region>) -> [String] {
    let standard = (RegionHierarchy.countries + RegionHierarchy.subregions + RegionHierarchy.continents)
      .map(Region.init(code:))
    return NearNames(String(text.prefix(64))).among(others.union(standard).map(\.name))
  }
}

private import Foundation

/// Where each country and area of UN M49 stands, read once from Foundation.
///
/// Foundation differs from M49 in a handful of codes, which are mended here: `QO` (outlying Oceania) is no M49
/// area, so that Antarctica lies in no region, as in M49; `202`, `419` and `003` lie between subregions and
/// continents and are taken for subregions; `EU`, `EZ` and `UN` are memberships and lie in the world only.
///
/// Source: United Nations, *Standard country or area codes for statistical use* (M49).
enum RegionHierarchy {
  struct Place: Sendable {
    let level: Region.Level
    let subregion: Region?
    let region: Region?
  }

  static let continents = ["002", "009", "019", "142", "150"]

  /// Every code that is a country or an area of M49.
  static let places: [String: Place] = {
    let groupings = ["202": "002", "419": "019", "003": "019"]
    let outside: Set<String> = ["QO", "EU", "EZ", "UN"]
    var places = ["001": Place(level: .world, subregion: nil, region: nil)]
    for continent in continents { places[continent] = Place(level: .region, subregion: nil, region: nil) }
    for region in Locale.Region.isoRegions {
      let code = region.identifier
      guard places[code] == nil, !outside.contains(code) else { continue }
      let continent = (groupings[code] ?? region.continent?.identifier).map(Region.init(code:))
      if code.utf8.first.map({ $0 < UInt8(ascii: "A") }) ?? true {
        places[code] = Place(level: .subregion, subregion: nil, region: continent)
      } else {
        let container = region.containingRegion?.identifier
        let isOutside = container.map(outside.contains) ?? true
        places[code] = Place(
          level: .country,
          subregion: isOutside || continents.contains(container ?? "")
            ? nil : container.map(Region.init(code:)),
          region: isOutside ? nil : continent)
      }
    }
    return places
  }()

  /// The codes of M49 areas below the continents, ascending.
  static let subregions = places.filter { $0.value.level == .subregion }.keys.sorted()
  /// The alpha-2 codes of countries, ascending.
  static let countries = places.filter { $0.value.level == .country }.keys.sorted()
}

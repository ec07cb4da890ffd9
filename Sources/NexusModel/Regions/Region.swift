/// A part of the world, or any other string of the data as a region of its own.
///
/// The hierarchy is UN M49 as Foundation's `Locale.Region` has it: country, subregion
/// (`Locale.Region.containingRegion`), region (`continent`), world. A region of its own stands at the level of
/// countries and lies in the world only.
public struct Region: Hashable, Comparable, Sendable {
  /// Which step of the hierarchy a region is.
  public enum Level: String, Hashable, Comparable, CaseIterable, Sendable {
    case country, subregion, region, world
    /// A group of regions that lies across the hierarchy.
    case grouping

    public static func < (left: Level, right: Level) -> Bool {
      allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
  }

  /// ISO 3166 alpha-2 of a country, UN M49 of anything larger (`143`, `142`, `001`), else the string of the data.
  public let code: String
  /// Whether it is a group of a ``RegionGrouping``, whose name is its code.
  public let isGrouping: Bool

  init(code: String) { (self.code, isGrouping) = (code, false) }

  /// The region that a group is. Its name may also be that of a region, which is another.
  public init(grouping name: String) { (code, isGrouping) = (name, true) }

  public static let world = Region(code: "001")

  public static func < (left: Region, right: Region) -> Bool {
    (left.code, left.isGrouping ? 1 : 0) < (right.code, right.isGrouping ? 1 : 0)
  }

  /// Whether ISO 3166 or UN M49 knows the region, as against a string of the data that stands alone.
  public var isStandard: Bool { !isGrouping && (RegionHierarchy.places[code] != nil || code == "EU") }

  /// The step of the hierarchy that the region is. A region of its own is a country among countries.
  public var level: Level { isGrouping ? .grouping : RegionHierarchy.places[code]?.level ?? .country }

  /// The region at a level that contains this one; itself at its own level. O(1).
  ///
  /// - Returns: nil below its own level, and where M49 has none: Antarctica and a region of its own lie in the
  ///   world only. Groups lie across the hierarchy: a group is in nothing, and which groups a region is in says
  ///   ``RegionGrouping``.
  public func ancestor(at level: Level) -> Region? {
    if isGrouping { return level == .grouping ? self : nil }
    guard let place = RegionHierarchy.places[code] else {
      return level == .country ? self : level == .world ? .world : nil
    }
    if level <= place.level { return level == place.level ? self : nil }
    return switch level {
    case .country: nil
    case .subregion: place.subregion
    case .region: place.region
    case .world: .world
    case .grouping: nil
    }
  }

  /// The regions that contain this one, the nearest first; none for the world.
  public var ancestors: [Region] {
    let level = level
    return Level.allCases.filter { $0 > level }.compactMap { ancestor(at: $0) }
  }

  /// What English calls the region; the string of the data for a region of its own.
  public var name: String { isGrouping ? code : RegionGazetteer.englishName(of: self) }
}

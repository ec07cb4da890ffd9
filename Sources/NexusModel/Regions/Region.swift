/// A part of the world, or any other string of the data as a region of its own.
///
/// The hierarchy is UN M49 as Foundation's `Locale.Region` has it: country, subregion
/// (`Locale.Region.containingRegion`), region (`continent`), world. A region of its own lies in the world only.
public struct Region: Hashable, Comparable, Sendable {
  /// Which step of the hierarchy a region is.
  public enum Level: String, Hashable, Comparable, CaseIterable, Sendable {
    case country, subregion, region, world

    public static func < (left: Level, right: Level) -> Bool {
      allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
  }

  /// ISO 3166 alpha-2 of a country, UN M49 of anything larger (`143`, `142`, `001`), else the string of the data.
  public let code: String

  init(code: String) { self.code = code }

  public static let world = Region(code: "001")

  public static func < (left: Region, right: Region) -> Bool { left.code < right.code }
}

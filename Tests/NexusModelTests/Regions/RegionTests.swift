import Foundation
import NexusModel
import Testing

@Suite("Regions")
struct RegionTests {
  @Test(
    "Codes and names of every kind give the alpha-2 or M49 code",
    arguments: [
      ("TJ", "TJ"), ("tj", "TJ"), (" TJ ", "TJ"), ("TJK", "TJ"), ("tjk", "TJ"), ("762", "TJ"), ("010", "AQ"),
      ("Tajikistan", "TJ"), ("TADJIKISTAN", "TJ"), ("Tayikistan", "TJ"), ("Таджикистан", "TJ"),
      ("طاجيكستان", "TJ"), ("塔吉克斯坦", "TJ"), ("NA", "NA"), ("NAM", "NA"), ("Namibia", "NA"),
      ("143", "143"), ("Central Asia", "143"), ("central-asia", "143"), ("Asie centrale", "143"),
      ("Asia central", "143"), ("Центральная Азия", "143"), ("中亚", "143"), ("142", "142"), ("Asia", "142"),
      ("001", "001"), ("World", "001"), ("Sub-Saharan Africa", "202"),
      ("Latin America and the Caribbean", "419"),
      ("UK", "GB"), ("Great Britain", "GB"), ("USA", "US"), ("U.S.A.", "US"), ("Turkey", "TR"),
      ("Türkiye", "TR"),
      ("Turkiye", "TR"), ("Viet Nam", "VN"), ("Vietnam", "VN"), ("Cote d'Ivoire", "CI"),
      ("Côte d’Ivoire", "CI"),
      ("State of Palestine", "PS"), ("Iran, Islamic Republic of", "IR"), ("Российская Федерация", "RU"),
      ("The Gambia", "GM"), ("Gambia (the)", "GM"), ("St Lucia", "LC"), ("Saint Lucia", "LC"),
      ("Trinidad and Tobago", "TT"), ("Congo", "CG"), ("DRC", "CD"), ("Niger", "NE"), ("Guinea", "GN"),
      ("Georgia", "GE"), ("Micronesia", "FM"), ("Kosovo", "XK"), ("XK", "XK"), ("XKX", "XK"),
      ("Taiwan", "TW"),
      ("China", "CN"), ("Chine", "CN"), ("European Union", "EU"), ("EU", "EU"), ("Chad", "TD"), ("Чад", "TD"),
      ("República Dominicana", "DO"), ("Dominica", "DM"), ("Dominique", "DM"),
    ])
  func resolves(text: String, code: String) throws {
    #expect(try #require(Region(resolving: text)).code == code)
  }

  @Test("Words for a missing region give none", arguments: ["", "  ", "n/a", "N/A", "Unknown", "-9", "-99"])
  func missing(text: String) { #expect(Region(resolving: text) == nil) }

  @Test("Any other string is a region of its own, trimmed and in NFC, and lies in the world only")
  func own() throws {
    for text in ["Alpha", "Triple frontier", "42", "ZZ", "QO", "999", "??", "A1", "007"] {
      let region = try #require(Region(resolving: " \(text) "))
      #expect(region.code == text)
      #expect(region.name == text)
      #expect(region.level == .country)
      #expect(region.ancestors == [.world])
    }
    #expect(Region(resolving: "Cafe\u{301}ville")?.code.unicodeScalars.count == 9)
    #expect(Region(resolving: "alpha") != Region(resolving: "Alpha"))
  }

  @Test("A country rolls up to its subregion, region and the world")
  func hierarchy() throws {
    let country = try #require(Region(resolving: "TJ"))
    #expect(country.level == .country)
    #expect(country.ancestors.map(\.code) == ["143", "142", "001"])
    #expect(country.ancestor(at: .country) == country)
    let subregion = try #require(country.ancestor(at: .subregion))
    #expect(subregion.name == "Central Asia")
    #expect(subregion.level == .subregion)
    #expect(subregion.ancestor(at: .country) == nil)
    #expect(subregion.ancestors.map(\.code) == ["142", "001"])
    #expect(subregion.ancestor(at: .region)?.level == .region)
    #expect(Region.world.level == .world)
    #expect(Region.world.ancestors.isEmpty)
    #expect(Region.world.name == "World")
  }

  @Test(
    "Odd codes stand where M49 has them",
    arguments: [
      ("AQ", ["001"]), ("EU", ["001"]), ("XK", ["039", "150", "001"]), ("TW", ["030", "142", "001"]),
      ("202", ["002", "001"]), ("419", ["019", "001"]), ("US", ["021", "019", "001"]),
      ("IO", ["014", "002", "001"]), ("HM", ["053", "009", "001"]), ("009", ["001"]),
    ])
  func oddities(code: String, ancestors: [String]) throws {
    #expect(try #require(Region(resolving: code)).ancestors.map(\.code) == ancestors)
  }

  @Test("Names of countries are those of the United Nations where Foundation's would surprise")
  func names() {
    #expect(Region(resolving: "CN")?.name == "China")
    #expect(Region(resolving: "PS")?.name == "State of Palestine")
    #expect(Region(resolving: "AF")?.name == "Afghanistan")
    #expect(Region(resolving: "419")?.name == "Latin America and the Caribbean")
  }

  @Test("No two countries or areas bear the same English name")
  func distinctNames() {
    let codes = Locale.Region.isoRegions.map(\.identifier).filter { Region(resolving: $0)?.code == $0 }
    #expect(codes.count > 270)
    #expect(Set(codes.compactMap { Region(resolving: $0)?.name }).count == codes.count)
  }

  @Test("The English name of every country and area resolves to it")
  func namesResolve() {
    for code in Locale.Region.isoRegions.map(\.identifier) {
      // "Micronesia" is taken for the country; QO, EZ and UN are none of ours.
      guard !["057", "QO", "EZ", "UN"].contains(code), let region = Region(resolving: code) else { continue }
      #expect(Region(resolving: region.name) == region, "\(code) \(region.name)")
    }
  }

  @Test("Levels are ordered from the country to the world")
  func levels() {
    #expect(Region.Level.allCases.sorted() == [.country, .subregion, .region, .world, .grouping])
  }
}

import Foundation
import NexusTestSupport
import Testing

@testable import NexusReport

@Suite("The middles of countries")
struct CountryMiddlesTests {
  @Test("Every country of ISO 3166 in UN M49 has one, on the globe")
  func complete() {
    let codes = Locale.Region.isoRegions.filter {
      $0.subRegions.isEmpty && $0.identifier.count == 2 && $0.isISORegion
    }
    .map(\.identifier).filter { $0.allSatisfy(\.isLetter) }
    let missing = codes.filter { CountryMiddles.middle(of: $0) == nil }
    // What ISO reserves for parts of others or for private use.
    #expect(
      Set(missing).isSubset(of: [
        "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "ZZ", "XA", "XB",
      ]), "\(missing)")
    #expect(CountryMiddles.middles.count > 240)
    for middle in CountryMiddles.middles.values {
      #expect((-90...90).contains(middle.latitude) && (-180...180).contains(middle.longitude))
    }
  }

  @Test("They lie near published centroids", .enabled(if: ReferenceData.isPresent))
  func near() throws {
    let text = try String(
      contentsOf: ReferenceData.folder.appending(path: "regions/country_centroids.csv"), encoding: .utf8)
    var checked = 0
    // Several far places under one code, or about the pole.
    let scattered = ["UM", "AQ", "TF", "KI"]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6, let longitude = Double(cells[0]), let latitude = Double(cells[1]),
        let middle = CountryMiddles.middle(of: cells[3]),
        !scattered.contains(cells[3]), cells[2] != "Canarias"
      else { continue }
      let east = abs(middle.longitude - longitude).truncatingRemainder(dividingBy: 360)
      #expect(abs(middle.latitude - latitude) < 8 && min(east, 360 - east) < 12, "\(cells[3])")
      checked += 1
    }
    #expect(checked > 200)
  }
}

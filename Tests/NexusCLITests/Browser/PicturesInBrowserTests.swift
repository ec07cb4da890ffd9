import Foundation
import Testing

/// Every picture of `analyze`, in Chromium and by librsvg. Where either is missing, `make browser-deps` installs both.
@Suite(
  "Pictures in a browser and by librsvg", .serialized,
  .enabled(
    if: WebDriver.programs != nil && PictureComparison.converter != nil,
    "Chromium, chromedriver or rsvg-convert is missing: make browser-deps"))
struct PicturesInBrowserTests {
  private func pictures(_ name: String) throws -> [(name: String, document: String)] {
    let folder = try BrowserPages.results(name)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".svg") }
      .sorted().map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  @Test(
    "Both draw every picture of a data set alike, and it is XML below 2 MB", arguments: BrowserPages.names)
  func alike(name: String) async throws {
    let pictures = try pictures(name)
    #expect(pictures.count >= 4)
    let browser = try await WebDriver()
    for picture in pictures {
      #expect(try Picture(picture.document).isInert, "\(picture.name)")
      #expect(picture.document.utf8.count < 2_000_000, "\(picture.name)")
      let found = try await PictureComparison(of: picture.document, in: browser)
      if name == "hostile" {
        #expect(found.share <= PictureComparison.mostShareWithoutFonts, "\(picture.name): \(found)")
      } else {
        #expect(found.isAlike, "\(picture.name): \(found)")
      }
    }
    try await browser.end()
  }

  @Test(
    "The comparison sees a symbol that is missing, and legends and notes that are missing or stand elsewhere")
  func faults() async throws {
    let document = try #require(try pictures("northern-corridor").first { $0.name == "network.svg" }).document
    func changed(_ text: String, to other: String) throws -> String {
      let place = try #require(document.range(of: text))
      return document.replacingCharacters(in: place, with: other)
    }
    // A polygon of an actor, in the middle of the document so that it is on the map.
    let symbols = document.matches(of: /<g data-actor="\d+">\n<g>\n<title>[^<]*<\/title>\n<polygon[^>]*>/)
    let symbol = try #require(symbols.dropFirst(symbols.count / 2).first)
    let faults = [
      ("symbol", document.replacingCharacters(in: symbol.range, with: "<g><g>")),
      ("legend gone", try changed("<g class=\"legend\">", to: "<g class=\"legend\" opacity=\"0\">")),
      (
        "legend moved",
        try changed("<g class=\"legend\">", to: "<g class=\"legend\" transform=\"translate(0 8)\">")
      ),
      ("notes gone", try changed("<g class=\"notes\">", to: "<g class=\"notes\" opacity=\"0\">")),
      (
        "notes moved",
        try changed("<g class=\"notes\">", to: "<g class=\"notes\" transform=\"translate(0 8)\">")
      ),
    ]
    let browser = try await WebDriver()
    #expect(try await PictureComparison(of: document, in: browser).isAlike)
    for (name, other) in faults {
      let found = try await PictureComparison(of: document, and: other, in: browser)
      #expect(!found.isAlike, "\(name): \(found)")
    }
    try await browser.end()
  }
}

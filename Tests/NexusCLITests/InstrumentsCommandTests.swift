import Foundation
import NexusTestSupport
import Testing

@Suite("nexus instruments, as its user meets it")
struct InstrumentsCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["instruments"] + arguments, in: folder.url)
  }

  @Test("The register is one line an instrument, on a screen of 100 columns")
  func register() throws {
    let result = try run()
    #expect(result.status == 0)
    #expect(result.output.contains("S/RES/2370") && result.output.contains("p4, p8, 11"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("One kind of crime: what names it, and how that is known")
  func crime() throws {
    let result = try run("drugs")
    #expect(result.output.contains("S/PRST/2013/22") && result.output.contains("verified"))
    #expect(!result.output.contains("S/RES/2370"))
    #expect(try run("cyber").output.contains("No instrument of the register names cyber as such."))
    #expect(try run("TIP").output.contains("S/RES/2331"))
  }

  @Test("Unknown kinds of crime exit 64 with near names")
  func unknown() throws {
    let result = try run("drug")
    #expect(result.status == 64 && result.messages.contains("Did you mean 'drugs'?"))
  }

  @Test("JSON of the register and of one crime")
  func json() throws {
    struct Register: Decodable {
      struct Entry: Decodable {
        var symbol: String
        var basis: String
        var citedIn: [String]
      }
      var crime: String?
      var instruments: [Entry]
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let all = try decoder.decode(Register.self, from: Data(run("--json").output.utf8))
    #expect(all.crime == nil && all.instruments.count == 28)
    #expect(all.instruments.count { $0.symbol.hasPrefix("S/RES/") } == 17)
    let arms = try decoder.decode(Register.self, from: Data(run("arms", "--json").output.utf8))
    #expect(arms.crime == "arms" && arms.instruments.count < all.instruments.count)
  }

  @Test("The register written as a data set can be analysed")
  func written() throws {
    #expect(try CommandRun(["instruments", "--write", "register"], in: folder.url).status == 0)
    let result = try CommandRun(["analyze", "register"], in: folder.url)
    #expect(result.status == 0 && result.output.contains("30 actors"))
  }

  @Test("The register replaces itself, but no file with other content")
  func foreignFiles() throws {
    #expect(try run("--write", "register").status == 0)
    #expect(try run("--write", "register").status == 0)
    _ = try folder.file("ties.csv", "precious")
    let refused = try run("--write", ".")
    #expect(refused.status == 73 && refused.messages.contains("ties.csv"), "\(refused.messages)")
    let kept = try String(contentsOf: folder.url.appending(path: "ties.csv"), encoding: .utf8)
    #expect(kept == "precious")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "actors.csv").path))
  }
}

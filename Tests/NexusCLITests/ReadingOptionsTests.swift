import Foundation
import NexusTestSupport
import Testing

@Suite("Two modes and the memory of reading, as the user of the command meets them")
struct ReadingOptionsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func degrees(_ arguments: String...) throws -> [String: Double] {
    let result = try CommandRun(["measures"] + arguments + ["--only", "degree", "--json"], in: folder.url)
    #expect(result.status == 0, "\(result.messages)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    return try #require(document["measures"] as? [String: [String: Double]])["degree"] ?? [:]
  }

  @Test("Events join who took part in them; with --keep-two-mode they are actors")
  func twoMode() throws {
    let file = try folder.file("m.csv", ",e1,e2\nann,1,0\nbob,1,1\ncy,0,1\n")
    #expect(try degrees(file) == ["ann": 1, "bob": 2, "cy": 1])
    #expect(try degrees(file, "--keep-two-mode") == ["ann": 1, "bob": 2, "cy": 1, "e1": 2, "e2": 2])
  }

  @Test("--max-memory refuses with a sentence and exit 65, a size that is none with 64")
  func memory() throws {
    let file = try folder.file("t.csv", "source,target\n" + (0..<2_000).map { "a\($0),b\n" }.joined())
    let refused = try CommandRun(["measures", file, "--max-memory", "100K"], in: folder.url)
    #expect(refused.status == 65 && refused.output.isEmpty)
    #expect(
      refused.messages.contains("t.csv: reading on would take more than")
        && refused.messages.contains("100 KiB"))
    #expect(try CommandRun(["measures", file, "--max-memory", "lots"], in: folder.url).status == 64)
    #expect(try CommandRun(["measures", file, "--max-memory", "1G"], in: folder.url).status == 0)
  }
}

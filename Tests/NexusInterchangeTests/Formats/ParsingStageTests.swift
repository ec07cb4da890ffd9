import NexusGraph
import Testing

@testable import NexusInterchange

@Suite("Parsing as a stage")
struct ParsingStageTests {
  @Test("A large XML document is a stage by its bytes, which ends with its scanner")
  func xml() throws {
    let text =
      "<a>" + String(repeating: "<b c=\"0123456789012345678901234567890123456789\"/>\n", count: 40_000)
      + "</a>"
    let progress = WorkProgress()
    try WorkProgress.$current.withValue(progress) {
      var done: [Int] = []
      do {
        var scanner = XMLScanner(Array(text.utf8))
        #expect(progress.stage?.name == "parsing" && progress.stage?.count == text.utf8.count)
        _ = try scanner.child()
        while try scanner.child() != nil {
          done.append(progress.stage?.done ?? -1)
          try scanner.skip()
        }
      }
      #expect(Set(done).count > 10 && zip(done, done.dropFirst()).allSatisfy { $0 <= $1 })
      #expect((done.last ?? 0) > text.utf8.count * 9 / 10 && (done.last ?? 0) <= text.utf8.count)
      #expect(progress.stage == nil)
    }
  }

  @Test("So is a large JSON document")
  func json() throws {
    let text =
      "[" + String(repeating: "{\"id\": \"0123456789012345678901234567890123456789\"},\n", count: 40_000)
      + "{}]"
    let progress = WorkProgress()
    try WorkProgress.$current.withValue(progress) {
      var done: [Int] = []
      do {
        var scanner = JSONScanner(Array(text.utf8))
        try scanner.array { (scanner) throws(FormatFault) in
          _ = try scanner.value()
          done.append(progress.stage?.done ?? -1)
        }
      }
      #expect(Set(done).count > 10 && (done.last ?? 0) > text.utf8.count * 9 / 10)
      #expect(progress.stage == nil)
    }
  }

  @Test("A small document is none")
  func small() throws {
    let progress = WorkProgress()
    WorkProgress.$current.withValue(progress) {
      let scanner = XMLScanner(Array("<a/>".utf8))
      withExtendedLifetime(scanner) { #expect(progress.stage == nil) }
    }
  }
}

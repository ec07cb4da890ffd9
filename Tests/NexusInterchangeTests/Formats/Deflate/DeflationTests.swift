import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("Files deflated as gzip")
struct DeflationTests {
  @Test("What is deflated inflates again, without a time in it")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 3)
    for count in [0, 1, 1000, 200_000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...9, using: &generator) }
      let file = Deflation.gzip(bytes)
      // RFC 1952, section 2.3: the mark, the method, no flags, and four bytes of time.
      #expect(file.prefix(8) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
      #expect(try Inflation().bytes(file, .gzip) == bytes)
      #expect(file == Deflation.gzip(bytes))
    }
  }
}

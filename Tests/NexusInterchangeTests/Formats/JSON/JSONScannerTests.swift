import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusInterchange

@Suite("JSON is walked value by value, within bounds")
struct JSONScannerTests {
  private func value(_ text: String) throws(FormatFault) -> JSONValue {
    var scanner = JSONScanner(Array(text.utf8))
    let value = try scanner.value()
    try scanner.expectEnd()
    return value
  }

  @Test("Numbers keep their digits, escapes are undone, objects know their line")
  func values() throws {
    let object = try #require(
      try value(
        " {\"id\": 12345678901234567890,\n \"x\": [1.50, -2e3, NaN, true, null, \"a\"], \"o\":\n {\"k\": \"v\"}}"
      ).object)
    #expect(object["id"]?.cell == "12345678901234567890")
    #expect(object["x"]?.cell == "1.50;-2e3;NaN;true;a")
    #expect(object["o"]?.object?.line == 3 && object.line == 1)
    #expect(object.cells.map(\.name) == ["id", "x", "o.k"])
    #expect(
      try value("\"a\\\"\\\\\\/\\n\\u00e9\\uD83D\\uDE00\\uD83D.\"").text == "a\"\\/\n\u{E9}\u{1F600}\u{FFFD}."
    )
  }

  @Test(
    "Broken documents are refused with line, column, and what to do",
    arguments: [
      ("", ":1:1", "a value is missing"), ("{", ":1:2", "ends inside a value"),
      ("[1", ":1:3", "ends inside a value"),
      ("[1 2]", ":1:4", "a comma is missing"), ("[1,]", ":1:4", "Remove it"),
      ("{\"a\":1,}", ":1:8", "Remove it"),
      ("{a: 1}", ":1:2", "in double quotes"), ("{\"a\" 1}", ":1:6", "a : is missing"),
      ("{\"a\": }", ":1:7", "no value of JSON"), ("[1]\n x", ":2:2", "follows the end"),
      ("tru", ":1:1", "no value"),
      ("'a'", ":1:1", "no value"), ("+1", ":1:1", "no value"), (".5", ":1:1", "no value"),
      ("0x10", ":1:1", "no value"),
      ("[1e]", ":1:2", "no value"), ("\"a", ":1:1", "the quote that opens here"),
      ("\"a\nb\"", ":1:3", "a line ends"),
      ("\"\\x\"", ":1:2", "stands for itself"), ("\"\\u12\"", ":1:2", "stands for itself"),
      ("\"\\u12G4\"", ":1:2", "stands for itself"), ("\"\\", ":1:2", "ends inside a string"),
      ("[}", ":1:2", "no value"),
    ])
  func broken(text: String, place: String, message: String) {
    let fault = #expect(throws: FormatFault.self) { try value(text) }
    #expect(fault?.place == place && fault?.message.contains(message) == true, "\(text): \(fault as Any)")
  }

  @Test(
    "Nesting of 100 000 is refused at the 257th bracket, read or passed over; a long string where it opens")
  func bounds() throws {
    for bracket in ["[", "{\"a\":"] {
      let deep = String(repeating: bracket, count: 100_000)
      let fault = #expect(throws: FormatFault.self) { try value(deep) }
      #expect(fault?.message.contains("more than 256 deep") == true)
      var scanner = JSONScanner(Array(deep.utf8))
      #expect(throws: FormatFault.self) { try scanner.skip() }
    }
    let long = "\"" + String(repeating: "x", count: RecordTable.largestValue + 1) + "\""
    let fault = #expect(throws: FormatFault.self) { try value("[1,\n" + long) }
    #expect(fault?.place == ":2:1" && fault?.message.contains("1 MiB") == true)
  }

  @Test("A document with any bytes put for others is read or refused, never a crash")
  func mutations() {
    let text = Array("{\"a\": [1, -2.5e3, \"x\\u00e9\\n\"], \"b\": {\"c\": null, \"d\": true}}".utf8)
    for length in 0..<text.count {
      var scanner = JSONScanner(Array(text.prefix(length)))
      #expect(throws: FormatFault.self, "cut at \(length)") { try scanner.value() }
    }
    for seed in UInt64(1)...5_000 {
      var generator = SeededGenerator(seed: seed)
      var bytes = text
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          Array("{}[]:,\"\\ue-+.1 x\n".utf8).randomElement(using: &generator)!
      }
      var (whole, passed) = (JSONScanner(bytes), JSONScanner(bytes))
      let isValue = (try? whole.value()) != nil  // either is right
      let isSkipped = (try? passed.skip()) != nil
      #expect(isValue == isSkipped, "seed \(seed)")
    }
  }
}

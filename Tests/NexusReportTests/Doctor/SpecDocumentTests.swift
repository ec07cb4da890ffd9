import NexusInterchange
import NexusReport
import NexusTestSupport
import Testing

@Suite("A spec is written as sorted JSON that reads back")
struct SpecDocumentTests {
  @Test("What is written reads back as the same decisions, and again as the same bytes")
  func roundTrip() throws {
    var file = FileSpec()
    (file.shape, file.encoding, file.delimiter) = (.flows, .utf16LittleEndian, .tab)
    file.columns = [.source: .header("Abs\"ender"), .target: .position(2), .amount: .header("Betrag\n")]
    (file.decimalMarks, file.dateOrders) = ([.amount: .comma, .confidence: .point], [.date: .monthFirst])
    (file.direction, file.duplicates, file.twoMode) = (.directed, .drop, .keep)
    file.vocabulary.add("havala", as: "hawala", in: .channel)
    var other = FileSpec()
    (other.decimalMark, other.dateOrder, other.sheet) = (.comma, .dayFirst, "Bl\u{E4}tter")
    var spec = ReadingSpec()
    spec.files = ["t.csv": file, "u.xlsx": other, "*": FileSpec()]
    for (position, name) in HostileNames.all.enumerated() {
      spec.vocabulary.add(
        "\(name)\(position)", as: position.isMultiple(of: 2) ? "AF" : name + "x", in: .region)
    }
    spec.vocabulary.add("terorist", as: "terrorist", in: .role)
    let bytes = spec.document.bytes
    var read = try ReadingSpec(name: "s.json", contents: bytes)
    #expect(read.document.bytes == bytes)
    (read.name, read.contents) = ("", [])
    #expect(read == spec)
  }

  @Test("An empty spec shows where words go")
  func template() {
    #expect(
      String(decoding: ReadingSpec().document.bytes, as: UTF8.self) == """
        {
          "files": {},
          "nexus_spec": 1,
          "vocabulary": {
            "channels": {},
            "crimes": {},
            "regions": {},
            "relations": {},
            "roles": {},
            "types": {}
          }
        }

        """)
  }
}

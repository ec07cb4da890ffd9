import NexusInterchange
import NexusTestSupport
import Testing

@Suite("The file of a spec is read strictly, with line and near word")
struct SpecParserTests {
  private func spec(_ text: String) throws -> ReadingSpec {
    try ReadingSpec(name: "s.json", contents: Array(text.utf8))
  }

  private func refusal(_ text: String) -> String {
    do {
      _ = try spec(text)
      return "read"
    } catch { return "\(error)" }
  }

  @Test("Every key is read")
  func whole() throws {
    let spec = try spec(
      """
      {"nexus_spec": 1, "vocabulary": {"roles": {"terorist": "terrorist"}, "regions": {"Afganistan": "AF"}},
       "files": {"t.csv": {"shape": "flows", "encoding": "utf-8", "delimiter": ";", "sheet": "Payments",
         "columns": {"source": "Absender", "target": 2}, "decimal_mark": "comma",
         "date_order": {"date": "month-first"}, "direction": "directed", "duplicates": "drop",
         "vocabulary": {"channels": {"Havala": "HAWALA"}}}}}
      """)
    var file = FileSpec()
    (file.shape, file.encoding, file.delimiter, file.sheet) = (.flows, .utf8, .semicolon, "Payments")
    file.columns = [.source: .header("Absender"), .target: .position(2)]
    (file.decimalMark, file.dateOrders) = (.comma, [.date: .monthFirst])
    (file.direction, file.duplicates) = (.directed, .drop)
    file.vocabulary.add("Havala", as: "hawala", in: .channel)
    #expect(spec.files == ["t.csv": file])
    #expect(spec.vocabulary.replacement(of: "TERORIST", in: .role) == "terrorist")
    #expect(spec.vocabulary.replacement(of: "afganistan ", in: .region) == "AF")
    #expect(spec.vocabulary.replacement(of: "terorist", in: .type) == nil)
  }

  @Test("A key or value that nexus does not know is refused with the near one and its line")
  func unknown() {
    #expect(
      refusal("{\"nexus_spec\": 1,\n \"file\": {}}")
        == "s.json:2: key: \"file\" is not known. Did you mean \"files\"? Expected files, nexus_spec, vocabulary."
    )
    #expect(
      refusal("{\"nexus_spec\": 1, \"files\": {\"t\": {\"delimeter\": \"comma\"}}}").contains(
        "Did you mean \"delimiter\"?"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"files\": {\"t\": {\"delimiter\": \"coma\"}}}").contains(
        "Did you mean \"comma\"?"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"files\": {\"t\": {\"shape\": \"tie\"}}}").contains(
        "Did you mean \"ties\"?"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"files\": {\"t\": {\"columns\": {\"sorce\": \"a\"}}}}").contains(
        "Did you mean \"source\"?"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"vocabulary\": {\"roles\": {\"x\": \"terorist\"}}}").contains(
        "vocabulary.roles: \"terorist\" is not known. Did you mean \"terrorist\"?"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"vocabulary\": {\"role\": {}}}").contains("Did you mean \"roles\"?"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"files\": {\"t\": {\"date_order\": {\"amount\": \"day-first\"}}}}")
        .contains(
          "Expected date, start, end, birth_date."))
  }

  @Test("What is no spec, or says a thing twice, is refused")
  func broken() {
    #expect(refusal("").hasPrefix("s.json:1: this is no spec"))
    #expect(refusal("[]").hasPrefix("s.json:1: this is no spec"))
    #expect(refusal("{}").contains("the version of the format is missing. Add \"nexus_spec\": 1."))
    #expect(refusal("{\"nexus_spec\": 2}").contains("this version of the format is not known"))
    #expect(refusal("{\"nexus_spec\": 1,\n}").hasPrefix("s.json:2"))
    #expect(refusal("{\"nexus_spec\": 1} x").contains("something follows"))
    #expect(refusal("{\"nexus_spec\": 1, \"nexus_spec\": 1}").contains("given twice"))
    #expect(refusal("{\"nexus_spec\": 1, \"files\": {\"t\": {}, \"t\": {}}}").contains("given twice"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"vocabulary\": {\"roles\": {\"A b\": \"state\", \"a-B\": \"state\"}}}")
        .contains(
          "given twice"))
    #expect(refusal("{\"nexus_spec\": 1, \"files\": []}").contains("files: expected an object"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"files\": {\"t\": {\"columns\": {\"source\": 0}}}}").contains(
        "its number from 1"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"files\": {\"t\": {\"columns\": {\"source\": \"\"}}}}").contains(
        "the header"))
    #expect(
      refusal("{\"nexus_spec\": 1, \"vocabulary\": {\"regions\": {\"x\": \"n/a\"}}}").contains("missing"))
    #expect(refusal(String(repeating: "{\"a\":", count: 5000)).contains("not known"))
  }

  @Test("Hostile names in a spec stay on one line of the message", arguments: HostileNames.all)
  func hostile(name: String) {
    let quoted = name.unicodeScalars.map {
      $0.value < 0x20 || "\"\\".unicodeScalars.contains($0) ? "?" : String($0)
    }
    let message = refusal("{\"nexus_spec\": 1, \"files\": {\"t\": {\"\(quoted.joined())\": 1}}}")
    #expect(!message.contains("\n") && message.count < 400 && !message.unicodeScalars.contains("\u{202E}"))
  }
}

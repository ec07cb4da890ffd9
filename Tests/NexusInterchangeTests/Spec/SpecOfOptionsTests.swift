import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("A spec holds every decision of the options that an import was made with")
struct SpecOfOptionsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What a data set says, and where its rows ended.
  private func said(_ path: String, _ options: ReadingOptions) -> String {
    do {
      let reading = try DatasetReader(options: options).read(path)
      let network = reading.network
      let particulars = network.actors.particulars
      return "\(reading.links) \(reading.places) \(reading.account) \(network.actors.types.map(\.word))"
        + " \(network.actors.names) \(particulars.births.map { "\($0.actor.index) \($0.date)" })"
        + " \(network.ties.map { "\($0.first?.description ?? "-")" })"
        + " \(network.tieEvidence.map { $0.grading ?? -1 })"
        + " \(network.transfers.map { $0.date?.description ?? "-" })"
        + " \(reading.problems.map(\.description)) \(reading.rejected.map(\.line))"
    } catch {
      return "refused"
    }
  }

  /// Tables of which each leaves something to the options.
  private func text(_ generator: inout SeededGenerator) -> String {
    func one(_ words: [String]) -> String { words.randomElement(using: &generator)! }
    func number() -> String { one(["1,500", "2.250", "\"3,5\"", "4.25", "7", "\"1.200,5\""]) }
    func date() -> String { one(["03/04/2019", "05/06/2020", "2021", "", "12/11/2018"]) }
    func rows(_ row: () -> String) -> String {
      (0..<Int.random(in: 2...9, using: &generator)).map { _ in row() + "\n" }.joined()
    }
    let people = ["ann", "bob", "cy", "dee", "eve"]
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      return "actor;event;weight;date\n"
        + rows { "\(one(people));\(one(["e", "f", "g"]));\(number());\(date())" }
    case 1:
      return ";e1;e2;e3\n"
        + people.map { "\($0);\(one(["0", "1,500", "", "2.5"]));0;\(one(["0", "1", "0,5"]))\n" }.joined()
    case 2:
      return "source;target;weight;date\n" + rows { "\(one(people));\(one(people));\(number());\(date())" }
    case 3:
      return "who;whom;amount;when\n" + rows { "\(one(people));\(one(people));\(number());\(date())" }
    case 4:
      return "id;name;birth_date\n" + people.map { "\($0);\($0.uppercased());\(date())\n" }.joined()
    default:
      return ";ann;bob;cy\nann;0;1,500;2\nbob;\(number());0;0\ncy;2;\(one(["0", "1"]));0\n"
    }
  }

  private func options(_ text: String, _ generator: inout SeededGenerator) -> ReadingOptions {
    var options = ReadingOptions()
    if text.hasPrefix("who") { options.columns = [.source: "who", .target: "whom", .date: "when"] }
    options.twoMode = [.project, .keep].randomElement(using: &generator)!
    options.duplicates = [.keep, .drop].randomElement(using: &generator)!
    options.direction = [nil, .directed, .undirected].randomElement(using: &generator)!
    options.decimalMark = [nil, .comma, .point].randomElement(using: &generator)!
    options.dateOrder = [nil, .dayFirst, .monthFirst].randomElement(using: &generator)!
    return options
  }

  @Test(
    "Reading with the spec of a reading with options gives the same network and account",
    arguments: UInt64(1)...120)
  func sameImport(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = text(&generator)
    let path = try folder.file("t.csv", text)
    let options = options(text, &generator)
    let examination = DatasetReader(options: options).examine(path)
    var bySpec = ReadingOptions()
    bySpec.spec = ReadingSpec(of: examination, options: options)
    #expect(said(path, options) == said(path, bySpec), "seed \(seed): \(text)")
    // And the spec of that reading is the same again.
    let again = ReadingSpec(of: DatasetReader(options: bySpec).examine(path), options: bySpec)
    #expect(again.files == bySpec.spec?.files, "seed \(seed): \(text)")
  }

  @Test("Events that were kept are kept by the spec, and an option cannot take them away by being absent")
  func twoMode() throws {
    let path = try folder.file("t.csv", "actor,event\nann,e\nbob,e\n")
    var options = ReadingOptions()
    options.twoMode = .keep
    let spec = ReadingSpec(of: DatasetReader(options: options).examine(path), options: options)
    #expect(spec.files["t.csv"]?.twoMode == .keep)
    let read = try ReadingSpec(
      name: "s.json", contents: Array(#"{"nexus_spec": 1, "files": {"*": {"two_mode": "KEEP"}}}"#.utf8))
    for decided in [spec, read] {
      options = ReadingOptions()
      options.spec = decided
      #expect(try DatasetReader(options: options).read(path).links == ["ann - e 1.0", "bob - e 1.0"])
    }
    #expect(throws: ReadingError.self) {
      try ReadingSpec(
        name: "s", contents: Array(#"{"nexus_spec": 1, "files": {"*": {"two_mode": "x"}}}"#.utf8))
    }
  }
}

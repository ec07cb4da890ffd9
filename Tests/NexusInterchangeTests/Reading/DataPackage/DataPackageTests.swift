import Foundation
import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("A folder with datapackage.json is read as its description says")
struct DataPackageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes files and a description, and reads the folder.
  private func read(_ description: String, _ files: [String: String] = [:]) throws -> Reading {
    for (name, text) in files { _ = try folder.file(name, text) }
    _ = try folder.file("datapackage.json", description)
    return try DatasetReader().read(folder.path)
  }

  private func refusal(_ description: String, _ files: [String: String] = [:]) -> String {
    do {
      _ = try read(description, files)
      return "read"
    } catch { return "\(error)" }
  }

  @Test(
    "Actors come first, then ties; the description is an input of its own and names the data set by its folder"
  )
  func order() throws {
    let description = """
      {"resources": [{"name": "ties", "path": "data/t.csv"}, {"name": "actors", "path": "data/a.csv"}]}
      """
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "data"), withIntermediateDirectories: true)
    let reading = try read(
      description, ["data/a.csv": "id,role\nann,terrorist\n", "data/t.csv": "source,target\nann,bob\n"])
    #expect(reading.files.map(\.name) == ["datapackage.json", "data/a.csv", "data/t.csv"])
    #expect(reading.files[0].shape == .description && reading.files[0].format == .dataPackage)
    #expect(reading.places == ["data/t.csv:2"] && reading.network.actors.roles[0] == .terrorist)
    #expect(reading.network.name == folder.url.lastPathComponent)
    let direct = try DatasetReader().read(folder.url.appending(path: "datapackage.json").path)
    #expect(direct.links == reading.links && direct.network.name == reading.network.name)
    #expect(reading.account.read == 2 && reading.account.used == 2)
  }

  @Test("Dialect, missing values and a table without a header are taken from the description")
  func dialect() throws {
    let description = """
      {"resources": [{"name": "ties", "path": "t.txt",
        "dialect": {"delimiter": "::", "quoteChar": "'", "header": false, "commentChar": "#"},
        "schema": {"missingValues": ["", "999"], "fields": [
          {"name": "source"}, {"name": "target"}, {"name": "strength", "decimalChar": ","}]}}]}
      """
    let reading = try read(
      description, ["t.txt": "# noted by hand\n'ann '' x'::bob::1,5\nbob::'cy\nd'::\nbob::999::2\n"])
    #expect(reading.links == ["ann ' x - bob 1.5", "bob - cy\nd 1.0"])
    #expect(reading.places == ["t.txt:2", "t.txt:3"])
    #expect(reading.rejected.map(\.line) == [5])
    #expect(reading.account.read == 3)
  }

  @Test("Escapes, quotes that never close and text behind a quote lose nothing")
  func oddQuotes() throws {
    func links(_ text: String) throws -> [String] {
      let description = """
        {"resources": [{"name": "ties", "path": "t.csv",
          "dialect": {"quoteChar": "'", "doubleQuote": false, "escapeChar": "\\\\", "skipInitialSpace": true}}]}
        """
      return try read(description, ["t.csv": "source,target\n" + text]).links
    }
    #expect(try links("'a\\'b', c\\,d\n") == ["a'b - c,d 1.0"])
    #expect(try links("'ann,bob\ncy,dee\n") == ["'ann - bob 1.0", "cy - dee 1.0"])
    #expect(try links("'an'n,bob\n") == ["ann - bob 1.0"])
  }

  @Test("An encoding is what the description says, where no mark in the file says otherwise")
  func encoding() throws {
    let description = """
      {"resources": [{"name": "ties", "path": "t.csv", "encoding": "ISO-8859-1"}]}
      """
    _ = try folder.file("datapackage.json", description)
    _ = try folder.file("t.csv", Array("source,target\nJos".utf8) + [0xC3, 0xA9] + Array(",b\n".utf8))
    // C3 A9 is one letter of UTF-8 and two of ISO 8859-1.
    #expect(try DatasetReader().read(folder.path).network.actors.ids[0] == "JosÃ©")
    #expect(
      refusal(description.replacing("ISO-8859-1", with: "koi8-r")).contains("\"koi8-r\" is none that nexus"))
  }

  @Test("Keys that lead to the actors are the ends of ties, or an actor beside an event")
  func keys() throws {
    let key = #"{"fields": "%f", "reference": {"resource": "%r", "fields": "%i"}}"#
    func filled(_ field: String, _ resource: String, _ id: String) -> String {
      key.replacing("%f", with: field).replacing("%r", with: resource).replacing("%i", with: id)
    }
    let people =
      #"{"name": "people", "path": "p.csv", "schema": {"fields": [{"name": "code"}, {"name": "name"}]}}"#
    let ties = """
      {"resources": [{"name": "calls", "path": "c.csv", "schema": {"fields": [{"name": "a"}, {"name": "b"}],
        "foreignKeys": [\(filled("a", "people", "code")), \(filled("b", "people", "code"))]}}, \(people)]}
      """
    let files = [
      "p.csv": "code,name\n7,Ann\n8,Bob\n", "c.csv": "a,b\n7,8\n", "w.csv": "who,what\n7,e\n8,e\n",
    ]
    let reading = try read(ties, files)
    #expect(reading.links == ["7 - 8 1.0"] && reading.network.actors.names == ["Ann", "Bob"])
    let meetings = """
      {"resources": [{"name": "took part", "path": "w.csv", "schema": {"fields": [{"name": "who"}, {"name": "what"}],
        "foreignKeys": [\(filled("who", "people", "code")), \(filled("what", "meetings", "id"))]}}, \(people)]}
      """
    #expect(try read(meetings, files).links == ["7 - 8 1.0"])
  }

  @Test("What the description names and nexus does not read is said")
  func unread() throws {
    let reading = try read(
      """
      {"resources": [{"name": "ties", "path": "t.csv"},
        {"name": "codes", "path": "codes.csv", "schema": {"fields": [{"name": "code"}, {"name": "meaning"}]}}]}
      """, ["t.csv": "source,target\na,b\n", "codes.csv": "code,meaning\n1,x\n"])
    #expect(reading.notes.contains { $0.contains("Not read: codes.csv") })
  }

  @Test("What nexus wrote loses one ' before cells that a spreadsheet would run; what others wrote keeps it")
  func ownOutput() throws {
    let files = ["t.csv": "source,target\n'=x,''+y\n'z,b\n"]
    let body = #""resources": [{"name": "ties", "path": "t.csv"}]}"#
    #expect(
      try read("{\"generator\": \"nexus\", " + body, files).network.actors.ids == ["=x", "'+y", "'z", "b"])
    #expect(
      try read("{\"generator\": \"other\", " + body, files).network.actors.ids == ["'=x", "''+y", "'z", "b"])
  }

  @Test("Regions with what an outside source says of them are indicators")
  func regions() throws {
    let reading = try read(
      """
      {"resources": [{"name": "ties", "path": "t.csv"}, {"name": "regions", "path": "r.csv",
        "dialect": {"delimiter": ";"}}]}
      """,
      [
        "t.csv": "source,target,source_region\na,b,TJ\n",
        "r.csv": "region;vulnerability;consequence\nTJ;40;50\n",
      ])
    #expect(reading.indicators.entries.count == 1 && reading.files.last?.shape == .regions)
  }

  @Test(
    "Paths that lead elsewhere are refused, whatever is there",
    arguments: [
      "/etc/passwd", "../t.csv", "a/../../t.csv", "http://example.org/t.csv", "file:///etc/passwd",
      "C:\\\\t.csv", "c:t.csv", "~/t.csv", "a\\u0000b.csv", "\\\\\\\\host\\\\t.csv",
    ])
  func elsewhere(path: String) {
    let refusal = refusal("{\"resources\": [{\"name\": \"ties\", \"path\": \"\(path)\"}]}")
    #expect(
      refusal.hasPrefix("datapackage.json:1: the path ") && refusal.contains("leads elsewhere"), "\(refusal)")
  }

  @Test(
    "Broken descriptions are refused with what to do",
    arguments: [
      ("[]", "a description of tables is an object"), ("{}", "the description names no table"),
      ("{\"resources\": [{}]}", "has no path"), ("{\"resources\": [7]}", "a resource is no object"),
      ("{\"resources\": [{\"path\": \"gone.csv\"}]}", "there is no such file"),
      (
        "{\"resources\": [{\"path\": \"t.csv\", \"dialect\": {\"delimiter\": \"\"}}]}",
        "the delimiter is no mark"
      ),
      (
        "{\"resources\": [{\"path\": \"t.csv\", \"dialect\": {\"quoteChar\": \"ab\"}}]}",
        "quoteChar is no mark"
      ),
      (
        "{\"resources\": [{\"path\": \"t.csv\", \"dialect\": {\"header\": false}}]}",
        "does not name its columns"
      ),
      ("{\"resources\": [", "the file ends inside a value"),
    ])
  func broken(description: String, message: String) {
    let refusal = refusal(description, ["t.csv": "a,b\n"])
    #expect(refusal.contains(message), "\(refusal)")
  }
}

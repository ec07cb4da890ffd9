import Foundation
import NexusGraph
import NexusInterchange
import NexusModel
import NexusTestSupport
import Testing

@Suite("Tables of a data package: in several files, inside the description, and written as the schema says")
struct DescribedResourceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ resources: String, _ files: [String: String] = [:]) throws -> Reading {
    for (name, text) in files { _ = try folder.file(name, text) }
    _ = try folder.file("datapackage.json", "{\"resources\": [\(resources)]}")
    return try DatasetReader().read(folder.path)
  }

  private func refusal(_ resources: String, _ files: [String: String] = [:]) -> String {
    do {
      _ = try read(resources, files)
      return "read"
    } catch { return "\(error)" }
  }

  @Test(
    "A table in several files is one table, whether or not they repeat the header, and rows cite their file")
  func severalFiles() throws {
    let resource = #"{"name": "ties", "path": ["a.csv", "b.csv", "c.csv"], "dialect": {"delimiter": ";"}}"#
    let reading = try read(
      resource,
      [
        "a.csv": "source;target;strength\na;b;2\n", "b.csv": "b;c;3\nc;d;4\n",
        "c.csv": "Source;Target;Strength\nd;e;5\n",
      ])
    #expect(reading.links == ["a - b 2.0", "b - c 3.0", "c - d 4.0", "d - e 5.0"])
    #expect(reading.places == ["a.csv:2", "b.csv:1", "b.csv:2", "c.csv:2"])
    #expect(reading.files.map(\.name) == ["datapackage.json", "a.csv", "b.csv", "c.csv"])
    #expect(reading.account.read == 4)
  }

  @Test("Rows inside the description are read, as lists, as objects and as text")
  func inline() throws {
    let lists = try read(
      #"{"name": "ties", "data": [["source", "target", "strength"], ["a", "b\"x,y", 2], ["b", null, 1]]}"#)
    #expect(lists.links == ["a - b\"x,y 2.0"] && lists.rejected.map(\.line) == [3])
    #expect(lists.places == ["datapackage.json#ties:2"] && lists.account.read == 2)
    #expect(lists.notes.contains { $0.contains("numbered from 1") })
    let objects = try read(
      #"{"name": "t", "data": [{"source": "a", "target": "b"}, {"target": "c", "source": "b", "strength": 2.5}]}"#
    )
    #expect(objects.links == ["a - b 1.0", "b - c 2.5"])
    let text = try read(
      #"{"name": "t", "format": "csv", "data": "source;target\na;b\n", "dialect": {"delimiter": ";"}}"#)
    #expect(text.links == ["a - b 1.0"])
    #expect(refusal(#"{"name": "t", "data": 7}"#).contains("are a list of rows"))
    #expect(refusal(#"{"name": "t", "data": [["a", "b"], {"a": 1}]}"#).contains("is no list"))
    #expect(refusal(#"{"name": "t", "data": [{"a": 1}, 3]}"#).contains("is no object"))
  }

  @Test("Hostile names and cells inside the description are names and cells", arguments: HostileNames.all)
  func hostile(name: String) throws {
    let quoted = String(decoding: try JSONEncoder().encode([name]), as: UTF8.self).dropFirst().dropLast()
    let reading = try read("{\"name\": \(quoted), \"data\": [[\"source\", \"target\"], [\(quoted), \"b\"]]}")
    #expect(reading.account.read == 1)
  }

  @Test("Dates, numbers and truths are read as the schema writes them")
  func formats() throws {
    let schema = """
      {"fields": [{"name": "source"}, {"name": "target"}, {"name": "date", "type": "date", "format": "%m/%d/%y"},
        {"name": "amount", "type": "number", "decimalChar": ",", "groupChar": ".", "bareNumber": false},
        {"name": "confidence", "type": "number"},
        {"name": "refutes", "type": "boolean", "trueValues": ["ja"], "falseValues": ["nein"]}],
       "missingValues": ["-"]}
      """
    let reading = try read(
      #"{"name": "flows", "path": "f.csv", "dialect": {"nullSequence": "\\N"}, "schema": \#(schema)}"#,
      [
        "f.csv": "source,target,date,amount,confidence,refutes\na,b,03/04/19,\"EUR 1.200,50\",0.5,nein\n"
          + "b,c,12/31/70,1.500,-,ja\nc,d,\\N,7 %,\\N,nein\nd,e,31/12/2019,x,0.1,nein\n"
      ])
    let transfers = reading.network.transfers
    #expect(transfers.map(\.amount) == [1200.5, 1500, 7])
    #expect(transfers.map { $0.date?.description } == ["2019-03-04", "1970-12-31", nil])
    #expect(transfers.map(\.evidence.grading) == [0.5, nil, nil])
    #expect(transfers.map { $0.evidence.stance == .refutes } == [false, true, false])
    #expect(reading.rejected.map(\.line) == [5])
  }

  @Test("A dialect and a schema of their own are read from the folder, and from nowhere else")
  func references() throws {
    let reading = try read(
      #"{"name": "ties", "path": "t.csv", "dialect": "d.json", "schema": "s.json"}"#,
      [
        "t.csv": "a|b\n", "d.json": #"{"delimiter": "|", "header": false}"#,
        "s.json": #"{"fields": [{"name": "source"}, {"name": "target"}]}"#,
      ])
    #expect(reading.links == ["a - b 1.0"])
    for path in ["https://example.org/s.json", "../s.json", "/etc/passwd"] {
      #expect(
        refusal("{\"name\": \"t\", \"path\": \"t.csv\", \"schema\": \"\(path)\"}").contains("leads elsewhere")
      )
    }
    #expect(refusal(#"{"name": "t", "path": "t.csv", "schema": "t.csv"}"#).hasPrefix("t.csv:1"))
  }

  @Test("A link that leads out of the folder is refused, one inside it is followed")
  func links() throws {
    let outside = try TemporaryFolder()
    let secret = try outside.file("secret.csv", "source,target\nx,y\n")
    _ = try folder.file("t.csv", "source,target\na,b\n")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.url.appending(path: "out.csv").path, withDestinationPath: secret)
    try files.createSymbolicLink(
      atPath: folder.url.appending(path: "sub").path, withDestinationPath: outside.path)
    try files.createSymbolicLink(
      atPath: folder.url.appending(path: "in.csv").path, withDestinationPath: "t.csv")
    for path in ["out.csv", "sub/secret.csv"] {
      #expect(
        refusal("{\"name\": \"ties\", \"path\": \"\(path)\"}").contains("a link that leads out of the folder")
      )
    }
    #expect(refusal(#"{"name": "t", "path": "t.csv", "schema": "sub/secret.csv"}"#).contains("leads out of"))
    #expect(try read(#"{"name": "ties", "path": "in.csv"}"#).links == ["a - b 1.0"])
    // The folder itself may be a link.
    let link = outside.url.appending(path: "link").path
    try files.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
    #expect(try DatasetReader().read(link).links == ["a - b 1.0"])
  }

  @Test("Lists of paths are bounded, and name each file once")
  func bounds() {
    #expect(refusal(#"{"name": "t", "path": []}"#).contains("has no path"))
    #expect(refusal(#"{"name": "t", "path": ["a.csv", 3]}"#).contains("has no path"))
    #expect(refusal(#"{"name": "t", "path": ["a.csv", "a.csv"]}"#).contains("names a file twice"))
    #expect(refusal(#"{"name": "t", "path": ["a.csv", "../b.csv"]}"#).contains("leads elsewhere"))
    let many = (0...1_000).map { "\"f\($0).csv\"" }.joined(separator: ",")
    #expect(refusal("{\"name\": \"t\", \"path\": [\(many)]}").contains("more than 1000 files"))
    #expect(
      refusal(#"{"name": "regions", "path": ["a.csv", "b.csv"]}"#).contains(
        "the table of regions is one file"))
  }
}

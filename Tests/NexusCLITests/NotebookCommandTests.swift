import Foundation
import NexusTestSupport
import Testing

@Suite("nexus notebook, as its user meets it")
struct NotebookCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file(
      "ties.csv",
      """
      source,target,relation,date,source_role,target_role,source_region
      Ann,Bo,finance,2017-02-03,terrorist,organised-crime,AF
      Bo,Cy,finance,2018,organised-crime,organised-crime,TJ
      Cy,Ann,command,,organised-crime,terrorist,KZ

      """)
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(
      ["notebook", "ties.csv", "--draws", "64", "--rank-draws", "5"] + arguments, in: folder.url)
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url.appending(path: name).path)
  }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.url.appending(path: name)) }

  @Test("By default the notebook goes into notebooks-export, its tables beside it; again, the same bytes")
  func places() throws {
    let result = try run()
    #expect(result.status == 0, "\(result.messages)")
    #expect(
      result.output.hasPrefix(
        "notebooks-export/ties/ties.ipynb\nnotebooks-export/ties/ties-nexus/: actors.csv"))
    let first = try bytes("notebooks-export/ties/ties.ipynb")
    #expect(try run("--threads", "3").status == 0)
    #expect(try bytes("notebooks-export/ties/ties.ipynb") == first)
    #expect(try run("--output", "a.ipynb").status == 0 && exists("a-nexus/actors.csv"))
    #expect(
      try run("--output", "deep").status == 0 && exists("deep/ties.ipynb")
        && exists("deep/ties-nexus/pairs.csv"))
    let lost = try run("--output", "no/such/b.ipynb")
    #expect(lost.status == 73 && lost.messages.contains("there is no such folder"))
    #expect(try run("--output", "no/such").status == 73)
  }

  @Test("A notebook that somebody worked in stays, unless --force says otherwise")
  func changed() throws {
    #expect(try run("--output", "a.ipynb").status == 0)
    let written = try bytes("a.ipynb")
    try Data("{}".utf8).write(to: folder.url.appending(path: "a.ipynb"))
    let refused = try run("--output", "a.ipynb")
    #expect(refused.status == 73 && refused.messages.contains("which stays untouched"))
    #expect(try bytes("a.ipynb") == Data("{}".utf8))
    #expect(try run("--output", "a.ipynb", "--force").status == 0)
    #expect(try bytes("a.ipynb") == written)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "b-nexus"), withIntermediateDirectories: false)
    _ = try folder.file("b-nexus/mine.txt", "mine")
    #expect(try run("--output", "b.ipynb").status == 73 && exists("b-nexus/mine.txt"))
  }

  @Test("--json names the notebook and every file")
  func json() throws {
    let result = try run("--output", "a.ipynb", "--json")
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(root["notebook"] as? String == "a.ipynb")
    let files = try #require(root["files"] as? [String])
    #expect(files.contains("a-nexus/manifest.json") && files.allSatisfy(exists))
  }

  @Test("Without Jupyter, --execute says how to get it, and writes nothing")
  func jupyter() throws {
    let result = try CommandRun(
      shell: "PATH=/nowhere \"$NEXUS\" notebook ties.csv --execute --output a.ipynb", in: folder.url)
    #expect(result.status == 64 && result.messages.contains("python3 -m pip install nbconvert ipykernel"))
    #expect(!exists("a.ipynb"))
  }

  @Test("No progress is written where stderr is no terminal")
  func quiet() throws {
    let result = try run("--output", "a.ipynb")
    #expect(result.messages.isEmpty && !result.output.contains("\u{1B}") && !result.output.contains("▓"))
  }
}

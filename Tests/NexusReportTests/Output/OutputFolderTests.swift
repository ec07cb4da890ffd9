import Foundation
import NexusReport
import NexusTestSupport
import Testing

@Suite("A folder of results is written whole or not at all")
struct OutputFolderTests {
  private let folder: TemporaryFolder
  private let manifest = OutputFile(name: "manifest.json", bytes: Array("{\"tool\": \"nexus\"}".utf8))

  init() throws { folder = try TemporaryFolder() }

  private var target: OutputFolder { OutputFolder(path: folder.url.appending(path: "x-nexus").path) }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("What nexus wrote is replaced, with nothing left beside it")
  func replacement() throws {
    try target.write([manifest, OutputFile(name: "old.csv", bytes: [1])], .ownResults)
    try target.write([manifest, OutputFile(name: "new.csv", bytes: [2])], .ownResults)
    #expect(try names() == ["x-nexus"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: target.path).sorted() == [
        "manifest.json", "new.csv",
      ])
  }

  @Test("A folder of somebody else stays untouched unless it is forced")
  func foreignFolder() throws {
    try FileManager.default.createDirectory(atPath: target.path, withIntermediateDirectories: false)
    let precious = folder.url.appending(path: "x-nexus/thesis.txt")
    try Data([1]).write(to: precious)
    #expect(throws: OutputError.notOurs(target.path)) { try target.write([manifest], .ownResults) }
    #expect(FileManager.default.fileExists(atPath: precious.path))
    try target.write([manifest], .anything)
    #expect(!FileManager.default.fileExists(atPath: precious.path))
  }

  @Test("A file of that name, a missing parent: each has its sentence")
  func places() throws {
    _ = try folder.file("x-nexus", "a file")
    #expect(throws: OutputError.isFile(target.path)) { try target.check(.anything) }
    let orphan = OutputFolder(path: folder.url.appending(path: "none/x").path)
    #expect(throws: OutputError.self) { try orphan.check(.ownResults) }
  }

  @Test("Force never deletes the data set or the folder that one works in")
  func keptPaths() throws {
    let data = try folder.file("ties.csv", "a,b")
    let around = OutputFolder(path: folder.path, keeping: [data])
    #expect(throws: OutputError.holdsInput(folder.path, data)) { try around.check(.anything) }
    let here = OutputFolder(path: FileManager.default.currentDirectoryPath)
    #expect(throws: OutputError.self) { try here.check(.anything) }
    #expect(FileManager.default.fileExists(atPath: data))
  }

  @Test("A file that cannot be written leaves no half result")
  func halfResult() throws {
    let bad = OutputFile(name: "no/such/place.csv", bytes: [1])
    #expect(throws: OutputError.self) { try target.write([manifest, bad], .ownResults) }
    #expect(try names() == [])
  }

  @Test("No name, or a way through a folder that is not there, never moves the folder that one works in")
  func pathsToHere() throws {
    #expect(throws: OutputError.noName) { try OutputFolder(path: "").write([manifest], .anything) }
    let here = FileManager.default.currentDirectoryPath
    for path in ["none/..", "none/../", "./none/.."] {
      let output = OutputFolder(path: path)
      #expect(throws: OutputError.holdsInput(path, here)) { try output.write([manifest], .anything) }
    }
    #expect(FileManager.default.fileExists(atPath: here))
  }

  @Test("Behind a link the folder that it names is replaced; a link to nothing is refused")
  func links() throws {
    let real = folder.url.appending(path: "real-nexus")
    let link = folder.url.appending(path: "link").path
    try OutputFolder(path: real.path).write([manifest], .ownResults)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real.path)
    let new = OutputFile(name: "new.csv", bytes: [2])
    try OutputFolder(path: link).write([manifest, new], .ownResults)
    #expect(FileManager.default.fileExists(atPath: real.appending(path: "new.csv").path))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real.path)
    try FileManager.default.removeItem(at: real)
    #expect(throws: OutputError.isFile(link)) { try OutputFolder(path: link).write([manifest], .anything) }
    #expect(try names() == ["link"])
  }

  @Test("A name as long as a folder may have leaves room for the temporary one")
  func longName() throws {
    let long = folder.url.appending(path: String(repeating: "n", count: 250)).path
    try OutputFolder(path: long).write([manifest], .ownResults)
    try OutputFolder(path: long).write([manifest], .ownResults)
    #expect(try names().count == 1)
  }

  @Test("A reason of the system is given in its words, on one line")
  func reasons() throws {
    let bad = OutputFile(name: "no/such/place.csv", bytes: [1])
    do { try target.write([bad], .ownResults) } catch {
      #expect(
        error.description
          == "no/such/place.csv: could not be written: No such file or directory. Nothing was left behind.")
    }
  }
}

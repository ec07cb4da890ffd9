import ArgumentParser
import Foundation
import NexusModel
import NexusReport

struct InstrumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instruments",
    abstract: "Lists the resolutions and other texts behind the kinds of crime.",
    discussion: """
      Example: nexus instruments drugs
      lists what names drug trafficking, where and for what the two documents cite it that nexus answers to, and how \
      its subject is known: verified in a public text, or from general knowledge and to be checked before quoting.
      """)

  @Argument(help: ArgumentHelp("A kind of crime, such as drugs or arms.", valueName: "crime-type"))
  var crimeType: String?

  @Flag(help: "Prints JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Writes the register into a folder, as a data set that nexus reads.", valueName: "folder"))
  var write: String?

  func validate() throws {
    if write != nil, crimeType != nil { throw ValidationError("--write writes the whole register.") }
  }

  func run() throws {
    do {
      let crime = try crimeType.map(crime)
      if let write { return try writeRegister(to: write) }
      if json { return try Console.result(InstrumentRegistry.document(of: crime)) }
      try Console.result(crime.map { InstrumentText($0).text } ?? InstrumentText.register(TerminalStyle()))
    } catch { throw Console.exitCode(for: error) }
  }

  private func crime(_ text: String) throws -> Crime {
    let crime = Crime(folding: text)
    guard crime.isKnown else {
      let near = NearNames(text).among(Crimes.known).map { "'\($0)'" }
      let question = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
      Console.message(
        "nexus: no kind of crime is called \"\(TerminalText.shown(text, width: 40))\".\(question) "
          + "There are \(Crimes.known.joined(separator: ", ")).")
      throw ExitCode(EX_USAGE)
    }
    return crime
  }

  private func writeRegister(to folder: String) throws {
    let url = URL(filePath: folder)
    // All are looked at before any is written.
    for file in InstrumentTables.files {
      let path = url.appending(path: file.name).path
      guard FileManager.default.fileExists(atPath: path) else { continue }
      // Unreadable is not ours.
      guard let found = FileManager.default.contents(atPath: path), found == Data(file.bytes) else {
        throw OutputError.differs(path)
      }
    }
    do { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) } catch {
      throw OutputError.notWritable(folder)
    }
    for file in InstrumentTables.files {
      try OutputFile(name: url.appending(path: file.name).path, bytes: file.bytes).write()
    }
    try Console.result("written: \(folder)/actors.csv, ties.csv")
  }
}

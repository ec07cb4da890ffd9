internal import Foundation
internal import NexusGraph
internal import NexusInterchange
internal import NexusModel

/// A reader that is fed with hostile bytes.
enum FuzzTarget: String, CaseIterable {
  case csv, matrix, affiliations, graphml, gexf, pajek, dl
  case nodeLink = "node-link"
  case cytoscape, ftm, stix
  case unList = "un-list"
  /// The XML of a sheet in a workbook that is sound, and whole archives.
  case sheet, workbook
  case gzip, incidents, datapackage, rates, grouping

  /// Reads the bytes. What is wrong with them must come as an error that says so; anything else ends the process.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .sheet: check(FuzzWorkbook(sheet: bytes).bytes, "sheet.xlsx")
    case .datapackage: checkPackage(bytes)
    case .rates: checkFile(bytes) { _ = try RatesReader().read($0) }
    case .grouping: checkFile(bytes) { _ = try GroupingFile(path: $0) }
    default: check(bytes, "input.\(rawValue)")
    }
  }

  /// Both ways of reading that differ most: ties projected, and everything kept, without repeats.
  private func check(_ bytes: [UInt8], _ name: String) {
    var kept = ReadingOptions()
    kept.twoMode = .keep
    kept.duplicates = .drop
    kept.direction = .directed
    for options in [ReadingOptions(), kept] {
      var options = options
      options.maximumMemory = 256 << 20
      do throws(ReadingError) {
        let reading = try DatasetReader(options: options).read(bytes, named: name)
        FuzzTarget.check(reading)
      } catch { precondition(!error.description.isEmpty, "An error says what is wrong.") }
    }
  }

  /// Every row ended somewhere, and every result names rows that are there.
  private static func check(_ reading: Reading) {
    // Incidents whose quotes are broken, and items that are passed over, are rows of no table.
    let isOfIncidents = reading.files.contains { $0.format == .gtd || $0.format == .ged }
    let broken = isOfIncidents ? reading.problems.count { $0.kind == .brokenQuote } : 0
    let rows = reading.files.reduce(reading.account.passedOver + broken) { $0 + $1.rows }
    precondition(
      reading.account.read == rows, "\(rows) rows were met, but \(reading.account.read) are accounted for.")
    precondition(reading.rejected.count == reading.account.rejected, "Each rejected row is kept.")
    let network = reading.network
    for tie in network.ties {
      precondition(tie.strength.isFinite && tie.strength >= 0, "A strength is a finite number.")
      for item in network.evidence(of: tie) { precondition(!network.rows[item.row].isEmpty) }
    }
    precondition(network.graph().vertexCount == network.actors.count)
  }

  private func checkPackage(_ bytes: [UInt8]) {
    let folder = FuzzFolder.shared.url
    FuzzFolder.write(bytes, "datapackage.json")
    FuzzFolder.write(Array("source,target,strength\na,b,1\nb,'c,2\n".utf8), "ties.csv")
    FuzzFolder.write(Array("id;name\na;Ann\n".utf8), "actors.csv")
    do throws(ReadingError) {
      FuzzTarget.check(try DatasetReader().read(folder.path))
    } catch { precondition(!error.description.isEmpty, "An error says what is wrong.") }
  }

  private func checkFile(_ bytes: [UInt8], _ read: (String) throws -> Void) {
    FuzzFolder.write(bytes, "table.csv")
    do { try read(FuzzFolder.shared.url.appending(path: "table.csv").path) } catch {
      precondition(!"\(error)".isEmpty, "An error says what is wrong.")
    }
  }
}

/// A folder for readers that want files, in memory where the system has a place for that.
struct FuzzFolder {
  static let shared = FuzzFolder()
  let url: URL

  private init() {
    let memory = URL(filePath: "/dev/shm")
    let base =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    url = base.appending(path: "nexus-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
  }

  static func write(_ bytes: [UInt8], _ name: String) {
    do {
      try FileManager.default.createDirectory(at: shared.url, withIntermediateDirectories: true)
      try Data(bytes).write(to: shared.url.appending(path: name))
    } catch { preconditionFailure("The folder for fuzzing cannot be written: \(error).") }
  }
}

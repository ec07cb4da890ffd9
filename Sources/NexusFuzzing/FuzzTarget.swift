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
  /// Files that options name: decisions, a spec, attributes of actors, values of regions.
  case merges, spec, actors, indicators
  /// The lean way to a graph, held against the other.
  case edgeList = "edge-list"
  /// Tables read piece by piece, held against those that are held.
  case pieces

  /// Reads the bytes. What is wrong with them must come as an error that says so; anything else ends the process.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .sheet: check(FuzzWorkbook(sheet: bytes).bytes, "sheet.xlsx")
    case .datapackage: checkPackage(bytes)
    case .rates: checkFile(bytes) { _ = try RatesReader().read($0) }
    case .grouping: checkFile(bytes) { _ = try GroupingFile(path: $0) }
    case .merges: checkOption(bytes) { $0.mergesFile = $1 }
    case .actors: checkOption(bytes) { $0.actorsFile = $1 }
    case .indicators: checkOption(bytes) { $0.indicatorsFile = $1 }
    case .spec: checkSpec(bytes)
    case .edgeList: checkEdgeList(bytes)
    case .pieces: checkPieces(bytes)
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

  /// Reads a small data set by an option that takes a file of these bytes.
  private func checkOption(_ bytes: [UInt8], _ set: (inout ReadingOptions, String) -> Void) {
    FuzzFolder.write(bytes, "option.csv")
    FuzzFolder.write(Array(FuzzTarget.smallTable.utf8), "ties.csv")
    var options = ReadingOptions()
    options.maximumMemory = 256 << 20
    set(&options, FuzzFolder.shared.url.appending(path: "option.csv").path)
    do throws(ReadingError) {
      FuzzTarget.check(
        try DatasetReader(options: options).read(FuzzFolder.shared.url.appending(path: "ties.csv").path))
    } catch { precondition(!error.description.isEmpty, "An error says what is wrong.") }
  }

  /// What a spec decides is applied to a small table.
  private func checkSpec(_ bytes: [UInt8]) {
    do throws(ReadingError) {
      var options = ReadingOptions()
      options.maximumMemory = 256 << 20
      options.spec = try ReadingSpec(name: "spec.json", contents: bytes)
      FuzzTarget.check(
        try DatasetReader(options: options).read(Array(FuzzTarget.smallTable.utf8), named: "ties.csv"))
    } catch { precondition(!error.description.isEmpty, "An error says what is wrong.") }
  }

  private static let smallTable =
    "source,target,date,strength,role,region\na,b,03/04/2019,\"1,200\",terorist,AF\nb,c,,2,,Atlantis\n"

  /// Names, graph and account are the same by the lean way and by the other.
  private func checkEdgeList(_ bytes: [UInt8]) {
    FuzzFolder.write(bytes, "list.csv")
    let path = FuzzFolder.shared.url.appending(path: "list.csv").path
    var options = ReadingOptions()
    options.maximumMemory = 256 << 20
    var lean: EdgeList?
    do throws(ReadingError) { lean = try EdgeListReader(options: options).read(path) } catch {
      precondition(!error.description.isEmpty, "An error says what is wrong.")
    }
    var whole: Reading?
    do throws(ReadingError) { whole = try DatasetReader(options: options).read(path) } catch {
      precondition(!error.description.isEmpty, "An error says what is wrong.")
    }
    precondition((lean == nil) == (whole == nil), "One way reads what the other refuses.")
    guard let lean, let whole else { return }
    precondition(lean.names == whole.network.actors.ids, "The actors differ.")
    precondition(lean.account.read == whole.account.read, "The rows differ.")
    precondition(lean.account.rejected == whole.account.rejected, "The rejected rows differ.")
    precondition(lean.graph.edgeCount == whole.network.graph().edgeCount, "The graphs differ.")
  }

  /// What reading comes to is the same, held or piece by piece.
  private func checkPieces(_ bytes: [UInt8]) {
    FuzzFolder.write(bytes, "long.csv")
    let path = FuzzFolder.shared.url.appending(path: "long.csv").path
    let outcomes = [Int.max, 1_000, 200].map { longestHeld in
      var reader = DatasetReader()
      reader.options.maximumMemory = 256 << 20
      reader.longestHeld = longestHeld
      do throws(ReadingError) {
        let reading = try reader.read(path)
        FuzzTarget.check(reading)
        let network = reading.network
        return [
          "\(network.actors)", "\(network.ties)", "\(network.tieEvidence)", "\(network.transfers)",
          "\(reading.account)", "\(reading.problems)", "\(reading.notes)", "\(reading.rejected)",
        ]
      } catch { return [error.description] }
    }
    for outcome in outcomes { precondition(outcome == outcomes[0], "Piece by piece another outcome.") }
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

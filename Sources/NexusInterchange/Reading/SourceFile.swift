private import Foundation

/// One file of a data set, its bytes read.
struct SourceFile {
  /// The name relative to the data set.
  var name: String
  /// The file as it is stored.
  var contents: [UInt8]
  /// What it holds: the inflated bytes of a `.gz`.
  var bytes: [UInt8]
  var purpose: TablePurpose
  /// Whether nexus wrote the folder that the file lies in.
  var isOwnOutput: Bool
  /// What a description beside the file says of how it is written, and which columns of it are which fields.
  var resource: DataResource?
  var columns: [Field: String] = [:]

  /// The tables of a folder, in the order in which they are read: who the actors are comes first.
  static let folderTables = ["actors.csv", "ties.csv", "flows.csv"]
  /// What the name of a compressed table ends with.
  static let gzipEnding = ".gz"

  init(path: String, purpose: TablePurpose, isOwnOutput: Bool) throws(ReadingError) {
    let url = URL(filePath: path)
    guard FileManager.default.fileExists(atPath: url.path) else { throw .noSuchInput(path) }
    guard !SourceFile.isFolder(path) else { throw .isFolder(path) }
    guard SourceFile.isRegular(path) else { throw .notAFile(path) }
    let data: Data
    do { data = try Data(contentsOf: url) } catch {
      throw .unreadable(path, reason: SourceFile.reason(error))
    }
    try self.init(
      name: url.lastPathComponent, contents: Array(data), purpose: purpose, isOwnOutput: isOwnOutput)
  }

  private init(
    name: String, contents: [UInt8], purpose: TablePurpose, isOwnOutput: Bool
  ) throws(ReadingError) {
    guard contents.count <= CSVTable.largestText else { throw .tooLarge(name, bytes: contents.count) }
    self.name = name
    self.contents = contents
    do throws(FormatFault) {
      bytes = contents.starts(with: Inflation.gzipMark) ? try Inflation().bytes(contents, .gzip) : contents
    } catch { throw .malformed(place: name, message: error.message) }
    self.purpose = purpose
    self.isOwnOutput = isOwnOutput
  }

  /// The files of a data set given as a file, a folder, or `-`.
  static func all(of path: String) throws(ReadingError) -> [SourceFile] {
    if path == "-" {
      let data: Data
      do { data = try FileHandle.standardInput.readToEnd() ?? Data() } catch {
        throw .unreadable("standard input", reason: reason(error))
      }
      return [
        try SourceFile(name: "stdin.csv", contents: Array(data), purpose: .dataset, isOwnOutput: false)
      ]
    }
    guard FileManager.default.fileExists(atPath: path) else { throw .noSuchInput(path) }
    guard isFolder(path) else { return [try SourceFile(path: path, purpose: .dataset, isOwnOutput: false)] }
    do { _ = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      throw .unreadable(path, reason: reason(error))
    }
    let folder = URL(filePath: path)
    let isOwn = ResultManifest.isPresent(in: folder)
    var files: [SourceFile] = []
    for table in folderTables {
      let candidates = [table, table + gzipEnding].map { folder.appending(path: $0).path }
      guard let file = candidates.first(where: FileManager.default.fileExists) else { continue }
      let purpose: TablePurpose = table == "actors.csv" ? .actors : .dataset
      files.append(try SourceFile(path: file, purpose: purpose, isOwnOutput: isOwn))
    }
    guard !files.isEmpty else { throw .noData(folder: path) }
    return files
  }

  /// Tables of a folder that are none of ``folderTables``, by name.
  static func otherTables(of path: String) -> [String] {
    guard isFolder(path) else { return [] }
    // A folder that cannot be listed is reported where its tables are opened.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { name in
      let table = name.hasSuffix(gzipEnding) ? String(name.dropLast(gzipEnding.count)) : name
      let isRead = folderTables.contains(table) && (name == table || !names.contains(table))
      return table.lowercased().hasSuffix(".csv") && !isRead
    }.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Whether a path leads to a file as such, not to a pipe or device, which could keep us waiting for ever.
  private static func isRegular(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  /// The content as text, or the reason why it is none that can be read.
  func decodedText() throws(ReadingError) -> DecodedText {
    guard !bytes.isEmpty else { throw .emptyFile(name) }
    if let format = OtherFormat(recognising: bytes) { throw .otherFormat(name, name: format.rawValue) }
    let declared = resource?.encoding
    guard let text = declared.map({ DecodedText(bytes, as: $0) }) ?? DecodedText(bytes) else {
      throw .notText(name)
    }
    guard text.bytes.contains(where: { $0 > 0x20 }) else { throw .emptyFile(name) }
    guard text.bytes.count <= CSVTable.largestText else { throw .tooLarge(name, bytes: text.bytes.count) }
    return text
  }

  private static func reason(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
    let posix = cause as NSError
    return posix.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(posix.code))) : error.localizedDescription
  }
}

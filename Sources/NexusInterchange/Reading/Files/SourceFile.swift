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
  /// The file itself, where it is too long to be held; ``contents`` are empty then, and ``bytes`` its beginning.
  var long: LongFile?

  /// The tables of a folder, in the order in which they are read: who the actors are comes first.
  static let folderTables = ["actors.csv", "ties.csv", "flows.csv"]
  /// What the name of a compressed table ends with.
  static let gzipEnding = ".gz"

  init(path: String, purpose: TablePurpose, isOwnOutput: Bool) throws(ReadingError) {
    var memory = MemoryBudget(limit: nil)
    try self.init(path: path, purpose: purpose, isOwnOutput: isOwnOutput, &memory)
  }

  /// - Parameter memory: books the bytes of the file, and what they inflate to, before they are read.
  init(
    path: String, purpose: TablePurpose, isOwnOutput: Bool, _ memory: inout MemoryBudget
  ) throws(ReadingError) {
    let url = URL(filePath: path)
    guard FileManager.default.fileExists(atPath: url.path) else { throw .noSuchInput(path) }
    guard !SourceFile.isFolder(path) else { throw .isFolder(path) }
    guard SourceFile.isRegular(path) else { throw .notAFile(path) }
    let name = url.lastPathComponent
    if let long = try LongFile(path: path, name: name, longestHeld: memory.longestHeld) {
      try memory.claim(long.head.count, for: name)
      self.init(long, purpose: purpose, isOwnOutput: isOwnOutput)
      return
    }
    try self.init(held: path, name: name, purpose: purpose, isOwnOutput: isOwnOutput, &memory)
  }

  /// - Parameter input: the descriptor of standard input, or of what stands for it.
  init(input: Int32, _ memory: inout MemoryBudget) throws(ReadingError) {
    let name = "stdin.csv"
    let longestHeld = min(memory.longestHeld, CSVTable.largestText, memory.remaining)
    var contents: [UInt8]
    let handle = FileHandle(fileDescriptor: input, closeOnDealloc: false)
    do { contents = try handle.bytes(expecting: 0, most: longestHeld) } catch {
      throw .unreadable(SpooledInput.shown, reason: SourceFile.reason(error))
    }
    if contents.count > longestHeld, longestHeld == memory.longestHeld {
      if LongFile.mayBegin(with: contents) {
        let spool = try SpooledInput(contents, rest: input)
        if let long = try LongFile(path: spool.path, name: name, longestHeld: longestHeld, spool: spool) {
          try memory.claim(long.head.count, for: name)
          self.init(long, purpose: .dataset, isOwnOutput: false)
        } else {
          // Further on it turned out to be none.
          defer { withExtendedLifetime(spool) {} }
          try self.init(held: spool.path, name: name, purpose: .dataset, isOwnOutput: false, &memory)
        }
        return
      }
      let most = min(CSVTable.largestText, memory.remaining) - contents.count
      do { contents += try handle.bytes(expecting: 0, most: most) } catch {
        throw .unreadable(SpooledInput.shown, reason: SourceFile.reason(error))
      }
    }
    try memory.claim(contents.count, for: SpooledInput.shown)
    try self.init(name: name, contents: contents, purpose: .dataset, isOwnOutput: false, &memory)
  }

  private init(_ long: LongFile, purpose: TablePurpose, isOwnOutput: Bool) {
    (name, self.purpose, self.isOwnOutput, self.long) = (long.name, purpose, isOwnOutput, long)
    (contents, bytes) = ([], long.head)
  }

  private init(
    held path: String, name: String, purpose: TablePurpose, isOwnOutput: Bool, _ memory: inout MemoryBudget
  ) throws(ReadingError) {
    let size = SourceFile.size(of: path)
    guard size <= CSVTable.largestText else { throw .tooLarge(name, bytes: size) }
    try memory.claim(size, for: name)
    let contents: [UInt8]
    do { contents = try FileHandle(forReadingFrom: URL(filePath: path)).bytes(expecting: size) } catch {
      throw .unreadable(path, reason: SourceFile.reason(error))
    }
    try self.init(name: name, contents: contents, purpose: purpose, isOwnOutput: isOwnOutput, &memory)
  }

  /// - Parameter contents: the file as it is stored.
  init(
    name: String, contents: [UInt8], purpose: TablePurpose, isOwnOutput: Bool, _ memory: inout MemoryBudget
  ) throws(ReadingError) {
    guard contents.count <= CSVTable.largestText else { throw .tooLarge(name, bytes: contents.count) }
    self.name = name
    self.contents = contents
    do throws(FormatFault) {
      var inflation = Inflation()
      inflation.limit = min(inflation.limit, memory.remaining)
      bytes = contents.starts(with: Inflation.gzipMark) ? try inflation.bytes(contents, .gzip) : contents
    } catch {
      if error == Inflation.excess(memory.remaining) { try memory.claim(memory.remaining + 1, for: name) }
      throw .malformed(place: name, message: error.message)
    }
    if bytes.count != contents.count { try memory.claim(bytes.count, for: name) }
    self.purpose = purpose
    self.isOwnOutput = isOwnOutput
  }

  /// The file with all its bytes, for what can only be read as a whole.
  func held(_ memory: inout MemoryBudget) throws(ReadingError) -> SourceFile {
    guard let path = long?.path else { return self }
    var file = try SourceFile(
      held: path, name: name, purpose: purpose, isOwnOutput: isOwnOutput, &memory)
    (file.resource, file.columns) = (resource, columns)
    return file
  }

  /// The size of the file as it is stored.
  var storedCount: Int { long?.fingerprint.byteCount ?? contents.count }

  /// What a manifest says of the file.
  var fingerprint: FileFingerprint { long?.fingerprint ?? FileFingerprint(of: contents) }

  /// The files of a data set given as a file, a folder, or `-`.
  static func all(of path: String, _ memory: inout MemoryBudget) throws(ReadingError) -> [SourceFile] {
    if path == "-" { return [try SourceFile(input: STDIN_FILENO, &memory)] }
    guard FileManager.default.fileExists(atPath: path) else { throw .noSuchInput(path) }
    guard isFolder(path) else {
      return [try SourceFile(path: path, purpose: .dataset, isOwnOutput: false, &memory)]
    }
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
      files.append(try SourceFile(path: file, purpose: purpose, isOwnOutput: isOwn, &memory))
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

  private static func size(of path: String) -> Int {
    var information = stat()
    return stat(path, &information) == 0 ? Int(information.st_size) : 0
  }

  /// The content as text, or the reason why it is none that can be read.
  func decodedText(as encoding: TextEncoding? = nil) throws(ReadingError) -> DecodedText {
    guard !bytes.isEmpty else { throw .emptyFile(name) }
    if let format = OtherFormat(recognising: bytes) { throw .otherFormat(name, name: format.rawValue) }
    let declared = encoding ?? resource?.encoding
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

extension FileHandle {
  /// All bytes of a file or pipe, without a second copy of them.
  ///
  /// - Parameters:
  ///   - size: how many there probably are.
  ///   - most: one byte beyond it is read at most.
  /// - Throws: an error of the system.
  fileprivate func bytes(expecting size: Int, most: Int = CSVTable.largestText) throws -> [UInt8] {
    var bytes = [UInt8]()
    bytes.reserveCapacity(size + 1)
    let limit = most == .max ? most : most + 1
    while bytes.count < limit {
      // Short enough for files that grow while they are read, long enough to be few.
      let step = min(limit - bytes.count, max(1 << 16, size + 1 - bytes.count))
      guard let part = try read(upToCount: min(step, 1 << 20)), !part.isEmpty else { break }
      bytes += part
    }
    return bytes
  }
}

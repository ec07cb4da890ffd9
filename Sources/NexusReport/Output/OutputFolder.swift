internal import Foundation
internal import NexusInterchange

/// Writes a folder of results whole or not at all.
///
/// The files go into a temporary folder beside the target, which then takes its place by renaming: a fault or a
/// full disk leaves the old folder as it was and no half result. A process that is killed leaves at most a
/// `.nexus-….part` of its own, or, between the two renames, the former results as `.nexus-….old`.
public struct OutputFolder: Sendable {
  /// What may be replaced.
  public enum Replacement: Sendable {
    /// Only a folder whose `manifest.json` says that nexus made it.
    case ownResults
    /// Any folder: `--force`.
    case anything
  }

  public let path: String
  /// Where the results go: behind a link, the folder that it names. Settled before anything moves.
  private let settledPath: String
  /// What must survive: the folder may be none of these and hold none of them.
  private let kept: [String]

  /// - Parameter kept: paths that replacing the folder would delete, such as the data set.
  public init(path: String, keeping kept: [String] = []) {
    self.path = path
    self.kept = kept + [FileManager.default.currentDirectoryPath]
    let asGiven = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
    let isThere = FileManager.default.fileExists(atPath: asGiven.path)
    settledPath = (isThere ? asGiven.resolvingSymlinksInPath() : asGiven).path
  }

  /// Refuses a target that is not ours to replace or that cannot be written, before any work is done.
  public func check(_ replacement: Replacement) throws(OutputError) {
    guard !path.isEmpty else { throw .noName }
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    // Asked of the path that will be written: `none/..` is no folder by that name, but the one we are in.
    if manager.fileExists(atPath: folder.path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw .isFile(path) }
      if let victim = kept.first(where: holds) { throw .holdsInput(path, victim) }
      // Unreadable is not ours.
      let isEmpty = (try? manager.contentsOfDirectory(atPath: folder.path).isEmpty) ?? false
      guard replacement == .anything || isEmpty || ResultManifest.isPresent(in: folder) else {
        throw .notOurs(path)
      }
    } else if (try? manager.destinationOfSymbolicLink(atPath: folder.path)) != nil {
      // There is a link, and it leads nowhere; the look fails where there is none.
      throw .isFile(path)
    }
    let parent = parentFolder.path
    guard manager.fileExists(atPath: parent, isDirectory: &isFolder), isFolder.boolValue else {
      throw .noParent(parent)
    }
    guard manager.isWritableFile(atPath: parent) else { throw .notWritable(parent) }
  }

  /// Writes all files and puts the folder into place.
  public func write(_ files: [OutputFile], _ replacement: Replacement) throws(OutputError) {
    try write(replacement) { (folder) throws(OutputError) in
      for file in files { try OutputFolder.write(file, into: folder) }
    }
  }

  /// Has a temporary folder filled, for files too large for memory, and puts it into place.
  func write(
    _ replacement: Replacement, _ fill: (URL) throws(OutputError) -> Void
  ) throws(OutputError) {
    try check(replacement)
    let temporary = parentFolder.appending(path: ".nexus-\(UUID().uuidString).part")
    do {
      try OutputFolder.create(temporary)
      try fill(temporary)
      try moveIntoPlace(temporary)
    } catch {
      // Best effort: the error that matters is on its way, and a finished rename leaves nothing to remove.
      try? FileManager.default.removeItem(at: temporary)
      throw error
    }
  }

  private var folder: URL { URL(filePath: settledPath, directoryHint: .isDirectory) }

  private var parentFolder: URL { folder.deletingLastPathComponent() }

  private func holds(_ path: String) -> Bool {
    let inside = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
    return inside.starts(with: folder.pathComponents)
  }

  private static func create(_ folder: URL) throws(OutputError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    } catch {
      throw OutputError(error, at: folder.path, whenDenied: { .notWritable($0) })
    }
  }

  static func write(_ file: OutputFile, into folder: URL) throws(OutputError) {
    do {
      try Data(file.bytes).write(to: folder.appending(path: file.name))
    } catch {
      throw OutputError(error, at: file.name, whenDenied: { .notWritable($0) })
    }
  }

  private func moveIntoPlace(_ temporary: URL) throws(OutputError) {
    let manager = FileManager.default
    do {
      guard manager.fileExists(atPath: folder.path) else {
        try manager.moveItem(at: temporary, to: folder)
        return
      }
      let old = parentFolder.appending(path: ".nexus-\(UUID().uuidString).old")
      try manager.moveItem(at: folder, to: old)
      do {
        try manager.moveItem(at: temporary, to: folder)
      } catch {
        try manager.moveItem(at: old, to: folder)
        throw error
      }
      do { try manager.removeItem(at: old) } catch { throw OutputError.formerResultsRemain(old.path) }
    } catch let error as OutputError {
      throw error
    } catch {
      throw OutputError(error, at: folder.path, whenDenied: { .notWritable($0) })
    }
  }
}

/// Why results could not be written.
public enum OutputError: Error, Hashable, CustomStringConvertible {
  case noName
  case isFile(String)
  case notOurs(String)
  case holdsInput(String, String)
  /// A file that would be written is one that is read.
  case isInput(String)
  /// A file that would be written is there, and is not what would be written.
  case differs(String)
  case noParent(String)
  case notWritable(String)
  case diskFull(String)
  case formerResultsRemain(String)
  case failed(String, reason: String)

  /// Whether the place is at fault, as against writing to it.
  public var isAboutPlace: Bool {
    switch self {
    case .noName, .isFile, .notOurs, .holdsInput, .isInput, .differs, .noParent, .notWritable: true
    case .diskFull, .formerResultsRemain, .failed: false
    }
  }

  init(_ error: any Error, at path: String, whenDenied: (String) -> OutputError) {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
    let posix = cause as NSError
    let code = posix.domain == NSPOSIXErrorDomain ? Int32(posix.code) : 0
    switch ((error as? CocoaError)?.code, code) {
    case (.fileWriteOutOfSpace, _), (_, ENOSPC), (_, EDQUOT): self = .diskFull(path)
    case (.fileWriteNoPermission, _), (.fileWriteVolumeReadOnly, _), (_, EACCES), (_, EPERM), (_, EROFS):
      self = whenDenied(path)
    default:
      self = .failed(path, reason: code == 0 ? error.localizedDescription : String(cString: strerror(code)))
    }
  }

  public var description: String {
    switch self {
    case .noName:
      "The folder to write into has no name. Give one."
    case .isFile(let path):
      "\(path): there is a file of that name. Choose another folder."
    case .notOurs(let path):
      "\(path): the folder was not made by nexus and stays untouched. Choose another, or replace it "
        + "by --force."
    case .holdsInput(let path, let kept):
      "\(path): replacing this folder would delete \(kept). Choose another folder."
    case .isInput(let path):
      "\(path): this file is read here and stays as it is. Choose another name."
    case .differs(let path):
      "\(path): there is a file of that name with other content, which stays untouched. Choose another folder."
    case .noParent(let path):
      "\(path): there is no such folder to write into. Make it, or choose another."
    case .notWritable(let path):
      "\(path): no permission to write here. Choose another folder."
    case .diskFull(let path):
      "\(path): the disk is full. Nothing was left behind; make room or choose another place."
    case .formerResultsRemain(let path):
      "\(path): the new results are in place, but the former ones could not be removed and lie here."
    case .failed(let path, let reason):
      "\(path): could not be written: \(reason). Nothing was left behind."
    }
  }
}

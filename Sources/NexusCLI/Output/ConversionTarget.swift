import ArgumentParser
import Foundation
import NexusInterchange
import NexusReport

/// Where a converted network goes: a folder, a file, or standard output.
struct ConversionTarget {
  /// What of a place may be replaced that is not empty.
  enum Replacement { case nothing, anything }

  let path: String
  let format: ConversionFormat

  /// Refuses a path whose format is open, or that the format cannot have.
  ///
  /// - Parameter asked: the format of `--to`; nil: by the ending of the path.
  init(_ path: String, asked: ConversionFormat?) throws {
    let words = ConversionFormat.allCases.map(\.rawValue).joined(separator: ", ")
    let shown = TerminalText.shown(path, width: 60)
    guard !path.isEmpty else {
      throw ValidationError("The output has no name. Give one, or - for standard output.")
    }
    guard path != "-" || asked != nil else {
      throw ValidationError("Standard output has no ending, so --to must say the format: \(words).")
    }
    guard let format = asked ?? ConversionFormat(ofPath: path) else {
      throw ValidationError(
        ConversionFormat.isOpen(path)
          ? "A file that ends in .json may be of several formats. Say which: --to node-link, cytoscape, stix or ftm."
          : "The ending of \(shown) is that of no format. Say which by --to: \(words).")
    }
    if !format.isOneFile, path == "-" {
      throw ValidationError("CSV is a folder of tables, which standard output cannot take. Give a folder.")
    }
    if !format.isOneFile, ConversionTarget.isCompressed(path) {
      throw ValidationError("CSV is a folder of tables, and \(shown) names a compressed file. Give a folder.")
    }
    (self.path, self.format) = (path, format)
  }

  var isStandardOutput: Bool { path == "-" }

  private static func isCompressed(_ path: String) -> Bool { path.lowercased().hasSuffix(".gz") }

  /// Refuses what is there already, and what cannot be written, before any work is done.
  ///
  /// - Parameter kept: paths that must not be replaced, such as the data set.
  func check(_ replacement: Replacement, keeping kept: [String]) throws {
    guard !isStandardOutput else { return }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard format.isOneFile else {
      // A folder that cannot be listed is not empty, for all we know.
      let isEmpty = (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) ?? false
      if isThere, isFolder.boolValue, !isEmpty, replacement == .nothing {
        throw ConversionError.folderIsThere(path)
      }
      return try OutputFolder(path: path, keeping: kept).check(.anything)
    }
    if isThere, isFolder.boolValue { throw ConversionError.isFolder(path) }
    if isThere, replacement == .nothing { throw ConversionError.fileIsThere(path) }
  }

  /// Writes the files, and names them.
  func write(
    _ files: [ConvertedFile], keeping kept: [String]
  ) throws -> [String] {
    if isStandardOutput {
      for file in files { try Console.result(String(decoding: file.bytes.dropLast(), as: UTF8.self)) }
      return []
    }
    guard format.isOneFile else {
      let output = files.map { OutputFile(name: $0.name, bytes: $0.bytes) }
      try OutputFolder(path: path, keeping: kept).write(output, .anything)
      return files.map { path.hasSuffix("/") ? path + $0.name : "\(path)/\($0.name)" }
    }
    for file in files {
      let bytes = ConversionTarget.isCompressed(path) ? Deflation.gzip(file.bytes) : file.bytes
      try OutputFile(name: path, bytes: bytes).write(keeping: kept)
    }
    return [path]
  }
}

/// Why a converted network may not be written.
enum ConversionError: Error, CustomStringConvertible {
  case fileIsThere(String)
  case folderIsThere(String)
  case isFolder(String)

  var description: String {
    switch self {
    case .fileIsThere(let path):
      "\(path): there is a file of that name, which stays untouched. Choose another, or replace it by --force."
    case .isFolder(let path):
      "\(path): there is a folder of that name, where a file is to be written. Choose another name."
    case .folderIsThere(let path):
      "\(path): the folder is not empty and stays untouched. Choose another, or replace it by --force."
    }
  }
}

import ArgumentParser
import Foundation
import NexusReport

/// A file for one picture, written whole or not at all.
struct PictureFile {
  var path: String

  /// Refuses a name that promises another format than SVG, before any work is done.
  static func check(_ path: String?) throws {
    guard let path else { return }
    let ending = URL(filePath: path).pathExtension
    guard ["png", "pdf", "jpg", "jpeg", "gif", "dot"].contains(ending.lowercased()) else { return }
    throw ValidationError(
      "--svg writes SVG, and \(TerminalText.shown(path, width: 60)) ends in .\(ending). "
        + "Give a name that ends in .svg.")
  }

  /// - Parameter kept: paths that must not be replaced, such as the data set.
  /// - Throws: ``PictureFileError`` or `OutputError` when the file cannot be written.
  func write(_ picture: String, keeping kept: [String] = []) throws {
    try write(Array(picture.utf8), keeping: kept)
  }

  func write(_ bytes: [UInt8], keeping kept: [String] = []) throws {
    do throws(OutputError) {
      try OutputFile(name: path, bytes: bytes).write(keeping: kept)
    } catch {
      guard case .failed(let path, let reason) = error else { throw error }
      throw PictureFileError(path: path, reason: reason)
    }
  }
}

/// Why a picture could not be written.
struct PictureFileError: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String {
    "\(path): could not be written: \(reason). Give a file in a folder that you may write to."
  }
}

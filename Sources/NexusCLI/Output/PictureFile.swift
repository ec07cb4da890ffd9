import Foundation
import NexusReport

/// A file for one picture, written whole or not at all.
struct PictureFile {
  var path: String

  /// - Throws: ``OutputError`` when the file cannot be written.
  func write(_ picture: String) throws {
    do { try Data(picture.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
      throw PictureFileError(path: path, reason: (error as NSError).localizedDescription)
    }
  }
}

/// Why a picture could not be written.
struct PictureFileError: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String {
    "\(path): could not be written: \(reason) Give a file in a folder that you may write to."
  }
}

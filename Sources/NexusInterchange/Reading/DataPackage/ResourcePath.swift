private import Foundation

/// A path in a description of tables: of a file beside the description, never one elsewhere.
struct ResourcePath: Hashable {
  let text: String

  /// - Throws: a fault when the text is no relative path, or one that leads out of the folder.
  init(_ text: String, line: Int) throws(FormatFault) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let leadsElsewhere =
      text.contains("://") || text.contains("\\") || text.hasPrefix("~") || parts[0].isEmpty
      || parts[0].dropFirst().first == ":" || parts.contains("..")
      || text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard !leadsElsewhere else {
      throw FormatFault(
        line,
        "the path \(MessageText.quoted(text)) leads elsewhere, and only files beside the description are read. Copy the "
          + "file there, and give its relative path.")
    }
    self.text = text
  }

  /// The file in a folder.
  ///
  /// - Throws: ``ReadingError`` when a link on the way leads out of the folder.
  func resolved(in folder: String) throws(ReadingError) -> String {
    let root = URL(filePath: folder).resolvingSymlinksInPath().standardizedFileURL
    let file = root.appending(path: text).resolvingSymlinksInPath().standardizedFileURL
    let base = root.path.hasSuffix("/") ? root.path : root.path + "/"
    guard file.path.hasPrefix(base) else {
      throw .malformed(
        place: DataPackage.fileName,
        message:
          "the path \(MessageText.quoted(text)) is a link that leads out of the folder, and only files of the folder are "
          + "read. Copy the file there.")
    }
    return URL(filePath: folder).appending(path: text).path
  }
}

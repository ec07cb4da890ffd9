private import Foundation

extension OutputFile {
  /// Writes the file alone, at the path that is its name, whole or not at all. What stood there is replaced, unless it
  /// is an input.
  ///
  /// - Parameter kept: paths that must not be replaced, such as the data set.
  public func write(keeping kept: [String] = []) throws(OutputError) {
    guard !name.isEmpty else { throw .noName }
    let target = URL(filePath: name).standardizedFileURL.resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder), isFolder.boolValue {
      throw .failed(name, reason: "there is a folder of that name")
    }
    for path in kept where URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath() == target {
      throw .isInput(name)
    }
    let parent = target.deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: parent) else { throw .noParent(parent) }
    do { try Data(bytes).write(to: target, options: .atomic) } catch {
      throw OutputError(error, at: name, whenDenied: { .notWritable($0) })
    }
  }
}

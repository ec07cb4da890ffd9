private import Foundation

extension OutputFile {
  /// Writes the file at a path of its own, whole or not at all; one that is there is replaced.
  public func write(at path: String) throws(OutputError) {
    guard !path.isEmpty else { throw .noName }
    do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch {
      throw OutputError(error, at: path) { .notWritable($0) }
    }
  }
}

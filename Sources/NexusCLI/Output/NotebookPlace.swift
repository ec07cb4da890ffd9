import Foundation
import NexusReport

/// Where a notebook and the folder of its tables go.
struct NotebookPlace {
  /// The name of the notebook without its ending.
  let stem: String
  let notebook: String
  let tables: String
  /// What is made when it is not there.
  private let parents: String?

  /// - Parameter output: a notebook, a folder for it, or nil for `notebooks-export/NAME`.
  init(_ output: String?, dataset: String) {
    let folder: String
    if let output, output.lowercased().hasSuffix(".ipynb") {
      let file = URL(filePath: output)
      stem = file.deletingPathExtension().lastPathComponent
      notebook = output
      folder = output.contains("/") ? String(output.dropLast(file.lastPathComponent.count + 1)) : ""
      parents = nil
    } else {
      stem = dataset
      folder = output ?? "notebooks-export/\(dataset)"
      notebook = NotebookPlace.path(folder, "\(stem).ipynb")
      parents = folder
    }
    tables =
      folder.isEmpty && !notebook.hasPrefix("/")
      ? "\(stem)-nexus" : NotebookPlace.path(folder, "\(stem)-nexus")
  }

  private static func path(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Makes the folder that holds the notebook; of one that was asked for, not what it lies in.
  func makeParents() throws {
    guard let parents, !FileManager.default.fileExists(atPath: parents) else { return }
    let isOurs = parents.hasPrefix("notebooks-export/")
    let parent = URL(filePath: parents).deletingLastPathComponent().path
    guard isOurs || FileManager.default.fileExists(atPath: parent) else { throw OutputError.noParent(parent) }
    do {
      try FileManager.default.createDirectory(
        at: URL(filePath: parents, directoryHint: .isDirectory), withIntermediateDirectories: true)
    } catch { throw OutputError.notWritable(parents) }
  }
}

private import Foundation
internal import NexusInterchange
internal import NexusModel
internal import NexusRendering

/// A notebook and what lies beside it.
public struct NotebookFiles: Sendable {
  public let notebook: OutputFile
  /// The name of the folder beside the notebook.
  public let folder: String
  /// The tables and pictures of the folder, its manifest last.
  public let files: [OutputFile]
}

extension Analysis {
  /// The analysis as a Jupyter notebook (nbformat 4.5) with its outputs, and the tables and pictures that it reads.
  ///
  /// - Parameters:
  ///   - stem: the name of the notebook without `.ipynb`; its folder is called `STEM-nexus`.
  ///   - optionsUsed: the options that change results, for the manifest.
  /// - Throws: `RenderingError` when a picture cannot be drawn.
  public func notebook(named stem: String, optionsUsed: [String: String]) throws -> NotebookFiles {
    let folder = "\(stem)-nexus"
    var tables = tables(with: nil)
    if network.transfers.contains(where: \.stands) { tables.append(.transfersByMonth(of: network)) }
    var pictures = [
      OutputFile(name: "network.svg", text: try networkMap.svg()),
      OutputFile(name: "matrix.svg", text: try matrixPicture.svg()),
    ]
    if let timeline = try timelinePicture?.svg() {
      pictures.append(OutputFile(name: "timeline.svg", text: timeline))
    }
    let notebook = OutputFile(
      name: "\(stem).ipynb",
      bytes: try AnalysisNotebook(
        self, tables: tables, pictures: pictures, regionChart: regionChart.svg(), folder: folder
      ).notebook()
        .document.bytes)
    var files = tables.map { OutputFile(name: "\($0.name).csv", text: $0.csv) } + pictures
    files.append(
      OutputFile(
        name: ResultManifest.fileName, bytes: manifest(of: files + [notebook], optionsUsed).bytes))
    return NotebookFiles(notebook: notebook, folder: folder, files: files)
  }
}

/// A notebook that is there already.
public enum FormerNotebook {
  /// Refuses to replace a notebook that somebody may have worked in: whatever the manifest in the folder beside it does
  /// not list with the same content.
  ///
  /// - Parameters:
  ///   - path: where the notebook is to be written.
  ///   - folder: the folder of its tables.
  /// - Throws: ``OutputError/differs(_:)``.
  public static func check(_ path: String, besides folder: String) throws(OutputError) {
    let file = URL(filePath: path)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    let manifest = URL(filePath: folder, directoryHint: .isDirectory).appending(
      path: ResultManifest.fileName)
    guard let bytes = FileManager.default.contents(atPath: file.path),
      let listed = FileManager.default.contents(atPath: manifest.path)
    else { throw .differs(path) }
    let digest = FileFingerprint(of: Array(bytes)).sha256
    // A digest stands in a manifest of ours only as that of a file that nexus wrote.
    guard String(decoding: listed, as: UTF8.self).contains("\"sha256\": \"\(digest)\"") else {
      throw .differs(path)
    }
  }
}

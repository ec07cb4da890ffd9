package import Foundation

/// The file by which nexus knows a folder of results as its own.
package enum ResultManifest {
  package static let fileName = "manifest.json"
  /// What a manifest of nexus says under `tool`.
  package static let tool = "nexus"

  /// Whether a manifest or a data package in the folder says that nexus made it. One that is absent, unreadable or no
  /// JSON does not.
  package static func isPresent(in folder: URL) -> Bool {
    return says("tool", tool, fileName, in: folder)
      || says("generator", DataPackage.generator, DataPackage.fileName, in: folder)
  }

  private static func says(_ member: String, _ value: String, _ name: String, in folder: URL) -> Bool {
    guard let data = try? Data(contentsOf: folder.appending(path: name)),  // absent or unreadable
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]  // no JSON
    else { return false }
    return object[member] as? String == value
  }
}

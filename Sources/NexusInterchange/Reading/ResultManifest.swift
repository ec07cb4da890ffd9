package import Foundation

/// The file by which nexus knows a folder of results as its own.
package enum ResultManifest {
  package static let fileName = "manifest.json"
  /// What a manifest of nexus says under `tool`.
  package static let tool = "nexus"

  /// Whether a manifest in the folder says that nexus made it. One that is absent, unreadable or no JSON does not.
  package static func isPresent(in folder: URL) -> Bool {
    guard let data = try? Data(contentsOf: folder.appending(path: fileName)),  // absent or unreadable
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]  // no JSON
    else { return false }
    return object["tool"] as? String == tool
  }
}

import Foundation
import NexusTestSupport

/// Reports of four data sets, made once by the command: an invented one with everything, a classic without roles or
/// regions, one of hostile names, and one actor alone.
final class BrowserPages: Sendable {
  static let root = CommandRun.root
  static let names = networks + ["solo"]
  static let networks = ["northern-corridor", "karate", "hostile"]

  private static let folder: Result<TemporaryFolder, any Error> = Result {
    // What is static is never let go of. A leftover is no failure.
    atexit { try? FileManager.default.removeItem(at: BrowserPages.folder.get().url) }
    return try made()
  }

  /// The results of a data set.
  static func results(_ name: String) throws -> URL {
    try folder.get().url.appending(path: "\(name)-nexus")
  }

  static func page(_ name: String) throws -> URL { try results(name).appending(path: "report.html") }

  /// The rows of a table of results as dictionaries.
  static func analysis(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: results(name).appending(path: "analysis.json"))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  struct Failure: Error { var messages: String }

  private static func made() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let rows = hostileRows
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "hostile"), withIntermediateDirectories: true)
    _ = try folder.file("hostile/actors.csv", rows.actors)
    _ = try folder.file("hostile/ties.csv", rows.ties)
    let solo = try folder.file("solo.csv", "id,name,role\nA,Solo,terrorist\n")
    let sets = [
      root.appending(path: "datasets/northern-corridor").path,
      root.appending(path: "datasets/classics/karate.csv").path, folder.url.appending(path: "hostile").path,
      solo,
    ]
    for (name, path) in zip(names, sets) {
      let run = try CommandRun(
        [
          "analyze", path, "--output", "\(name)-nexus", "--rank-draws", "20", "--draws", "50",
        ], in: folder.url)
      guard run.status == 0 else { throw Failure(messages: run.messages) }
    }
    return folder
  }

  /// Every hostile name as a name, a region, an origin, a relation and a crime.
  private static var hostileRows: (actors: String, ties: String) {
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    let names = HostileNames.all
    let roles = ["terrorist", "organised-crime", "facilitator"]
    var actors = "id,name,role,type,region\n"
    var ties = "source,target,relation,crime,date,confidence,origin\n"
    for (number, name) in names.enumerated() {
      actors += "h\(number),\(quoted(name)),\(roles[number % 3]),person,\(quoted(String(name.prefix(60))))\n"
      ties +=
        "h\(number),h\((number + 1) % names.count),\(quoted(String(name.prefix(40)))),\(quoted(String(name.prefix(40)))),"
        + "20\(10 + number % 10)-03-0\(1 + number % 9),0.\(1 + number % 9),\(quoted(name))\n"
    }
    return (actors, ties)
  }
}

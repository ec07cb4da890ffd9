import Foundation
import NexusGraph
import NexusModel
import NexusTestSupport
import Testing

@testable import NexusInterchange

/// The Python libraries of formats, in an environment of their own under `.build`. The first test that asks for it makes
/// it, as `make validators` does.
private enum Validators {
  static let folder = CommandRun.root.appending(path: "Tests/Validators")
  private static let environment = CommandRun.root.appending(path: ".build/validators")
  static let python = environment.appending(path: "bin/python")

  /// Nil when it is there; else why it cannot be made.
  static let trouble: String? = {
    let ready = environment.appending(path: "ready")
    if FileManager.default.fileExists(atPath: ready.path) { return nil }
    let requirements = folder.appending(path: "requirements.txt").path
    for arguments in [
      ["python3", "-m", "venv", environment.path],
      [
        python.path, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "0",
        "--requirement", requirements,
      ],
      ["touch", ready.path],
    ] {
      let (status, output) = run(arguments)
      if status != 0 { return "\(arguments[0]) ended with \(status): \(output.suffix(300))" }
    }
    return nil
  }()

  static func run(_ arguments: [String]) -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (output, output)
    do { try process.run() } catch { return (-1, "\(error)") }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}

@Suite("The libraries of the formats open what nexus writes")
struct ValidatorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Names that XML and Pajek hold as they are.
  private static let names =
    (HostileNames.all + RandomDataset.awkward).filter { name in
      name.utf8.count < 1000 && !name.hasSuffix("\\")
        && !name.unicodeScalars.contains { $0 == "\"" || $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    }

  @Test("NetworkX, igraph, stix2-validator, followthemoney and frictionless find what was written")
  func libraries() throws {
    if let trouble = Validators.trouble {
      print("Not held against the libraries of the formats, which could not be installed: \(trouble)")
      return
    }
    var folders: [String] = []
    for seed in UInt64(1)...4 {
      var dataset = RandomDataset(seed: seed, marks: Self.names)
      folders.append(try write(dataset.write("in-\(seed)", into: folder), "seed-\(seed)"))
    }
    let ends = Self.names.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
    for (name, direction) in [("hostile-undirected", "undirected"), ("hostile-directed", "directed")] {
      let rows = ends.map { "\($0),hub,\(direction),2.5,2019-05,membership\n" }.joined()
      let path = try folder.file("\(name).csv", "source,target,directed,strength,date,relation\n" + rows)
      folders.append(try write(path, name))
    }
    let script = Validators.folder.appending(path: "validate.py").path
    let (status, output) = Validators.run([Validators.python.path, script] + folders)
    let failures = output.split(separator: "\n").filter { !$0.hasPrefix("ok ") }
    #expect(status == 0 && failures.isEmpty, "\(failures.joined(separator: "\n"))")
    #expect(output.split(separator: "\n").count { $0.hasPrefix("ok ") } == 8 * folders.count)
  }

  /// Writes a data set in every format into one folder, with what the libraries must find in it.
  private func write(_ path: String, _ name: String) throws -> String {
    var options = ReadingOptions()
    options.otherValues = .keep
    let reading = try DatasetReader(options: options).read(path)
    let network = reading.network
    let place = folder.url.appending(path: name)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    for format in ConversionFormat.allCases {
      for file in network.converted(to: format, otherValues: reading.otherValues).files {
        _ = try folder.file("\(name)/\(file.name)", file.bytes)
      }
    }
    let rows = RecordRows(network, reading.otherValues)
    var actors: [String: [String: String]] = [:]
    for actor in network.actors.ids.indices {
      let role = network.actors.roles[actor]
      actors[network.actors.ids[actor]] =
        ["name": network.actors.names[actor]].merging(role == .unknown ? [:] : ["role": role.word]) { $1 }
    }
    let expected: [String: Any] = [
      "directed": rows.pointsByDefault, "actors": actors,
      "links": (rows.ties + rows.transfers).map { [rows.id($0.source), rows.id($0.target)] },
      "strengths": rows.ties.compactMap { $0.row[.strength].flatMap(Double.init) },
    ]
    let data = try JSONSerialization.data(withJSONObject: expected)
    _ = try folder.file("\(name)/expected.json", Array(data))
    return place.path
  }
}

public import Foundation

/// One run of the `nexus` command that was built beside the tests.
public struct CommandRun: Sendable {
  public let status: Int32
  public let output: String
  public let messages: String

  /// Where the package lies.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The command, in the folder that holds the test runner.
  private static let executable: URL = {
    let runner = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    let beside = runner.appending(path: "nexus")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return root.appending(path: ".build/debug/nexus")
  }()

  /// Runs `nexus` with arguments in a folder, and waits for its end.
  ///
  /// - Parameter input: what it reads from standard input.
  public init(_ arguments: [String], in folder: URL, input: String = "") throws {
    try self.init(CommandRun.executable, arguments, in: folder, input: input)
  }

  /// Runs a line of shell in a folder, with the command as `$NEXUS`: for redirections and pipes.
  public init(shell line: String, in folder: URL) throws {
    try self.init(URL(filePath: "/bin/sh"), ["-c", line], in: folder, input: "")
  }

  private init(_ executable: URL, _ arguments: [String], in folder: URL, input: String) throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["NO_COLOR"] = "1"
    environment["NEXUS"] = CommandRun.executable.path
    process.environment = environment
    // Files instead of pipes: no amount of output can block the command.
    let place = FileManager.default.temporaryDirectory.appending(path: "nexus-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }  // a leftover in /tmp is no failure
    try Data(input.utf8).write(to: place.appending(path: "in"))
    for name in ["out", "err"] { try Data().write(to: place.appending(path: name)) }
    process.standardInput = try FileHandle(forReadingFrom: place.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: place.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: place.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    output = try String(contentsOf: place.appending(path: "out"), encoding: .utf8)
    messages = try String(contentsOf: place.appending(path: "err"), encoding: .utf8)
  }
}

import Foundation

/// A headless Chromium, steered through chromedriver by the WebDriver protocol (W3C), over HTTP to this machine only.
///
/// Sendable by the word of its only user, a serialized suite: one test at a time speaks to it.
final class WebDriver: @unchecked Sendable {
  private let process = Process()
  private let profile: URL
  private let base: URL
  private var session = ""

  /// Chromium and chromedriver, where both are installed.
  static let programs: (browser: String, driver: String)? = {
    func first(_ paths: [String]) -> String? {
      paths.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    guard let driver = first(["/usr/bin/chromedriver", "/usr/local/bin/chromedriver"]),
      let browser = first(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]),
      first(["/usr/bin/curl"]) != nil
    else { return nil }
    return (browser, driver)
  }()

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  init() async throws {
    guard let programs = WebDriver.programs else { throw Failure(description: "There is no browser here.") }
    profile = FileManager.default.temporaryDirectory.appending(path: "nexus-browser-\(UUID().uuidString)")
    process.executableURL = URL(filePath: programs.driver)
    process.arguments = ["--port=0"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    base = URL(string: "http://127.0.0.1:\(try WebDriver.port(from: output.fileHandleForReading))/")!
    let arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-dev-shm-usage",
      "--window-size=1280,900", "--user-data-dir=\(profile.path)",
    ]
    let wanted: [String: Any] = [
      "goog:chromeOptions": ["binary": programs.browser, "args": arguments],
      "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
    ]
    let answer = try await call("POST", "session", ["capabilities": ["alwaysMatch": wanted]])
    guard let made = (answer as? [String: Any])?["sessionId"] as? String else {
      throw Failure(description: "chromedriver began no session: \(answer)")
    }
    session = "session/\(made)/"
  }

  /// Ends the browser with its driver, and removes what they wrote.
  func end() async throws {
    _ = try await call("DELETE", String(session.dropLast()))
    // A signal may not reach a process that a test began, so the driver is asked to go.
    _ = try await call("GET", "shutdown")
    try FileManager.default.removeItem(at: profile)
  }

  /// Where a test failed before its end.
  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// chromedriver says on which free port it listens.
  private static func port(from output: FileHandle) throws -> Int {
    var said = ""
    while true {
      let data = output.availableData
      if data.isEmpty { throw Failure(description: "chromedriver ended: \(said)") }
      said += String(decoding: data, as: UTF8.self)
      if let match = said.firstMatch(of: /on port ([1-9]\d*)\./), let port = Int(match.1) { return port }
    }
  }

  /// By curl, as Foundation's own client stumbles over the headers that chromedriver sends.
  private func call(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Any {
    let curl = Process()
    curl.executableURL = URL(filePath: "/usr/bin/curl")
    curl.arguments = [
      "--silent", "--max-time", "60", "--request", method, "--header", "Content-Type: application/json",
      "--write-out", "\n%{http_code}", base.appending(path: path).absoluteString,
    ]
    let (input, output) = (Pipe(), Pipe())
    if let body {
      curl.arguments? += ["--data-binary", "@-"]
      curl.standardInput = input
      try curl.run(with: output)
      input.fileHandleForWriting.write(try JSONSerialization.data(withJSONObject: body))
      try input.fileHandleForWriting.close()
    } else {
      try curl.run(with: output)
    }
    let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    curl.waitUntilExit()
    let text = answer.prefix { !$0.isNewline }
    let value =
      (try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])?["value"] ?? NSNull()
    guard answer.hasSuffix("\n200") else { throw Failure(description: "\(method) \(path): \(value)") }
    return value
  }

  // MARK: What tests do

  /// Opens a page in a tab of its own and closes the tab before it, so that no size, colour, key or note of another
  /// test is left.
  func open(_ page: URL) async throws {
    _ = try await call("DELETE", session + "actions")
    let tab = try await call("POST", session + "window/new", ["type": "tab"]) as? [String: Any]
    guard let handle = tab?["handle"] as? String else { throw Failure(description: "no new tab") }
    _ = try await call("DELETE", session + "window")
    _ = try await call("POST", session + "window", ["handle": handle])
    for kind in ["browser", "performance"] { _ = try await log(kind) }
    _ = try await call("POST", session + "url", ["url": page.absoluteString])
  }

  /// Runs a function body in the page and gives back what it returns.
  @discardableResult
  func run(_ script: String, _ arguments: [Any] = []) async throws -> Any {
    try await call("POST", session + "execute/sync", ["script": script, "args": arguments])
  }

  func text(_ script: String, _ arguments: [Any] = []) async throws -> String {
    try await run(script, arguments) as? String ?? ""
  }

  func number(_ script: String, _ arguments: [Any] = []) async throws -> Int {
    (try await run(script, arguments) as? NSNumber)?.intValue ?? -1
  }

  func texts(_ script: String, _ arguments: [Any] = []) async throws -> [String] {
    try await run(script, arguments) as? [String] ?? []
  }

  /// Presses keys one after the other, as a keyboard would.
  func press(_ keys: String) async throws {
    let strokes = keys.unicodeScalars.flatMap { key -> [[String: Any]] in
      [["type": "keyDown", "value": String(key)], ["type": "keyUp", "value": String(key)]]
    }
    _ = try await call(
      "POST", session + "actions", ["actions": [["type": "key", "id": "keyboard", "actions": strokes]]])
  }

  /// Presses a key while others are held.
  func press(_ key: String, holding held: String) async throws {
    let down = (held + key).unicodeScalars.map { ["type": "keyDown", "value": String($0)] }
    let up = (held + key).unicodeScalars.reversed().map { ["type": "keyUp", "value": String($0)] }
    _ = try await call(
      "POST", session + "actions", ["actions": [["type": "key", "id": "keyboard", "actions": down + up]]])
  }

  /// Role and name of what has the focus, as the browser tells them to a screen reader.
  func focused() async throws -> (role: String, name: String) {
    guard let element = try await call("GET", session + "element/active") as? [String: String],
      let id = element.values.first
    else { throw Failure(description: "nothing has the focus") }
    let role = try await call("GET", session + "element/\(id)/computedrole") as? String
    let name = try await call("GET", session + "element/\(id)/computedlabel") as? String
    return (role ?? "", name ?? "")
  }

  /// Presses the mouse button at the middle of what a selector finds, or at a point beside it.
  func click(_ selector: String) async throws {
    let at = try await run(
      """
      const element = document.querySelector(arguments[0]);
      element.scrollIntoView({ block: "center" });
      const box = element.getBoundingClientRect();
      return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
      """, [selector])
    guard let point = at as? [NSNumber], point.count == 2 else {
      throw Failure(description: "no \(selector)")
    }
    let actions: [[String: Any]] = [
      ["type": "pointerMove", "x": point[0], "y": point[1], "duration": 0],
      ["type": "pointerDown", "button": 0], ["type": "pointerUp", "button": 0],
    ]
    _ = try await call(
      "POST", session + "actions",
      [
        "actions": [
          ["type": "pointer", "id": "mouse", "parameters": ["pointerType": "mouse"], "actions": actions]
        ]
      ])
  }

  /// What the browser noted since the last question: `browser` is the console, `performance` the network.
  func log(_ kind: String) async throws -> [String] {
    let entries = try await call("POST", session + "se/log", ["type": kind]) as? [[String: Any]] ?? []
    return entries.compactMap { $0["message"] as? String }
  }

  /// A command of the developer tools, such as one that makes the screen dark or narrow.
  func tools(_ command: String, _ parameters: [String: Any]) async throws {
    _ = try await call("POST", session + "goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  func prefer(dark: Bool) async throws {
    try await tools(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]]])
  }

  func resize(width: Int, height: Int) async throws {
    try await tools(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  /// Whether a dialog is open, as `alert` would open one.
  func hasDialog() async throws -> Bool {
    do {
      _ = try await call("GET", session + "alert/text")
      return true
    } catch let failure as Failure where failure.description.contains("no such alert") {
      return false
    }
  }

  /// Writes what is to be seen, or all of it on paper, into `.build/screenshots`.
  func keep(_ name: String, onPaper: Bool = false) async throws {
    let answer =
      onPaper
      ? try await call(
        "POST", session + "print", ["page": ["width": 21.0, "height": 29.7], "background": true])
      : try await call("GET", session + "screenshot")
    guard let text = answer as? String, let data = Data(base64Encoded: text) else {
      throw Failure(description: "no picture of \(name)")
    }
    let folder = BrowserPages.root.appending(path: ".build/screenshots")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try data.write(to: folder.appending(path: name))
  }
}

extension Process {
  fileprivate func run(with output: Pipe) throws {
    standardOutput = output
    try run()
  }
}

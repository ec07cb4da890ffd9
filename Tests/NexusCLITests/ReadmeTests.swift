import Foundation
import NexusTestSupport
import Testing

@Suite("The README shows what the command really does")
struct ReadmeTests {
  /// A command of a console block and the output that the README shows for it.
  struct Example: CustomTestStringConvertible, Sendable {
    var command: String
    var output: String
    var testDescription: String { command }
  }

  static let examples: [Example] = {
    guard let text = try? String(contentsOf: CommandRun.root.appending(path: "README.md"), encoding: .utf8)
    else {
      return []  // the count below fails then
    }
    return text.components(separatedBy: "```console\n").dropFirst().map { block in
      let lines = block.components(separatedBy: "\n```")[0].split(
        separator: "\n", omittingEmptySubsequences: false)
      return Example(
        command: String(lines[0].dropFirst(2)), output: lines.dropFirst().joined(separator: "\n"))
    }
  }()

  @Test("There are examples") func count() { #expect(ReadmeTests.examples.count == 4) }

  @Test("An example prints what the README says", arguments: examples)
  func example(_ example: Example) throws {
    let folder = try TemporaryFolder()
    let datasets = folder.url.appending(path: "datasets")
    try FileManager.default.createSymbolicLink(
      at: datasets, withDestinationURL: CommandRun.root.appending(path: "datasets"))
    var words = example.command.split(separator: " ").map(String.init)
    #expect(words.removeFirst() == "nexus")
    var input = ""
    if let redirection = words.firstIndex(of: "<") {
      input = try String(contentsOf: folder.url.appending(path: words[redirection + 1]), encoding: .utf8)
      words.removeSubrange(redirection...)
    }
    let result = try CommandRun(words, in: folder.url, input: input)
    #expect(result.status == 0)
    #expect(result.output == example.output + "\n")
  }

  @Test("Every option of the command stands in the CHANGELOG")
  func options() throws {
    let help = try CommandRun(["analyze", "--help"], in: CommandRun.root).output
    let changelog = try String(contentsOf: CommandRun.root.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let options = Set(help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    for option in options where !["--help", "--version"].contains(option) {
      #expect(changelog.contains("`\(option)`"), "\(option)")
    }
  }
}

import Foundation
import NexusTestSupport
import Testing

@Suite("nexus analyze, as its user meets it")
struct AnalyzeCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String..., input: String = "") throws -> CommandRun {
    try CommandRun(["analyze"] + arguments, in: folder.url, input: input)
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url.appending(path: name).path)
  }

  @Test("A table of ties gives a folder of results beside it and a summary of one screen")
  func ties() throws {
    _ = try folder.file("ties.csv", "source,target\nA,B\nB,C\n")
    let result = try run("ties.csv")
    #expect(result.status == 0)
    for name in [
      "actors.csv", "ties.csv", "network.svg", "regions.svg", "report.html", "analysis.json", "manifest.json",
    ] {
      #expect(exists("ties-nexus/\(name)"))
    }
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 40 && lines.allSatisfy { $0.count <= 100 })
    #expect(result.output.contains("2 rows, 2 used, 0 folded, 0 rejected"))
    #expect(try run("ties.csv").status == 0, "what nexus made may be replaced")
  }

  @Test("Standard input goes to stdin-nexus, --json prints the document")
  func standardInput() throws {
    let result = try run("-", "--json", input: "source;target;strength\nA;B;1,5\n")
    #expect(result.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect((json?["ties"] as? [[String: Any]])?.first?["strength"] as? Double == 1.5)
    #expect(exists("stdin-nexus/manifest.json"))
  }

  @Test("Long standard input is read from a copy, and without room for it is 74")
  func longStandardInput() throws {
    let input =
      "{ echo source,target,evidence; yes \"a,b,$(head -c 2000 /dev/zero | tr '\\0' x)\" | head -n 2200; }"
    let whole = try CommandRun(shell: "\(input) | \"$NEXUS\" measures - --only degree", in: folder.url)
    #expect(whole.status == 0 && whole.output.contains("2 actors"), "\(whole.messages)")
    let full = try CommandRun(
      shell: "\(input) | TMPDIR=\(folder.path)/none \"$NEXUS\" measures -", in: folder.url)
    #expect(full.status == 74)
    #expect(full.messages.contains("Set TMPDIR to a folder with room, or give the file itself."))
  }

  @Test("Input that is not there is 66, bad data 65, usage 64, each with a sentence")
  func badInput() throws {
    _ = try folder.file("empty.csv", "")
    _ = try folder.file("header.csv", "source,target\n")
    _ = try folder.file("binary.csv", [0, 1, 2, 3])
    _ = try folder.file("ties.csv", "source,target\nA,B\n")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/hollow", withIntermediateDirectories: false)
    for (name, status) in [
      ("none.csv", 66), ("empty.csv", 65), ("header.csv", 65), ("binary.csv", 65), ("hollow", 65),
    ] {
      let result = try run(name)
      #expect(result.status == Int32(status), "\(name)")
      #expect(
        result.messages.hasPrefix("nexus: ") && result.messages.split(separator: "\n").count == 1, "\(name)")
      #expect(result.output.isEmpty)
    }
    for wrong in [
      ["--threads", "0"], ["--default-confidence", "2"], ["--map", "nothing"], ["--as-of", "soon"], ["--bad"],
    ] {
      #expect(try CommandRun(["analyze", "ties.csv"] + wrong, in: folder.url).status == 64, "\(wrong)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix("-nexus") })
  }

  @Test("A folder that is not ours is 73 and stays untouched, unless forced")
  func foreignFolder() throws {
    _ = try folder.file("ties.csv", "source,target\nA,B\n")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/thesis", withIntermediateDirectories: false)
    _ = try folder.file("thesis/chapter.txt", "precious")
    let refused = try run("ties.csv", "--output", "thesis")
    #expect(refused.status == 73 && refused.messages.contains("--force"))
    #expect(exists("thesis/chapter.txt") && !exists("thesis/manifest.json"))
    #expect(try run("ties.csv", "--output", "thesis", "--force").status == 0)
    #expect(exists("thesis/manifest.json") && !exists("thesis/chapter.txt"))
    #expect(try run("ties.csv", "--output", ".", "--force").status == 73)
    #expect(exists("ties.csv"))
  }

  @Test("--strict writes nothing when a row is rejected or a cell emptied, and is silent otherwise")
  func strict() throws {
    _ = try folder.file("good.csv", "source,target\nA,B\n")
    _ = try folder.file("rejects.csv", "source,target,strength\nA,B,1\nA,C,x\n")
    _ = try folder.file("empties.csv", "source,target,date\nA,B,never\n")
    #expect(try run("good.csv", "--strict").status == 0)
    for name in ["rejects", "empties"] {
      let result = try run("\(name).csv", "--strict")
      #expect(result.status == 65 && result.messages.contains("\(name).csv:"))
      #expect(!exists("\(name)-nexus"))
      #expect(try run("\(name).csv").status == 0)
    }
  }

  @Test("The first five problems of a kind are shown, then the count")
  func manyProblems() throws {
    let rows = (0..<12).map { "A,B,x\($0)" }.joined(separator: "\n")
    _ = try folder.file("t.csv", "source,target,strength\nA,B,1\n" + rows)
    let messages = try run("t.csv").messages.split(separator: "\n")
    #expect(messages.count == 6)
    #expect(messages[0].hasPrefix("t.csv:3:3: strength \"x0\" is not a number."))
    #expect(messages[5] == "… and 7 more: unreadable strength")
  }

  @Test("One and two threads give the same bytes in every file; so does a second run")
  func determinism() throws {
    let demo = CommandRun.root.appending(path: "datasets/northern-corridor").path
    for (name, threads) in [("one", "1"), ("two", "2"), ("again", "2")] {
      #expect(try run(demo, "--output", name, "--threads", threads, "--rank-draws", "20").status == 0)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/one").sorted()
    #expect(names.count == 18)
    for name in names {
      let first = try Data(contentsOf: folder.url.appending(path: "one/\(name)"))
      #expect(try first == Data(contentsOf: folder.url.appending(path: "two/\(name)")), "\(name)")
      #expect(try first == Data(contentsOf: folder.url.appending(path: "again/\(name)")), "\(name)")
    }
  }

  @Test("No escape sequence from the data reaches the terminal")
  func terminal() throws {
    _ = try folder.file(
      "t.csv", "source,target,strength\n\"\u{1B}[31mred\u{7}\",\"\u{202E}evil\",1\nA,B,\"\u{1B}[2J\"\n")
    let result = try run("t.csv")
    for text in [result.output, result.messages] {
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E })
    }
  }

  @Test("--timings names every stage on stderr and changes no file")
  func timings() throws {
    _ = try folder.file("ties.csv", "source,target\nA,B\n")
    #expect(try run("ties.csv", "--output", "plain").status == 0)
    let timed = try run("ties.csv", "--output", "timed", "--timings")
    for stage in ["read", "paths", "communities", "map", "write", "in all"] {
      #expect(timed.messages.contains(stage))
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/plain") {
      #expect(
        try Data(contentsOf: folder.url.appending(path: "plain/\(name)"))
          == Data(contentsOf: folder.url.appending(path: "timed/\(name)")))
    }
  }

  @Test("A reader that goes away is no error, nor are closed messages; a full disk behind stdout is 74")
  func closedStreams() throws {
    _ = try folder.file("ties.csv", "source,target,strength\nA,B,1\nA,C,x\n")
    #expect(try CommandRun(shell: "\"$NEXUS\" analyze ties.csv 2>&-", in: folder.url).status == 0)
    let piped = try CommandRun(
      shell: "{ \"$NEXUS\" analyze ties.csv --json; echo status $? >&2; } | head -c 1", in: folder.url)
    #expect(piped.output == "{" && piped.messages.contains("status 0"))
    #expect(try CommandRun(shell: "\"$NEXUS\" analyze ties.csv > /dev/full", in: folder.url).status == 74)
  }

  @Test("Help shows a worked example; the version is a number")
  func help() throws {
    #expect(try run("--help").output.contains("Example: nexus analyze ties.csv --actors people.csv"))
    #expect(try CommandRun(["--version"], in: folder.url).output.hasPrefix("0."))
  }
}

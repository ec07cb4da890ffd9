import Foundation
import NexusTestSupport
import Testing

@Suite("nexus paths, as its user meets it")
struct PathsCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["paths"] + arguments, in: folder.url)
  }

  /// The example of the method.
  private func example() throws -> String {
    try folder.file(
      "ties.csv",
      """
      source,target,relation,confidence,target_role
      c,t,kinship,0.3,
      c,f,finance,0.8,
      f,t,finance,0.7,
      c,g,command,0.9,
      g,h,command,0.9,
      h,t,command,0.9,
      t,v,communication,0.9,victim
      far,away,unknown,1,
      """)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let result = try CommandRun(["paths"] + arguments + ["--json"], in: folder.url)
    #expect(result.status == 0, "\(result.messages)")
    return try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test("The example of the method, by the keys of the contract")
  func document() throws {
    let document = try json(example(), "c", "t")
    let paths = try #require(document["paths"] as? [[String: Any]])
    #expect(
      paths.map { $0["actors"] as? [String] } == [["c", "g", "h", "t"], ["c", "f", "t"], ["c", "t"]])
    #expect(isClose(paths.map { $0["reliability"] as? Double ?? -1 }, [0.729, 0.56, 0.3]))
    #expect(isClose(paths.map { $0["damped"] as? Double ?? -1 }, [0.18225, 0.28, 0.3]))
    #expect(paths.first?["rows"] as? [String] == ["ties.csv:5", "ties.csv:6", "ties.csv:7"])
    #expect(isClose(document["reliability"] as? Double ?? -1, 0.916532))
    #expect(document["reliability_error"] as? Double == 0 && document["max_hops"] as? Int == 4)
    let short = try json(example(), "c", "t", "--max-hops", "2", "--count", "1")
    #expect((short["paths"] as? [Any])?.count == 1 && short["max_hops"] as? Int == 2)
    #expect(isClose(short["reliability"] as? Double ?? -1, 1 - 0.7 * 0.44))
  }

  @Test("The terminal shows each step with confidence, relation and row, and what was assumed")
  func terminal() throws {
    let result = try run(example(), "c", "t")
    for text in [
      "1. 3 steps, reliability 0.729, damped 0.182", "command", "ties.csv:5",
      "P(any chain of at most 4 steps is true) = 0.9165 exactly, over 6 relevant edges.",
      "An ungraded row counts 0.5.", "transfers are left out (--with-transfers)",
    ] {
      #expect(result.output.contains(text), "\(text)")
    }
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("One actor twice, or no chain, is a sentence and no error")
  func nothing() throws {
    let same = try run(example(), "c", "c")
    #expect(same.status == 0 && same.output.contains("are one actor"))
    let none = try run(example(), "c", "away")
    #expect(none.status == 0)
    #expect(none.output.contains("No chain of at most 4 steps leads from c to away in the recorded data."))
    let document = try json(example(), "c", "away")
    #expect((document["paths"] as? [Any])?.isEmpty == true && document["reliability"] as? Double == 0)
  }

  @Test("An unknown actor is 64 with near names, a protected one 64 with the reason")
  func unknown() throws {
    let path = try folder.file(
      "t.csv", "source,target,target_role\nLantern,Harbour,witness\nLantern,Depot,\n")
    let unknown = try run(path, "Lantrn", "Depot")
    #expect(unknown.status == 64)
    #expect(unknown.messages.contains("no actor has the id or name \"Lantrn\". Did you mean \"Lantern\"?"))
    let protected = try run(path, "Lantern", "Harbour")
    #expect(protected.status == 64 && protected.messages.contains("role witness"))
    #expect(protected.output.isEmpty)
    #expect(try run(path, "Lantern", "Depot", "--max-hops", "99").status == 64)
    #expect(try run(path, "Lantern", "Depot", "--count", "0").status == 64)
    #expect(try run("none.csv", "a", "b").status == 66)
  }

  @Test("Chains are drawn at random where edges are many, the same for a seed, and the error is told")
  func sampled() throws {
    var rows = ["source,target,confidence"]
    for middle in 0..<12 { rows += ["a,m\(middle),0.3", "m\(middle),b,0.4"] }
    let path = try folder.file("fan.csv", rows.joined(separator: "\n"))
    let first = try json(path, "a", "b")
    let error = try #require(first["reliability_error"] as? Double)
    let estimate = try #require(first["reliability"] as? Double)
    let exact = 1 - (0..<12).reduce(1.0) { value, _ in value * 0.88 }
    #expect(error > 0 && abs(estimate - exact) < 5 * error)
    #expect(try json(path, "a", "b")["reliability"] as? Double == estimate)
    #expect(try json(path, "a", "b", "--seed", "2")["reliability"] as? Double != estimate)
    let words = try run(path, "a", "b").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("standard error; 100000 random states of 24 edges, seed 1"))
  }

  @Test("Names from the data cannot command the terminal")
  func hostile() throws {
    let path = try folder.file(
      "h.csv", "source,target\n\"\u{1B}[31mred\",\"\u{202E}evil\"\n\"\u{1B}[31mred\",B\n")
    let result = try run(path, "B", "\u{202E}evil")
    #expect(result.status == 0)
    #expect(!result.output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }
}

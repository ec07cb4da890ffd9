import Foundation
import NexusTestSupport
import Testing

@Suite("nexus explain, as its user meets it")
struct ExplainCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try WorkedExample.write(into: folder)
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["explain", folder.path] + arguments, in: folder.url)
  }

  private struct Document: Decodable {
    struct Part: Decodable {
      var name: String
      var value: Double
    }
    struct Row: Decodable {
      var row: String
      var confidence: Double
      var valueWithout: Double?
    }
    var subject: String
    var measure: String
    var value: Double?
    var contributions: [Part]
    var evidence: [Row]
  }

  private func document(_ arguments: String...) throws -> Document {
    let result = try CommandRun(["explain", folder.path] + arguments + ["--json"], in: folder.url)
    #expect(result.status == 0, "\(result.messages)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Document.self, from: Data(result.output.utf8))
  }

  @Test("The four leave-one-outs of METHOD §3.2, by region")
  func leaveOneOut() throws {
    let rows = ["ties.csv:2", "ties.csv:3", "flows.csv:2", "ties.csv:5"]
    let expected = [
      ("Alpha", 36.027, [26.464, 34.229, 20.525, 36.027]),
      ("Beta", 41.909, [35.507, 37.465, 32.668, 41.909]),
      ("Gamma", 16.135, [16.135, 16.135, 16.135, 12.247]),
    ]
    for (region, score, without) in expected {
      let document = try document(region)
      #expect(document.subject == region && document.measure == "score")
      #expect(abs((document.value ?? 0) - score) <= 5.1e-4)
      #expect(abs(document.contributions.reduce(0) { $0 + $1.value } - score) <= 5.1e-4)
      for (row, value) in zip(rows, without) {
        let found = document.evidence.first { $0.row == row }?.valueWithout ?? document.value
        #expect(abs((found ?? 0) - value) <= 5.1e-4, "\(region) without \(row)")
      }
    }
  }

  @Test("Subjects of all three kinds print their formula, defaults and other measures")
  func kinds() throws {
    let region = try run("Beta")
    #expect(region.output.contains("NEI = Π_d (dim_d + δ)^w_d − δ"))
    #expect(region.output.contains("h(actors) = 3") && region.output.contains("flows.csv:2"))
    let actor = try run("O1")
    #expect(actor.output.contains("betweenness = ") && actor.output.contains("Brandes 2001"))
    let pair = try run("O1", "T1")
    #expect(pair.output.contains("intensity = 8") && pair.output.contains("v(unknown) = 0.1"))
    for result in [region, actor, pair] {
      #expect(result.status == 0)
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }

  @Test("Unknown measures and subjects exit 64 with near names")
  func usage() throws {
    let measure = try run("O1", "--measure", "betweeness")
    #expect(measure.status == 64 && measure.messages.contains("Did you mean 'betweenness'?"))
    let subject = try run("Alpa")
    #expect(subject.status == 64 && subject.messages.contains("Did you mean 'Alpha'?"))
    #expect(try run("O1", "X1").status == 64)
    #expect(try run("O1", "O2", "T1").status == 64)
  }

  @Test("Measures are found in spellings with a hyphen and in capitals")
  func spelling() throws {
    #expect(try document("Alpha", "--measure", "cross-ties").measure == "cross_ties")
    #expect(try document("T1", "--measure", "PageRank").measure == "pagerank")
  }

  @Test("Names from the data cannot drive the terminal")
  func hostile() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("ties.csv", "source,target\n\"a\u{1B}[31m\",b\n")
    let result = try CommandRun(["explain", "ties.csv", "b"], in: folder.url)
    #expect(result.status == 0 && !result.output.contains("\u{1B}"))
  }
}

import Foundation
import NexusTestSupport
import Testing

@Suite("What enters the scores of regions")
struct ScoredRowsTests {
  private func scores(_ ties: String, flows: String? = nil, rates: String? = nil) throws -> [String: String] {
    let folder = try TemporaryFolder()
    _ = try folder.file(
      "actors.csv", "id,role,region,confidence\nT,terrorist,DE,1\nO,organised-crime,DE,1\nV,victim,AF,1\n")
    _ = try folder.file("ties.csv", "source,target,confidence,target_region\n" + ties)
    if let flows { _ = try folder.file("flows.csv", flows) }
    var arguments = ["risk", ".", "--csv", "--level", "country", "--draws", "0"]
    if let rates { arguments += ["--rates", try folder.file("rates.txt", rates)] }
    let run = try CommandRun(arguments, in: folder.url)
    #expect(run.status == 0, "\(run.messages)")
    withExtendedLifetime(folder) {}
    let rows = run.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[4]) })
  }

  @Test("A tie of a victim says nothing of where the other end is")
  func victims() throws {
    let without = try scores("T,O,0.8,\n")
    let with = try scores("T,O,0.8,\nV,T,0.9,FR\n")
    #expect(with["DE"] == without["DE"])
    #expect((with["FR"] ?? "").isEmpty)
  }

  @Test("With rates amounts of several currencies enter the scores in the reference currency")
  func rates() throws {
    let mixed =
      "payer,payee,amount,currency,date,confidence\nT,O,100000,EUR,2020-01-02,1\nO,T,100000,USD,2020-01-02,1\n"
    let same =
      "payer,payee,amount,currency,date,confidence\nT,O,100000,EUR,2020-01-02,1\nO,T,50000,EUR,2020-01-02,1\n"
    let converted = try scores(
      "T,O,0.8,\n", flows: mixed, rates: "date,currency,rate,reference\n2020-01-01,USD,0.5,EUR\n")
    #expect(try converted == scores("T,O,0.8,\n", flows: same))
    #expect(try converted != scores("T,O,0.8,\n", flows: mixed))
  }
}

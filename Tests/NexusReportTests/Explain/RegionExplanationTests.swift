import Foundation
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

@Suite("Explanations of the exposure of regions")
struct RegionExplanationTests {
  private let network: Network

  init() throws {
    let folder = try TemporaryFolder()
    try WorkedExample.write(into: folder)
    network = try DatasetReader().read(folder.path).network
  }

  private func explain(_ region: String, _ measure: RegionMeasure = .score) throws -> Explanation {
    network.explain(try #require(Region(resolving: region)), measure)
  }

  @Test("The scores of METHOD §3.2, and its leave-one-outs")
  func leaveOneOut() throws {
    // Rows of the file; the last column of METHOD's table of leave-one-outs.
    let expected: [(row: String, without: [String: Double])] = [
      ("ties.csv:2", ["Alpha": 26.464, "Beta": 35.507, "Gamma": 16.135]),
      ("ties.csv:3", ["Alpha": 34.229, "Beta": 37.465, "Gamma": 16.135]),
      ("flows.csv:2", ["Alpha": 20.525, "Beta": 32.668, "Gamma": 16.135]),
      ("ties.csv:5", ["Alpha": 36.027, "Beta": 41.909, "Gamma": 12.247]),
    ]
    let scores = ["Alpha": 36.027, "Beta": 41.909, "Gamma": 16.135]
    for (name, score) in scores {
      let explanation = try explain(name)
      #expect(abs((explanation.value ?? 0) - score) <= 5.1e-4, "\(name)")
      for (row, without) in expected {
        let value = try #require(without[name])
        guard let effect = explanation.evidence.first(where: { $0.place == row }) else {
          // A row that is not behind the score leaves it as it is.
          #expect(value == score, "\(row) of \(name)")
          continue
        }
        #expect(abs((effect.valueWithout ?? 0) - value) <= 5.1e-4, "\(row) of \(name)")
      }
    }
  }

  @Test("Contributions add up to every value that has them", arguments: ["Alpha", "Beta", "Gamma", "world"])
  func sums(name: String) throws {
    for measure in RegionMeasure.allCases {
      let explanation = try explain(name, measure)
      guard !explanation.contributions.isEmpty else {
        #expect(explanation.contributionNote.hasPrefix("none") || measure == .risk, "\(measure)")
        continue
      }
      let sum = explanation.contributions.reduce(0) { $0 + $1.value }
      #expect(isClose(sum, explanation.value ?? 0), "\(measure) of \(name)")
    }
  }

  @Test("No supporting row lowers a score by being there", arguments: ["Alpha", "Beta", "Gamma", "world"])
  func designLaw(name: String) throws {
    let explanation = try explain(name)
    // Rows that date an older window lower momentum, as METHOD says.
    for effect in explanation.evidence where !effect.says.contains("2016") {
      #expect((effect.valueWithout ?? 0) <= (explanation.value ?? 0) + 1e-9, "\(effect.place)")
    }
    #expect(explanation.rowsTried == explanation.rowsFound)
  }

  @Test("Rows come by falling effect, and every value is that of the rows that stay")
  func order() throws {
    let explanation = try explain("Beta")
    let value = try #require(explanation.value)
    let effects = explanation.evidence.map { abs(value - ($0.valueWithout ?? 0)) }
    #expect(zip(effects, effects.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
    #expect(explanation.evidence.first?.place == "flows.csv:2")
  }

  @Test("A region with one row has no score without it, and one of the vocabulary without evidence has none")
  func lastRow() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "ties.csv", "source,target,source_role,target_role,source_region\nA,B,terrorist,oc,AF\n")
    let network = try DatasetReader().read(file).network
    let explanation = network.explain(try #require(Region(resolving: "AF")), .score)
    #expect(explanation.value != nil)
    #expect(explanation.evidence.map(\.valueWithout) == [nil])
  }

  @Test("Losing the one dated row does not switch the indicator off for all")
  func heldMethod() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "ties.csv",
      "source,target,source_role,target_role,source_region,date,relation\nA,B,terrorist,oc,AF,2019-01-01,finance\n"
        + "A,B,terrorist,oc,AF,,alliance\n")
    let network = try DatasetReader().read(file).network
    let explanation = network.explain(try #require(Region(resolving: "AF")), .momentum)
    let dated = try #require(explanation.evidence.first { $0.place == "ties.csv:2" })
    #expect(dated.valueWithout == 0)
  }

  @Test("The risk index of METHOD §3.2 with its contributions, and without a row")
  func risk() throws {
    let alpha = try #require(Region(resolving: "Alpha"))
    var options = ExplanationOptions()
    options.indicators[alpha] = RegionIndicators.Entry(
      vulnerability: 70, consequence: 60, row: "indicators.csv:2")
    let explanation = network.explain(alpha, .risk, options)
    #expect(abs((explanation.value ?? 0) - 53.672) <= 5.1e-4)
    let expected = [
      ("threat", 5.302), ("nexus", 5.400), ("flow", 3.962), ("vulnerability", 20.172),
      ("consequence", 18.836),
    ]
    #expect(explanation.contributions.map(\.name) == expected.map(\.0))
    for (part, value) in zip(explanation.contributions, expected) {
      #expect(abs(part.value - value.1) <= 5.1e-4, "\(value.0)")
    }
    // The index is the shifted geometric mean of NEI, V and C: the first is 26.464 without this row.
    let without = try #require(explanation.evidence.first { $0.place == "ties.csv:2" }?.valueWithout)
    let shift = 100.0 / 9
    let mean = pow((26.464 + shift) * (70 + shift) * (60 + shift), 1.0 / 3) - shift
    #expect(abs(without - mean) <= 1e-3)
    let none = try explain("Alpha", .risk)
    #expect(none.value == nil && none.notes.joined().contains("--indicators"))
  }
}

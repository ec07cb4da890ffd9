import Foundation
import NexusAlgorithms
import NexusInterchange
import NexusModel
import NexusReport
import NexusTestSupport
import Testing

@Suite("Predicting ties of a later time")
struct LinkPredictionTests {
  private func network(_ ties: String) throws -> Network {
    let folder = try TemporaryFolder()
    return try DatasetReader().read(folder.file("t.csv", "source,target,date,kind\n" + ties)).network
  }

  @Test("Ties from a day on are hidden, unless their pair was tied before; predictions are neither")
  func hiding() throws {
    let network = try network(
      """
      A,B,2015,fact
      B,C,2016,fact
      C,D,,fact
      A,C,2020,fact
      A,B,2020,fact
      A,D,2020,prediction
      """)
    let day = try #require(Instant(year: 2020))
    let quality = try #require(network.predictionQuality(hidingFrom: day))
    // Known is the path A–B–C–D; of its three open pairs A–C and B–D have a common neighbour.
    #expect(quality.candidates == 3 && quality.positives == 1)
    #expect(isClose(quality.averagePrecision, 0.5) && quality.auc == 0.75 && quality.precision(at: 2) == 0.5)
    #expect(network.predictionQuality(hidingFrom: try #require(Instant(year: 2021))) == nil)
  }

  @Test("On the invented data set the measures of neighbours beat chance, and the prevalence is told")
  func inventedDataSet() throws {
    let folder = CommandRun.root.appending(path: "datasets/northern-corridor").path
    let network = try DatasetReader().read(folder).network
    let day = try #require(Instant(year: 2017, month: 7, day: 1))
    for predictor in [LinkPredictor.resourceAllocation, .adamicAdar, .katz] {
      let quality = try #require(network.predictionQuality(hidingFrom: day, by: predictor))
      #expect(quality.averagePrecision > 1.5 * quality.prevalence, "\(predictor)")
      #expect(quality.prevalence < 0.05 && quality.candidates > 10_000)
    }
  }
}

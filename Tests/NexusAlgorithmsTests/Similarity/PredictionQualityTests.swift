import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("How well links are predicted")
struct PredictionQualityTests {
  /// Labels (1,0,1,0,0), scores (.9,.8,.7,.3,.1): AUC and AP of the method (scikit-learn's definitions).
  @Test("The toy of the method")
  func toy() throws {
    let quality = try #require(
      PredictionQuality(labels: [true, false, true, false, false], scores: [0.9, 0.8, 0.7, 0.3, 0.1]))
    #expect(isClose(try #require(quality.auc), 5.0 / 6) && isClose(quality.averagePrecision, 5.0 / 6))
    #expect(quality.prevalence == 0.4)
    #expect(quality.precision(at: 1) == 1 && quality.precision(at: 2) == 0.5)
    #expect(isClose(quality.precision(at: 3), 2.0 / 3) && quality.precision(at: 99) == 0.4)
  }

  @Test(
    "Equal scores say nothing: AUC ½, average precision the prevalence, the order of the list is irrelevant")
  func equalScores() throws {
    let quality = try #require(PredictionQuality(labels: [true, false, false, false], scores: [1, 1, 1, 1]))
    #expect(quality.auc == 0.5 && quality.averagePrecision == 0.25 && quality.precision(at: 2) == 0.25)
    #expect(PredictionQuality(labels: [false], scores: [1]) == nil)
    #expect(PredictionQuality(labels: [true], scores: [1])?.auc == nil)
    let listed = PredictionQuality(labels: [true, false, true, false], scores: [2, 1, 0, 0])
    let counted = PredictionQuality(labels: [true, false], scores: [2, 1], unscored: (1, 1))
    #expect(listed == counted)
  }

  @Test("AUC equals the comparison of every positive with every negative", arguments: 1...20)
  func slowAUC(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let labels = (0..<30).map { _ in generator.next() % 3 == 0 }
    let scores = (0..<30).map { _ in Double(generator.next() % 6) }
    guard let quality = PredictionQuality(labels: labels, scores: scores), let auc = quality.auc else {
      return
    }
    var (sum, pairs) = (0.0, 0.0)
    for positive in 0..<30 where labels[positive] {
      for negative in 0..<30 where !labels[negative] {
        pairs += 1
        sum += scores[positive] > scores[negative] ? 1 : scores[positive] == scores[negative] ? 0.5 : 0
      }
    }
    #expect(isClose(auc, sum / pairs), "seed \(seed)")
  }

  @Test("Hidden edges are looked for among all pairs without an edge")
  func hidden() throws {
    let path = Graph.path(5)
    // Of the six pairs without an edge three have a common neighbour; one of them is hidden, and one that has none.
    let quality = try #require(
      path.predictionQuality(ofHidden: [
        (VertexID(2), VertexID(0)), (VertexID(0), VertexID(4)), (VertexID(0), VertexID(1)),
        (VertexID(3), VertexID(3)),
      ]))
    #expect(quality.candidates == 6 && quality.positives == 2)
    #expect(isClose(quality.averagePrecision, (1.0 / 3 + 1.0 / 3) / 2))
    #expect(quality.auc == ((1 + 1 + 0.5 * 2) + 0.5 * 2) / 8)
    #expect(path.predictionQuality(ofHidden: [(VertexID(0), VertexID(1))]) == nil)
  }
}

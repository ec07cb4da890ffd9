public import NexusAlgorithms
internal import NexusGraph
public import NexusModel

extension Network {
  /// How well a measure would have predicted the ties and transfers from a day on, knowing those before it only.
  ///
  /// A pair counts as known when a tie or transfer that stands began before the day, and as hidden when one began on it or
  /// later and none before. Undated ones are known: they cannot be hidden by time. All pairs that are not known are
  /// candidates.
  ///
  /// - Returns: nil when nothing is hidden.
  /// - Complexity: that of ``NexusGraph/Graph/predictionQuality(ofHidden:by:)``.
  public func predictionQuality(
    hidingFrom day: Instant, by predictor: LinkPredictor = .resourceAllocation
  ) -> PredictionQuality? {
    var known: [Edge] = []
    var hidden: [(VertexID, VertexID)] = []
    func add(_ source: ActorID, _ target: ActorID, _ date: Instant?) {
      if let date, date.seconds >= day.seconds {
        hidden.append((source, target))
      } else {
        known.append(Edge(source, target))
      }
    }
    for tie in ties where tie.strength > 0 { add(tie.source, tie.target, tie.first ?? tie.last) }
    for transfer in transfers where transfer.stands { add(transfer.payer, transfer.payee, transfer.date) }
    return Graph(vertexCount: actors.count, edges: known).predictionQuality(ofHidden: hidden, by: predictor)
  }
}

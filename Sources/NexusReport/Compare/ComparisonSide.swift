internal import NexusAlgorithms
internal import NexusGraph
public import NexusModel
internal import NexusRisk

/// One of the two networks of a comparison: a data set, or a window of one.
public struct ComparisonSide: Sendable {
  public let network: Network
  /// How it is called: the name of the data set, or the window.
  public let label: String
  /// Whether an actor counts as there; in a window only one with a tie or transfer in it does.
  let isPresent: [Bool]
  /// How exposure is computed, in windows as in the whole data set; nil: by the data set itself.
  let method: ExposureMethod?
  /// Whether edges point; in windows as in the whole data set, so that numbers can be compared.
  let kind: EdgeKind

  /// A whole data set: all its actors are there.
  public init(_ network: Network, label: String) {
    self.network = network
    self.label = label
    isPresent = network.actors.ids.map { _ in true }
    kind = network.edgeKind
    method = nil
  }

  /// The part of a data set whose ties and transfers are dated in a window.
  init(_ window: TimeWindow, of whole: Network, _ method: ExposureMethod) {
    self.method = method
    network = whole.dated(in: window)
    label = window.description
    kind = whole.edgeKind
    var isPresent = whole.actors.ids.map { _ in false }
    for tie in network.ties where tie.strength > 0 {
      isPresent[tie.source.index] = true
      isPresent[tie.target.index] = true
    }
    for transfer in network.transfers where transfer.stands {
      isPresent[transfer.payer.index] = true
      isPresent[transfer.payee.index] = true
    }
    self.isPresent = isPresent
  }

  /// The actors that are there, by id.
  var actors: [String: ActorID] {
    Dictionary(
      uniqueKeysWithValues: network.actors.ids.indices.filter { isPresent[$0] }.map {
        (network.actors.ids[$0], ActorID($0))
      })
  }
}

import NexusAlgorithms
public import NexusGraph
public import NexusModel

/// How much money could have passed from some actors to others, in one currency.
///
/// - ``staticMaximum``: the maximum flow when it does not matter which transfer came first. Says too much.
/// - ``temporalMaximum``: the maximum flow forward in time: a payment is made only of what came before. Accounts hold
///   over without bound; rows of one instant follow each other in row order.
/// - ``greedy``: what arrives when every account passes on all it can at each payment, in one scan. Says too little. As
///   in the source below a payment back to a source is one like any other, and takes money out of the hands that could
///   have passed it on; the two maxima need not send any there. Targets keep what arrives.
///
/// greedy ≤ temporalMaximum ≤ staticMaximum. Of a transfer the smaller of what was paid and what arrived counts; one
/// between two currencies, and one without a date, counts in none. Flows may start at each of the sources and end at
/// each of the targets.
///
/// Source: C. Kosyfaki, N. Mamoulis, E. Pitoura, B. Kao, "Flow computation in temporal interaction networks",
/// *ICDE* 2021; E. C. Akrida, J. Czyzowicz, L. Gąsieniec, Ł. Kuszner, P. G. Spirakis, "Temporal flows in temporal
/// networks", *J. Comput. Syst. Sci.* 103, 2019, doi:10.1016/j.jcss.2019.02.003.
public struct FlowBetween: Hashable, Sendable {
  public let currency: String
  public let staticMaximum: Double
  public let greedy: Double
  public let temporalMaximum: Double
  /// The transfers that bound the flow in time, as positions in ``Network/transfers``: the minimum cut nearest the
  /// targets, in the order of time. What they moved adds up to ``temporalMaximum``.
  public let cut: [Int]

  /// The flow in each currency in which there are dated transfers, by name.
  ///
  /// - Throws: ``FlowBetweenError`` when an actor is on both sides or one side is empty.
  /// - Complexity: O(*m*) and two maximum flows for each currency.
  public static func compute(_ streams: MoneyStreams, from sources: [ActorID], to targets: [ActorID])
    throws(FlowBetweenError) -> [FlowBetween]
  {
    guard !sources.isEmpty, !targets.isEmpty else { throw .oneSideIsEmpty }
    if let both = sources.first(where: targets.contains) { throw .onBothSides(both) }
    let sides = FlowSides(sources: sources, targets: targets, actorCount: streams.ledger.actorCount)
    var flows: [FlowBetween] = []
    for (currency, stream) in zip(streams.currencies, streams.streams) {
      do throws(FlowError) {
        flows.append(try FlowBetween(stream, currency, streams.ledger, sides))
      } catch {
        preconditionFailure("Each way between two sides passes a transfer, whose amount bounds it.")
      }
    }
    return flows
  }

  private init(_ stream: MoneyStream, _ currency: String, _ ledger: TransferLedger, _ sides: FlowSides)
    throws(FlowError)
  {
    let expansion = sides.expansion(of: stream)
    let flow = try expansion.network.maximumFlow(from: TimeExpansion.source, to: TimeExpansion.sink)
    let isCut = Set(flow.minimumCut)
    self.currency = currency
    temporalMaximum = stream.amount(flow.value)
    cut = expansion.transferArcs.filter { isCut.contains($0.arc) }
      .map { Int(ledger.positions[Int(stream.positions[Int($0.transfer)])]) }
    greedy = stream.amount(sides.greedy(stream))
    staticMaximum = stream.amount(
      try sides.timeless(stream).maximumFlow(from: TimeExpansion.source, to: TimeExpansion.sink).value)
  }
}

/// Why no flow can be asked for.
public enum FlowBetweenError: Error, Hashable {
  case oneSideIsEmpty
  case onBothSides(ActorID)
}

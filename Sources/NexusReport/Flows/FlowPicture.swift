internal import NexusFlows
internal import NexusGraph
internal import NexusInterchange
internal import NexusModel
public import NexusRendering

extension FlowReport {
  /// How many currencies the picture shows.
  private static let maximumPanels = 6

  /// `flows.svg`: from crime or region over the role of the payee to its region, a panel for each currency.
  ///
  /// - Throws: ``RenderingError`` when it cannot be drawn.
  public func picture() throws(RenderingError) -> String { try diagram.svg() }

  private var diagram: FlowDiagram {
    let paths = FlowPaths(network, summary)
    var panels = zip(summary.converted.map { [$0] } ?? [], paths.converted.map { [$0] } ?? []).map {
      panel($0, $1, isConverted: true)
    }
    panels += zip(summary.ledgers, paths.ledgers).map { panel($0, $1.bands, isConverted: false) }
    let drawn = panels.filter { !$0.bands.isEmpty }
    var notes = [
      "The height of a band is what was paid, as recorded; each currency has its own scale, and amounts of different "
        + "currencies are never added up."
    ]
    if drawn.count > FlowReport.maximumPanels {
      let left = drawn.dropFirst(FlowReport.maximumPanels).map(\.unit)
      notes.append("Not drawn: \(left.joined(separator: ", ")); nexus flows summary lists all.")
    }
    if let rates = summary.options.rates { notes.append(rates.statement) }
    notes.append(
      "An actor in several regions shares its transfers among them by confidence. Not known: the data do not say, or leave it in doubt. "
        + "Structure in recorded data, not a finding about anyone.")
    notes.append("Source: \(reading.files.map(\.name).joined(separator: ", ")) of \(network.name).")
    let count = summary.quality.transfers
    return FlowDiagram(
      title: "Flows of money: \(network.name)",
      subtitle: "\(count.counted("transfer")) in \(summary.ledgers.count.counted("currency", "currencies"))",
      columns: paths.stages.map(heading), panels: Array(drawn.prefix(FlowReport.maximumPanels)),
      notes: notes)
  }

  private func heading(_ stage: FlowStage) -> String {
    switch stage {
    case .crime: "Crime that the row names"
    case .payerRegion: "Region of the payer"
    case .payer: "Payer"
    case .payeeRole: "Role of the payee"
    case .channel: "Channel"
    case .payeeRegion: "Region of the payee"
    case .payee: "Payee"
    }
  }

  private func panel(_ ledger: FlowLedger, _ bands: [FlowBand], isConverted: Bool) -> FlowDiagram.Panel {
    let period = [ledger.first, ledger.last].compactMap { $0?.day }
    var facts = [ledger.total.transfers.counted("transfer"), FlowText.amount(ledger.total.amount)]
    if period.count == 2 { facts.append("\(period[0]) to \(period[1])") }
    return FlowDiagram.Panel(
      unit: FlowReport.unit(ledger.currency, isConverted: isConverted),
      subtitle: facts.joined(separator: ", "),
      bands: bands.filter { $0.amount > 0 }.map { band in
        FlowDiagram.Band(stops: band.stops.map(stop), amount: band.amount, transfers: band.transfers)
      })
  }

  private func stop(_ stop: FlowStop) -> FlowDiagram.Stop {
    switch stop {
    case .crime(let crime): FlowDiagram.Stop(crime.word)
    case .severalCrimes: FlowDiagram.Stop("several crimes")
    case .region(let region): FlowDiagram.Stop(region.name)
    case .role(let role): FlowDiagram.Stop(role.word, role: role)
    case .channel(let channel): FlowDiagram.Stop(channel.word)
    case .actor(let actor): FlowDiagram.Stop(network.actors.names[actor.index])
    case .protectedActor: FlowDiagram.Stop("victims, witnesses, reporting parties")
    case .notKnown: FlowDiagram.Stop(nil)
    }
  }
}

extension Instant {
  /// The day, without the time of day.
  var day: String { precision == .second ? String(description.prefix(10)) : description }
}

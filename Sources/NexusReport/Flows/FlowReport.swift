public import NexusFlows
public import NexusGraph
public import NexusInterchange
public import NexusModel
public import NexusRendering
public import NexusRisk

/// A summary of flows with what is needed to show it: the reading, and what the regions' scores make of the flows.
public struct FlowReport: Sendable {
  public let network: Network
  public let reading: Reading
  public let summary: FlowSummary
  /// For throughput and transit of each region, as `regions.csv` has them.
  public let exposure: RegionalExposure

  /// - Parameter network: the part of the reading to sum up.
  public init(of network: Network, reading: Reading, summary: FlowSummary, exposure: RegionalExposure) {
    self.network = network
    self.reading = reading
    self.summary = summary
    self.exposure = exposure
  }

  /// The ledgers in the order in which they are shown: what was converted first.
  public var shownLedgers: [(ledger: FlowLedger, isConverted: Bool)] { ledgers }

  var ledgers: [(ledger: FlowLedger, isConverted: Bool)] {
    (summary.converted.map { [($0, true)] } ?? []) + summary.ledgers.map { ($0, false) }
  }

  /// How people call the unit of a ledger.
  public static func unit(_ currency: String, isConverted: Bool) -> String {
    isConverted ? "all in \(currency)" : currency.isEmpty ? "no currency named" : currency
  }

  public func name(of actor: ActorID) -> String { network.actors.names[actor.index] }
  public func role(of actor: ActorID) -> String { network.actors.roles[actor.index].word }

  /// `file:line`
  public func place(_ row: RowID) -> String { network.rows[row] }

  /// Throughput and transit of each region that is scored, 0 to 100, by level and then falling throughput.
  public var regionFlows: [(name: String, level: String, throughput: Double?, transit: Double?)] {
    let scored = exposure.regions.filter { $0.score?.indicators[.throughput] != nil }
    let sorted = scored.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (first.region.level, -(first.score?.indicators[.throughput] ?? 0), left.offset)
        < (second.region.level, -(second.score?.indicators[.throughput] ?? 0), right.offset)
    }
    return sorted.map { _, region in
      (
        region.region.name, region.region.level.rawValue, region.score?.indicators[.throughput],
        region.score?.indicators[.transit]
      )
    }
  }

  /// The tables as CSV, the document and the picture, with a manifest: what `flows summary --csv` writes.
  public func files(optionsUsed: [String: String]) throws(RenderingError) -> [OutputFile] {
    var files = tables.map { OutputFile(name: "\($0.name).csv", text: $0.csv) }
    files.append(OutputFile(name: "summary.json", bytes: document.bytes))
    files.append(OutputFile(name: "flows.svg", text: try picture()))
    let manifest: JSONValue = [
      "tool": .text(ResultManifest.tool), "version": .text(NexusVersion.current),
      "dataset": .text(network.name), "options": .object(optionsUsed.mapValues { .text($0) }),
      "inputs": .list(reading.files.map { $0.fingerprint.json(name: $0.name) }),
      "outputs": .list(files.map(\.fingerprint)),
    ]
    return files + [OutputFile(name: ResultManifest.fileName, bytes: manifest.bytes)]
  }

  /// Every table, by the name of its key in the JSON.
  public var tables: [Table] {
    [
      currencies, channels, crimes, corridors, actors, dependencies, newChannels, regions, quality,
    ]
  }

  /// `flows_summary` of `analysis.json`, and what `flows summary --json` prints.
  public var document: JSONValue {
    var members: [String: JSONValue] = [
      "as_of": .text(summary.periods?.asOf.description),
      "window": .text(summary.options.window.description),
      "level": .text(summary.options.level.rawValue),
      "reference": .text(summary.options.rates?.reference),
      "unconverted": summary.unconverted.map { missing in
        .list(missing.map { ["currency": .text($0.currency), "transfers": .whole($0.transfers)] })
      } ?? .null,
      "history_for_new_channels": .flag(summary.newChannels != nil),
      "flow_measure_of_regions": .text(exposure.method.measure.name),
      "notes": .texts(notes),
    ]
    for table in tables { members[table.name] = .table(table) }
    return .object(members)
  }

  /// What a reader of the numbers must know.
  public var notes: [String] {
    var notes = [
      "Amounts as recorded, not weighed by confidence; amounts of several currencies are never added up"
        + (summary.options.rates == nil ? " (--rates converts them)." : ".")
    ]
    if let periods = summary.periods {
      notes.append(
        "Growth compares the \(periods.window) up to \(periods.asOf) with the \(periods.window) before.")
    } else {
      notes.append("No row bears a date, so no growth and no new channel can be told.")
    }
    notes += [
      "A transfer of several crimes counts under each. An actor in several regions shares its transfers among them by "
        + "the confidence of each; what doubt leaves is not known.",
      "A channel is a way to break down a sum; it adds to no score.",
    ]
    if let rates = summary.options.rates { notes.append(rates.statement) }
    if let missing = summary.unconverted, !missing.isEmpty {
      let count = missing.reduce(0) { $0 + $1.transfers }
      let listed = missing.map { "\($0.currency.isEmpty ? "no currency" : $0.currency) \($0.transfers)" }
      notes.append("\(count.counted("transfer")) without a rate: \(listed.joined(separator: ", ")).")
    }
    let protected = summary.ledgers.reduce(0) { $0 + $1.protectedTransfers }
    if protected > 0 {
      notes.append(
        "\(protected.counted("transfer")) of victims, witnesses and reporting parties \(protected == 1 ? "is" : "are") in "
          + "the totals, but in no row of an actor and no share of a source.")
    }
    return notes
  }
}

import ArgumentParser
import Foundation
import NexusFlows
import NexusGraph
import NexusInterchange
import NexusModel
import NexusReport
import NexusRisk

struct RiskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Shows exposure and risk by region, with intervals.",
    discussion: """
      Example: nexus risk datasets/northern-corridor --indicators external.csv --level country
      scores each country from 0 to 100 with the interval that 90 % of 2000 draws fall into. external.csv holds \
      region,vulnerability,consequence; without it there is only observed exposure, not overall risk.

      --normalise, --weights and --aggregate add an index made otherwise, beside the default one: nexus risk ties.csv \
      --normalise percentile-rank --weights weights.json --aggregate copeland. --borders adds which regions ties and \
      transfers join.

      --compare TJ AF sets two regions side by side and says whether they can be told apart. --windows 2y shows the \
      course over time. --what-if weights.json shows the scores under other weights:
      {"weights": {"threat": 0.5, "nexus": 0.3, "flow": 0.2}, "half_values": {"actors": 5}}

      Scores are of regions only. No actor, least of all a natural person, gets one.
      """)

  @OptionGroup
  var data: DatasetArguments

  @OptionGroup(title: "Uncertainty")
  var simulation: SimulationArguments

  @OptionGroup(title: "Alternatives")
  var alternative: AlternativeArguments

  @OptionGroup
  var rates: RatesArguments

  @OptionGroup(title: "Output")
  var output: RiskArguments

  @Flag(
    help: "Adds which regions ties and transfers join, and what share of a region's ties crosses a border.")
  var borders = false

  func validate() throws {
    let isTable = output.compare.isEmpty && output.whatIf == nil && output.windows == nil
    if alternative.isAsked || borders, !isTable || output.shown == .csv {
      throw ValidationError(
        "Alternative indices and --borders stand beside the regional table, as text or JSON: leave out --compare, "
          + "--what-if, --windows and --csv.")
    }
    if borders, output.level == .grouping {
      throw ValidationError("--borders are those of --level country, subregion or region; groups overlap.")
    }
  }

  func run() throws {
    do { try show() } catch { throw Console.exitCode(for: error) }
  }

  private func show() throws {
    // Text and JSON themselves tell what the filters hid.
    let threads = simulation.threads
    let dataset = try output.shown == .csv ? data.load(threads: threads) : data.loadQuietly(threads: threads)
    if let entity = output.entity { throw refusal(of: entity, in: dataset.network) }
    var options = RiskOptions()
    options.exposure.rule = data.scoringRule(for: dataset.network)
    options.exposure.asOf = data.reading.asOf?.instant
    options.exposure.grouping = try GroupingChoice(data.reading.grouping, for: dataset.network).grouping
    options.indicators = dataset.reading.indicators
    options.uncertainty = simulation.options
    // Scores need amounts in one currency.
    let network = try rates.load().map(dataset.network.converted) ?? dataset.network

    if let years = output.windows?.years {
      let trend = network.exposureTrend(years: Int(years), options)
      let report = TrendReport(trend, options, level: output.level)
      return try show(report.document, report.text(TerminalStyle()), dataset.part)
    }
    let risk = network.regionalRisk(options)
    if let path = output.whatIf {
      try showWhatIf(path, risk, options, network, dataset.part)
    } else if !output.compare.isEmpty {
      let comparison = try RegionPair(output.compare, in: risk)
      try show(comparison.document, comparison.text(TerminalStyle()), dataset.part)
    } else {
      try showTable(risk, dataset)
    }
  }

  private func showTable(_ risk: RegionalRisk, _ dataset: Dataset) throws {
    let levels = output.level.map { [$0] } ?? Set(Region.Level.allCases)
    let other =
      alternative.isAsked
      ? try alternative.scores(risk.exposure, level: output.level ?? .country) : nil
    let matrix =
      borders
      ? dataset.network.crossBorderMatrix(
        data.scoringRule(for: dataset.network), level: output.level ?? .country) : nil
    switch output.shown {
    case .json:
      var beside: [String: JSONValue] = [:]
      beside["alternative"] = other?.document
      beside["borders"] = matrix?.document
      beside["filter"] = dataset.part.filterDocument
      let document = RiskDocument(risk).document(levels: levels, bias: output.level ?? .country)
      try Console.result(document.adding(beside))
    case .csv:
      let table = Table.regions(risk).rows { levels.contains(risk.exposure.regions[$0].region.level) }
      try Console.result(String(table.csv.dropLast()))
    case .text:
      let isGraded = dataset.reading.isGraded
      let style = TerminalStyle()
      let parts = [
        RiskReport(risk, level: output.level ?? .country, isGraded: isGraded).text(style),
        other.map { AlternativeReport($0).text(style) }, matrix.map { BordersReport($0).text(style) },
      ]
      try Console.result((parts.compactMap { $0 } + filterLines(dataset.part)).joined(separator: "\n"))
    }
  }

  /// Prints the document or the text, either with what the filters hid.
  private func show(_ document: JSONValue, _ text: String, _ part: NetworkPart) throws {
    try output.shown == .json
      ? Console.result(document.adding(["filter": part.filterDocument]))
      : Console.result(([text] + filterLines(part)).joined(separator: "\n"))
  }

  private func filterLines(_ part: NetworkPart) -> [String] {
    part.filter.isEmpty ? [] : [TerminalLines.wrapped(part.sentence, to: TerminalStyle().width)]
  }

  private func showWhatIf(
    _ path: String, _ risk: RegionalRisk, _ options: RiskOptions, _ network: Network, _ part: NetworkPart
  ) throws {
    let file = try WhatIfFile(path: path, options.exposure.scale, options.weights)
    var changed = options
    changed.exposure.scale = file.scale
    changed.weights = file.weights
    let report = WhatIfReport(
      before: risk, after: network.regionalRisk(changed), level: output.level ?? .country)
    try show(report.document, report.text(TerminalStyle()), part)
  }

  /// There is no index of an actor, and the sentence says why.
  private func refusal(of name: String, in network: Network) -> any Error {
    do {
      let actor = try ActorLookup(network.actors).actor(name)
      return EntityRefusal(isPerson: network.actors.types[actor.index] == ActorType(folding: "person"))
    } catch { return error }
  }
}

/// Why `--entity` is refused.
struct EntityRefusal: Error, CustomStringConvertible {
  var isPerson: Bool

  var description: String {
    (isPerson
      ? "--entity: natural persons get no 0–100 risk. A tie is not involvement, and a number that predicts what a person may do "
        + "from whom they are tied to would be guilt by association. "
      : "--entity: there is no 0–100 risk for actors, only for regions. ")
      + "See nexus explain DATASET ACTOR for the recorded rows behind an actor's measures."
  }
}

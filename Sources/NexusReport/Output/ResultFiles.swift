internal import NexusAlgorithms
internal import NexusFlows
internal import NexusGraph
internal import NexusInterchange
internal import NexusModel
internal import NexusRendering
internal import NexusRisk

extension Analysis {
  /// Every file of the result folder, the manifest last.
  ///
  /// - Parameters:
  ///   - optionsUsed: the options that change results, for the manifest.
  ///   - measures: further measures; those of actors become columns of `actors.csv`, others tables of their own.
  ///   - language: that of the words on the report page.
  ///   - finished: told the name of each stage as it ends.
  /// - Throws: ``RenderingError`` when a picture cannot be drawn.
  public func resultFiles(
    optionsUsed: [String: String], measures: MeasureReport? = nil, language: PageLanguage = .english,
    finished: (String) -> Void = { _ in }
  ) throws -> [OutputFile] {
    let tables = tables(with: measures)
    let mapping = WorkProgress.begin("map", of: 2)
    let networkMap = networkMap
    mapping?.advance()
    let map = try networkMap.svg()
    mapping?.finish()
    finished("map")
    let reporting = WorkProgress.begin("report", of: 5)
    defer { reporting?.finish() }
    let chart = try regionChart.svg()
    let tileMap = try tileMap.svg()
    let plane = try continuumPlane?.svg()
    reporting?.advance()
    let matrix = try matrixPicture.svg()
    let timeline = try timelinePicture?.svg()
    reporting?.advance()
    let flows = flowReport
    let flowPicture = try flows?.picture()
    reporting?.advance()
    let data = PageData(self, drawn: networkMap.drawn)
    reporting?.advance()
    let page = ReportPage(
      self, tables: tables, networkMap: map, regionChart: chart, tileMap: tileMap,
      continuumPlane: plane, matrix: matrix, timeline: timeline,
      flows: flows.map { FlowSection($0, picture: flowPicture ?? "") },
      data: data, language: language
    ).html
    reporting?.finish()
    finished("report")

    let writing = WorkProgress.begin("tables", of: tables.count + 2)
    defer { writing?.finish() }
    var files = tables.map { table in
      defer { writing?.advance() }
      return OutputFile(name: "\(table.name).csv", text: table.csv)
    }
    files.append(OutputFile(name: "network.svg", text: map))
    files.append(OutputFile(name: "regions.svg", text: chart))
    files.append(OutputFile(name: "tiles.svg", text: tileMap))
    files.append(OutputFile(name: "matrix.svg", text: matrix))
    if let timeline { files.append(OutputFile(name: "timeline.svg", text: timeline)) }
    if let plane { files.append(OutputFile(name: "continuum.svg", text: plane)) }
    if let flowPicture { files.append(OutputFile(name: "flows.svg", text: flowPicture)) }
    files.append(OutputFile(name: "report.html", text: page))
    files.append(OutputFile(name: "analysis.json", bytes: document(tables, flows: flows, measures).bytes))
    writing?.advance()
    files.append(OutputFile(name: ResultManifest.fileName, bytes: manifest(of: files, optionsUsed).bytes))
    finished("tables")
    return files
  }

  /// The tables that become CSV files; those of amounts and of rejected rows only when there are any.
  func tables(with further: MeasureReport?) -> [Table] {
    let structural = options.structuralRule(for: network)
    var actors = Table.actors(measures, ranks?.betweenness, of: network)
    if let columns = further?.actorTable { actors = actors.extended(by: columns) }
    var tables: [Table] = [
      actors, .ties(bundles, of: network),
      .communities(communities),
      .regions(risk),
      .pairs(pairs, directions: network.directions(of: pairs), of: network),
    ]
    if !continuum.actors.isEmpty { tables.append(.continuum(continuum, of: network)) }
    if !network.transfers.isEmpty { tables.append(.flows(of: network, structural)) }
    if let further {
      tables += [further.tieTable, further.networkTable].compactMap { $0 } + further.ownTables
    }
    if !reading.rejected.isEmpty { tables.append(.rejected(reading.rejected)) }
    return tables
  }

  /// The summary of the transfers; nil where none stands.
  private var flowReport: FlowReport? {
    guard network.transfers.contains(where: \.stands) else { return nil }
    var summary = FlowSummaryOptions()
    summary.asOf = options.asOf
    summary.rates = options.rates
    summary.rule = options.structuralRule(for: network)
    return FlowReport(
      of: network, reading: reading, summary: network.flowSummary(summary), exposure: exposure)
  }

  func manifest(of files: [OutputFile], _ optionsUsed: [String: String]) -> JSONValue {
    [
      "tool": .text(ResultManifest.tool), "version": .text(NexusVersion.current),
      "dataset": .text(network.name),
      "seed": .seed(options.seed), "options": .object(optionsUsed.mapValues { .text($0) }),
      "inputs": .list(
        reading.files.map { $0.fingerprint.json(name: $0.name) }
          + options.furtherInputs.map { FileFingerprint(of: $0.bytes).json(name: $0.name) }),
      "outputs": .list(files.map(\.fingerprint)),
    ]
  }

  /// What a reader of the results should know besides what the reading noted.
  var notes: [String] {
    var notes = spectralNotes
    if part.filter.since != nil || part.filter.until != nil, options.asOf == nil, let day = network.newestDate
    {
      notes.append("Ages and momentum are measured from \(day), the newest date of the whole data set.")
    }
    notes += gradingNotes
    if let asOf = options.asOf {
      let later =
        network.ties.count { ($0.first ?? asOf) > asOf }
        + network.transfers.count { ($0.date ?? asOf) > asOf }
      notes.append(
        "As of \(asOf)."
          + (later > 0 ? " \(later) later ties and transfers still count in full, but in no momentum." : ""))
    }
    if let halfLife = options.halfLife {
      let day =
        exposure.method.asOf.map { ", counted back from \($0)" } ?? ", but no row is dated, so none ages"
      notes.append("Evidence loses half its weight in \(HTML.short(halfLife)) years\(day).")
    }
    if let grouping = options.grouping { notes += grouping.groups.map(\.sentence) }
    if options.strengths == .weighedByConfidence { notes.append("Strengths are multiplied by confidence.") }
    let predictions =
      network.tieEvidence.count { $0.kind == .prediction }
      + network.transfers.count { $0.evidence.kind == .prediction }
    if predictions > 0 {
      notes.append(
        "\(predictions) predicted \(predictions == 1 ? "row is" : "rows are") kept out of every measure.")
    }
    let refuted = network.ties.count { tie in
      tie.strength == 0 && network.evidence(of: tie).allSatisfy { $0.kind != .prediction }
    }
    if refuted > 0 {
      notes.append(
        "\(refuted.counted("tie")) that rows only refute \(refuted == 1 ? "stands" : "stand") in no measure.")
    }
    if let approximation {
      notes.append(
        "Betweenness was estimated from \(approximation.pivots) random sources; every value is within "
          + "\(HTML.short(approximation.errorBound)) of the exact one with \(Int(approximation.confidence * 100)) % "
          + "confidence. --exact computes it in full.")
    }
    if exposure.method.measure == .counts, !network.transfers.isEmpty {
      notes.append(
        "Amounts are in several currencies or missing, so throughput and transit count transfers instead.")
    }
    return notes
  }

  /// How many of the items behind ties, transfers, presences and crimes say nothing of their own reliability.
  private var gradingNotes: [String] {
    let worth = "counts 1 for structure and \(options.defaultConfidence) for regions, pairs and brokerage"
    guard reading.isGraded else {
      return ["This is ungraded data: no row bears a grade or a confidence. Each \(worth)."]
    }
    let rows =
      network.tieEvidence + network.transfers.map(\.evidence) + network.actors.presences.map(\.evidence)
      + network.actors.crimes.map(\.evidence) + network.actors.observations.map(\.evidence)
    let ungraded = Set(rows.filter { $0.grading == nil && $0.kind != .prediction }.map(\.row)).count
    return ungraded == 0
      ? [] : ["In part ungraded data: \(ungraded.counted("row")) without a grade; each \(worth)."]
  }
}

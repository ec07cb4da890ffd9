internal import NexusInterchange
internal import NexusModel
internal import NexusRendering
internal import NexusRisk

/// The notebook of an analysis: what was found, the tables and pictures behind it, and the Python that reads them again.
///
/// Outputs are there before anything is run. What cells print and which tables they show is what Python would give,
/// byte for byte; charts are drawn by nexus from the numbers that the cell draws with matplotlib.
struct AnalysisNotebook {
  private let analysis: Analysis
  private let tables: [String: Table]
  private let pictures: [String: String]
  /// Drawn in place of what a cell draws; no file of its own.
  private let regionChart: String
  private let charts: NotebookCharts
  private let folder: String
  /// The names of actors by id, where the two differ.
  private let names: [String: String]

  /// - Parameters:
  ///   - tables: the tables in `folder`, by name.
  ///   - pictures: the pictures in `folder`, by the names of their files.
  ///   - folder: beside the notebook.
  init(_ analysis: Analysis, tables: [Table], pictures: [OutputFile], regionChart: String, folder: String) {
    self.regionChart = regionChart
    self.analysis = analysis
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    self.pictures = Dictionary(
      uniqueKeysWithValues: pictures.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    charts = NotebookCharts(self.tables)
    self.folder = folder
    names = Dictionary(
      uniqueKeysWithValues: zip(analysis.network.actors.ids, analysis.network.actors.names).filter {
        $0 != $1
      })
  }

  /// - Throws: `RenderingError` when a chart cannot be drawn.
  func notebook() throws -> Notebook {
    var notebook = Notebook()
    notebook.metadata = [
      "version": .text(NexusVersion.current), "dataset": .text(analysis.network.name),
      "seed": .seed(analysis.options.seed), "tables": .text(folder),
    ]
    notebook.cells = head
    notebook.cells += actors
    notebook.cells.append(
      try chart(
        NotebookPython.degrees, prints: degreeText, charts.degrees.svg(), NotebookCharts.size(3.6)))
    notebook.cells += try pairs()
    notebook.cells += try communities()
    notebook.cells += regions
    notebook.cells += try time()
    notebook.cells += tail
    return notebook
  }

  // MARK: Text

  private func heading(_ title: String, _ sentences: String...) -> NotebookCell {
    .markdown((["## \(title)"] + sentences).joined(separator: "\n\n"))
  }

  private var head: [NotebookCell] {
    [
      .markdown(
        """
        # Links of terrorism and organised crime: \(NotebookMarkdown.escaped(analysis.network.name))

        \(NotebookMarkdown.escaped(Safeguards.sentences[0]))

        Made by nexus \(NexusVersion.current). Everything below is shown as it was found; to compute on, run the \
        cells from the first to the last. They read the tables beside this notebook and need Python 3.9 or newer with \
        pandas and matplotlib. Pictures show in a notebook that you trust: File, Trust Notebook.
        """),
      heading("Summary", NotebookMarkdown.list(AnalysisSentences(analysis).summary)),
      heading("Limits and safeguards", NotebookMarkdown.list(Safeguards.sentences)),
      heading(
        "Reading the tables",
        "Every table is read as text, so that ids keep their leading zeros; `number` makes numbers of what is one."
      ),
      .code(NotebookPython.setUp(folder: folder), outputs: []),
      heading(
        "The network",
        "Colour and mark tell the role of an actor, its shape the type; victims, witnesses and reporting parties are "
          + "never named or sized by a measure."),
    ] + picture("network.svg")
  }

  private var tail: [NotebookCell] {
    let sentences = AnalysisSentences(analysis)
    return [
      heading(
        "What was read", NotebookMarkdown.list(sentences.reading + analysis.notes + analysis.reading.notes)),
      heading("Method", NotebookMarkdown.list(sentences.method + analysis.regionNotes)),
    ]
  }

  // MARK: Cells with outputs

  private func picture(_ name: String) -> [NotebookCell] {
    pictures[name].map { svg in
      [
        .code(
          NotebookPython.picture(name),
          outputs: [.picture(svg: NotebookPython.fitted(svg), words: NotebookPython.words(for: name))])
      ]
    } ?? []
  }

  private func chart(_ source: String, prints text: String, _ svg: String, _ words: String) -> NotebookCell {
    .code(source, outputs: [.text(text), .picture(svg: NotebookPython.fitted(svg), words: words)])
  }

  private func table(
    _ source: String, _ name: String, _ columns: [NotebookTable.Column], rows: [Int]? = nil
  ) -> NotebookCell {
    .code(
      source,
      outputs: [
        .html(
          tables[name].map {
            NotebookTable.html(
              $0.naming(["crime", "terror", "payer", "payee"], names), columns, rows: rows)
          } ?? "")
      ])
  }

  private var actors: [NotebookCell] {
    let measures = analysis.measures
    let order = measures.betweenness.indices
      .filter { !analysis.network.actors.roles[$0].isProtected }
      .sorted { (-measures.betweenness[$0], $0) < (-measures.betweenness[$1], $1) }
    return [
      heading(
        "Actors",
        NotebookMarkdown.escaped(
          "By betweenness, the share of shortest paths that lead through an actor. Rank from and to hold 90 % of the "
            + "draws: where they overlap, the order is not distinguishable. Victims, witnesses and reporting parties are "
            + "not ranked.")),
      table(
        NotebookPython.actors, "actors",
        [
          .init("name", "Actor"), .init("role", "Role"), .init("region", "Regions"),
          .init("community", "Community", 0), .init("degree", "Degree", 0),
          .init("betweenness", "Betweenness", 4), .init("rank_low", "Rank from", 0),
          .init("rank_high", "Rank to", 0),
        ], rows: order),
      heading("Degree distribution", "How many actors have how many neighbours, in the simple view."),
    ]
  }

  private var degreeText: String {
    "degree: actors\n"
      + charts.degreeCounts.map { "\($0.degree): \($0.actors)" }.joined(separator: ", ") + "\n"
  }

  private func pairs() throws -> [NotebookCell] {
    guard let pairs = tables["pairs"], !pairs.rows.isEmpty else {
      return [
        heading(
          "Where crime and terror meet",
          "No direct tie between an organised-crime and a terrorist actor is recorded, or the data do not name "
            + "both roles. That is not evidence that there is none.")
      ]
    }
    let count = pairs.rows.count
    return [
      heading(
        "Where crime and terror meet",
        "Organised-crime and terrorist actors with a direct tie, and the probability of each step of the ladder. "
          + "Fewer than two independent origins leave a pair unconfirmed."),
      table(
        NotebookPython.pairs, "pairs",
        [
          .init("crime", "Organised crime"), .init("terror", "Terrorist"), .init("stage", "Stage"),
          .init("status", "Status"), .init("p_transactional", "P transactional", 3),
          .init("p_alliance", "P alliance", 3), .init("p_integration", "P integration", 3),
          .init("intensity", "Intensity", 1), .init("origins", "Origins", 0),
        ]),
      chart(
        NotebookPython.pairChart, prints: "\(min(12, count)) of \(count) pairs\n", try charts.pairs.svg(),
        NotebookCharts.size(3.6)),
    ]
  }

  private func communities() throws -> [NotebookCell] {
    let communities = analysis.communities
    return [
      heading(
        "Communities",
        "Groups that are tied more to each other than to the rest, and the ties between and inside them as a matrix."
      ),
      table(
        NotebookPython.communities, "communities",
        [
          .init("community", "Community", 0), .init("size", "Actors", 0),
          .init("internal_ties", "Ties inside", 0), .init("external_ties", "Ties out", 0),
          .init("conductance", "Conductance", 3), .init("roles", "Roles"), .init("regions", "Regions"),
          .init("p_value", "p", 3),
        ]),
      chart(
        NotebookPython.communityChart,
        prints:
          "\(communities.count) communities, \(communities.count { $0.members.count > 1 }) of two or more actors\n",
        try charts.communities.svg(), NotebookCharts.size(3.6)),
    ] + picture("matrix.svg")
  }

  private var regions: [NotebookCell] {
    let scored = analysis.exposure.regions.indices.filter {
      let region = analysis.exposure.regions[$0]
      return region.region.level == .country && region.score != nil
    }
    guard !scored.isEmpty else {
      return [
        heading("Regions", "Exposure by region is not observed in these data, which is not the same as low.")
      ]
    }
    return [
      heading(
        "Regions",
        "Observed exposure at the level of countries, with the interval that holds 90 % of the draws. It is not overall "
          + "risk, and a region that is not here is not observed, which is not the same as low. Grade D has too little "
          + "evidence for a rank."),
      table(
        NotebookPython.regions, "regions",
        [
          .init("name", "Region"), .init("rank", "Rank", 0), .init("score", "Score", 1),
          .init("low", "5 %", 1),
          .init("high", "95 %", 1), .init("grade", "Grade"), .init("items", "Items", 0),
          .init("origins", "Origins", 0),
        ], rows: scored),
      self.chart(
        NotebookPython.regionChart,
        prints:
          "\(min(20, scored.count)) of \(scored.count) regions at the level of countries have a score and are shown\n",
        regionChart, NotebookCharts.size(5)),
    ]
  }

  private func time() throws -> [NotebookCell] {
    var cells: [NotebookCell] = []
    if pictures["timeline.svg"] != nil {
      cells.append(
        heading(
          "Time", "Ties and transfers as finely as they are dated. What bears no date is counted, not drawn.")
      )
      cells += picture("timeline.svg")
    }
    guard let months = tables["transfers_by_month"] else { return cells }
    cells.append(
      heading(
        "Transfers",
        "By month, then by payer, payee and currency. Amounts of different currencies never add up."))
    cells.append(
      chart(
        NotebookPython.months, prints: NotebookMonths(months).sentence, try charts.months.svg(),
        NotebookCharts.size(3.6)))
    cells.append(
      table(
        NotebookPython.flows, "flows",
        [
          .init("payer", "Payer"), .init("payee", "Payee"), .init("amount", "Amount", 2),
          .init("currency", "Currency"), .init("transfers", "Transfers", 0), .init("first", "First"),
          .init("last", "Last"), .init("channels", "Channels"),
        ]))
    return cells
  }
}

extension NotebookCharts {
  /// The words with which matplotlib names a figure of 9 inches by so many.
  static func size(_ height: Double) -> String { "<Figure size 900x\(Int(height * 100)) with 1 Axes>" }
}

private import Foundation
internal import NexusAlgorithms
internal import NexusGraph
internal import NexusInterchange
internal import NexusModel
internal import NexusRisk

/// `report.html`: one file that loads nothing from anywhere. Everything can be read without its script, which adds
/// search, filters, evidence, sorting and another language.
struct ReportPage {
  let analysis: Analysis
  private let tables: [String: Table]
  /// The names of actors by id, where the two differ.
  private let names: [String: String]
  private let networkMap: String
  private let regionChart: String
  private let tileMap: String
  private let continuumPlane: String?
  private let matrix: String
  private let timeline: String?
  private let flowSection: FlowSection?
  private let data: PageData
  private let language: PageLanguage

  init(
    _ analysis: Analysis, tables: [Table], networkMap: String, regionChart: String, tileMap: String,
    continuumPlane: String? = nil, matrix: String, timeline: String? = nil, flows: FlowSection? = nil,
    data: PageData, language: PageLanguage = .english
  ) {
    self.analysis = analysis
    var tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    tables["pairs"] = .pairs(
      analysis.pairs, directions: analysis.network.directions(of: analysis.pairs), of: analysis.network,
      for: .people)
    self.tables = tables
    names = Dictionary(
      uniqueKeysWithValues: zip(analysis.network.actors.ids, analysis.network.actors.names).filter {
        $0 != $1
      })
    self.networkMap = ReportPage.inline(networkMap)
    self.regionChart = ReportPage.inline(regionChart)
    self.tileMap = ReportPage.inline(tileMap)
    self.continuumPlane = continuumPlane.map(ReportPage.inline)
    self.matrix = ReportPage.inline(matrix)
    self.timeline = timeline.map(ReportPage.inline)
    flowSection = flows
    self.data = data
    self.language = language
  }

  /// A picture without the XML declaration that only a file of its own may have.
  static func inline(_ svg: String) -> String {
    svg.range(of: "<svg").map { String(svg[$0.lowerBound...]) } ?? ""
  }

  var html: String {
    let body: HTML = """
      <a class="skip" href="#main">\(HTML.word("Skip to the report"))</a>
      <header><h1>\(HTML.name(analysis.network.name))</h1>
      <p class="lead">Where terrorism and organised crime meet in these data. \(Safeguards.sentences[0])</p></header>
      <nav aria-labelledby="sections"><span class="unseen" id="sections"\(HTML.wordMark("Sections"))>Sections</span>\(HTML.joined(sections.map { "<a href=\"#\($0.id)\"\(HTML.wordMark($0.title))>\($0.title)</a> " }))</nav>
      <main id="main">
      \(HTML.joined(sections.map(section)))</main>
      <footer><p>nexus \(NexusVersion.current). Seed \(String(analysis.options.seed)). The same input, options and seed give this page again, byte for byte; manifest.json lists what went in.</p></footer>
      """
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)" dir="\(language.direction)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(HTML(trusted: PageScript.policy))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>nexus: \(analysis.network.name)</title>
      <style>\(HTML(trusted: PageScript.style))</style>
      </head>
      <body>
      \(HTML(trusted: ReportPage.inLanguages(body, language)))
      <script type="application/json" id="words">\(HTML(trusted: PageWords.document.inPage))</script>
      <script type="application/json" id="data">\(HTML(trusted: data.document.inPage))</script>
      <script>\(HTML(trusted: PageScript.script))</script>
      </body>
      </html>

      """
    return page.source
  }

  /// The words in the language of the page; paragraphs, lists and pictures of the analysis, which are English in every
  /// language, marked as such.
  private static func inLanguages(_ body: HTML, _ language: PageLanguage) -> String {
    let english = " lang=\"en\" dir=\"ltr\""
    var markup = PageWords.translated(body.source, to: language)
    for element in ["<p", "<ul", "<ol", "<figure"] {
      for end in [">", " class="] {
        markup = markup.replacingOccurrences(of: element + end, with: element + english + end)
      }
    }
    return markup
  }

  private struct Section {
    let id: String
    let title: String
    let body: HTML
  }

  private func section(_ section: Section) -> HTML {
    "<section id=\"\(section.id)\" aria-labelledby=\"h-\(section.id)\"><h2 id=\"h-\(section.id)\"\(HTML.wordMark(section.title))>\(section.title)</h2>\n\(section.body)\n</section>\n"
  }

  private var sections: [Section] {
    var sections = [
      Section(id: "summary", title: "Summary", body: summary),
      Section(id: "map", title: "Network map", body: "<figure>\(HTML(trusted: networkMap))</figure>"),
      Section(id: "actors", title: "Actors", body: actors),
      Section(id: "ties", title: "Ties", body: ties),
      Section(id: "pairs", title: "Where crime and terror meet", body: pairs),
      Section(id: "communities", title: "Communities", body: communities),
      Section(
        id: "regions", title: "Regions",
        body: HTML.joined([
          RegionSection(analysis.risk, chart: regionChart, tileMap: tileMap) {
            table($0, limit: $1, caption: $2, $3)
          }.body,
          RegionalSections(analysis.findings).borders,
        ])),
    ]
    if let plane = continuumPlane {
      sections.insert(Section(id: "continuum", title: "The continuum", body: continuum(plane)), at: 5)
    }
    if let timeline {
      sections.append(
        Section(
          id: "timeline", title: "Timeline", body: "<figure>\(HTML(trusted: timeline))</figure>"))
    }
    if let flows = tables["flows"], !flows.rows.isEmpty {
      sections.append(Section(id: "flows", title: "Flows", body: self.flows(flows)))
    }
    return sections + [
      Section(id: "quality", title: "What was read", body: quality),
      Section(id: "method", title: "Method", body: method),
      Section(id: "safeguards", title: "Limits and safeguards", body: list(Safeguards.sentences)),
    ]
  }

  private func list(_ sentences: [String]) -> HTML {
    "<ul>\(HTML.joined(sentences.map { "<li>\($0)</li>" }))</ul>"
  }

  private var summary: HTML {
    HTML.joined(AnalysisSentences(analysis).summary.map { "<p>\($0)</p>\n" })
  }

  private var actors: HTML {
    let rankings = analysis.rankings(count: 10).map { ranking -> HTML in
      let items = ranking.entries.map { entry -> HTML in
        "<li data-actor=\"\(entry.actor)\">\(entry.places.map { HTML("<span class=\"note\">\(ReportPage.range($0))</span> ") } ?? "")\(HTML.name(analysis.network.actors.names[entry.actor], limit: 48)) <span class=\"number\">\(HTML.short(entry.value))</span></li>"
      }
      let none: HTML =
        ranking.undecided > 0
        ? "<p class=\"none\">The order of the first is not distinguishable.</p>"
        : "<p class=\"none\">No actor has a value above 0.</p>"
      let rest: HTML =
        ranking.undecided > 0 && !items.isEmpty
        ? "<p class=\"note\">Who takes the other \(ranking.undecided) of the first places is not distinguishable.</p>"
        : ""
      return """
        <div><h3\(HTML.wordMark(ranking.measure))>\(ranking.measure)</h3><p class="note">\(ranking.meaning)</p>\
        \(items.isEmpty ? none : "<ol>\(HTML.joined(items))</ol>")\(rest)</div>
        """
    }
    return """
      <p>Three measures, because one hides what another shows: many neighbours make an actor visible, a place between others may let it broker. Victims, witnesses and reporting parties are not ranked. \(RankSentences(analysis).explanation)</p>
      <div class="columns">\(HTML.joined(rankings))</div>
      \(table("actors", limit: 60, caption: "All structural measures, in the order of the input", [
        ("name", "Actor"), ("role", "Role"), ("type", "Type"), ("region", "Regions"), ("community", "Community"),
        ("degree", "Degree"), ("strength", "Strength"), ("betweenness", "Betweenness"), ("closeness", "Closeness"),
        ("eigenvector", "Eigenvector"), ("core", "Core"), ("brokerage", "Brokerage"),
        ("rank_low", "Rank from"), ("rank_high", "Rank to"), ("p_top10", "P of first 10"),
      ]) { ReportPage.link(actor: $0) })
      """
  }

  private var ties: HTML {
    """
    <p>All ties between two actors in one row, with the rows of the data that each rests on. Confidence allows for every independent origin; transfers stand under the flows.</p>
    \(table("ties", limit: 60, caption: "Ties between two actors, in the order of the input", [
      ("source", "Actor"), ("target", "Other actor"), ("relations", "Relations"), ("crimes", "Crimes"),
      ("strength", "Strength"), ("confidence", "Confidence"), ("first", "First"), ("last", "Last"), ("rows", "Rows"),
    ]) { ReportPage.link(line: $0) })
    """
  }

  /// What ties a row to the marks of an actor, or of a line, on the map.
  static func link(actor: Int) -> HTML { " data-actor=\"\(actor)\"" }

  private static func link(line: Int?) -> HTML { line.map { " data-tie=\"\($0)\"" } ?? "" }

  /// Places as `2–5`, or `1` where they do not differ.
  private static func range(_ places: ClosedRange<Int>) -> String {
    places.count == 1 ? "\(places.lowerBound)" : "\(places.lowerBound)–\(places.upperBound)"
  }

  private var pairs: HTML {
    guard !analysis.pairs.isEmpty else {
      if analysis.figures.crossing == nil {
        return
          "<p>The data do not name both terrorist and organised-crime actors, so nothing can be said of where the two meet.</p>"
      }
      return
        "<p>No direct tie between an organised-crime and a terrorist actor is recorded. That is not evidence that there is none.</p>"
    }
    return """
      <p>Organised-crime and terrorist actors with a direct tie, with the probability of each step of the ladder. Fewer than two independent origins leave a pair unconfirmed. What each relation adds sums to the intensity, 0 to 100; what a relation is worth stands under the method.</p>
      \(table("pairs", limit: 60, caption: "Pairs with a direct tie", [
        ("crime", "Organised crime"), ("terror", "Terrorist"), ("stage", "Stage"), ("status", "Status"),
        ("p_transactional", "P transactional"), ("p_alliance", "P alliance"), ("p_integration", "P integration"),
        ("intensity", "Intensity"), ("contributions", "What adds"), ("directions", "Who to whom"), ("origins", "Origins"), ("modalities", "Relations"), ("rows", "Rows"),
      ]) { ReportPage.link(line: data.line(between: analysis.pairs[$0].crime, and: analysis.pairs[$0].terror)) })
      \(RegionalSections(analysis.findings).chance)
      """
  }

  private var communities: HTML {
    """
    <p>Groups that are tied more to each other than to the rest (Leiden, \(analysis.options.quality == .modularity ? "modularity" : "constant Potts model"), resolution \(HTML.short(analysis.options.resolution))). p is the chance that a group of this size drawn at random holds as many terrorist and as many organised-crime actors, corrected for the number of groups.</p>
    \(table("communities", limit: 40, caption: "Communities, the largest first", [
      ("community", "Community"), ("size", "Actors"), ("internal_ties", "Ties inside"),
      ("external_ties", "Ties out"), ("conductance", "Conductance"), ("roles", "Roles"), ("regions", "Regions"),
      ("crimes", "Crimes"), ("p_value", "p"),
    ]))
    <figure>\(HTML(trusted: matrix))</figure>
    """
  }

  private func flows(_ flows: Table) -> HTML {
    let actors = Dictionary(
      uniqueKeysWithValues: analysis.network.actors.ids.enumerated().map { ($1, ActorID($0)) })
    let flowLines = flows.rows.map { row -> Int? in
      guard case .text(let payer) = row[0], case .text(let payee) = row[1], let from = actors[payer],
        let to = actors[payee]
      else { return nil }
      return data.line(from: from, to: to)
    }
    return """
      \(flowSection?.html ?? "")
      <p>Transfers by payer, payee and currency, in the order of the input. Amounts of different currencies are never added up.</p>
      \(table("flows", limit: 60, caption: "Flows", [
        ("payer", "Payer"), ("payee", "Payee"), ("amount", "Amount"), ("currency", "Currency"),
        ("transfers", "Transfers"), ("first", "First"), ("last", "Last"), ("channels", "Channels"), ("crimes", "Crimes"),
        ("confidence", "Confidence"),
      ]) { ReportPage.link(line: flowLines[$0]) })
      """
  }

  private var quality: HTML {
    let sentences = AnalysisSentences(analysis)
    return """
      \(list(sentences.reading + analysis.notes + analysis.reading.notes))
      \(tables["rejected"] == nil ? "" : table("rejected", limit: 60, caption: "Rejected rows", [
        ("file", "File"), ("line", "Line"), ("column", "Column"), ("reason", "Reason"),
      ]))
      """
  }

  private var method: HTML {
    let instruments = analysis.instrumentSentences
    return """
      \(list(AnalysisSentences(analysis).method + analysis.regionNotes + RiskDocument(analysis.risk).notes))
      \(instruments.isEmpty ? "" : "<h3\(HTML.wordMark("Instruments that name the crimes of these data"))>Instruments that name the crimes of these data</h3>\n\(list(instruments))")
      """
  }

  func table(
    _ name: String, limit: Int, caption: String, _ columns: [(column: String, heading: String)],
    mark: (Int) -> HTML = { _ in "" }
  ) -> HTML {
    guard let table = tables[name]?.naming(["crime", "terror", "payer", "payee", "source", "target"], names)
    else { return "" }
    guard !table.rows.isEmpty else {
      return "<div class=\"none\">\(HTML.word("Nothing was observed."))</div>"
    }
    return HTML.table(
      table, columns: columns.map(\.column), headings: columns.map(\.heading), limit: limit, caption: caption,
      mark: mark)
  }
}

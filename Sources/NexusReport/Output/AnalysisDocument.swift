internal import NexusAlgorithms
internal import NexusGraph
internal import NexusInterchange
internal import NexusModel
internal import NexusRisk

extension Analysis {
  /// `analysis.json`: every table, the figures of the network, and every default behind them.
  func document(_ tables: [Table], flows: FlowReport?, _ measures: MeasureReport?) -> JSONValue {
    var members: [String: JSONValue] = [
      "schema": "nexus-analysis/1", "version": .text(NexusVersion.current), "dataset": dataset,
      "method": method,
      "approximate": approximate, "notes": .texts(notes + reading.notes), "problems": problems,
      "safeguards": .texts(Safeguards.sentences), "instruments": instruments,
      "ranks": rankDocument,
    ]
    if let measures { members["measures"] = measures.summary }
    if let flows { members["flows_summary"] = flows.document }
    let risk = RiskDocument(risk)
    members["comparisons"] = risk.comparisons(levels: Set(Region.Level.allCases))
    members["sensitivity"] = risk.sensitivity
    members["omissions"] = risk.omissions
    for table in tables { members[table.name] = .table(table) }
    members.merge(findings.members) { table, _ in table }
    members["pairs"] = LinksFindings.pairs(
      pairs, network.directions(of: pairs), of: network, options.scoringRule(for: network))
    members["continuum"] = .list(continuum.actors.map { LinksFindings.actor($0, of: network) })
    return .object(members)
  }

  private var dataset: JSONValue {
    let account = reading.account
    return [
      "name": .text(network.name), "filter": part.filterDocument,
      "rows": [
        "read": .whole(account.read), "used": .whole(account.used), "folded": .whole(account.folded),
        "rejected": .whole(account.rejected), "reciprocal": .whole(account.reciprocal),
        "self_ties": .whole(account.selfTies), "merged": .whole(account.merged),
        "duplicates": .whole(account.duplicates), "passed_over": .whole(account.passedOver),
      ],
      "files": .list(
        reading.files.map { file in
          [
            "name": .text(file.name), "shape": .text(file.shape.rawValue),
            "encoding": .text(file.encoding.rawValue),
            "format": .text(file.format.name),
            "delimiter": file.delimiter.map { JSONValue.text($0.name) } ?? .null, "rows": .whole(file.rows),
            "columns": .object(
              Dictionary(uniqueKeysWithValues: file.columns.map { ($0.field.rawValue, .text($0.header)) })),
          ]
        }),
      "graded": .flag(reading.isGraded), "actors": .whole(figures.actors), "ties": .whole(figures.ties),
      "transfers": .whole(figures.transfers), "directed": .flag(figures.isDirected),
      "density": .real(figures.density), "components": .whole(figures.components),
      "largest_component": .whole(figures.largestComponent), "isolates": .whole(figures.isolates),
      "diameter": .real(figures.diameter), "transitivity": .real(figures.transitivity),
      "clustering": .real(figures.meanClustering), "assortativity": .real(figures.roleAssortativity),
      "modularity": .real(figures.modularity), "communities": .whole(communities.count),
      "crossing": figures.crossing.map { crossing in
        [
          "edges": .whole(crossing.edges), "share": .real(crossing.share),
          "expected": .real(crossing.expectedShare),
          "p": .real(crossing.pValue),
        ]
      } ?? .null,
    ]
  }

  private var method: JSONValue {
    let exposure = exposure.method
    return [
      "confidence": [
        "ungraded_structural": 1, "ungraded_scores": .real(options.defaultConfidence),
        "half_life_years": .real(options.halfLife), "cap_of_combinations": .real(0.99),
        "reliability": .list(Grade.reliabilities.map { .real($0) }),
        "credibility": .list(Grade.credibilities.map { .real($0) }),
      ],
      "as_of": .text(exposure.asOf?.description),
      "paths": [
        "length": options.lengths == .hops ? "hops" : "inverse-strength", "equal_within": .real(1e-9),
        "sampled_above_n_times_m": .real(PathPrecision.exactWorkLimit),
      ],
      "strengths": options.strengths == .asRead ? "as read" : "multiplied by confidence",
      "pagerank": ["damping": .real(0.85)], "katz": ["attenuation": "0.5 / largest eigenvalue"],
      "communities": [
        "method": "Leiden", "quality": options.quality == .modularity ? "modularity" : "cpm",
        "resolution": .real(options.resolution),
      ],
      "ranks": rankMethod, "crossing": ["permutations": 999], "seed": .seed(options.seed),
      "exposure": RiskDocument(risk).exposureMethod(exposure), "regional_risk": RiskDocument(risk).method,
      "grouping": grouping,
      "pairs": [
        "worth_of_relations": .object(PairLadder.worths.mapValues { .real($0) }), "stage_at": .real(0.5),
        "origins_for_more_than_unconfirmed": 2,
      ], "continuum": LinksFindings.continuumMethod(continuum),
    ]
  }

  /// The groups with their members, source and day; null without any.
  private var grouping: JSONValue {
    guard let grouping = options.grouping else { return .null }
    return .list(
      grouping.groups.map { group in
        [
          "name": .text(group.name), "title": .text(group.title), "as_of": .text(group.asOf),
          "source": .text(group.source), "members": .texts(group.members.map(\.code)),
        ]
      })
  }

  private var approximate: JSONValue {
    var sampled: [String: JSONValue] = [:]
    if let approximation {
      sampled["betweenness"] = [
        "pivots": .whole(approximation.pivots), "error_bound": .real(approximation.errorBound),
        "confidence": .real(approximation.confidence),
      ]
    }
    if let ranks {
      sampled["ranks"] = ["draws": .whole(ranks.effort.draws), "pivots": .whole(ranks.effort.pivots)]
    }
    return .object(sampled)
  }

  private var problems: JSONValue {
    .list(
      reading.problems.map { problem in
        [
          "kind": .text(problem.kind.rawValue), "file": .text(problem.file), "line": .whole(problem.line),
          "column": .whole(problem.column), "message": .text(problem.message),
        ]
      })
  }
}

extension FlowMeasure {
  /// What throughput and transit are measured in, in words.
  var name: String {
    switch self {
    case .amounts(let currency): currency.isEmpty ? "amounts" : "amounts in \(currency)"
    case .counts: "expected numbers of transfers"
    }
  }
}

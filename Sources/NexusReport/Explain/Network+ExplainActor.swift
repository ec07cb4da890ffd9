public import NexusAlgorithms
public import NexusGraph
public import NexusModel

extension Network {
  /// Explains a column of `actors.csv` for one actor.
  ///
  /// Each row that can change the value is left out in turn and the measure computed anew, while the actors, whether
  /// edges point, the communities and the day of reference stay those of the whole network.
  ///
  /// - Throws: ``LeidenError`` for options out of range.
  /// - Complexity: one computation of the measure for each row tried.
  public func explain(
    _ actor: ActorID, _ measure: ActorMeasure, _ options: ExplanationOptions = ExplanationOptions()
  ) throws(LeidenError) -> Explanation {
    let values = try ActorValues(actor, of: measure, in: self, options.analysis)
    var whole = values
    whole.paths.threads = options.analysis.threads
    let (role, type) = (actors.roles[actor.index], actors.types[actor.index])
    var explanation = Explanation(
      subject: actors.ids[actor.index],
      about: "actor \(actors.names[actor.index]) (\(role.word), \(type.word))", measure: measure.rawValue,
      value: whole.value(of: measure, in: self),
      contributionNote: "none: the measure belongs to the network as a whole and is no sum over its ties",
      evidenceNote: measure.evidenceNote, formula: measure.formula, measures: ActorMeasure.names)
    if let (parts, note) = ActorParts(network: self, values: values).parts(of: measure) {
      explanation.contributions = parts
      explanation.contributionNote = parts.isEmpty ? "none: the value is 0" : note
    }
    explanation.defaults = defaults(of: measure, options.analysis)
    explanation.notes = notes(on: actor, measure, isDefined: explanation.value != nil)
    guard measure.reach != .label, explanation.value != nil else { return explanation }

    let words = RowWords(self)
    let rule =
      measure == .brokerage ? values.scoring : options.analysis.structuralRule(for: self)
    let graph = graph(kind: values.kind)
    let size = Double(ties.count + transfers.count + actors.count)
    let work =
      switch measure.reach {
      case _ where measure.needsPaths: Double(actors.count) * Double(max(graph.edgeCount, 1))
      case .network: 200 * size  // about as many steps of the iteration
      default: 20 * size
      }
    explanation.tryRows(
      rows(for: measure, at: actor, graph, words.uses), workPerRow: work, words, rule, options
    ) { values.value(of: measure, in: $0) }
    return explanation
  }

  private func defaults(of measure: ActorMeasure, _ options: AnalysisOptions) -> [String] {
    switch measure {
    case .brokerage: ["an ungraded row counts \(options.defaultConfidence)"]
    case .betweenness, .closeness, .harmonic: ["a step of a path is a hop", "\(edgeKind.word) ties"]
    case .participation, .community:
      ["resolution \(HTML.short(options.resolution))", "seed \(options.seed)"]
    default: ["strengths as read", "\(edgeKind.word) ties"]
    }
  }

  private func notes(on actor: ActorID, _ measure: ActorMeasure, isDefined: Bool) -> [String] {
    let (role, type) = (actors.roles[actor.index], actors.types[actor.index])
    var notes: [String] = []
    if role.isProtected {
      notes.append(
        "Victims, witnesses and reporting parties keep their structural numbers; they are ranked and scored nowhere."
      )
    }
    if type == .person || !type.isKnown || type == .unknown { notes.append(Explanation.association) }
    if !isDefined {
      notes.append(
        measure == .brokerage && role.isProtected
          ? "Brokerage is not computed for protected roles."
          : "The measure is not defined for this actor in these data.")
    }
    if measure.reach == .label {
      notes.append("The number is a label: without a row it could be dealt anew.")
    }
    return notes
  }

  /// The rows that can change the value, the nearest to the actor first.
  private func rows(
    for measure: ActorMeasure, at actor: ActorID, _ graph: Graph, _ uses: RowUses
  ) -> [RowID] {
    let distances = graph.undirectedSum().hops(from: actor.index)
    func distance(of use: RowUses.Use, _ item: Evidence) -> Int? {
      let ends: (ActorID, ActorID)
      switch use {
      case .tie(let position): ends = (ties[position].source, ties[position].target)
      case .transfer(let position) where measure != .brokerage:
        ends = (transfers[position].payer, transfers[position].payee)
      default: return nil
      }
      let counts = item.kind != .prediction && (item.stance == .supports || measure == .brokerage)
      if measure.reach == .ends, ends.0 != actor, ends.1 != actor { return nil }
      return counts ? min(distances[ends.0.index], distances[ends.1.index]) : nil
    }
    let limit =
      switch measure.reach {
      // A refuted tie may stand in no graph, so the ends are compared and not the distance.
      case .ends, .network: Int.max
      case .neighbours: 1
      case .component: Int.max - 1
      case .label: -1
      }
    return uses.rows.compactMap { row in
      uses[row].compactMap { distance(of: $0.use, $0.item) }.min().map { (distance: $0, row: row) }
    }.filter { $0.distance <= limit }.sorted { $0 < $1 }.map(\.row)
  }
}

extension ActorMeasure {
  fileprivate var evidenceNote: String {
    switch reach {
    case .ends: "every row of the actor's own ties; no other can change the value"
    case .neighbours: "the rows of the actor's ties and of its neighbours'"
    case .component: "the rows of the actor's component, the nearest first"
    case .network: "all rows of ties and transfers, the nearest first"
    case .label: "none is left out: a label has no value without a row"
    }
  }
}

extension EdgeKind {
  fileprivate var word: String { self == .directed ? "directed" : "undirected" }
}

extension Graph {
  /// Hops from one vertex to each, `Int.max` to those it does not reach. O(*n* + *m*).
  fileprivate func hops(from source: Int) -> [Int] {
    var distances = [Int](repeating: .max, count: vertexCount)
    distances[source] = 0
    var queue = [Int32(source)]
    var next = 0
    while next < queue.count {
      let vertex = Int(queue[next])
      next += 1
      for arc in outgoing.row(vertex) {
        let neighbour = Int(outgoing.targets[arc])
        guard distances[neighbour] == .max else { continue }
        distances[neighbour] = distances[vertex] + 1
        queue.append(outgoing.targets[arc])
      }
    }
    return distances
  }
}

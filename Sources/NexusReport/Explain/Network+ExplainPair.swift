public import NexusGraph
public import NexusModel
internal import NexusRisk

/// The numbers of a pair that can be explained.
public enum PairMeasure: String, CaseIterable, Sendable {
  case intensity
  case transactional = "p_transactional"
  case alliance = "p_alliance"
  case integration = "p_integration"

  public static let names = allCases.map(\.rawValue)

  /// The definition, as printed with the value.
  public var formula: String {
    switch self {
    case .intensity: "100 (1 − Π (1 − p v)) over the ties of the pair; contribution ∝ ln(1 − p v)"
    case .transactional: "P(K ≥ 1), K = number of true ties, independent of each other"
    case .alliance: "P(K ≥ 2, of two relations or more or from two years or more)"
    case .integration: "P(two shared members, or one and a joint operation or command)"
    }
  }

  func value(_ ladder: PairLadder) -> Double {
    switch self {
    case .intensity: ladder.intensity
    case .transactional: ladder.transactional
    case .alliance: ladder.alliance
    case .integration: ladder.integration
    }
  }
}

extension Network {
  /// Explains a number of the pair of an organised-crime and a terrorist actor.
  ///
  /// Each row that speaks of the pair's ties is left out in turn, its tie grouped again from the others, and the
  /// ladder computed anew; without its last tie a pair has 0.
  ///
  /// - Throws: ``ExplanationError/noPair(_:_:)``.
  public func explain(
    _ first: ActorID, _ second: ActorID, _ measure: PairMeasure,
    _ options: ExplanationOptions = ExplanationOptions()
  ) throws(ExplanationError) -> Explanation {
    let rule = options.analysis.scoringRule(for: self)
    @Sendable func pair(in network: Network) -> CrimeTerrorPair? {
      network.crimeTerrorPairs(rule).first {
        ($0.crime, $0.terror) == (first, second) || ($0.crime, $0.terror) == (second, first)
      }
    }
    guard let whole = pair(in: self) else {
      throw .noPair(actors.ids[first.index], actors.ids[second.index])
    }
    let (crime, terror) = (actors.ids[whole.crime.index], actors.ids[whole.terror.index])
    var explanation = Explanation(
      subject: "\(crime)--\(terror)",
      about: "pair of \(actors.names[whole.crime.index]) (organised-crime) and "
        + "\(actors.names[whole.terror.index]) (terrorist): \(whole.stage.rawValue), \(whole.status.rawValue)",
      measure: measure.rawValue, value: measure.value(whole.ladder),
      contributionNote: "none: the probability of a step is no sum over ties",
      evidenceNote: "every row of the pair's ties, for and against", formula: measure.formula,
      measures: PairMeasure.names)
    explanation.defaults =
      ["an ungraded row counts \(options.analysis.defaultConfidence)"]
      + (measure == .intensity
        ? Set(whole.ties.map { ties[$0].relation }).sorted().map {
          "v(\($0.word)) = \(PairLadder.worth(of: $0))"
        } : [])
    explanation.notes = [Explanation.association]
    if measure == .intensity {
      explanation.contributionNote = "what each tie adds"
      explanation.contributions = zip(whole.ties, whole.ladder.contributions).map { position, value in
        let tie = ties[position]
        let year = tie.first.map { ", \($0.year)" } ?? ""
        return Explanation.Part("\(tie.relation.word)\(year)", value)
      }
    }
    let measured: @Sendable (Network) -> Double? = { network in
      pair(in: network).map { measure.value($0.ladder) } ?? 0
    }
    explanation.tryRows(
      whole.rows, workPerRow: 100 * Double(ties.count + actors.count), RowWords(self), rule, options,
      value: measured)
    return explanation
  }
}

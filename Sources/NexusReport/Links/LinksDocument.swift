internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel
internal import NexusRisk

extension LinksFindings {
  /// The machine-readable form of `nexus links`.
  public var document: JSONValue {
    var members: [String: JSONValue] = [
      "pairs": Self.pairs(pairs, directions, coexisting, of: network, options.paths.rule),
      "actors": .list(continuum.actors.map { Self.actor($0, of: network) }), "method": method,
      "safeguards": .texts([Safeguards.sentences[0], Safeguards.continuum]),
    ]
    if options.indirectLinks > 0 {
      members["indirect"] = .list(indirect.map { Self.chain($0, of: network) })
    }
    if let model = options.stageModel { members["bayes"] = bayes(model) }
    return .object(members)
  }

  /// The pairs with the columns of `pairs.csv`, contributions and directions as objects.
  static func pairs(
    _ pairs: [CrimeTerrorPair], _ directions: [[PairDirection]], _ coexisting: [CoexistingPair] = [],
    of network: Network, _ rule: ConfidenceRule
  ) -> JSONValue {
    let table = Table.pairs(pairs, directions: directions, coexisting: coexisting, of: network)
    var objects = table.objects
    for (index, pair) in pairs.enumerated() {
      objects[index]["contributions"] = .list(
        pair.contributions(in: network).map { tie, value in
          let rows = Set(network.evidence(of: tie).map(\.row)).sorted()
          return [
            "relation": .text(tie.relation.word), "value": .real(value),
            "confidence": .real(rule.confidence(of: network.evidence(of: tie))),
            "worth": .real(PairLadder.worth(of: tie.relation)), "first": .text(tie.first?.description),
            "rows": .texts(rows.map { network.rows[$0] }),
          ]
        })
      objects[index]["directions"] = .list(
        directions[index].map { fact in
          [
            "source": .text(network.actors.ids[fact.source.index]),
            "target": .text(network.actors.ids[fact.target.index]), "relation": .text(fact.relation.word),
            "count": .whole(fact.count), "rows": .texts(fact.rows.map { network.rows[$0] }),
          ]
        })
    }
    for (index, pair) in coexisting.enumerated() {
      objects[pairs.count + index]["shared"] = [
        "regions": .texts(pair.regions.map(\.code)), "crimes": .texts(pair.crimes.map(\.word)),
        "neighbours": .texts(pair.neighbours.map { network.actors.ids[$0.index] }),
      ]
    }
    return .list(objects.map { .object($0) })
  }

  /// One actor on the continuum.
  static func actor(_ position: ContinuumPosition, of network: Network) -> JSONValue {
    [
      "actor": .text(network.actors.ids[position.actor.index]),
      "name": .text(network.actors.names[position.actor.index]), "label": .text(position.label.rawValue),
      "tendency": .text(position.tendency.rawValue), "method": axis(position.method),
      "motive": axis(position.motive), "origins": .whole(position.origins),
      "change": position.change.map { change in
        [
          "method": ["early": axis(change.earlyMethod), "late": axis(change.lateMethod)],
          "motive": ["early": axis(change.earlyMotive), "late": axis(change.lateMotive)],
          "motive_crossing": .real(change.motiveCrossing), "method_shift": .real(change.methodShift),
          "motive_shift": .real(change.motiveShift),
        ]
      } ?? .null, "rows": .texts(position.rows.map { network.rows[$0] }),
    ]
  }

  private static func axis(_ axis: ContinuumAxis) -> JSONValue {
    [
      "mean": .real(axis.mean), "low": .real(axis.interval.lowerBound),
      "high": .real(axis.interval.upperBound),
      "p_mixed": .real(axis.mixed), "p_crime": .real(axis.crimeSide), "p_terror": .real(axis.terrorSide),
      "x": .real(axis.position), "terror": .real(axis.terror), "crime": .real(axis.crime),
    ]
  }

  /// A chain with what each step rests on.
  static func chain(_ chain: EvidenceChain, of network: Network) -> JSONValue {
    [
      "actors": .texts(chain.actors.map { network.actors.ids[$0.index] }),
      "names": .texts(chain.actors.map { network.actors.names[$0.index] }),
      "reliability": .real(chain.path.reliability), "damped": .real(chain.path.damped),
      "hops": .whole(chain.path.hops), "rows": .texts(chain.rows.map { network.rows[$0] }),
      "steps": .list(
        chain.steps.map { step in
          [
            "source": .text(network.actors.ids[step.source.index]),
            "target": .text(network.actors.ids[step.target.index]), "probability": .real(step.probability),
            "relations": .texts(step.relations.map(\.word)),
            "rows": .texts(step.rows.map { network.rows[$0] }),
          ]
        }),
    ]
  }

  private var method: JSONValue {
    [
      "default_confidence": .real(options.paths.rule.ungraded),
      "half_life_years": .real(options.paths.rule.halfLife), "stage_at": .real(0.5),
      "origins_for_more_than_unconfirmed": 2,
      "worth_of_relations": .object(PairLadder.worths.mapValues { .real($0) }),
      "continuum": Self.continuumMethod(continuum), "paths": PathsFindings.method(options.paths),
    ]
  }

  /// The conventions of the continuum.
  static func continuumMethod(_ continuum: ActorContinuum) -> JSONValue {
    [
      "prior": "Beta(1/2, 1/2) (Jeffreys)", "interval": .real(0.95),
      "mixed_from": .real(ContinuumAxis.mixedRange.lowerBound),
      "mixed_to": .real(ContinuumAxis.mixedRange.upperBound), "side_at": .real(ContinuumAxis.decisive),
      "least_observations": .real(ContinuumLabel.leastObservations),
      "least_origins": .whole(ContinuumLabel.leastOrigins),
      "least_motive_observations": .real(ContinuumLabel.leastMotiveObservations),
      "transformation_at": .real(ContinuumLabel.transformationProbability),
      "split": .text(continuum.split?.description),
    ]
  }

  private func bayes(_ model: StageModel) -> JSONValue {
    let stages = PairStage.allCases.map(\.rawValue)
    func byStage(_ values: [Double]) -> JSONValue {
      .object(Dictionary(uniqueKeysWithValues: zip(stages, values.map { .real($0) })))
    }
    return [
      "note": .text(StageModel.warning), "prior": byStage(model.prior),
      "likelihoods": .object(
        Dictionary(uniqueKeysWithValues: model.likelihoods.map { ($0.key.rawValue, byStage($0.value)) })),
      "pairs": .list(
        zip(pairs, self.stages).map { pair, result in
          [
            "crime": .text(network.actors.ids[pair.crime.index]),
            "terror": .text(network.actors.ids[pair.terror.index]),
            "indicators": .object(
              Dictionary(
                uniqueKeysWithValues: result.indicators.map { ($0.key.rawValue, .real($0.value)) })),
            "posterior": byStage(result.posterior),
          ]
        }),
    ]
  }
}

extension Table {
  /// The rows as objects by column.
  var objects: [[String: JSONValue]] {
    rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(columns, row.map(JSONValue.init(cell:))))
    }
  }
}

extension JSONValue {
  fileprivate init(cell: Table.Cell) {
    self =
      switch cell {
      case .empty: .null
      case .text(let text): .text(text)
      case .whole(let number): .whole(number)
      case .real(let number): number.isFinite ? .real(number) : .null
      case .flag(let flag): .flag(flag)
      case .list(let items): .texts(items)
      }
  }
}

internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

extension MeasureFamily {
  static let mixing = MeasureFamily(
    "mixing", "Who is tied to whom",
    [
      Measure("neighbour_degree", "mean degree of the neighbours, without directions; isolate: not defined"),
      Measure("reciprocity", "share of an actor's ties that go both ways; undirected: 1"),
      Measure(
        "tie_concentration", "Σ (a_ij/s_i)² over contacts: 1 where one holds all strength (Herfindahl)"),
      Measure("degree_assortativity", of: .network, "Pearson's r of the degrees at both ends (Newman 2002)"),
      Measure("role_assortativity", of: .network, "Newman's r of roles at both ends, −1 to 1"),
      Measure("overall_reciprocity", of: .network, "arcs that go both ways ÷ arcs"),
      Measure(
        "mixing_role", of: .table, cost: .draws,
        "edges between roles, what dealing roles out anew gives, two-sided p, and p after Benjamini–Hochberg"),
      Measure(
        "mixing_crime", of: .table, cost: .draws,
        "the same between kinds of crime, an actor of several shared out by confidence"),
      Measure(
        "role_density", of: .table,
        "edges inside each role and towards others, their densities, and the E–I index"),
      Measure(
        "rich_club", of: .table, cost: .draws,
        "φ(k): density among those of more than k neighbours, against networks of the same degrees"),
      Measure(
        "triads", of: .table, "how many triples are joined in each of the sixteen ways (Batagelj–Mrvar 2001)"),
    ]
  ) { input, names in
    let (graph, roles) = (input.graph, VertexMap(input.network.actors.roles))
    return try names.map { name in
      switch name {
      case "neighbour_degree":
        return MeasureResult(name, .actors(input.skeleton.averageNeighbourDegree().values))
      case "reciprocity": return MeasureResult(name, .actors(graph.reciprocity().local.values))
      case "tie_concentration":
        return MeasureResult(name, .actors(graph.tieConcentration().values.map { $0?.herfindahl }))
      case "degree_assortativity": return .network(name, graph.degreeAssortativity())
      case "role_assortativity": return .network(name, input.skeleton.nominalAssortativity(of: roles))
      case "overall_reciprocity": return .network(name, graph.reciprocity().overall)
      case "mixing_role":
        return MeasureResult(
          name, .table(mixing(name, GroupMemberships(labels: roles), input) { $0.word }))
      case "mixing_crime":
        return MeasureResult(name, .table(mixing(name, input.network.crimeMemberships, input) { $0.word }))
      case "role_density": return MeasureResult(name, .table(roleDensity(graph, roles)))
      case "rich_club": return MeasureResult(name, .table(richClub(input)))
      default: return MeasureResult(name, .table(try triads(graph)))
      }
    }
  }

  private static func mixing<Group: Hashable & Comparable & Sendable>(
    _ name: String, _ memberships: GroupMemberships<Group>, _ input: MeasureInput, word: (Group) -> String
  ) -> Table {
    let matrix = input.graph.mixingMatrix(
      of: memberships, MixingOptions(permutations: input.options.shuffles))
    var table = Table(
      name, columns: ["source", "target", "observed", "expected", "ratio", "p_value", "p_adjusted"])
    let groups = matrix.groups.sorted()
    for (number, source) in groups.enumerated() {
      for target in groups where input.graph.isDirected || groups.firstIndex(of: target)! >= number {
        guard let cell = matrix[source, target] else { continue }
        table.append([
          .text(word(source)), .text(word(target)), .real(cell.observed), .real(cell.expected),
          .real(cell.ratio), .real(cell.pValue), .real(cell.adjustedPValue),
        ])
      }
    }
    return table
  }

  private static func roleDensity(_ graph: Graph, _ roles: VertexMap<Role>) -> Table {
    var table = Table(
      "role_density",
      columns: ["role", "members", "inside", "outside", "density_inside", "density_outside", "ei_index"])
    for group in graph.groupDensities(of: roles).sorted(by: { $0.group < $1.group }) {
      table.append([
        .text(group.group.word), .whole(group.members), .whole(group.internalEdges),
        .whole(group.externalEdges), .real(group.internalDensity), .real(group.externalDensity),
        .real(group.externalInternalIndex),
      ])
    }
    return table
  }

  private static func richClub(_ input: MeasureInput) -> Table {
    var options = RewiringOptions(graphs: min(200, input.options.permutations), seed: input.options.seed)
    options.threads = input.options.threads
    var table = Table(
      "rich_club",
      columns: ["above_degree", "members", "edges", "coefficient", "expected_edges", "normalized", "p_value"])
    for test in input.graph.richClubTest(options) {
      table.append([
        .whole(test.club.degree), .whole(test.club.members), .whole(test.club.edges),
        .real(test.club.coefficient), .real(test.expectedEdges), .real(test.normalizedCoefficient),
        .real(test.pValue),
      ])
    }
    return table
  }

  private static func triads(_ graph: Graph) throws -> Table {
    let census = try graph.triadCensus()
    var table = Table("triads", columns: ["type", "triples"])
    for type in TriadType.allCases { table.append([.text(type.code), .whole(census[type])]) }
    return table
  }
}

extension Network {
  /// Each actor's kinds of crime, with the confidence of the surest row of each.
  var crimeMemberships: GroupMemberships<Crime> {
    let rule = ConfidenceRule.structural(halfLife: nil, asOf: nil)
    var confidences = [[Crime: Double]](repeating: [:], count: actors.count)
    func add(_ crime: Crime, to actor: ActorID, _ confidence: Double) {
      confidences[actor.index][crime] = max(confidence, confidences[actor.index][crime] ?? 0)
    }
    for claim in actors.crimes { add(claim.crime, to: claim.actor, rule.support(claim.evidence)) }
    for tie in ties where tie.strength > 0 {
      let confidence = rule.confidence(of: evidence(of: tie))
      for crime in tie.crimes { for end in [tie.source, tie.target] { add(crime, to: end, confidence) } }
    }
    for transfer in transfers where transfer.stands {
      let confidence = rule.support(transfer.evidence)
      for crime in transfer.crimes {
        for end in [transfer.payer, transfer.payee] { add(crime, to: end, confidence) }
      }
    }
    return GroupMemberships(
      confidences: VertexMap(
        confidences.map { $0.sorted { $0.key < $1.key }.map { (group: $0.key, confidence: $0.value) } }))
  }
}

internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel
internal import NexusRisk

extension MeasureFamily {
  static let brokerage = MeasureFamily(
    "brokers", "Brokerage and structural holes",
    [
      Measure("constraint", "Σ_j (p_ij + Σ_q p_iq p_qj)², p = shares of strength (Burt 1992)"),
      Measure("effective_size", "Σ_j (1 − Σ_q p_iq m_jq): contacts that are not redundant (Burt 1992)"),
      Measure("efficiency", "effective_size ÷ contacts"),
      Measure("hierarchy", "how far the constraint comes from one contact, 0 to 1 (Burt 1992)"),
      Measure(
        "brokerage",
        "b_i = Σ p_ci p_it over organised crime c and terrorists t, p = 1 − Π (1 − c_e) over the ties of two actors"
      ),
      Measure("coordinator", "open triads a → i → c with all three of one role (Gould–Fernandez 1989)"),
      Measure("itinerant", "open triads a → i → c with a and c of one role, i of another"),
      Measure("gatekeeper", "open triads a → i → c with i and c of one role, a of another"),
      Measure("representative", "open triads a → i → c with a and i of one role, c of another"),
      Measure("liaison", "open triads a → i → c with three roles"),
      Measure(
        "brokerage_roles", of: .table, cost: .draws,
        "the five roles over all actors, against roles dealt out anew (p: at least as many)"),
    ]
  ) { input, names in
    let roles = VertexMap(input.network.actors.roles)
    let parts = names.intersection(partNames).isEmpty ? nil : input.graph.brokerageRoles(of: roles)
    return names.map { name in
      switch name {
      case "constraint": return MeasureResult(name, .actors(input.skeleton.constraint().values))
      case "effective_size": return MeasureResult(name, .actors(input.graph.effectiveSize().values))
      case "efficiency": return MeasureResult(name, .actors(input.graph.contactEfficiency().values))
      case "hierarchy": return MeasureResult(name, .actors(input.graph.constraintHierarchy().values))
      case "brokerage": return MeasureResult(name, .actors(input.network.definedBrokerage(input.scoring)))
      case "brokerage_roles": return MeasureResult(name, .table(brokerageRoles(input, roles)))
      default:
        let role = BrokerageRole.allCases.first { "\($0)" == name }
        return .actors(name, parts?.values.map { counts in role.map { counts[$0] } ?? 0 } ?? [])
      }
    }
  }

  private static let partNames = Set(BrokerageRole.allCases.map { "\($0)" })

  private static func brokerageRoles(_ input: MeasureInput, _ roles: VertexMap<Role>) -> Table {
    let test = input.graph.brokerageRoleTest(of: roles, input.options.shuffles)
    var table = Table("brokerage_roles", columns: ["part", "observed", "expected", "p_value"])
    for role in BrokerageRole.allCases {
      table.append([
        .text("\(role)"), .whole(test.totals[role]), .real(test.expectedTotals[role]),
        .real(test.totalPValues[role]),
      ])
    }
    return table
  }
}

internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel
internal import NexusRisk

extension MeasureFamily {
  static let brokerage = MeasureFamily(
    "brokers", "Brokerage",
    [
      Measure("constraint", "Σ_j (p_ij + Σ_q p_iq p_qj)², p = shares of strength (Burt 1992)"),
      Measure(
        "brokerage",
        "b_i = Σ p_ci p_it over organised crime c and terrorists t, p = 1 − Π (1 − c_e) over the ties of two actors"
      ),
    ]
  ) { input, names in
    names.map { name in
      switch name {
      case "constraint": MeasureResult(name, .actors(input.skeleton.constraint().values))
      default: MeasureResult(name, .actors(input.network.definedBrokerage(input.scoring)))
      }
    }
  }
}

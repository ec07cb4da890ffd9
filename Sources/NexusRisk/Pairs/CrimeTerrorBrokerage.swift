public import NexusGraph
public import NexusModel

extension Network {
  /// Cross-type brokerage: the expected number of two-step paths from organised crime through an actor to a
  /// terrorist.
  ///
  ///     b_i = Σ over organised crime c and terrorists t of p_ci p_it,  i ∉ {c, t}
  ///
  /// p_ij = 1 − Π (1 − c_e) over the ties of a pair; transfers are no ties.
  ///
  /// - Parameter rule: how evidence becomes confidence; an ungraded row counts ½.
  /// - Returns: one number ≥ 0 per actor, no unit; nil for victims, witnesses and reporting parties, who are not
  ///   scored and over whom no path is counted.
  /// - Complexity: O(*m* log *d*), d the largest number of ties of an actor.
  public func crimeTerrorBrokerage(
    _ rule: ConfidenceRule = ConfidenceRule(ungraded: 0.5)
  ) -> VertexMap<Double?> {
    let brokerage = ExposureLayout.brokerage(of: ExposureSource(self, rule: rule, asOf: nil).model)
    return VertexMap(zip(actors.roles, brokerage).map { $0.isProtected ? nil : $1 })
  }
}

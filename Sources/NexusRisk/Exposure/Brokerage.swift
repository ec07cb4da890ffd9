public import NexusGraph
public import NexusModel

extension Network {
  /// Cross-type brokerage: the expected number of paths organised crime – actor – terrorist.
  ///
  ///     b_i = (Σ over organised crime c of p_ci) · (Σ over terrorists t of p_it),   p_ij = 1 − Π (1 − c_e)
  ///
  /// over the ties of a pair, whatever their direction; transfers and predictions do not count. An actor of
  /// organised crime or a terrorist one may stand between two others like anyone else.
  ///
  /// - Parameter rule: how evidence becomes confidence; an ungraded row counts ½.
  /// - Returns: one value ≥ 0 per actor; nil for victims, witnesses and reporting parties.
  /// - Complexity: O(*n* + *m* log *m*).
  public func brokerage(_ rule: ConfidenceRule = ConfidenceRule(ungraded: 0.5)) -> VertexMap<Double?> {
    let model = ExposureSource(self, rule: rule, asOf: nil).model
    let values = zip(actors.roles, ExposureLayout.brokerage(of: model)).map { role, value in
      role.isProtected ? nil : value
    }
    return VertexMap(values)
  }
}

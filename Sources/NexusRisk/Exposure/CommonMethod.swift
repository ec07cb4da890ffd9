extension ExposureMethod {
  /// This method without an indicator, such as momentum where windows are compared, which itself compares windows.
  public func without(_ indicator: Indicator) -> ExposureMethod {
    ExposureMethod(
      scale: scale, rule: rule, asOf: asOf, measure: measure,
      indicators: indicators.filter { $0 != indicator })
  }

  /// This method, made comparable with another: with the indicators that either has in use, and amounts only where
  /// both measure flows in amounts of one currency. The day of reference stays its own.
  ///
  /// - Precondition: half-values and weights are frozen: both have the same scale.
  public func held(with other: ExposureMethod) -> ExposureMethod {
    precondition(scale == other.scale, "Periods are compared under one scale.")
    let used = Set(indicators).union(other.indicators)
    // A side without transfers says nothing of how flows are measured.
    func hasFlows(_ method: ExposureMethod) -> Bool { method.indicators.contains(.throughput) }
    let common: FlowMeasure =
      !hasFlows(self) ? other.measure : !hasFlows(other) || measure == other.measure ? measure : .counts
    return ExposureMethod(
      scale: scale, rule: rule, asOf: asOf, measure: common,
      indicators: Indicator.allCases.filter(used.contains))
  }
}

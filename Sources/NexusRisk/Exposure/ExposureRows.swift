public import NexusModel

extension Network {
  /// The rows behind the exposure of a region: those with a positive weight in one of its indicators, and every row
  /// that refutes, since what it lowers may be nowhere else to be seen. Ascending.
  ///
  /// O(*n* + *m* log *m*).
  public func exposureRows(of region: Region, _ method: ExposureMethod) -> [RowID] {
    let source = ExposureSource(self, rule: method.rule, asOf: method.asOf)
    guard let number = source.regions.firstIndex(of: region) else { return [] }
    let behind = ExposureEvidence.rows(of: self, source, ExposureLayout(source.model), method.rule)[number]
    let refuting = tieEvidence.lazy.filter { $0.stance == .refutes && $0.kind != .prediction }.map(\.row)
    return Set(behind).union(refuting).sorted()
  }

  /// The regions that a tie or transfer touches; in a window, those of which anything was observed.
  public func regionsTouched(_ method: ExposureMethod) -> Set<Region> {
    let source = ExposureSource(self, rule: method.rule, asOf: method.asOf)
    let layout = ExposureLayout(source.model)
    var touched: Set<Int> = []
    for link in [source.model.ties, source.model.transfers].joined() {
      layout.forEachRegion(touchedBy: link) { region, _, _ in touched.insert(region) }
      if !link.places.isEmpty {
        layout.forEachRegion(ofCrossTie: link) { region, _ in touched.insert(region) }
      }
    }
    return Set(touched.map { source.regions[$0] })
  }

  /// The index of every region of a part of a network, held to the method of the whole: the same day of reference,
  /// indicators in use, half-values and measure of flows, so that the two can be compared.
  ///
  /// - Returns: one score per region that anything still touches. None when no actor has a role that counts.
  /// - Complexity: O(*n* + *m* log *m*).
  public func exposureScores(heldTo method: ExposureMethod) -> [Region: ExposureScore] {
    let source = ExposureSource(self, rule: method.rule, asOf: method.asOf)
    var model = source.model
    guard model.hasRoles else { return [:] }
    model.indicators = method.indicators
    model.measure = method.measure
    let layout = ExposureLayout(model)
    let raw = model.rawIndicators(layout)
    let counts = ExposureEvidence.count(of: self, source, layout, method.rule)
    var scores: [Region: ExposureScore] = [:]
    for (number, region) in source.regions.enumerated() where counts[number].items > 0 {
      scores[region] = method.scale.score(of: raw[number].values, measure: method.measure)
    }
    return scores
  }
}

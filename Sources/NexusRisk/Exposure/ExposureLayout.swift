/// What the indicators and the count of their evidence both need: presence at every level, crime ties,
/// brokerage, and where links touch regions.
struct ExposureLayout: Sendable {
  let containers: [[Int32]]
  /// a_iR by actor and region of any level: 1 − Π (1 − a_ir) over the regions r of the data inside R.
  let presences: ConfidenceRows
  /// c_ik by actor and crime: its own and those of its ties and transfers.
  let crimes: ConfidenceRows
  /// b_i by actor: expected paths organised crime – i – terrorist.
  let brokerage: [Double]

  init(_ model: ExposureModel) {
    containers = model.containers
    presences = ConfidenceRows(
      rowCount: model.parties.count,
      entries: model.presences.flatMap { presence in
        model.containers[Int(presence.region)].map {
          ConfidenceRows.Entry(row: presence.actor, column: $0, confidence: presence.confidence)
        }
      })
    crimes = ExposureLayout.crimeTies(of: model)
    brokerage = ExposureLayout.brokerage(of: model)
  }

  private static func crimeTies(of model: ExposureModel) -> ConfidenceRows {
    var entries = model.crimes.map {
      ConfidenceRows.Entry(row: $0.actor, column: $0.crime, confidence: $0.confidence)
    }
    for link in [model.ties, model.transfers].joined() where !link.crimes.isEmpty {
      for end in link.source == link.target ? [link.source] : [link.source, link.target]
      where model.parties[Int(end)] != .other {
        for crime in link.crimes {
          entries.append(ConfidenceRows.Entry(row: end, column: crime, confidence: link.confidence))
        }
      }
    }
    return ConfidenceRows(rowCount: model.parties.count, entries: entries)
  }

  /// b_i = (Σ over organised crime c of p_ci) · (Σ over terrorists t of p_it), p_ij = 1 − Π (1 − c_e) over ties.
  static func brokerage(of model: ExposureModel) -> [Double] {
    var entries: [ConfidenceRows.Entry] = []
    for tie in model.ties where tie.source != tie.target {
      for (row, column) in [(tie.source, tie.target), (tie.target, tie.source)] {
        guard [.organisedCrime, .terrorist].contains(model.parties[Int(column)]) else { continue }
        entries.append(ConfidenceRows.Entry(row: row, column: column, confidence: tie.confidence))
      }
    }
    let pairs = ConfidenceRows(rowCount: model.parties.count, entries: entries)
    return model.parties.indices.map { actor in
      var (crime, terror) = (0.0, 0.0)
      for (other, confidence) in zip(pairs.columns(actor), pairs.confidences(actor)) {
        if model.parties[Int(other)] == .terrorist { terror += confidence } else { crime += confidence }
      }
      return crime * terror
    }
  }

  /// Calls `body` with every region that the link touches, ascending, and the weights a and b of its ends there.
  func forEachRegion(touchedBy link: ExposureModel.Link, _ body: (Int, Double, Double) -> Void) {
    let source = weights(of: link.source, in: link.sourceRegions)
    let target = weights(of: link.target, in: link.targetRegions)
    var (left, right) = (source.regions.startIndex, target.regions.startIndex)
    while left < source.regions.endIndex || right < target.regions.endIndex {
      let first = left < source.regions.endIndex ? source.regions[left] : .max
      let second = right < target.regions.endIndex ? target.regions[right] : .max
      let region = min(first, second)
      let a = first == region ? source.weight(at: left) : 0
      let b = second == region ? target.weight(at: right) : 0
      if first == region { left += 1 }
      if second == region { right += 1 }
      body(Int(region), a, b)
    }
  }

  /// Calls `body` with every region where a tie between crime and terror counts and its weight there: its own
  /// places, else where its ends are.
  func forEachRegion(ofCrossTie tie: ExposureModel.Link, _ body: (Int, Double) -> Void) {
    if tie.places.isEmpty {
      forEachRegion(touchedBy: tie) { region, a, b in body(region, 1 - (1 - a) * (1 - b)) }
    } else {
      for region in covering(tie.places) { body(Int(region), 1) }
    }
  }

  private struct EndWeights {
    let regions: ArraySlice<Int32>
    /// nil: the end is there for certain.
    let confidences: ArraySlice<Double>?

    func weight(at index: Int) -> Double { confidences?[index] ?? 1 }
  }

  private func weights(of actor: Int32, in rowRegions: [Int32]) -> EndWeights {
    rowRegions.isEmpty
      ? EndWeights(regions: presences.columns(Int(actor)), confidences: presences.confidences(Int(actor)))
      : EndWeights(regions: covering(rowRegions), confidences: nil)
  }

  /// The regions that contain one of these, ascending.
  private func covering(_ regions: [Int32]) -> ArraySlice<Int32> {
    if regions.count == 1 { return containers[Int(regions[0])][...] }
    return Set(regions.flatMap { containers[Int($0)] }).sorted()[...]
  }
}

public import NexusModel

/// The exposure of regions in windows of time, with half-values, weights and indicators frozen.
public struct ExposureTrend: Sendable {
  /// One window: the dated ties and transfers in (start, end].
  public struct Window: Sendable {
    public let start: Instant
    public let end: Instant
    /// Ties and transfers that lie in it.
    public let links: Int
    /// The exposure of each region of ``ExposureTrend/regions``, and its interval without a simulation nil. Nil where
    /// no dated tie or transfer of the window touches the region: not observed then, which does not mean low.
    public let regions: [(score: Double, interval: ScoreInterval?)?]
  }

  /// The regions of the data, in the order of ``RegionalExposure/regions``.
  public let regions: [Region]
  /// The oldest first.
  public let windows: [Window]
  /// Ties and transfers without a date, which lie in no window.
  public let undated: Int
  /// The indicators in use in every window: those of the whole data but momentum, which itself compares windows.
  public let indicators: [Indicator]
}

extension Network {
  /// The exposure of each region in consecutive windows of whole years that end on the day of reference.
  ///
  /// A window holds the ties and transfers that are dated in it (a tie by its start). Where actors are and what crimes
  /// the tables of actors name bears no date and counts in every window. Indicators in use, half-values and weights are
  /// those of the whole data, so that windows can be compared; momentum is left out, since it compares windows itself.
  ///
  /// - Parameter years: the length of a window, from 1.
  /// - Returns: the windows from the oldest date of the data on; none when no row is dated.
  /// - Complexity: that of ``regionalRisk(_:)`` for each window.
  public func exposureTrend(years: Int, _ options: RiskOptions = RiskOptions()) -> ExposureTrend {
    precondition(years > 0, "A window is one year or longer.")
    let asOf = options.exposure.asOf ?? newestDate
    let source = ExposureSource(
      self, rule: options.exposure.rule, asOf: asOf, grouping: options.exposure.grouping)
    let order = regionalExposure(source, options.exposure).regions.map(\.region)
    let dates =
      source.tiePositions.map { ties[$0].first } + source.transferPositions.map { transfers[$0].date }
    var base = source.model
    base.indicators = base.indicators.filter { $0 != .momentum }
    var windows: [ExposureTrend.Window] = []
    if let asOf, let oldest = dates.compactMap({ $0 }).min(), !base.indicators.isEmpty, base.hasRoles {
      var age = 0
      while asOf.yearsEarlier(age * years).seconds >= oldest.seconds {
        let (start, end) = (asOf.yearsEarlier((age + 1) * years), asOf.yearsEarlier(age * years))
        guard start.seconds < end.seconds else { break }  // the calendar ends at year 1
        windows.append(
          window(base, dates, (start, end), numbers: order.map { source.numbering[$0] }, options))
        age += 1
      }
    }
    return ExposureTrend(
      regions: order, windows: windows.reversed(), undated: dates.count { $0 == nil },
      indicators: base.indicators)
  }

  private func window(
    _ base: ExposureModel, _ dates: [Instant?], _ span: (start: Instant, end: Instant), numbers: [Int],
    _ options: RiskOptions
  ) -> ExposureTrend.Window {
    func lies(_ link: Int) -> Bool {
      dates[link].map { $0.seconds > span.start.seconds && $0.seconds <= span.end.seconds } ?? false
    }
    var model = base
    model.ties = base.ties.indices.filter(lies).map { base.ties[$0] }
    model.transfers = base.transfers.indices.filter { lies(base.ties.count + $0) }.map { base.transfers[$0] }
    let layout = ExposureLayout(model)
    let raw = model.rawIndicators(layout)
    var isTouched = [Bool](repeating: false, count: model.containers.count)
    for link in [model.ties, model.transfers].joined() {
      layout.forEachRegion(touchedBy: link) { region, _, _ in isTouched[region] = true }
      if !link.places.isEmpty {
        layout.forEachRegion(ofCrossTie: link) { region, _ in isTouched[region] = true }
      }
    }
    let observed = numbers.indices.filter { isTouched[numbers[$0]] }
    var uncertainty = options.uncertainty
    uncertainty.sensitivity = .none
    let scale = options.exposure.scale
    let simulation =
      uncertainty.draws == 0
      ? nil
      : ExposureSimulation(
        of: model, regions: observed.map { numbers[$0] }, external: observed.map { _ in nil }, scale: scale,
        weights: options.weights, uncertainty)
    var regions = [(score: Double, interval: ScoreInterval?)?](repeating: nil, count: numbers.count)
    for (index, position) in observed.enumerated() {
      regions[position] = (
        scale.score(of: raw[numbers[position]].values, measure: model.measure).score,
        simulation.map { ScoreInterval($0.scores(.exposure, index)) }
      )
    }
    return ExposureTrend.Window(
      start: span.start, end: span.end, links: model.ties.count + model.transfers.count, regions: regions)
  }
}

/// The scores of regions in each draw of a simulation.
///
/// There are two independent samples, A and B, of everything that is uncertain, and for each source A with that
/// source taken from B: what Sobol indices are made of. Batches of sixty-four draws have seeds of their own, so
/// that the number of threads changes nothing.
struct ExposureSimulation: Sendable {
  /// A score that is kept for every region and draw.
  enum Column: Hashable, Sendable {
    /// Exposure and risk in sample A.
    case exposure, risk
    /// Exposure in sample B, and in A with one source taken from B.
    case other
    case exchanged(UncertaintySource)
  }

  let draws: Int
  let columns: [Column]
  private let regionCount: Int
  /// By column, region, draw.
  private let values: [Double]

  /// - Parameters:
  ///   - regions: the regions to score, by number.
  ///   - external: what an outside source says of each of these; nil where it says nothing.
  /// - Complexity: O(draws/64 · (links · regions they touch) + draws · regions) time, O(draws · regions) memory.
  init(
    of model: ExposureModel, regions: [Int], external: [ExternalRisk?], scale: ExposureScale,
    weights: RiskWeights, _ options: UncertaintyOptions
  ) {
    var columns = [Column.exposure]
    if external.contains(where: { $0 != nil }) { columns.append(.risk) }
    if options.sensitivity != .none {
      columns.append(.other)
      columns += UncertaintySource.allCases.filter(options.sources.contains).map(Column.exchanged)
    }
    (draws, regionCount, self.columns) = (options.draws, regions.count, columns)
    values = SimulationRun(
      model: model, regions: regions, external: external, scale: scale, weights: weights, options: options,
      columns: columns
    ).values()
  }

  /// The scores of a region, by its position among those scored, in the order of the draws.
  func scores(_ column: Column, _ region: Int) -> ArraySlice<Double> {
    guard let position = columns.firstIndex(of: column) else { return [] }
    let start = (position * regionCount + region) * draws
    return values[start..<start + draws]
  }
}

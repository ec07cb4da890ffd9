/// The weights of the elements of an alternative index, brought to a sum of 1 over what is in use.
struct CompositeWeights {
  let values: [Double]
  let notes: [String]

  /// How far given weights may be from a sum of 1.
  private static let sumTolerance = 1e-6

  /// Whether weights are given by indicator instead of by dimension.
  ///
  /// - Throws: ``CompositeError`` for a name that is neither, or names of both.
  static func areByIndicator(_ weighting: Weighting) throws(CompositeError) -> Bool {
    let names: [String]
    switch weighting {
    case .equal, .principalComponent, .benefitOfTheDoubt: return false
    case .given(let weights): names = weights.keys.sorted()
    case .comparisons(let given, _): names = given
    }
    let dimensions = Dimension.allCases.map(\.name)
    if !names.isEmpty, names.allSatisfy(dimensions.contains) { return false }
    let indicators = Indicator.allCases.map(\.name)
    let unknown = names.first { !dimensions.contains($0) && !indicators.contains($0) }
    if let name = unknown ?? names.first(where: dimensions.contains) {
      throw .unknownName(name, expected: indicators)
    }
    return true
  }

  /// - Throws: ``CompositeError`` for weights that are out of range, incomplete, contradictory, or all 0.
  init(_ weighting: Weighting, _ elements: CompositeElements) throws(CompositeError) {
    let names = elements.names
    switch weighting {
    case .equal, .benefitOfTheDoubt:
      values = names.map { _ in 1 / Double(names.count) }
      notes = []
    case .principalComponent:
      let component = try ComponentWeights(elements.values, names: names)
      values = component.weights
      notes = [
        "The first component explains \(percent(component.explained)) of the variance. Its weights say what varies "
          + "together in these data, not what matters."
      ]
    case .given(let weights):
      (values, notes) = try CompositeWeights.inUse(names, weights)
      try CompositeWeights.checkSum(weights)
    case .comparisons(let given, let matrix):
      let hierarchy = try AnalyticHierarchy(comparisons: matrix, names: given)
      let weights = Dictionary(zip(given, hierarchy.weights)) { first, _ in first }
      let (values, notes) = try CompositeWeights.inUse(names, weights)
      self.values = values
      self.notes =
        [
          "The consistency ratio of the comparisons is \(thousandths(hierarchy.consistencyRatio)), at most 0.1."
        ] + notes
    }
  }

  private static func checkSum(_ weights: [String: Double]) throws(CompositeError) {
    let sum = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    guard abs(sum - 1) <= sumTolerance else { throw .weightSum(sum) }
  }

  private static func inUse(
    _ names: [String], _ weights: [String: Double]
  ) throws(CompositeError) -> ([Double], [String]) {
    for (name, weight) in weights.sorted(by: { $0.key < $1.key }) where !(0...1).contains(weight) {
      throw .weightOutOfRange(name: name, value: weight)
    }
    if let missing = names.first(where: { weights[$0] == nil }) { throw .missingWeight(missing) }
    let used = names.compactMap { weights[$0] }
    let sum = used.reduce(0, +)
    guard sum > 0 else { throw .nothingWeighed }
    let unused = weights.keys.filter { !names.contains($0) }.sorted()
    let note =
      "The data cannot tell of \(unused.joined(separator: ", ")); its weight goes to the others in proportion."
    return (used.map { $0 / sum }, unused.isEmpty ? [] : [note])
  }
}

private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }

private func thousandths(_ value: Double) -> String { "\((value * 1_000).rounded() / 1_000)" }

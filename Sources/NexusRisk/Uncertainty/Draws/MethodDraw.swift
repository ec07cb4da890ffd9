private import Foundation

/// One draw of what a score is computed with: half-values, weights, and the mean that joins the dimensions.
struct MethodDraw {
  /// Values or weights of the dimensions of risk, those of exposure first; what is not in use is 0.
  typealias Dimensions = SIMD8<Double>

  /// How the dimensions are joined.
  enum Aggregation: Int, CaseIterable { case shiftedGeometric, arithmetic, quadratic }

  /// By indicator; nil for momentum, which has none.
  var halfValues: [Double?]
  /// Over the dimensions of exposure, 0 for those not in use.
  var weights: Dimensions
  /// Over the dimensions of risk.
  var riskWeights: Dimensions
  var aggregation = Aggregation.shiftedGeometric

  /// Everything as it is in the score itself.
  init(_ scale: ExposureScale, _ risk: RiskWeights, _ indicators: [Indicator], _ measure: FlowMeasure) {
    let dimensions = Dimension.allCases.filter { dimension in
      indicators.contains { $0.dimension == dimension }
    }
    halfValues = Indicator.allCases.map { indicator in
      let isCount = indicator.dimension == .flow && measure == .counts
      return indicator == .momentum ? nil : isCount ? scale.countHalfValue : scale.halfValues[indicator]
    }
    let weights = scale.exposureWeights(over: dimensions)
    let shares = scale.riskWeights(over: dimensions, risk)
    self.weights = MethodDraw.dimensions(Dimension.allCases.map { weights[$0] ?? 0 })
    riskWeights = MethodDraw.dimensions(RiskDimension.allCases.map { shares[$0] ?? 0 })
  }

  /// Draws what is uncertain; each source has a stream of its own, so that leaving one out moves no other.
  mutating func vary(_ options: UncertaintyOptions, seed: UInt64) {
    func stream(_ number: UInt64) -> VariateDraws {
      VariateDraws(seed: EvidenceWord.seed(seed, 0x4D45_5448, number))
    }
    if options.sources.contains(.halfValues) {
      var draws = stream(0)
      let joint = exp2(2 * draws.unit() - 1)
      halfValues = halfValues.map { half in
        let factor = options.halfValueDraws == .joint ? joint : exp2(2 * draws.unit() - 1)
        return half.map { $0 * factor }
      }
    }
    if options.sources.contains(.weights) {
      let concentration = UncertaintyOptions.weightConcentration
      var (draws, riskDraws) = (stream(1), stream(2))
      weights = MethodDraw.dimensions(draws.dirichlet(weights.indices.map { concentration * weights[$0] }))
      riskWeights = MethodDraw.dimensions(
        riskDraws.dirichlet(riskWeights.indices.map { concentration * riskWeights[$0] }))
    }
    if options.sources.contains(.aggregation) {
      var draws = stream(3)
      let position = Int(draws.unit() * Double(Aggregation.allCases.count))
      aggregation = Aggregation.allCases[min(position, Aggregation.allCases.count - 1)]
    }
  }

  private static func dimensions(_ values: [Double]) -> Dimensions {
    var dimensions = Dimensions.zero
    for (index, value) in values.enumerated() { dimensions[index] = value }
    return dimensions
  }

  /// A mean of values that are 0...100, with weights that sum to 1.
  func mean(of values: Dimensions, _ weights: Dimensions, shift: Double) -> Double {
    switch aggregation {
    case .shiftedGeometric:
      var sum = 0.0
      for index in values.indices where weights[index] > 0 {
        sum += weights[index] * log1p(values[index] / shift)
      }
      return min(max(shift * expm1(sum), 0), 100)
    case .arithmetic: return min((weights * values).sum(), 100)
    case .quadratic: return min((weights * values * values).sum().squareRoot(), 100)
    }
  }
}

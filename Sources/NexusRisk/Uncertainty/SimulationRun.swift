private import Dispatch
private import Foundation
internal import NexusGraph

/// Works out the columns of an ``ExposureSimulation``, batches of draws side by side.
struct SimulationRun: Sendable {
  let model: ExposureModel
  let regions: [Int]
  let external: [ExternalRisk?]
  let scale: ExposureScale
  let weights: RiskWeights
  let options: UncertaintyOptions
  let columns: [ExposureSimulation.Column]

  /// By column, region, draw.
  func values() -> [Double] {
    let count = columns.count * regions.count * options.draws
    guard count > 0 else { return [] }
    let plan = DrawPlan(model)
    let nominal = MethodDraw(scale, weights, model.indicators, model.measure)
    let fixed = options.sources.contains(.evidence) ? [] : model.rawIndicators()
    let batches = (options.draws + EvidenceBatch.size - 1) / EvidenceBatch.size
    let workers = min(max(options.threads ?? ProcessInfo.processInfo.activeProcessorCount, 1), batches)
    let stage = WorkProgress.begin("regional draws", of: batches)
    defer { stage?.finish() }
    return [Double](unsafeUninitializedCapacity: count) { values, initialized in
      nonisolated(unsafe) let base = values.baseAddress!  // each batch writes draws of its own
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        var state = BatchState(plan, nominal, fixed)
        for batch in stride(from: worker, to: batches, by: workers) {
          state.draw(batch, options)
          fill(base, batch, state)
          stage?.advance()
        }
      }
      initialized = count
    }
  }

  private func fill(_ base: UnsafeMutablePointer<Double>, _ batch: Int, _ state: BatchState) {
    let start = batch * EvidenceBatch.size
    let scorer = DrawScorer(model.indicators, shift: scale.shift)
    for (position, region) in regions.enumerated() {
      for lane in 0..<min(EvidenceBatch.size, options.draws - start) {
        let (method, other) = (state.methods[lane], state.otherMethods[lane])
        let own = scorer.dimensions(state.evidence, region, lane, method)
        for (number, column) in columns.enumerated() {
          let cell = base + (number * regions.count + position) * options.draws + start + lane
          switch column {
          case .exposure: cell.initialize(to: scorer.exposure(own, method.weights, method))
          case .risk:
            cell.initialize(
              to: external[position].map { scorer.risk(own, $0, method.riskWeights, method) } ?? 0)
          case .other:
            let dimensions = scorer.dimensions(state.otherEvidence, region, lane, other)
            cell.initialize(to: scorer.exposure(dimensions, other.weights, other))
          case .exchanged(.evidence):
            let dimensions = scorer.dimensions(state.otherEvidence, region, lane, method)
            cell.initialize(to: scorer.exposure(dimensions, method.weights, method))
          case .exchanged(.halfValues):
            let dimensions = scorer.dimensions(state.evidence, region, lane, other)
            cell.initialize(to: scorer.exposure(dimensions, method.weights, method))
          case .exchanged(.weights): cell.initialize(to: scorer.exposure(own, other.weights, method))
          case .exchanged(.aggregation): cell.initialize(to: scorer.exposure(own, method.weights, other))
          }
        }
      }
    }
  }
}

/// The draws of one batch: both samples of evidence and of method.
private struct BatchState {
  private(set) var evidence: EvidenceBatch
  private(set) var otherEvidence: EvidenceBatch
  private(set) var methods: [MethodDraw]
  private(set) var otherMethods: [MethodDraw]
  private let nominal: MethodDraw

  init(_ plan: DrawPlan, _ nominal: MethodDraw, _ fixed: [RawIndicators]) {
    evidence = EvidenceBatch(plan)
    if !fixed.isEmpty { evidence.hold(fixed) }
    otherEvidence = evidence
    self.nominal = nominal
    methods = Array(repeating: nominal, count: EvidenceBatch.size)
    otherMethods = methods
  }

  mutating func draw(_ batch: Int, _ options: UncertaintyOptions) {
    if options.sources.contains(.evidence) {
      evidence.draw(seed: EvidenceWord.seed(options.seed, UInt64(batch), 0), detection: options.detection)
    }
    methods = drawn(batch, 0, options)
    guard options.sensitivity != .none else { return }
    if options.sources.contains(.evidence) {
      otherEvidence.draw(
        seed: EvidenceWord.seed(options.seed, UInt64(batch), 1), detection: options.detection)
    }
    otherMethods = drawn(batch, 1, options)
  }

  private func drawn(_ batch: Int, _ sample: UInt64, _ options: UncertaintyOptions) -> [MethodDraw] {
    (0..<EvidenceBatch.size).map { lane in
      var method = nominal
      method.vary(
        options,
        seed: EvidenceWord.seed(options.seed, UInt64(batch * EvidenceBatch.size + lane), 2 + sample))
      return method
    }
  }
}

/// Turns raw indicators of one draw into scores.
private struct DrawScorer {
  private let indicators: [Indicator]
  private let shares: [Double]
  private let shift: Double

  init(_ indicators: [Indicator], shift: Double) {
    self.indicators = indicators
    self.shift = shift
    shares = indicators.map { indicator in
      1 / Double(indicators.count { $0.dimension == indicator.dimension })
    }
  }

  /// The means of the normalised indicators of each dimension.
  func dimensions(
    _ evidence: EvidenceBatch, _ region: Int, _ lane: Int, _ method: MethodDraw
  ) -> MethodDraw.Dimensions {
    var dimensions = MethodDraw.Dimensions.zero
    for (indicator, share) in zip(indicators, shares) {
      let value = evidence.raw[evidence.position(indicator, region) + lane]
      guard value > 0 else { continue }
      let x: Double
      if let half = method.halfValues[indicator.rawValue] {
        x = value.isFinite ? 100 * value / (value + half) : 100
      } else {
        x = indicator == .momentum ? 100 * value : 0
      }
      dimensions[indicator.dimension.rawValue] += share * x
    }
    return dimensions
  }

  func exposure(
    _ dimensions: MethodDraw.Dimensions, _ weights: MethodDraw.Dimensions, _ method: MethodDraw
  ) -> Double {
    method.mean(of: dimensions, weights, shift: shift)
  }

  func risk(
    _ dimensions: MethodDraw.Dimensions, _ external: ExternalRisk, _ weights: MethodDraw.Dimensions,
    _ method: MethodDraw
  ) -> Double {
    var values = dimensions
    values[RiskDimension.vulnerability.rawValue] = external.vulnerability
    values[RiskDimension.consequence.rawValue] = external.consequence
    return method.mean(of: values, weights, shift: shift)
  }
}

private import Foundation
public import NexusGraph
import NexusLinearAlgebra

/// An estimate of natural connectivity with its error bar. See ``NexusGraph/Graph/naturalConnectivityEstimate(_:)``.
public struct NaturalConnectivityEstimate: Hashable, Sendable {
  public let value: Double
  /// Two standard errors either side: holds the exact value in about 95 of 100 seeds.
  public let interval: ClosedRange<Double>
  public let probes: Int
}

extension Graph {
  /// Natural connectivity ln (tr e^A / n) of a graph of any size, estimated with an error bar.
  ///
  ///     tr e^A ≈ Σ_{j≤k} e^{λ_j} + mean over z of zᵀ e^A z,   z = (I − V Vᵀ) (±1, …, ±1)
  ///
  /// The *k* largest eigenvalues, which make up most of the trace, are taken exactly; random signs sample the rest, each by
  /// Lanczos quadrature. tr e^A is the Estrada index, so its logarithm is this + ln *n*. See ``naturalConnectivity(_:)``.
  ///
  /// - Returns: the same for the same seed; nil without vertices.
  /// - Throws: ``QuadratureError``.
  /// - Complexity: O(*m* + *n* · steps) a step and probe, and a block Krylov method for the eigenvalues; O(*n*) memory times
  ///   the steps for each thread.
  ///
  /// Sources: R. A. Meyer, C. Musco, C. Musco, D. P. Woodruff, "Hutch++: optimal stochastic trace estimation", *SOSA* 2021,
  /// doi:10.1137/1.9781611976496.16; S. Ubaru, J. Chen, Y. Saad, "Fast estimation of tr(f(A)) via stochastic Lanczos
  /// quadrature", *SIAM J. Matrix Anal. Appl.* 38(4), 2017, doi:10.1137/16M1104974.
  public func naturalConnectivityEstimate(
    _ options: NaturalConnectivityEstimateOptions = NaturalConnectivityEstimateOptions()
  ) throws(QuadratureError) -> NaturalConnectivityEstimate? {
    try options.quadrature.validate()
    guard options.probes > 1 else { throw .invalidProbes(options.probes) }
    guard vertexCount > 0 else { return nil }
    let matrix = symmetricAdjacency(options.quadrature.entries)
    let exact = try leadingPairs(matrix, options)
    let upperEnd = matrix.collatzBound()
    guard upperEnd.isFinite else { throw .overflow }
    // Everything is relative to the largest term, so nothing overflows.
    let shift = exact.values.first ?? upperEnd
    let samples = try sampledTraces(matrix, exact.vectors, upperEnd: upperEnd, shift: shift, options)

    let known = exact.values.reduce(0) { $0 + exp($1 - shift) }
    let mean = samples.reduce(0, +) / Double(samples.count)
    let spread = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(samples.count - 1)
    let margin = 2 * (spread / Double(samples.count)).squareRoot()
    func connectivity(_ trace: Double) -> Double { max(0, shift + log(trace / Double(vertexCount))) }
    let least = max(known + mean - margin, known)
    return NaturalConnectivityEstimate(
      value: connectivity(known + mean),
      interval: connectivity(least)...connectivity(known + mean + margin), probes: options.probes)
  }

  private func leadingPairs(_ matrix: SparseMatrix, _ options: NaturalConnectivityEstimateOptions)
    throws(QuadratureError) -> Eigenpairs
  {
    do {
      return try largestEigenpairs(of: matrix, count: min(options.exactEigenvalues, vertexCount))
    } catch {
      guard case .eigenvalueNotConverged(_, let residual) = error else { throw .overflow }
      throw .eigenvaluesNotConverged(residual: residual)
    }
  }

  /// zᵀ e^{A − shift} z for each probe.
  private func sampledTraces(
    _ matrix: SparseMatrix, _ known: [[Double]], upperEnd: Double, shift: Double,
    _ options: NaturalConnectivityEstimateOptions
  ) throws(QuadratureError) -> [Double] {
    let quadrature = LanczosQuadrature(
      matrix, upperEnd: upperEnd, tolerance: log1p(options.quadrature.relativeTolerance),
      maximumSteps: options.quadrature.maximumSteps)
    var generator = SeededGenerator(seed: options.seed)
    let seeds = (0..<options.probes).map { _ in generator.next() }
    let found = BlockChunks(vertexCount: seeds.count, threads: options.quadrature.threads).map { first in
      seeds[first..<min(first + 8, seeds.count)].map { seed in
        let probe = randomSigns(seed: seed, outside: known)
        let square = probe.reduce(0) { $0 + $1 * $1 }
        guard square > 1e-20 * Double(vertexCount) else { return (0.0, 0.0) }  // all vectors are known
        let bounds = quadrature.logarithmBounds(from: unitLength(probe))
        let middle = (bounds.lowerBound + bounds.upperBound) / 2
        return (square * exp(middle - shift), expm1(bounds.upperBound - bounds.lowerBound))
      }
    }.flatMap(\.self)
    let widest = found.reduce(0) { max($0, $1.1) }
    guard widest <= options.quadrature.relativeTolerance + 1e-12 else {
      throw .notConverged(steps: options.quadrature.maximumSteps, relativeWidth: widest)
    }
    return found.map(\.0)
  }

  private func randomSigns(seed: UInt64, outside known: [[Double]]) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    var signs = (0..<vertexCount).map { _ in generator.next() >> 63 == 0 ? 1.0 : -1 }
    for vector in known {
      let share = vector.indices.reduce(0) { $0 + vector[$1] * signs[$1] }
      for vertex in vector.indices { signs[vertex] -= share * vector[vertex] }
    }
    return signs
  }
}

/// How natural connectivity is estimated.
public struct NaturalConnectivityEstimateOptions: Hashable, Sendable {
  public var quadrature = QuadratureOptions()
  /// How many of the largest eigenvalues are taken exactly.
  public var exactEigenvalues = 16
  /// How many vectors of random signs sample the rest.
  public var probes = 64
  public var seed: UInt64 = 1

  public init() {}
}

private import Foundation
public import NexusGraph
import NexusLinearAlgebra

extension Graph {
  /// Subgraph centrality of chosen vertices between two bounds, for graphs of any size.
  ///
  /// Gauss's quadrature from a few steps of Lanczos is too small, Radau's too large, so the two enclose (e^A)_vv. See
  /// ``subgraphCentrality(_:)`` for the measure.
  ///
  /// - Returns: for each vertex, in the order given, a range that holds its score, no wider than the tolerance says.
  /// - Throws: ``QuadratureError``.
  /// - Complexity: O(*m* + *n* · *k*) a step and vertex, *k* the steps; O(*n* · *k*) memory for each thread.
  ///
  /// Source: M. Benzi, P. Boito, "Quadrature rule-based bounds for functions of adjacency matrices", *Linear Algebra and its
  /// Applications* 433(3), 2010, pp. 637–652, doi:10.1016/j.laa.2010.03.035.
  public func subgraphCentralityBounds(
    of vertices: [VertexID], _ options: QuadratureOptions = QuadratureOptions()
  )
    throws(QuadratureError) -> [ClosedRange<Double>]
  {
    try options.validate()
    let matrix = symmetricAdjacency(options.entries)
    let upperEnd = matrix.collatzBound()
    guard upperEnd.isFinite else { throw .overflow }
    let quadrature = LanczosQuadrature(
      matrix, upperEnd: upperEnd, tolerance: log1p(options.relativeTolerance),
      maximumSteps: options.maximumSteps)
    let found = BlockChunks(vertexCount: vertices.count, threads: options.threads).map { first in
      vertices[first..<min(first + 8, vertices.count)].map { vertex in
        var start = [Double](repeating: 0, count: vertexCount)
        start[vertex.index] = 1
        return quadrature.logarithmBounds(from: start)
      }
    }
    var bounds: [ClosedRange<Double>] = []
    for logarithms in found.joined() {
      guard logarithms.lowerBound < 709 else { throw .overflow }
      let width = expm1(logarithms.upperBound - logarithms.lowerBound)
      // The widening for rounding does not count against the tolerance.
      guard width <= options.relativeTolerance + 1e-12 else {
        throw .notConverged(steps: options.maximumSteps, relativeWidth: width)
      }
      bounds.append(exp(logarithms.lowerBound)...exp(logarithms.upperBound))
    }
    return bounds
  }
}

/// How far quadrature goes.
public struct QuadratureOptions: Hashable, Sendable {
  /// What counts as one step of a walk.
  public var entries = MatrixEntries.ones
  /// How far apart the bounds may be, relative to the lower one.
  public var relativeTolerance = 1e-8
  /// Steps of Lanczos; a graph whose largest eigenvalue is λ needs about 2 √λ + 15.
  public var maximumSteps = 200
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init(entries: MatrixEntries = .ones) { self.entries = entries }

  func validate() throws(QuadratureError) {
    guard relativeTolerance > 0 else { throw .invalidTolerance(relativeTolerance) }
    guard maximumSteps > 0 else { throw .notConverged(steps: maximumSteps, relativeWidth: .infinity) }
  }
}

/// Why quadrature gives no bounds, or no estimate.
public enum QuadratureError: Error, Hashable, CustomStringConvertible {
  case invalidTolerance(Double)
  case invalidProbes(Int)
  case overflow
  case notConverged(steps: Int, relativeWidth: Double)
  case eigenvaluesNotConverged(residual: Double)

  public var description: String {
    switch self {
    case .invalidTolerance(let value):
      "A tolerance of \(value) is not a positive number. Usual is 1e-8."
    case .invalidProbes(let count):
      "\(count) probes give no error bar. Take at least 2; usual is 64."
    case .overflow:
      "The exponential of the largest eigenvalue is no number. Divide the strengths, or count every edge as 1."
    case .notConverged(let steps, let width):
      "After \(steps) steps the bounds are still a relative \(width) apart. Raise maximumSteps or relativeTolerance."
    case .eigenvaluesNotConverged(let residual):
      "The largest eigenvalues did not settle (relative residual \(residual)). Ask for fewer with exactEigenvalues."
    }
  }
}

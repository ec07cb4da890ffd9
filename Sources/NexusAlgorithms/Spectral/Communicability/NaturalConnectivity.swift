private import Foundation
public import NexusGraph
import NexusLinearAlgebra

extension Graph {
  /// Natural connectivity: how redundant the graph's closed walks are, so how much removal it withstands.
  ///
  ///     λ̄ = ln (tr e^A / n) = λ₁ + ln Σ_j e^{λ_j − λ₁} − ln n          (A without directions)
  ///
  /// The second form cannot overflow. tr e^A is the Estrada index, so its logarithm is λ̄ + ln *n*.
  ///
  /// - Returns: a number ≥ 0 (no unit), 0 without edges; nil without vertices.
  /// - Throws: ``CommunicabilityError``; above the dense limit, see ``naturalConnectivityEstimate(_:)``.
  /// - Complexity: O(*n*³) (LAPACK's eigenvalues), O(*n*²) memory.
  ///
  /// Source: J. Wu, M. Barahona, Y.-J. Tan, H.-Z. Deng, "Natural connectivity of complex networks", *Chinese Physics
  /// Letters* 27(7), 078902, 2010, doi:10.1088/0256-307X/27/7/078902.
  public func naturalConnectivity(_ options: CommunicabilityOptions = CommunicabilityOptions())
    throws(CommunicabilityError) -> Double?
  {
    if let error = DenseLimitError(
      vertexCount: vertexCount, limit: options.denseLimit, matrixCount: 1,
      alternative: "naturalConnectivityEstimate()")
    {
      throw .tooLarge(error)
    }
    guard let values = SymmetricEigen.values(of: symmetricAdjacency(options.entries).dense()) else {
      throw .eigenvaluesNotFound(vertexCount: vertexCount)
    }
    guard let largest = values.last else { return nil }
    let sum = values.reduce(0) { $0 + exp($1 - largest) }
    return max(0, largest + log(sum / Double(vertexCount)))
  }
}

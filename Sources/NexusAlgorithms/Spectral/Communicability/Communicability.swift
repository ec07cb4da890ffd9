private import Foundation
public import NexusGraph
import NexusLinearAlgebra

extension Graph {
  /// Communicability: how well two vertices reach each other over all walks, one of *k* steps counting 1/k!.
  ///
  ///     G(u, v) = (e^A)_uv = Σ_k (Aᵏ)_uv / k!          (A without directions)
  ///
  /// - Returns: a symmetric matrix of numbers ≥ 0 (no unit); 0 between components. The diagonal is subgraph
  ///   centrality.
  /// - Throws: ``CommunicabilityError``; above the dense limit, see ``communicability(from:_:)``.
  /// - Complexity: O(*n*²) memory; time as for ``subgraphCentrality(_:)``.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Source: E. Estrada, N. Hatano, "Communicability in complex networks", *Physical Review E* 77, 036111, 2008,
  /// doi:10.1103/PhysRevE.77.036111.
  public func communicability(_ options: CommunicabilityOptions = CommunicabilityOptions())
    throws(CommunicabilityError) -> CommunicabilityMatrix
  {
    if let error = DenseLimitError(
      vertexCount: vertexCount, limit: options.denseLimit, matrixCount: 3,
      alternative: "communicability(from:) for chosen vertices")
    {
      throw .tooLarge(error)
    }
    let series = try exponentialSeries(options)
    guard series.isCheaperThanEigenvectors else {
      guard let eigen = SymmetricEigen(series.matrix.dense()) else {
        throw .eigenvaluesNotFound(vertexCount: vertexCount)
      }
      // What lies between components is 0, not the rounding that eigenvectors leave there.
      let components = weakComponents().labels
      var entries = eigen.combined(eigen.values.map { exp($0) }).entries
      for row in 0..<vertexCount {
        for column in 0..<vertexCount where components[row] != components[column] {
          entries[row * vertexCount + column] = 0
        }
      }
      return try matrix(entries, series)
    }
    let blocks = BlockChunks(vertexCount: vertexCount, threads: options.threads).map { first in
      rows(series.applied(to: series.matrix.unitBlock(from: first)), count: min(8, vertexCount - first))
    }
    var entries: [Double] = []
    entries.reserveCapacity(vertexCount * vertexCount)
    for block in blocks { entries += block }
    return try matrix(entries, series)
  }

  /// The communicability of chosen vertices with every vertex, without the matrix of all.
  ///
  /// - Returns: for each source, in the order given, one number ≥ 0 per vertex, in vertex order.
  /// - Throws: ``CommunicabilityError/overflow(largestEigenvalue:)``.
  /// - Complexity: O(*m*) a source and term of the power series; O(*n*) memory a source. No dense limit.
  public func communicability(
    from sources: [VertexID], _ options: CommunicabilityOptions = CommunicabilityOptions()
  ) throws(CommunicabilityError) -> [VertexMap<Double>] {
    let series = try exponentialSeries(options)
    let blocks = BlockChunks(vertexCount: sources.count, threads: options.threads).map { first in
      let chosen = sources[first..<min(first + 8, sources.count)]
      return self.rows(series.applied(to: self.unitBlock(chosen)), count: chosen.count)
    }
    let entries = blocks.flatMap(\.self)
    guard entries.allSatisfy(\.isFinite) else { throw .overflow(largestEigenvalue: series.rootBound) }
    return sources.indices.map { VertexMap(Array(entries[$0 * vertexCount..<($0 + 1) * vertexCount])) }
  }

  /// The communicability of chosen pairs, in the order given. Cost and errors as for ``communicability(from:_:)``,
  /// for the distinct first vertices.
  public func communicability(
    between pairs: [(source: VertexID, target: VertexID)],
    _ options: CommunicabilityOptions = CommunicabilityOptions()
  ) throws(CommunicabilityError) -> [Double] {
    let series = try exponentialSeries(options)
    let sources = Set(pairs.map(\.source)).sorted()
    let found = BlockChunks(vertexCount: sources.count, threads: options.threads).map { first in
      let chosen = sources[first..<min(first + 8, sources.count)]
      let columns = series.applied(to: self.unitBlock(chosen))
      let lanes = Dictionary(uniqueKeysWithValues: zip(chosen, 0..<8))
      return pairs.indices.compactMap { pair in
        lanes[pairs[pair].source].map { (pair: pair, value: columns[pairs[pair].target.index][$0]) }
      }
    }
    var values = [Double](repeating: 0, count: pairs.count)
    for (pair, value) in found.joined() { values[pair] = value }
    guard values.allSatisfy(\.isFinite) else { throw .overflow(largestEigenvalue: series.rootBound) }
    return values
  }

  /// The series of e^A, when it is in the range of floating point.
  func exponentialSeries(_ options: CommunicabilityOptions) throws(CommunicabilityError) -> ExponentialSeries
  {
    let series = ExponentialSeries(symmetricAdjacency(options.entries))
    guard series.rootBound < 750 else { throw .overflow(largestEigenvalue: series.rootBound) }
    return series
  }

  private func unitBlock(_ chosen: ArraySlice<VertexID>) -> ColumnBlock {
    var block = ColumnBlock(repeating: .zero, count: vertexCount)
    for (lane, vertex) in chosen.enumerated() { block[vertex.index][lane] = 1 }
    return block
  }

  /// The first columns of a block, one after the other.
  private func rows(_ block: ColumnBlock, count: Int) -> [Double] {
    var entries: [Double] = []
    entries.reserveCapacity(count * block.count)
    for lane in 0..<count { for row in block { entries.append(row[lane]) } }
    return entries
  }

  private func matrix(_ entries: [Double], _ series: ExponentialSeries) throws(CommunicabilityError)
    -> CommunicabilityMatrix
  {
    guard entries.allSatisfy(\.isFinite) else { throw .overflow(largestEigenvalue: series.rootBound) }
    return CommunicabilityMatrix(vertexCount: vertexCount, entries: entries)
  }
}

public import NexusGraph
public import NexusLinearAlgebra

extension Graph {
  /// Katz centrality: standing that a vertex draws from everyone who can reach it, each step further
  /// away counting α times less.
  ///
  ///     x = α Aᵀ x + 1          (A[i, j] = strength of the edge i → j)
  ///
  /// Solved exactly, strong component after strong component, rather than iterated. Also known as alpha
  /// centrality with uniform external status.
  ///
  /// - Returns: one score > 0 per vertex, in vertex order, of Euclidean length 1 (no unit). With α as a
  ///   share of a limit that does not exist (a graph without a cycle) all scores are equal. An empty graph gives
  ///   an empty map.
  /// - Throws: ``KatzError`` when α is out of range or a linear system cannot be solved.
  /// - Complexity: O(*n* + *m*) and a Krylov iteration, O(*n* + *m*) a step, for each strong component; O(*n* + *m*)
  ///   memory times at most 65 basis vectors.
  ///
  /// Source: L. Katz, "A new status index derived from sociometric analysis", *Psychometrika* 18(1), 1953,
  /// pp. 39–43, doi:10.1007/BF02289026.
  public func katzCentrality(_ options: KatzOptions = KatzOptions()) throws(KatzError) -> VertexMap<Double> {
    try asStage("Katz") { () throws(KatzError) in try solvedKatz(options) }
  }

  private func solvedKatz(_ options: KatzOptions) throws(KatzError) -> VertexMap<Double> {
    let blocks = Condensation(of: self, threads: options.threads)
    do {
      let root = try blocks.leadingBlocks().root
      guard let inverse = try inverseAttenuation(options.attenuation, root: root, scale: blocks.scale) else {
        return VertexMap(unitLength([Double](repeating: 1, count: vertexCount)))
      }
      var substitution = BlockSubstitution(blocks, shift: inverse, leading: [:])
      return VertexMap(unitLength(try substitution.solve()))
    } catch let error as KatzError {
      throw error
    } catch let error as SpectralError {
      throw .spectral(error)
    } catch {
      preconditionFailure("Only the two kinds of error above are thrown here.")
    }
  }

  /// 1/α for the scaled strengths; nil when α is a share of no limit.
  private func inverseAttenuation(_ attenuation: KatzAttenuation, root: Double, scale: Double)
    throws(KatzError)
    -> Double?
  {
    switch attenuation {
    case .shareOfLimit(let share):
      guard share > 0, share < 1 else { throw .shareOutOfRange(share) }
      return root > 0 ? root / share : nil
    case .fixed(let value):
      guard value > 0, value.isFinite else { throw .attenuationNotPositive(value) }
      let inverse = scale / value
      guard root < inverse * (1 - 1e-12) else { throw .diverges(attenuation: value, safeBelow: scale / root) }
      return inverse
    }
  }
}

/// How Katz centrality is computed.
public struct KatzOptions: Hashable, Sendable {
  public var attenuation = KatzAttenuation.shareOfLimit(0.5)
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init() {}

  public init(attenuation: KatzAttenuation) { self.attenuation = attenuation }
}

/// α, what is left of an influence after one step.
public enum KatzAttenuation: Hashable, Sendable {
  /// This share, between 0 and 1, of the limit 1/λ₁ from which on the sum over all paths diverges;
  /// λ₁ is the largest eigenvalue of A.
  case shareOfLimit(Double)
  case fixed(Double)
}

/// Why there is no Katz centrality.
public enum KatzError: Error, Hashable, CustomStringConvertible {
  case attenuationNotPositive(Double)
  case shareOutOfRange(Double)
  case diverges(attenuation: Double, safeBelow: Double)
  case spectral(SpectralError)

  public var description: String {
    switch self {
    case .attenuationNotPositive(let value):
      "The attenuation \(value) is not a positive number."
    case .shareOutOfRange(let share):
      "The attenuation is \(share) of its limit. Expected a share between 0 and 1, both excluded."
    case .diverges(let attenuation, let safe):
      "No convergence with attenuation \(attenuation). Any below \(safe) converges here."
    case .spectral(let error):
      error.description
    }
  }
}

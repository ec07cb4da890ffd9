public import NexusGraph
internal import NexusLinearAlgebra

/// A centrality that layers are compared by.
public enum LayerMeasure: Hashable, Sendable, CaseIterable {
  case degree
  case strength
  case betweenness
  /// Not defined for a directed layer without a cycle.
  case eigenvector
  case pageRank
}

/// Which vertices count when two layers are compared.
public enum LayerMembers: Hashable, Sendable, CaseIterable {
  /// Those with a tie in both.
  case activeInBoth
  /// Those with a tie in at least one.
  case activeInEither
  /// All: vertices without ties in both agree, which makes sparse layers look alike.
  case all
}

/// How layers are compared.
public struct LayerAgreementOptions: Hashable, Sendable {
  public var members = LayerMembers.activeInEither
  /// For betweenness: how paths are measured and how many threads work.
  public var paths = PathOptions()
  public var pageRank = PageRankOptions()

  public init() {}
}

/// Why a centrality of a layer cannot be had.
public enum LayerAgreementError: Error, Hashable, CustomStringConvertible {
  case pageRank(layer: Int, PageRankError)
  case eigenvector(layer: Int, String)

  public var description: String {
    switch self {
    case .pageRank(let layer, let error): "Layer \(layer + 1): \(error)"
    case .eigenvector(let layer, let reason):
      "Layer \(layer + 1): \(reason) Compare the layers by PageRank instead."
    }
  }
}

extension Multiplex {
  /// A centrality in each layer.
  ///
  /// - Returns: in the order of the layers the values in vertex order, nil for a layer where the measure is not
  ///   defined.
  /// - Throws: ``LayerAgreementError`` when an iteration does not settle.
  /// - Complexity: that of the measure, for each layer.
  public func centralities(
    _ measure: LayerMeasure, _ options: LayerAgreementOptions = LayerAgreementOptions()
  ) throws(LayerAgreementError) -> [VertexMap<Double>?] {
    var values: [VertexMap<Double>?] = []
    for (number, layer) in layers.enumerated() {
      switch measure {
      case .degree: values.append(VertexMap(layer.degrees().values.map(Double.init)))
      case .strength: values.append(layer.strengths())
      case .betweenness: values.append(layer.betweenness(options.paths))
      case .eigenvector:
        do { values.append(try layer.eigenvectorCentrality()) } catch {
          throw .eigenvector(layer: number, "\(error)")
        }
      case .pageRank:
        do { values.append(try layer.pageRank(options.pageRank)) } catch {
          throw .pageRank(layer: number, error)
        }
      }
    }
    return values
  }

  /// How far layers agree on who is central: Kendall's τ-b between the values of each pair of layers.
  ///
  /// Values that differ by less than a relative 1e-9 of the largest are tied, so that rounding makes no order.
  /// - Parameters:
  ///   - measure: the centrality that is compared.
  ///   - options: which vertices count, and how the centrality is computed.
  /// - Returns: by row and column in the order of the layers, symmetric, from −1 to 1; nil where the measure is not
  ///   defined, or puts the vertices that count in no order in one of the two layers.
  /// - Throws: ``LayerAgreementError`` when an iteration does not settle.
  /// - Complexity: that of ``centralities(_:_:)`` and O(layers² · *n* log *n*).
  ///
  /// Source: V. Nicosia, V. Latora, "Measuring and modeling correlations in multiplex networks", *Physical Review E* 92,
  /// 032805, 2015, doi:10.1103/PhysRevE.92.032805; see ``kendallTau(_:_:)``.
  public func agreement(
    by measure: LayerMeasure, _ options: LayerAgreementOptions = LayerAgreementOptions()
  ) throws(LayerAgreementError) -> [[Double?]] {
    let values = try centralities(measure, options).map { $0.map { rounded($0.values) } }
    let active = layers.indices.map(isActive)
    return symmetricTable { first, second in
      guard let left = values[first], let right = values[second] else { return nil }
      let counted = (0..<vertexCount).filter { vertex in
        switch options.members {
        case .activeInBoth: active[first][vertex] && active[second][vertex]
        case .activeInEither: active[first][vertex] || active[second][vertex]
        case .all: true
        }
      }
      return kendallTau(counted.map { left[$0] }, counted.map { right[$0] })
    }
  }

  /// Values on a grid of 1e-9 of the largest.
  private func rounded(_ values: [Double]) -> [Double] {
    guard let largest = values.max(), largest > 0, largest.isFinite else { return values }
    return values.map { ($0 / largest * 1e9).rounded() }
  }
}

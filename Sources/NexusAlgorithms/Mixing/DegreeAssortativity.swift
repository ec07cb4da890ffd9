public import NexusGraph

extension Graph {
  /// Degree assortativity: the correlation, over edges, of what the two ends have in degree or strength.
  ///
  ///     r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²)      x, y: the ends' degrees, by edge
  ///
  /// Each edge counts once, whatever its strength; an undirected one in both directions. Of a directed graph *x* is of
  /// the source, *y* of the target.
  /// - Parameter options: which degree of which end, and which correlation.
  /// - Returns: 1 when the well connected only meet their like, below 0 when hubs meet leaves; nil without edges, or
  ///   where all sources or all targets are alike, as in a regular graph.
  /// - Complexity: O(*n* log *n* + *m*).
  ///
  /// Source: M. E. J. Newman, "Mixing patterns in networks", *Physical Review E* 67, 026126, 2003,
  /// doi:10.1103/PhysRevE.67.026126; directed: J. G. Foster, D. V. Foster, P. Grassberger, M. Paczuski, "Edge
  /// direction and the structure of networks", *PNAS* 107(24), 2010, doi:10.1073/pnas.0912671107.
  public func degreeAssortativity(_ options: DegreeAssortativityOptions = DegreeAssortativityOptions())
    -> Double?
  {
    var sources = endValues(options.source, options.values)
    var targets = endValues(options.target, options.values)
    if options.correlation == .spearman {
      sources = ranks(of: sources, met: outDegrees().values)
      targets = ranks(of: targets, met: inDegrees().values)
    }
    return correlation(sources, targets)
  }

  /// The values of the vertices as an end of edges.
  private func endValues(_ end: TieDirection, _ values: EndValues) -> [Double] {
    switch (end, values) {
    case (.outgoing, .degree): outDegrees().values.map(Double.init)
    case (.incoming, .degree): inDegrees().values.map(Double.init)
    case (.either, .degree): degrees().values.map(Double.init)
    case (.outgoing, .strength): outgoing.rowSums()
    case (.incoming, .strength): incoming.rowSums()
    case (.either, .strength): strengths().values
    }
  }

  /// Pearson's r over the stored arcs, in two passes.
  private func correlation(_ sources: [Double], _ targets: [Double]) -> Double? {
    let count = Double(outgoing.arcCount)
    guard count > 0 else { return nil }
    var (sourceMean, targetMean) = (0.0, 0.0)
    for vertex in 0..<vertexCount {
      sourceMean += sources[vertex] * (Double(outgoing.row(vertex).count) / count)
      targetMean += targets[vertex] * (Double(incoming.row(vertex).count) / count)
    }
    let (sourceSpread, targetSpread) = (
      spread(sources, outgoing, around: sourceMean), spread(targets, incoming, around: targetMean)
    )
    guard sourceSpread > 0, targetSpread > 0, sourceSpread.isFinite, targetSpread.isFinite else { return nil }
    // Scaled to largest 1 before squaring, so that neither square nor sum overflows.
    var (covariance, sourceVariance, targetVariance) = (0.0, 0.0, 0.0)
    for vertex in 0..<vertexCount {
      let source = (sources[vertex] - sourceMean) / sourceSpread
      let target = (targets[vertex] - targetMean) / targetSpread
      sourceVariance += source * source * Double(outgoing.row(vertex).count)
      targetVariance += target * target * Double(incoming.row(vertex).count)
      var drawn = 0.0
      for arc in outgoing.row(vertex) {
        drawn += (targets[Int(outgoing.targets[arc])] - targetMean) / targetSpread
      }
      covariance += source * drawn
    }
    return min(max(covariance / (sourceVariance.squareRoot() * targetVariance.squareRoot()), -1), 1)
  }
}

/// The largest distance from the mean of a value that is met; 0 when it is only rounding.
private func spread(_ values: [Double], _ rows: Adjacency, around mean: Double) -> Double {
  var largest = 0.0
  for vertex in values.indices where !rows.row(vertex).isEmpty {
    largest = max(largest, abs(values[vertex] - mean))
  }
  return largest > 1e-12 * abs(mean) ? largest : 0
}

/// The ranks of values, each met so many times; equal values share the mean of their ranks.
private func ranks(of values: [Double], met counts: [Int]) -> [Double] {
  var ranks = [Double](repeating: 0, count: values.count)
  let order = values.indices.filter { counts[$0] > 0 }.sorted { (values[$0], $0) < (values[$1], $1) }
  var start = 0
  var below = 0
  while start < order.count {
    let value = values[order[start]]
    var (end, equal) = (start, 0)
    while end < order.count, values[order[end]] == value {
      equal += counts[order[end]]
      end += 1
    }
    for place in start..<end { ranks[order[place]] = Double(below) + Double(equal + 1) / 2 }
    below += equal
    start = end
  }
  return ranks
}

/// Which correlation ``NexusGraph/Graph/degreeAssortativity(_:)`` is.
public struct DegreeAssortativityOptions: Hashable, Sendable {
  /// Which edges of an edge's source count. Of an undirected graph all three are the same.
  public var source = TieDirection.outgoing
  /// Which edges of an edge's target count.
  public var target = TieDirection.incoming
  public var values = EndValues.degree
  public var correlation = EndCorrelation.pearson

  public init() {}

  public init(
    source: TieDirection = .outgoing, target: TieDirection = .incoming, values: EndValues = .degree,
    correlation: EndCorrelation = .pearson
  ) {
    (self.source, self.target, self.values, self.correlation) = (source, target, values, correlation)
  }
}

/// What counts of the edges of a vertex.
public enum EndValues: Hashable, Sendable, CaseIterable {
  /// How many there are.
  case degree
  /// The sum of their strengths.
  case strength
}

/// How the values of two ends are compared.
public enum EndCorrelation: Hashable, Sendable, CaseIterable {
  /// As they are.
  case pearson
  /// By their ranks, equal values sharing the mean of theirs: what few hubs cannot dominate.
  case spearman
}

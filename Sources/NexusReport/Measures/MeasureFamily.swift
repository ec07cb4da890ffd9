internal import NexusAlgorithms
internal import NexusGraph

/// Measures that one computation gives together.
public struct MeasureFamily: Sendable {
  /// A word for all of them on the command line.
  public let name: String
  public let title: String
  public let measures: [Measure]
  /// The results of those named, in any order. What none of them needs is not computed.
  let compute: @Sendable (_ input: MeasureInput, _ names: Set<String>) throws -> [MeasureResult]

  init(
    _ name: String, _ title: String, _ measures: [Measure],
    compute: @escaping @Sendable (MeasureInput, Set<String>) throws -> [MeasureResult]
  ) {
    (self.name, self.title, self.measures, self.compute) = (name, title, measures, compute)
  }

  /// Every measure, in the order in which they are listed.
  public static let all: [MeasureFamily] = [
    .degrees, .components, .paths, .spectral, .walks, .currents, .cores, .clustering, .brokerage, .mixing,
    .communities,
    .layers,
  ]

  /// The structural columns of `actors.csv`: what is computed unless other measures are named.
  public static let standard = [
    "component", "community", "degree", "in_degree", "out_degree", "strength", "betweenness", "closeness",
    "harmonic", "eigenvector", "katz", "pagerank", "core", "clustering", "constraint", "participation",
    "brokerage",
  ]
}

public import NexusAlgorithms

/// The choices behind measures. All of them stand beside the results.
public struct MeasureOptions: Sendable {
  public var lengths = PathLengths.hops
  public var precision = PathPrecision.automatic
  /// Whether strengths are multiplied by confidence.
  public var strengths = AnalysisOptions.Strengths.asRead
  public var resolution = 1.0
  /// How many shuffled networks or labels a p-value rests on.
  public var permutations = 999
  /// The most actors for which dense matrices are made.
  public var denseLimit = 8_000
  public var seed: UInt64 = 1
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init() {}

  var shuffles: PermutationOptions {
    var shuffles = PermutationOptions(permutations: permutations, seed: seed)
    shuffles.threads = threads
    return shuffles
  }

  var paths: PathOptions {
    var paths = PathOptions()
    (paths.lengths, paths.precision, paths.seed, paths.threads) = (lengths, precision, seed, threads)
    return paths
  }
}

internal import NexusGraph

/// How a permutation test is run.
public struct PermutationOptions: Hashable, Sendable {
  /// B, how often the labels are dealt out; the smallest p-value is 1 / (B + 1).
  public var permutations = 999
  /// The same seed gives the same result on every machine.
  public var seed: UInt64 = 1
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public init() {}

  public init(permutations: Int, seed: UInt64 = 1) {
    (self.permutations, self.seed) = (permutations, seed)
  }
}

extension PermutationOptions {
  /// The permutations in a fixed number of chunks.
  var chunks: SourceChunks { SourceChunks(sumCount: 0, threads: threads) }

  /// Every permutation of `count` places that falls to a chunk. Each draws from its own generator, of the seed and its
  /// own number, so that the order in which they are done does not matter.
  func forEachPermutation(of count: Int, in chunk: Int, _ body: ([Int32]) -> Void) {
    for number in stride(from: chunk, to: permutations, by: chunks.count) {
      var generator = SeededGenerator(seed: seed ^ (UInt64(number) &* 0xD134_2543_DE82_EF95))
      body(generator.permutation(count))
    }
  }

  /// (b + 1) / (B + 1), where b permutations reached the observed value.
  func pValue(reached: Int) -> Double { Double(reached + 1) / Double(permutations + 1) }
}

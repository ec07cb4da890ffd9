import ArgumentParser
import NexusAlgorithms
import NexusReport

/// How measures are computed.
struct MeasureArguments: ParsableArguments {
  @Option(help: "What a step of a path is long: a hop, or 1/strength.")
  var length = AnalyzeCommand.Length.hops

  @Flag(help: "Computes path measures exactly however long it takes.")
  var exact = false

  @Option(help: ArgumentHelp("Random sources of an estimated betweenness.", valueName: "number"))
  var pivots: Int?

  @Option(help: ArgumentHelp("γ of the communities: larger finds smaller ones.", valueName: "number"))
  var resolution = 1.0

  @Option(help: ArgumentHelp("Shuffled networks or labels behind a p-value.", valueName: "number"))
  var permutations = 999

  @Option(
    help: ArgumentHelp("The most actors for which dense matrices are made.", valueName: "number"))
  var denseLimit = 8_000

  @Flag(help: "Multiplies the strength of ties by their confidence.")
  var weighByConfidence = false

  @Option(help: ArgumentHelp("Seed of everything drawn at random.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads to use; never changes a result.", valueName: "number"))
  var threads: Int?

  func validate() throws {
    guard resolution > 0, resolution.isFinite else {
      throw ValidationError("--resolution takes a number above 0; 1 is usual for modularity.")
    }
    if let pivots, pivots < 1 { throw ValidationError("--pivots takes a number from 1.") }
    if exact, pivots != nil { throw ValidationError("--exact and --pivots exclude each other.") }
    guard (1...1_000_000).contains(permutations) else {
      throw ValidationError("--permutations takes a number from 1 to 1000000; 999 is usual.")
    }
    guard (1...50_000).contains(denseLimit) else {
      throw ValidationError("--dense-limit takes a number from 1 to 50000.")
    }
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1.") }
  }

  var options: MeasureOptions {
    var options = MeasureOptions()
    options.lengths = length == .hops ? .hops : .inverseStrength
    options.precision = exact ? .exact : pivots.map { .pivots($0) } ?? .automatic
    options.resolution = resolution
    options.permutations = permutations
    options.denseLimit = denseLimit
    options.strengths = weighByConfidence ? .weighedByConfidence : .asRead
    options.seed = seed
    options.threads = threads
    return options
  }
}

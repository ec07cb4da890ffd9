public import NexusGraph

/// The communities of a graph, how good the division is, how much of it is chance in the search, and how much chance
/// in the data.
public struct CommunityStructure: Hashable, Sendable {
  /// The best division found.
  public let partition: Partition
  /// Of ``partition``, by what ``measure`` says; nil when the graph has no edges.
  public let quality: Double?
  public let measure: Measure
  /// Of ``partition``, whichever method found it, with γ = 1; nil when the graph has no edges.
  public let modularity: Double?
  /// How many runs from different seeds were compared.
  public let runs: Int
  /// The mean adjusted Rand index of all pairs of runs: 1 when all agree, about 0 when each says something else. Nil
  /// for one run.
  public let stability: Double?
  /// What the runs have in common.
  public let consensus: Consensus
  /// Nil when not asked for, or when the graph has no edges.
  public let significance: CommunitySignificance?

  public enum Measure: String, Hashable, Sendable {
    /// The larger, the better.
    case modularity
    case cpm
    /// Bits a step; the smaller, the better.
    case codelength
  }
}

extension Graph {
  /// The communities of the graph with what to make of them: their quality, whether other seeds give the same, and
  /// whether a random graph with the same degrees would have had as much.
  ///
  /// The partition is that of the method itself with a ``SeededGenerator`` of the seed. Runs and rewired graphs are
  /// searched from one start of five iterations each, with seeds of their own. The test compares the modularity that
  /// one run reaches on the graph with what one run reaches on each rewired one, by the same method and options.
  /// Rewiring swaps the ends of two edges at a time, ten tries for each edge: vertices keep their degree, where
  /// directions count those in and out. The strengths are dealt out over the edges anew, so that strengths of
  /// vertices are not kept.
  ///
  /// - Returns: the same for any number of threads.
  /// - Throws: ``CommunityError`` when an option is out of range or the method does not settle.
  /// - Complexity: runs and rewirings times that of the method; the runs' consensus besides.
  ///
  /// Sources: on stability and consensus A. Lancichinetti, S. Fortunato, *Scientific Reports* 2, 336, 2012,
  /// doi:10.1038/srep00336; on significance R. Guimerà, M. Sales-Pardo, L. A. N. Amaral, "Modularity from fluctuations
  /// in random graphs and complex networks", *Physical Review E* 70, 025101, 2004, doi:10.1103/PhysRevE.70.025101.
  public func communityStructure(
    _ options: CommunityOptions = CommunityOptions()
  ) throws(CommunityError) -> CommunityStructure {
    try options.validate()
    let graph = options.directions == .kept ? self : undirectedSum()
    let partition = try graph.divided(by: options, effort: .full, seed: options.seed)
    let size = vertexCount + graph.edgeCount
    let runCount = options.runs ?? max(10, min(3_000_000 / max(size, 1), 100))
    // A generator apart from the one that found the partition.
    var seeds = SeededGenerator(seed: ~options.seed)
    let runs = try graph.runs(runCount, options, seeds: &seeds)
    let consensus: Consensus
    do {
      consensus = try graph.consensus(of: runs, using: &seeds)
    } catch {
      preconditionFailure("The default options of a consensus of \(runs.count) runs are valid.")
    }
    return CommunityStructure(
      partition: partition, quality: try graph.quality(of: partition, options), measure: options.measure,
      modularity: graph.modularity(of: partition, directions: options.directions), runs: runCount,
      stability: meanAgreement(of: runs), consensus: consensus,
      significance: try graph.significance(of: runs[0], options, seeds: &seeds))
  }

  private func quality(of partition: Partition, _ options: CommunityOptions) throws(CommunityError) -> Double?
  {
    switch options.measure {
    case .modularity:
      return modularity(of: partition, resolution: options.resolution, directions: options.directions)
    case .cpm:
      return cpmQuality(of: partition, resolution: options.resolution, directions: options.directions)
    case .codelength:
      do {
        return try codelength(of: partition, options.infomap)
      } catch {
        throw .infomap(error)
      }
    }
  }

  private func runs(
    _ count: Int, _ options: CommunityOptions, seeds: inout SeededGenerator
  ) throws(CommunityError) -> [Partition] {
    let runSeeds = (0..<count).map { _ in seeds.next() }
    let results = inParallel(count, threads: options.threads) { run -> Result<Partition, CommunityError> in
      do throws(CommunityError) {
        return .success(try self.divided(by: options, effort: .oneStart, seed: runSeeds[run]))
      } catch {
        return .failure(error)
      }
    }
    var partitions: [Partition] = []
    for result in results { partitions.append(try result.get()) }
    return partitions
  }

  private func significance(
    of run: Partition, _ options: CommunityOptions, seeds: inout SeededGenerator
  ) throws(CommunityError) -> CommunitySignificance? {
    guard case .rewirings(let count) = options.significance,
      let observed = modularity(of: run, directions: options.directions)
    else { return nil }
    let drawSeeds = (0..<count).map { _ in seeds.next() }
    let rewiring = DegreePreservingRewiring(of: self)
    let results = inParallel(count, threads: options.threads) { draw -> Result<Double, CommunityError> in
      let rewired = rewiring.graph(seed: drawSeeds[draw])
      do throws(CommunityError) {
        let partition = try rewired.divided(by: options, effort: .oneStart, seed: ~drawSeeds[draw])
        return .success(rewired.modularity(of: partition, directions: options.directions) ?? -.infinity)
      } catch {
        return .failure(error)
      }
    }
    var values: [Double] = []
    for result in results { values.append(try result.get()) }
    return CommunitySignificance(modularity: observed, rewired: values)
  }

  /// The communities by the method of the options.
  private func divided(
    by options: CommunityOptions, effort: SearchEffort, seed: UInt64
  ) throws(CommunityError) -> Partition {
    var generator = SeededGenerator(seed: seed)
    var leidenOptions = LeidenOptions(quality: options.quality, resolution: options.resolution)
    leidenOptions.directions = options.directions
    leidenOptions.threads = options.threads
    (leidenOptions.starts, leidenOptions.iterations) = (effort.starts, effort.iterations)
    do {
      switch options.method {
      case .leiden: return try leiden(leidenOptions, using: &generator)
      case .louvain: return try louvain(leidenOptions, using: &generator)
      case .infomap:
        var infomapOptions = options.infomap
        (infomapOptions.starts, infomapOptions.iterations) = (effort.starts, effort.iterations)
        return try infomap(infomapOptions, using: &generator)
      case .labelPropagation: return try labelPropagation(using: &generator)
      }
    } catch let error as LeidenError {
      throw .leiden(error)
    } catch let error as InfomapError {
      throw .infomap(error)
    } catch let error as LabelPropagationError {
      throw .labelPropagation(error)
    } catch {
      preconditionFailure("No method throws anything else.")
    }
  }
}

/// How long a method searches.
private enum SearchEffort {
  /// As the method does by itself.
  case full
  /// What is enough where many searches are compared.
  case oneStart

  var starts: Int? { self == .full ? nil : 1 }
  var iterations: Int? { self == .full ? nil : 5 }
}

extension CommunityOptions {
  fileprivate var measure: CommunityStructure.Measure {
    switch (method, quality) {
    case (.infomap, _): .codelength
    case (.labelPropagation, _), (_, .modularity): .modularity
    case (_, .cpm): .cpm
    }
  }

  fileprivate var infomap: InfomapOptions {
    var infomap = InfomapOptions()
    infomap.directions = directions
    return infomap
  }
}

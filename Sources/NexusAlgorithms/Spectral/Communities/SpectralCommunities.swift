public import NexusGraph
public import NexusLinearAlgebra

extension Graph {
  /// Communities from the leading eigenvectors of the modularity matrix: a second opinion to ``leiden(_:using:)``, by a method
  /// that shares nothing with it and draws nothing at random.
  ///
  ///     B = A − γ k kᵀ / 2m          (k the strengths of the vertices; directions ignored, both added)
  ///
  /// Each vertex becomes a vector with coordinates √λ_j v_j over the largest positive λ_j of B, and the vectors are put into
  /// groups with long sums, which is modularity as far as these eigenvectors hold it. Of the numbers of groups tried the one
  /// with the highest modularity is taken, the smaller of equal ones. Modularity is usually a little below Leiden's.
  ///
  /// - Returns: the communities. An isolate is its own; where B has no positive eigenvalue the rest is one.
  /// - Throws: ``SpectralCommunitiesError``.
  /// - Complexity: O(*n*³) up to 500 vertices with edges; above, O(*m*) a step of a block Krylov method; then O(*n* · *k*²) a
  ///   round for *k* groups.
  ///
  /// Sources: M. E. J. Newman, "Finding community structure in networks using the eigenvectors of matrices", *Physical
  /// Review E* 74, 036104, 2006, doi:10.1103/PhysRevE.74.036104; groups: X. Zhang, M. E. J. Newman, "Multiway spectral
  /// community detection in networks", *Physical Review E* 92, 052808, 2015, doi:10.1103/PhysRevE.92.052808.
  public func spectralCommunities(_ options: SpectralCommunitiesOptions = SpectralCommunitiesOptions())
    throws(SpectralCommunitiesError) -> Partition
  {
    try options.validate()
    let modularity = ModularityMatrix(symmetricAdjacency(.strengths), resolution: options.resolution)
    let largest = min(options.communities.upperBound, modularity.members.count)
    var best = labelled(modularity, groups: [Int](repeating: 0, count: modularity.members.count))
    guard largest > 1 else { return best }
    let coordinates = try modularity.coordinates(largest - 1)
    var bestQuality = -Double.infinity
    for count in min(options.communities.lowerBound, largest)...largest {
      let width = min(count - 1, coordinates.width)
      var groups = [Int](repeating: 0, count: modularity.members.count)
      if width > 0 {
        let vectors = VectorPartition(vectors: coordinates.vectors(width), width: width)
        guard let found = vectors.labels(groups: count, maximumRounds: options.maximumRounds) else {
          throw .notSettled(communities: count, rounds: options.maximumRounds)
        }
        groups = found
      }
      let partition = labelled(modularity, groups: groups)
      let quality = self.modularity(of: partition, resolution: options.resolution) ?? 0
      guard quality > bestQuality + 1e-12 else { continue }
      (best, bestQuality) = (partition, quality)
    }
    return best
  }

  private func labelled(_ matrix: ModularityMatrix, groups: [Int]) -> Partition {
    // Isolates get labels that no group has.
    var labels = Array(vertexCount..<2 * vertexCount)
    for (vertex, group) in zip(matrix.members, groups) { labels[vertex] = group }
    return Partition(labels: labels)
  }
}

/// How communities are looked for in the eigenvectors.
public struct SpectralCommunitiesOptions: Hashable, Sendable {
  /// How many communities may be found among the vertices with edges; a range of one number fixes it, but for groups that
  /// stay empty.
  public var communities = 1...12
  /// γ > 0: the larger, the smaller the communities.
  public var resolution = 1.0
  /// After so many rounds the search gives up. It always settles in the end, mostly within 30.
  public var maximumRounds = 500

  public init(communities: ClosedRange<Int> = 1...12, resolution: Double = 1) {
    self.communities = communities
    self.resolution = resolution
  }

  func validate() throws(SpectralCommunitiesError) {
    guard communities.lowerBound > 0 else { throw .invalidCount(communities.lowerBound) }
    guard resolution > 0, resolution.isFinite else { throw .invalidResolution(resolution) }
  }
}

/// Why there are no communities.
public enum SpectralCommunitiesError: Error, Hashable, CustomStringConvertible {
  case invalidCount(Int)
  case invalidResolution(Double)
  case notSettled(communities: Int, rounds: Int)
  case spectral(SpectralError)

  public var description: String {
    switch self {
    case .invalidCount(let count):
      "\(count) communities cannot be found. Ask for 1 or more."
    case .invalidResolution(let value):
      "A resolution of \(value) is not a positive number. Modularity is usual with 1."
    case .notSettled(let communities, let rounds):
      "The vertices of \(communities) communities still moved after \(rounds) rounds. Raise maximumRounds."
    case .spectral(let error):
      error.description
    }
  }
}

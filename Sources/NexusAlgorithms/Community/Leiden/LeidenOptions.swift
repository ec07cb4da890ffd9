/// How communities are searched for. The defaults are modularity with γ = 1.
public struct LeidenOptions: Hashable, Sendable {
  /// What makes a division into communities a good one.
  public enum Quality: Hashable, Sendable {
    /// See ``NexusGraph/Graph/modularity(of:resolution:)``. Cannot see communities with fewer than about √(2*m*)
    /// edges inside.
    case modularity
    /// The constant Potts model: see ``NexusGraph/Graph/cpmQuality(of:resolution:)``. No such limit.
    case cpm
  }

  public var quality = Quality.modularity
  /// γ > 0: the larger, the smaller the communities. For CPM the density that a community must exceed, in the
  /// unit of the strengths.
  public var resolution = 1.0
  /// θ > 0: how freely the refinement chooses among merges that improve the quality, in mean strengths of edges.
  public var randomness = 0.01

  public init(quality: Quality = .modularity, resolution: Double = 1) {
    self.quality = quality
    self.resolution = resolution
  }
}

public enum LeidenError: Error, Hashable, CustomStringConvertible {
  case invalidResolution(Double)
  case invalidRandomness(Double)

  public var description: String {
    switch self {
    case .invalidResolution(let value):
      "A resolution of \(value) is not a positive number. Modularity is usual with 1."
    case .invalidRandomness(let value):
      "A randomness of \(value) is not a positive number. Usual is 0.01."
    }
  }
}

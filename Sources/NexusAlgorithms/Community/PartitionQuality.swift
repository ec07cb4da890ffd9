internal import NexusGraph

/// What makes a division into communities a good one.
public enum PartitionQuality: String, Hashable, Sendable, CaseIterable {
  /// See ``NexusGraph/Graph/modularity(of:resolution:directions:)``. Cannot see communities with fewer than about
  /// √(2*m*) edges inside.
  case modularity
  /// The constant Potts model: see ``NexusGraph/Graph/cpmQuality(of:resolution:directions:)``. No such limit.
  case cpm
}

extension Graph {
  /// The value of a quality; what is not defined is worse than anything.
  func value(
    of quality: PartitionQuality, for partition: Partition, resolution: Double, directions: DirectionTreatment
  ) -> Double {
    switch quality {
    case .modularity:
      modularity(of: partition, resolution: resolution, directions: directions) ?? -.infinity
    case .cpm: cpmQuality(of: partition, resolution: resolution, directions: directions)
    }
  }
}

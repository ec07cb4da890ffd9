/// The structural measures for each actor, in vertex order. Nil: not defined for that actor.
public struct ActorMeasures: Sendable {
  public let component: [Int]
  public let community: [Int]
  public let degree: [Int]
  public let inDegree: [Int]
  public let outDegree: [Int]
  public let strength: [Double]
  public let betweenness: [Double]
  public let closeness: [Double]
  public let harmonic: [Double]
  /// Nil when the network is directed and has no cycle, or the iteration did not settle.
  public let eigenvector: [Double]?
  public let katz: [Double]?
  public let pageRank: [Double]?
  public let core: [Int]
  public let clustering: [Double]
  public let constraint: [Double?]
  public let participation: [Double?]
  public let brokerage: [Double?]
}

/// The terms of the map equation that depend on the communities.
struct MapCode {
  private(set) var sizes: [Int32]
  private var weights: [FlowWeight]
  /// Steps along arcs between each community and the rest, in either direction.
  private var crossings: [Double]
  /// What each community adds to the code.
  private var terms: [Double]
  private var exits: [Double]
  /// q, the sum of the exits.
  private var exitSum: Double

  init(of labels: [Int32], on level: CommunityLevel<FlowWeight>) {
    let count = level.vertexCount
    weights = level.weights(of: labels, count: count)
    sizes = [Int32](repeating: 0, count: count)
    crossings = [Double](repeating: 0, count: count)
    for vertex in 0..<count {
      let community = Int(labels[vertex])
      sizes[community] += 1
      for arc in level.row(vertex) where labels[Int(level.targets[arc])] != labels[vertex] {
        crossings[community] += level.strengths[arc]
      }
    }
    exits = zip(weights, crossings).map { $0.exit(crossing: $1) }
    terms = zip(weights, exits).map { MapCode.term(exit: $1, visits: $0.visits) }
    exitSum = exits.reduce(0, +)
  }

  /// What a move must gain, in bits a step: more than rounding may pretend.
  static func slack(of weight: FlowWeight, flow: Double) -> Double {
    1e-10 * (flow + weight.visits) + 1e-13
  }

  private static func term(exit: Double, visits: Double) -> Double { plogp(exit + visits) - 2 * plogp(exit) }

  /// A community without one of its vertices.
  struct Removal {
    let community: Int
    let weight: FlowWeight
    let crossing: Double
    let exit: Double
    let term: Double
  }

  /// - Parameters:
  ///   - flow: steps along arcs between the vertex and all others.
  ///   - joint: those between it and the rest of its community.
  func removal(of weight: FlowWeight, flow: Double, joint: Double, community: Int32) -> Removal {
    let community = Int(community)
    guard sizes[community] > 1 else {  // exactly nothing, whatever rounding would leave
      return Removal(community: community, weight: .zero, crossing: 0, exit: 0, term: 0)
    }
    var rest = weights[community]
    rest -= weight
    let crossing = crossings[community] - flow + 2 * joint
    let exit = rest.exit(crossing: crossing)
    return Removal(
      community: community, weight: rest, crossing: crossing, exit: exit,
      term: MapCode.term(exit: exit, visits: rest.visits))
  }

  /// How many bits a step more the code takes after the move.
  func change(
    moving weight: FlowWeight, flow: Double, joint: Double, to community: Int32, after removal: Removal
  ) -> Double {
    let target = Int(community)
    var sum = weights[target]
    sum += weight
    let exit = sum.exit(crossing: crossings[target] + flow - 2 * joint)
    let newSum = exitSum - exits[removal.community] - exits[target] + removal.exit + exit
    return plogp(newSum) - plogp(exitSum) + removal.term - terms[removal.community]
      + MapCode.term(exit: exit, visits: sum.visits) - terms[target]
  }

  mutating func move(
    _ weight: FlowWeight, flow: Double, joint: Double, to community: Int32, after removal: Removal
  ) {
    let (source, target) = (removal.community, Int(community))
    exitSum -= exits[source] + exits[target]
    (weights[source], crossings[source]) = (removal.weight, removal.crossing)
    (exits[source], terms[source]) = (removal.exit, removal.term)
    sizes[source] -= 1
    weights[target] += weight
    crossings[target] += flow - 2 * joint
    exits[target] = weights[target].exit(crossing: crossings[target])
    terms[target] = MapCode.term(exit: exits[target], visits: weights[target].visits)
    sizes[target] += 1
    exitSum += exits[source] + exits[target]
  }
}
